/// Every function of the language and its extensions: one table, which the checker, the planner and the reference
/// all read.
package enum Library {
    /// Functions under headings, in the order of the reference.
    package static let chapters: [(title: String, functions: [Function])] = [
        ("Operators", arithmetic + comparison + access),
        ("Conversions", conversions),
        ("Strings", strings),
        ("Timestamps and durations", times),
        ("Extension: strings", stringExtensions),
        ("Extension: math", mathematics + bits),
        ("Extension: optional types", optionals),
        ("Extension: encoders", encoders),
    ]

    static let functions: [String: Function] = {
        var functions: [String: Function] = [:]
        for chapter in chapters {
            for function in chapter.functions {
                functions[function.name] = functions[function.name]?.adding(function) ?? function
            }
        }
        return functions
    }()
}
