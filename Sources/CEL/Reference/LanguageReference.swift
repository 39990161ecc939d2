/// The reference of the language as a page: what is written here by hand, and the functions from the table that the
/// checker reads, so that the two cannot part.
package enum LanguageReference {
    package static var page: String {
        var page = introduction + "\n## Macros\n\n"
        for macro in macros { page += "- `\(macro.form)`: \(macro.meaning)\n" }
        for chapter in Library.chapters {
            page += "\n## \(chapter.title)\n"
            for function in chapter.functions { page += section(function) }
        }
        return page
    }

    private static func section(_ function: Function) -> String {
        let title = function.isOperator ? BinaryOperator.sign(function.name) : function.name
        let overloads = function.overloads.filter { !$0.isDynamicOnly }
        let signatures = overloads.map { $0.signature(of: function.name) }
        return "\n### `\(title)`\n\n\(function.summary)\n\n```\n\(signatures.joined(separator: "\n"))\n```\n"
    }

    private static let macros: [(form: String, meaning: String)] = [
        ("has(e.f)", "whether `e` has the field or key `f`; of a declared name with dots, whether it has a value."),
        ("e.all(x, p)", "whether `p` holds for each element of a list or key of a map."),
        ("e.exists(x, p)", "whether `p` holds for any of them."),
        ("e.exists_one(x, p)", "whether `p` holds for exactly one of them; also written `existsOne`."),
        ("e.filter(x, p)", "a list of those for which `p` holds."),
        (
            "e.map(x, r)",
            "a list of `r` for each; with three arguments, `e.map(x, p, r)`, for those for which `p` holds."
        ),
        ("e.all(i, v, p)", "as above with index and element, or key and value; so too `exists` and `existsOne`."),
        ("e.transformList(i, v, r)", "a list of `r` for each; also `(i, v, p, r)`."),
        ("e.transformMap(k, v, r)", "a map from the same keys to `r`; also `(k, v, p, r)`."),
        ("e.transformMapEntry(k, v, r)", "a map of the entries that `r` makes, each a map; also `(k, v, p, r)`."),
        ("cel.bind(x, v, r)", "`r` with `x` standing for `v`."),
        ("o.optMap(x, r)", "an optional of `r`, with `x` standing for what the optional `o` holds; none if nothing."),
        ("o.optFlatMap(x, r)", "as `optMap`, where `r` is an optional already."),
    ]

    private static let introduction = """
        # The expression language

        The Common Expression Language with its extensions for strings, math, optional types, comprehensions with two
        names, bindings and encoders. This page is generated; a test keeps it equal to what the checker knows.

        ## Grammar

        ```
        Expression     = Or ["?" Or ":" Expression]
        Or             = And {"||" And}
        And            = Relation {"&&" Relation}
        Relation       = Sum {("<" | "<=" | ">=" | ">" | "==" | "!=" | "in") Sum}
        Sum            = Product {("+" | "-") Product}
        Product        = Unary {("*" | "/" | "%") Unary}
        Unary          = ["!" {"!"} | "-" {"-"}] Member
        Member         = Primary {"." Name ["(" [Arguments] ")"] | ".?" Name | "[" ["?"] Expression "]"}
        Primary        = ["."] Name ["(" [Arguments] ")"] | "(" Expression ")" | Literal
                       | "[" [["?"] Expression {"," ["?"] Expression} [","]] "]"
                       | "{" [Entry {"," Entry} [","]] "}"
        Entry          = ["?"] Expression ":" Expression
        Arguments      = Expression {"," Expression}
        Name           = letter or "_", then letters, digits and "_"; after a dot also any text in backticks
        Literal        = Int | UInt | Double | String | Bytes | "true" | "false" | "null"
        Int            = digits | "0x" hexadecimal digits
        UInt           = Int ("u" | "U")
        Double         = digits "." digits [Exponent] | digits Exponent | "." digits [Exponent]
        String         = ["r"] quotes, single, double or three of either, with escapes unless "r"
        Bytes          = "b" String
        ```

        Comments run from `//` to the end of the line. Expressions nest at most \(Parser.deepest) levels deep; `&&` and
        `||` may join any number of operands.

        ## What goes wrong, and what is not known

        An error is passed on by whatever needs the value, but `false && e` and `e && false` are false and `true || e`
        and `e || true` are true, whatever `e` comes to. An unknown value is passed on in the same way, with the names of
        all that is missing; where an error and an unknown meet, the unknown goes first. Every iteration, every element
        compared and every 64 bytes of text cost a step of the budget; when it is used up, the evaluation ends.

        ## Extensions for rules

        Where no signature fits, a literal int that stands beside a double is read as a double: `progress * 100 > 50`.
        `has(x)` of a variable tells whether it has a value. `==` between doubles that were computed is a warning.

        """
}
