import ArgumentParser
import KPICore

/// The register that a command looks at, in the configuration and in the ledger.
struct ChosenRegister: ParsableArguments {
    @Argument(help: "The register's id.")
    var register: String

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String?

    @OptionGroup var common: CommonOptions

    var language: Language { Speech.language(common.language) }

    func find() throws -> (schema: RegisterSchema, catalog: Catalog, facts: Facts) {
        let catalog = try ChosenConfiguration.catalog(config)
        let schema = try RegisterChoice.find(register, in: catalog)
        return (schema, catalog, try KnownFacts.read(StatePath(common.stateDir), catalog))
    }
}
