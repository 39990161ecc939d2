package import KPICore

extension Facts {
    /// Everything that a ledger holds, under the names of today.
    package init(_ contents: LedgerContents, _ names: FormerNames) {
        self.init(names)
        acts = ActBook(contents.acts, names: names)
        for row in contents.registerRows { registers.add(row) }
        for observation in contents.observations { reports.add(observation) }
        // The rows that an intake added stand together, in the order of intakes.
        var rest = contents.observations[...]
        for intake in contents.intakes {
            let taken = rest.prefix(intake.kind == .reports ? intake.added : 0)
            rest = rest.dropFirst(taken.count)
            findings.add(intake.findings, of: intake.file, taken: taken)
        }
    }
}
