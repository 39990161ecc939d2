import Testing

@testable import Diagnostics

struct SuggestionTests {
    @Test(arguments: [
        ("pace_ration", "pace_ratio"), ("gaol", "goal"), ("goal_", "goal"), ("任诚区", "任城区"), ("zzz", nil),
        ("p", nil),
    ])
    func nearest(word: String, meant: String?) {
        #expect(Suggestion.nearest(to: word, in: ["pace_ratio", "goal", "任城区", "planned"]) == meant)
    }
}
