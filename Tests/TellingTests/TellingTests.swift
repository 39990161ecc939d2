import Testing

@testable import KPICore

/// What is told, when nothing keeps it back.
struct TellingTests {
    @Test func eachChangeIsToldOnce() {
        var story = Story()
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)) == ["fired warning north#1.1"])
        #expect(story.at("2021-05-04T09:01:00Z").isEmpty)
        #expect(story.at("2021-05-05T09:00:00Z", .fires(Story.alert, .critical)) == ["changed critical north#1.2"])
        #expect(story.at("2021-05-06T09:00:00Z", .ends(Story.alert)) == ["resolved critical over north#1.3"])
        #expect(story.at("2021-05-07T09:00:00Z", .fires(Story.alert, .warning)) == ["fired warning north#2.1"])
    }

    /// What came and went before anybody was told is no news.
    @Test func whatIsOverWithinTheWaitIsNotTold() {
        var story = Story([Story.person()])
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-04T09:05:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-04T09:30:00Z").isEmpty)
    }

    @Test func whatComesWithinTheWaitComesTogether() {
        var story = Story([Story.person()])
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-04T09:09:00Z", .fires(Story.other, .critical)).isEmpty)
        #expect(story.at("2021-05-04T09:10:00Z") == ["digest[fired critical, fired warning]+0"])
        #expect(story.at("2021-05-04T09:20:00Z").isEmpty)
        #expect(story.at("2021-05-04T10:00:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-04T10:10:00Z") == ["resolved warning over north#1.2"])
    }

    /// Friday 30 April at nine and three working days: 4, 5 and 6 May, because the 3rd is a holiday.
    @Test func remindersComeInWorkingTime() {
        var story = Story([Story.person(wait: 0, repeatAfter: .workingDays(3))])
        #expect(story.at("2021-04-30T09:00:00Z", .fires(Story.alert, .warning)).count == 1)
        #expect(story.at("2021-05-05T09:00:00Z").isEmpty)
        #expect(story.at("2021-05-06T09:00:00Z") == ["reminder warning north#1.2"])
        #expect(story.at("2021-05-06T09:01:00Z").isEmpty)
        // 7 and 8 May (a Saturday that is worked), then Monday the 10th.
        #expect(story.at("2021-05-08T09:00:00Z").isEmpty)
        #expect(story.at("2021-05-10T09:00:00Z") == ["reminder warning north#1.3"])
    }

    @Test func aWeeklyDigestTellsOnlyWhatChanged() {
        let monday = Digest(.weekly(.mon), at: Samples.clock("08:30"))
        var story = Story([Story.person(digest: monday, atOnce: .critical)])
        #expect(story.at("2021-04-29T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-04-30T09:00:00Z", .fires(Story.other, .warning)).isEmpty)
        #expect(story.at("2021-04-30T10:00:00Z", .ends(Story.other)).isEmpty)
        // Monday is a holiday: the digest comes on Tuesday.
        #expect(story.at("2021-05-03T08:30:00Z").isEmpty)
        #expect(story.at("2021-05-04T08:30:00Z") == ["digest[fired warning]+0"])
        #expect(story.at("2021-05-10T08:30:00Z").isEmpty)
        // What is grave does not wait for it, but for the wait.
        #expect(story.at("2021-05-11T09:00:00Z", .fires(Story.alert, .critical)).isEmpty)
        #expect(story.at("2021-05-11T09:10:00Z") == ["changed critical north#1.2"])
    }

    @Test func aDigestComesWhenReportsAreDue() {
        var story = Story([Story.person(digest: Digest(.periodEnd, at: Samples.clock("00:00")))])
        #expect(story.at("2021-04-20T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        // April is due on the third working day of May: the 6th at noon.
        #expect(story.at("2021-05-06T11:59:59Z").isEmpty)
        #expect(story.at("2021-05-06T12:00:00Z") == ["digest[fired warning]+0"])
    }

    @Test func fifteenLinesAtMost() {
        var story = Story([Story.person()])
        let alerts = (1...40).map {
            AlertIdentity(rule: "behind", target: "visits", unit: "north", scope: "item-\($0)")
        }
        _ = story.advance(to: moment("2021-05-04T09:00:00Z"), alerts.map { .fires($0, .warning) })
        let notices = story.advance(to: moment("2021-05-04T09:10:00Z"), [])
        #expect(notices.count == 1)
        #expect(notices.first.map { NoticeText($0).lines.count } == 15)
        #expect(notices.first?.digest?.omitted == 26)
    }

    /// Whoever was told that it is critical hears that it no longer is, though milder alerts go to others.
    @Test func whoHeardOfItHearsTheRest() {
        let grave = Matchers([.init(.severity, ["critical"])])
        var story = Story(plan: Story.plan([Story.program], routes: [Route(grave, to: [.recipient("hook")])]))
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-05T09:00:00Z", .fires(Story.alert, .critical)) == ["fired critical north#1.1"])
        #expect(story.at("2021-05-06T09:00:00Z", .fires(Story.alert, .warning)) == ["changed warning north#1.2"])
        #expect(story.at("2021-05-07T09:00:00Z", .ends(Story.alert)) == ["resolved warning over north#1.3"])
        #expect(story.at("2021-05-08T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
    }

    @Test func theOwnerOfTheTargetIsTold() {
        let owner = Recipient(
            id: "wang", label: Label("Wang"), language: .zh, channel: "web", owns: ["office"])
        let stranger = Recipient(id: "zhao", label: Label("Zhao"), language: .zh, channel: "web", owns: ["lab"])
        var story = Story(plan: Story.plan([owner, stranger], routes: [Route(to: [.owner])]))
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        #expect(story.believed(Story.alert, "wang") == .warning)
        #expect(story.believed(Story.alert, "zhao") == nil)
    }

    /// What could not be committed was not told, and is told the next time.
    @Test func aFailedCommitTellsNothingAndLosesNothing() {
        var story = Story()
        let now = moment("2021-05-04T09:00:00Z")
        _ = story.advance(to: now, [.fires(Story.alert, .warning)], commits: false)
        #expect(story.believed() == nil)
        #expect(story.at("2021-05-04T09:00:05Z") == ["fired warning north#1.1"])
    }

    @Test func aRestartTellsNothingTwice() {
        var story = Story()
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        story.restart()
        #expect(story.at("2021-05-04T09:01:00Z").isEmpty)
        #expect(story.at("2021-05-05T09:00:00Z", .ends(Story.alert)) == ["resolved warning over north#1.2"])
    }

    @Test(arguments: [
        (Rule.Corrections.tell, ["corrected warning over north#1.2"]), (.reopen, ["corrected warning over north#1.2"]),
        (.silent, []),
    ])
    func aCorrectionIsToldAsTheRuleSays(policy: Rule.Corrections, expected: [String]) {
        var story = Story(corrections: policy)
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        #expect(story.at("2021-05-05T09:00:00Z", .ends(Story.alert, .dataCorrected)) == expected)
        // However that was, the next occurrence is told.
        #expect(story.at("2021-05-06T09:00:00Z", .fires(Story.alert, .warning)) == ["fired warning north#2.1"])
    }
}
