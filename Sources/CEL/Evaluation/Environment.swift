package import Diagnostics

/// What expressions may refer to, and how they are read. Made once, used for any number of expressions.
package struct Environment: Sendable {
    package let variables: [Declaration]
    package let options: Options
    let zones: @Sendable (String) -> Zone?
    private let slots: [String: Int]
    private let functions: [String: Function]
    /// The namespaces that names are looked up in, the innermost first.
    private let prefixes: [String]

    /// The slot of the variable declared at index i is i. Functions are added to those of the language; overloads for
    /// a name that the language has are added to its own.
    package init(
        _ variables: [Declaration], functions: [Function] = [], container: String = "",
        options: Options = .standard, zones: @escaping @Sendable (String) -> Zone? = { _ in nil }
    ) {
        self.variables = variables
        self.options = options
        self.zones = zones
        var slots: [String: Int] = [:]
        for (slot, variable) in variables.enumerated() { slots[variable.name] = slot }
        self.slots = slots
        var all = Library.functions
        for function in functions { all[function.name] = all[function.name]?.adding(function) ?? function }
        self.functions = all
        let parts = container.split(separator: ".")
        self.prefixes = stride(from: parts.count, to: 0, by: -1).map {
            parts.prefix($0).joined(separator: ".") + "."
        }
    }

    /// Compiles an expression, or tells all that is wrong with it.
    package func compile(
        _ source: Excerpt, as expected: ValueType? = nil
    ) -> Result<Program, CompileFailure> {
        let report = Reporter(source, isTargeted: options.targetedMessages)
        guard source.text.utf8.count <= options.longestSource else {
            report(
                "too-long", "the expression is longer than \(options.longestSource) bytes", at: Span(0, 0))
            return .failure(CompileFailure(diagnostics: report.diagnostics))
        }
        var parser = Parser(source, report: report, expandsMacros: options.expandsMacros)
        let expression = parser.parse()
        let isReadable = !report.diagnostics.hasErrors
        guard isReadable || options.checksTypes else {
            return .failure(CompileFailure(diagnostics: report.diagnostics))
        }
        var checker = Checker(self, nodeCount: parser.nodeCount, report: report, isChecking: options.checksTypes)
        let checked = checker.run(expression, expected: isReadable ? expected : nil)
        guard !report.diagnostics.hasErrors else {
            return .failure(CompileFailure(diagnostics: report.diagnostics.inReadingOrder()))
        }
        let plan = Planner(checked, self, report: report).plan(expression)
        guard !report.diagnostics.hasErrors else {
            return .failure(CompileFailure(diagnostics: report.diagnostics.inReadingOrder()))
        }
        return .success(
            Program(checked, source: source, environment: self, plan: plan, warnings: report.diagnostics))
    }

    // MARK: Names

    package func slot(of name: String) -> Int? { slots[name] }

    func function(_ name: String) -> Function? { functions[name] }

    var names: [String] { variables.map(\.name) }

    /// Functions that can be called by their name.
    var functionNames: [String] { functions.keys.filter { !$0.contains("_") && !$0.contains("@") }.sorted() }

    /// Whether names are looked up anywhere but at the root.
    var hasContainer: Bool { !prefixes.isEmpty }

    /// What a name may mean, in the order it is tried.
    func candidates(_ name: String, isRooted: Bool) -> [String] {
        isRooted || prefixes.isEmpty ? [name] : prefixes.map { $0 + name } + [name]
    }
}

/// Why an expression could not be compiled: all the mistakes found, in reading order.
package struct CompileFailure: Error, Sendable {
    package let diagnostics: [Diagnostic]
}
