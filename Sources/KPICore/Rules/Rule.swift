package import CEL
package import Diagnostics

/// Which assessments are worth telling someone about.
package struct Rule: Sendable {
    /// What is judged one by one.
    package enum Subject: String, Sendable, CaseIterable {
        /// Each target as a whole.
        case target
        /// Each unit of each target.
        case unit
        /// Each stage of a milestone, item of a checklist and member to be covered.
        case item
        /// Each entity at a gate.
        case entity
        /// Each period of a cadence.
        case period

        /// The kinds of targets whose parts it looks at; nil: it looks at targets and units.
        package var kindsOfParts: [Kind]? {
            switch self {
            case .target, .unit: nil
            case .item: [.milestone, .checklist, .coverage]
            case .entity: [.gate]
            case .period: [.cadence]
            }
        }
    }

    /// What to do where there is nothing to judge by. Nothing ever resolves on silence.
    package enum NoData: String, Sendable, CaseIterable {
        case keep, alert
    }

    /// What is made of revised figures that begin or change an alert.
    package enum Corrections: String, Sendable, CaseIterable {
        /// Those who were told otherwise are told.
        case tell
        /// The same, and an alert that was over goes on in its old episode.
        case reopen
        /// Nobody is told.
        case silent
    }

    package struct Condition: Sendable {
        package let severity: Severity
        package let program: Program

        package init(_ severity: Severity, _ program: Program) {
            (self.severity, self.program) = (severity, program)
        }
    }

    package let id: RuleID
    package let forEach: Subject
    /// Which targets; nil is all.
    package let selector: Program?
    /// Gravest first; the first that holds counts.
    package let conditions: [Condition]
    /// Ends the alert; nil: as soon as no condition holds.
    package let clear: Program?
    /// How long a condition must hold before the alert fires.
    package let hold: Delay?
    /// How long it must stay clear before the alert is over; nil: it is at once.
    package let keepFiringFor: Delay?
    /// Gravest first.
    package let escalations: [Escalation]
    package let flapping: Flapping?
    package let corrections: Corrections
    package let noData: NoData
    package let message: Message
    package let place: Place?

    package init(
        id: RuleID, forEach: Subject, selector: Program? = nil, conditions: [Condition], clear: Program? = nil,
        hold: Delay? = nil, keepFiringFor: Delay? = nil, escalations: [Escalation] = [], flapping: Flapping? = nil,
        corrections: Corrections = .tell, noData: NoData = .keep, message: Message, place: Place? = nil
    ) {
        self.id = id
        self.forEach = forEach
        self.selector = selector
        self.conditions = conditions.sorted { $0.severity > $1.severity }
        self.clear = clear
        self.hold = hold
        self.keepFiringFor = keepFiringFor
        self.escalations = escalations.sorted { $0.to > $1.to }
        self.flapping = flapping
        self.corrections = corrections
        self.noData = noData
        self.message = message
        self.place = place
    }
}
