import Diagnostics
import Foundation
import Testing

@testable import CEL

/// Runs the official conformance suite, which is not part of this repository.
struct ConformanceTests {
    /// Beside the repository, or where `CEL_CONFORMANCE` says.
    static let path =
        ProcessInfo.processInfo.environment["CEL_CONFORMANCE"]
        ?? URL(filePath: #filePath).appending(path: "../../../../../shared/cel/conformance.jsonl").standardized.path

    static let isMissing = !FileManager.default.fileExists(atPath: path)

    @Test func theSuitePassesCheckedAndUnchecked() throws {
        guard !Self.isMissing else {
            let message = "no conformance data at \(Self.path); CEL_CONFORMANCE names it"
            if ProcessInfo.processInfo.environment["CI"] == "true" { Issue.record("\(message)") }
            print("conformance skipped: \(message)")
            return
        }
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let cases = try text.split(separator: "\n").map { try ConformanceCase($0) }
        try #require(!cases.isEmpty)
        report("checked", cases, isChecked: true)
        report("unchecked", cases.filter(\.runsUncheckedToo), isChecked: false)
    }

    private func report(_ title: String, _ cases: [ConformanceCase], isChecked: Bool) {
        var failed = 0
        for test in cases {
            guard let complaint = complaint(test, isChecked: isChecked && !test.disablesCheck) else { continue }
            failed += 1
            Issue.record("\(title) \(test.id): \(test.source): \(complaint)")
        }
        print("\(title): \(cases.count - failed) passed, \(failed) failed")
    }

    /// What is wrong with the outcome of a test, or nil.
    private func complaint(_ test: ConformanceCase, isChecked: Bool) -> String? {
        var options = Options.standard
        options.checksTypes = isChecked
        options.expandsMacros = !test.disablesMacros
        let environment = Environment(
            test.variables, functions: test.functions, container: test.container, options: options,
            zones: SystemZones.zone)
        switch (environment.compile(Excerpt(test.source)), test.expectation) {
        case (.failure, .error): return nil
        case (.failure(let failure), _): return failure.diagnostics.map(\.message).joined(separator: "; ")
        case (.success(let program), .type(let wanted)):
            return program.type == wanted ? nil : "deduced \(program.type), expected \(wanted)"
        case (.success(let program), .error):
            let outcome = evaluate(program, test, environment)
            if case .failed = outcome { return nil }
            return "gave \(outcome), expected an error"
        case (.success(let program), .value(let wanted, let type)):
            if let type, program.type != type { return "deduced \(program.type), expected \(type)" }
            let outcome = evaluate(program, test, environment)
            guard case .value(let value) = outcome else { return "gave \(outcome), expected \(wanted)" }
            return SameValue.isSame(value, wanted) ? nil : "gave \(value), expected \(wanted)"
        }
    }

    private func evaluate(_ program: Program, _ test: ConformanceCase, _ environment: Environment) -> Outcome {
        var frame = Frame(environment)
        for (name, value) in test.bindings {
            if let slot = environment.slot(of: name) { frame.set(slot, value) }
        }
        return program.evaluate(&frame)
    }
}
