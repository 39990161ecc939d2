import ArgumentParser
import KPICore

struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where kpid keeps its inbox and its status files.", valueName: "dir"))
    var stateDir: String?

    @Option(help: "zh or en; default: that of the locale.")
    var language: Language?
}
