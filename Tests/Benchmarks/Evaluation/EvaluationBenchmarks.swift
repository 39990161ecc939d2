// How long an evaluation of many subjects takes, and one new report among them. Run with:
// KPID_BENCHMARKS=1 swift run -c release EvaluationBenchmarks [TARGETS UNITS]

import KPICore
import Measuring

@main
enum EvaluationBenchmarks {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        if numbers.count == 2 {
            try Measured(targets: numbers[0], units: numbers[1]).run()
            return
        }
        // The second is there to be compared with the first: one report must not take longer among more subjects.
        try Measured(targets: 100, units: 100).run()
        try Measured(targets: 1000, units: 100).run()
    }
}
