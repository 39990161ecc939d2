package import CEL
import Diagnostics

/// Writes messages before there is anything to tell, so that one that fails is known while somebody looks at the file
/// it stands in.
package struct MessageTrial {
    package struct Failure: Sendable {
        /// Where in the message, and why.
        package let error: EvaluationError
        /// Of which target it was tried.
        package let target: TargetID
    }

    private let catalog: Catalog
    private var samples: SampleSubjects

    package init(_ catalog: Catalog) {
        self.catalog = catalog
        samples = SampleSubjects(catalog)
    }

    /// What fails in a rule's messages, each place once.
    package mutating func failures(of rule: Rule) -> [Failure] {
        var judge = RuleJudge(rule, catalog.timetable)
        var places: Set<String> = []
        return samples.of(rule).flatMap { subject in
            judge.message(subject).failures.filter { places.insert($0.place.description).inserted }.map {
                Failure(error: $0, target: subject.target.id)
            }
        }
    }
}
