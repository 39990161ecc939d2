import Testing

@testable import KPICore

/// After what kept people from being told is over, they hear the difference, once.
struct AfterMuteTests {
    private static let silence = Silence(
        Matchers([.init(.rule, ["behind"])]), from: moment("2021-05-04T10:00:00Z"),
        until: moment("2021-05-07T10:00:00Z"))

    private func silenced() throws -> Deed { .silence(try #require(Self.silence)) }

    /// Fires, is silenced, is over, fires again, the silence ends: one correct message.
    @Test func firesSilencedResolvesFiresAgain() throws {
        var story = Story()
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)).count == 1)
        #expect(story.at("2021-05-04T10:00:00Z", .act(try silenced())).isEmpty)
        #expect(story.at("2021-05-05T09:00:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-06T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        let end = moment("2021-05-07T10:00:00Z")
        let notices = story.advance(to: end, [])
        #expect(notices.map(Story.line) == ["suppression_ended warning north#2.1"])
        let note = try #require(notices.first?.words.note?.en)
        #expect(note.contains("silenced by li") && note.contains("known") && note.contains("fired again"))
        #expect(story.at("2021-05-07T10:01:00Z").isEmpty)
    }

    /// Nothing was told, and there is nothing: nothing is said.
    @Test func firesAndEndsWithinASilence() throws {
        var story = Story()
        _ = story.at("2021-05-04T10:00:00Z", .act(try silenced()))
        #expect(story.at("2021-05-05T09:00:00Z", .fires(Story.alert, .critical)).isEmpty)
        #expect(story.at("2021-05-06T09:00:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-07T10:00:00Z").isEmpty)
        #expect(story.withholdings.map(\.step) == [.began, .lapsed])
    }

    @Test func isOverWhenTheSilenceEnds() throws {
        var story = Story()
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        _ = story.at("2021-05-04T10:00:00Z", .act(try silenced()))
        #expect(story.at("2021-05-05T09:00:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-07T10:00:00Z") == ["suppression_ended warning over north#1.2"])
    }

    @Test func takingASilenceBackTellsAtOnce() throws {
        var story = Story()
        _ = story.at("2021-05-04T10:00:00Z", .act(try silenced()))
        _ = story.at("2021-05-05T09:00:00Z", .fires(Story.alert, .warning))
        #expect(story.at("2021-05-05T10:00:00Z", .act(.undo(1))) == ["suppression_ended warning north#1.1"])
    }

    @Test func anAcknowledgementKeepsRemindersAwayAndEndsWithTheEpisode() {
        var story = Story([Story.person(wait: 0, repeatAfter: .workingDays(1))])
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        let known = Acknowledgement(alert: Story.alert, episode: 1, severity: .warning)
        #expect(story.at("2021-05-04T10:00:00Z", .act(.acknowledge(known))).isEmpty)
        #expect(story.at("2021-05-05T09:00:00Z").isEmpty)
        // Graver than what was acknowledged.
        #expect(story.at("2021-05-05T10:00:00Z", .fires(Story.alert, .critical)) == ["changed critical north#1.2"])
        #expect(story.at("2021-05-05T11:00:00Z", .ends(Story.alert)) == ["resolved critical over north#1.3"])
        #expect(story.at("2021-05-06T09:00:00Z", .fires(Story.alert, .warning)) == ["fired warning north#2.1"])
    }

    @Test func aStickyAcknowledgementGoesOn() {
        var story = Story()
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        let known = Acknowledgement(
            alert: Story.alert, episode: 1, severity: .warning, isSticky: true, until: moment("2021-05-12T09:00:00Z"))
        _ = story.at("2021-05-04T10:00:00Z", .act(.acknowledge(known)))
        #expect(story.at("2021-05-05T10:00:00Z", .fires(Story.alert, .critical)).isEmpty)
        #expect(story.at("2021-05-05T11:00:00Z", .ends(Story.alert)) == ["suppression_ended warning over north#1.2"])
        #expect(story.at("2021-05-06T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-12T09:00:00Z").contains("suppression_ended warning north#2.1"))
    }

    @Test func maintenanceOfAUnitCoversThoseBelow() throws {
        var story = Story()
        let maintenance = try #require(
            Maintenance("all", from: moment("2021-05-04T00:00:00Z"), until: moment("2021-05-05T00:00:00Z")))
        _ = story.at("2021-05-04T08:00:00Z", .act(.maintain(maintenance)))
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-05T00:00:00Z") == ["suppression_ended warning north#1.1"])
    }

    @Test func quietHoursWaitForTheMorning() {
        let hours = MuteWindow.Hours(from: Samples.clock("08:30"), to: Samples.clock("17:30"))
        let quiet = MuteWindow(id: "nights", label: Label("nights"), hours: hours)
        var story = Story(plan: Story.plan([Story.program], mutes: [quiet]))
        // Friday evening before a Monday that is a holiday.
        #expect(story.at("2021-04-30T17:30:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-03T10:00:00Z").isEmpty)
        #expect(story.at("2021-05-04T08:29:59Z").isEmpty)
        #expect(story.at("2021-05-04T08:30:00Z") == ["suppression_ended warning north#1.1"])
    }

    @Test func aMissingReportSaysItForTheUnit() {
        let inhibition = Inhibition(
            id: "first", while: Matchers([.init(.rule, ["report-missing"])]),
            mutes: Matchers([.init(.rule, ["behind"])]), same: [.unit])
        var story = Story(plan: Story.plan([Story.program], inhibitions: [inhibition]))
        #expect(story.at("2021-05-04T09:00:00Z", .fires(Story.missing, .warning)) == ["fired warning north#1.1"])
        #expect(story.at("2021-05-04T10:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-04T10:00:00Z", .fires(Story.other, .warning)) == ["fired warning south#1.1"])
        #expect(
            story.at("2021-05-05T09:00:00Z", .ends(Story.missing))
                == ["suppression_ended warning north#1.1", "resolved warning over north#1.2"])
    }

    /// Somebody who was told of it and acts on it hears of its end, whatever says more just then.
    @Test func anInhibitionKeepsNoEndBack() {
        let inhibition = Inhibition(
            id: "first", while: Matchers([.init(.rule, ["report-missing"])]),
            mutes: Matchers([.init(.rule, ["behind"])]), same: [.unit])
        var story = Story(plan: Story.plan([Story.program], inhibitions: [inhibition]))
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        _ = story.at("2021-05-05T09:00:00Z", .fires(Story.missing, .warning))
        #expect(story.at("2021-05-06T09:00:00Z", .ends(Story.alert)) == ["resolved warning over north#1.2"])
    }

    /// A working day before the end, to those whom it keeps from being told.
    @Test(arguments: 0..<3) func peopleAreRemindedBeforeItEnds(kind: Int) throws {
        var story = Story([Story.person(wait: 0)])
        _ = story.at("2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        let (begin, end) = (moment("2021-05-04T10:00:00Z"), moment("2021-05-07T10:00:00Z"))
        let known = Acknowledgement(alert: Story.alert, episode: 1, severity: .warning, until: end)
        let deeds: [Deed] = [
            try silenced(), .maintain(try #require(Maintenance("north", from: begin, until: end))), .acknowledge(known),
        ]
        _ = story.at("2021-05-04T10:00:00Z", .act(deeds[kind]))
        #expect(story.at("2021-05-06T09:59:59Z").isEmpty)
        #expect(story.at("2021-05-06T10:00:00Z") == ["suppression_ending[- warning]+0"])
        #expect(story.at("2021-05-06T11:00:00Z").isEmpty)
        #expect(story.at("2021-05-07T10:00:00Z").isEmpty)
    }
}
