import Foundation
import KPICore
import KPIIngest
import Testing

/// Progress by growth rate, held against everything that Statistics Canada published by it.
@Suite(.enabled(if: SharedData.progress.isToBeTested, "the published data do not lie beside this repository"))
struct StatCanTests {
    @Test func everyAnswerFromItsComponents() throws {
        let answers = try PublishedProgress.answers()
        var right = 0
        for answer in answers {
            let progress = GrowthProgress(answer.components)
            let isRight = answer.isGiven(by: progress)
            #expect(isRight, "\(answer.key): \(String(describing: progress.value)) \(progress.status)")
            #expect((progress.value == nil) == (progress.obstacle != nil))
            right += isRight ? 1 : 0
        }
        print("StatCan, value, status and score from components: \(right) of \(answers.count)")
        #expect(answers.count == 132 && right == 132)
    }

    @Test func everyAnswerFromRawData() throws {
        let answers = try PublishedProgress.answers()
        let settings = try PublishedProgress.settings()
        #expect(answers.map(\.key) == settings.map(\.key))
        let labels = try Self.labels()
        var right = 0
        var absent: [String] = []
        for (indicator, group) in Dictionary(grouping: zip(settings, answers), by: \.0.indicator) {
            let file = "data/indicator_\(indicator).csv"
            guard PublishedProgress.data.holds(file) else {
                absent.append(indicator)
                continue
            }
            let bytes = try PublishedProgress.data.bytes(file)
            let found = OpenSDGData.figures(bytes, of: group.map(\.0.chosen), labels: labels)
            for ((setting, answer), figures) in zip(group, found) {
                let components = setting.chosen.components(of: try figures.get())
                let progress = GrowthProgress(components)
                let isRight = answer.isMade(of: components) && answer.isGiven(by: progress)
                #expect(isRight, "\(answer.key): \(components)")
                right += isRight ? 1 : 0
            }
        }
        print("StatCan, the same from raw data and settings: \(right) of \(answers.count); no data of \(absent)")
        #expect(absent == ["16-5-1"] && right == 131)
    }

    @Test func everyIndicatorAsAWhole() throws {
        let answers = Dictionary(grouping: try PublishedProgress.answers(), by: \.indicator)
        var right = 0
        let indicators = try PublishedProgress.indicators().filter { $0.series > 0 }
        for indicator in indicators {
            let series = answers[indicator.indicator] ?? []
            #expect(series.count == indicator.series)
            let summary = GrowthSummary(of: series.map { GrowthProgress($0.components) })
            let isRight = summary.status.rawValue == indicator.status && agree(summary.score, indicator.score)
            #expect(isRight, "\(indicator.indicator): \(summary)")
            right += isRight ? 1 : 0
        }
        print("StatCan, overall status and score of indicators: \(right) of \(indicators.count)")
        #expect(indicators.count == 82 && right == 82)
    }

    static func labels() throws -> OpenSDGLabels {
        var reader = CSVReader(try TextDecoding.decode(PublishedProgress.data.bytes("labels.csv")).bytes)
        var record = reader.makeRecord()
        var labels: [String: String] = [:]
        while reader.next(into: &record) { labels[record[0]] = record[1] }
        return OpenSDGLabels(labels)
    }
}
