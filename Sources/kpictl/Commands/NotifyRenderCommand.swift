import ArgumentParser
import CEL
import Diagnostics
import Foundation
import KPIConfiguration
import KPICore

struct NotifyRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show a rule's notices as their receivers would read them.",
        discussion: """
            Examples:
              kpictl notify render behind-plan
              kpictl notify render behind-plan --severity critical --language zh
              kpictl notify render -o json | jq -r '.[].subject'

            Figures are made up: the first target that the rule chooses, halfway to its goal in the middle of its window. \
            Nothing is sent, and no running kpid is needed. JSON is what a command and a webhook receive. Without --config \
            it takes \(ChosenConfiguration.installed), or else \(ChosenConfiguration.local).
            """)

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A rule's id; default: all of them.")
    var rule: String?

    @Option(help: "critical, warning or info; default: each that the rule has.")
    var severity: Severity?

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String?

    @Option(help: "zh or en; default: that of the settings.")
    var language: Language?

    @Option(name: [.short, .long], help: "Text for people, or JSON as programs receive it.")
    var output = Output.text

    func run() throws {
        let configuration = try ChosenConfiguration.load(config)
        let catalog = configuration.catalog
        let language = language ?? configuration.settings.language
        let rules = try chosen(catalog.rules)
        var samples = SampleNotices(catalog, language, at: Instant(Date()))
        let notices = rules.flatMap { samples.of($0) }.filter { severity == nil || $0.severity == severity }
        guard !notices.isEmpty else { throw nothing }
        switch output {
        case .json: FileHandle.standardOutput.write(Data(JSON.array(notices.map(\.payload)).pretty.utf8))
        case .text:
            let texts = notices.map { notice in
                let text = NoticeText(notice)
                return "\(text.subject)\n\n\(text.plain)\n"
            }
            print(texts.joined(separator: "\n----\n\n"), terminator: "")
        }
    }

    private func chosen(_ all: [Rule]) throws -> [Rule] {
        guard let rule else { return all }
        let found = all.filter { $0.id.text == rule }
        guard found.isEmpty else { return found }
        let names = all.map(\.id.text)
        let nearest = Suggestion.nearest(to: rule, in: names) ?? names.first { $0.contains(rule) }
        throw Failure(
            .notFound,
            zh: "没有规则“\(rule)”：" + (nearest.map { "是不是“\($0)”？" } ?? "有 \(names.joined(separator: "、"))。"),
            en: "there is no rule '\(rule)': "
                + (nearest.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))."))
    }

    private var nothing: Failure {
        Failure(
            .notFound, zh: "没有可显示的通知：规则不适用于任何指标，或没有这个程度。",
            en: "there is nothing to show: the rule chooses no target, or has no such severity.")
    }
}

extension Severity: ExpressibleByArgument {}
