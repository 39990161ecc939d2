/// How the daemon itself is.
package struct Health: Sendable, Hashable, Decodable {
    /// A mistake in the configuration that kept it from being loaded.
    package struct Mistake: Sendable, Hashable, Decodable {
        package let file: String
        package let line: Int?
        package let column: Int?
        package let id: String
        package let message: String

        package init(file: String, line: Int?, column: Int?, id: String, message: String) {
            (self.file, self.line, self.column, self.id, self.message) = (file, line, column, id, message)
        }

        var json: JSON {
            .object([
                JSON.Member("file", .string(file)), JSON.Member("line", JSON(line)),
                JSON.Member("column", JSON(column)), JSON.Member("id", .string(id)),
                JSON.Member("message", .string(message)),
            ])
        }
    }

    /// The latest attempt to load the configuration.
    package struct Reload: Sendable, Hashable, Decodable {
        package let at: String
        package let ok: Bool
        package let mistakes: [Mistake]

        package init(at: String, ok: Bool, mistakes: [Mistake]) {
            (self.at, self.ok, self.mistakes) = (at, ok, mistakes)
        }

        var json: JSON {
            let first = mistakes.first
            return .object([
                JSON.Member("at", .string(at)), JSON.Member("ok", .bool(ok)),
                JSON.Member("file", JSON(first?.file)), JSON.Member("line", JSON(first?.line)),
                JSON.Member("column", JSON(first?.column)),
                JSON.Member("mistakes", .array(mistakes.map(\.json))),
            ])
        }

        /// A document of its own.
        package var document: JSON {
            .object([
                JSON.Member("api_version", .string(StatusDocument.version)), JSON.Member("reload", json),
            ])
        }
    }

    /// Counts the configurations this daemon has loaded, from 1.
    package var generation: Int
    /// The first letters of a digest of every file of the loaded configuration.
    package var fingerprint: String
    package var lastReload: Reload
    /// The files on disk are not those that are loaded.
    package var filesDiffer: Bool
    /// The moment up to which everything is committed; nil before the first commit.
    package var lastCommit: String?
    /// What is wrong right now, such as a full disk; empty when all is well.
    package var problems: [Label]

    package init(
        generation: Int, fingerprint: String, lastReload: Reload, filesDiffer: Bool = false,
        lastCommit: String? = nil, problems: [Label] = []
    ) {
        self.generation = generation
        self.fingerprint = fingerprint
        self.lastReload = lastReload
        self.filesDiffer = filesDiffer
        self.lastCommit = lastCommit
        self.problems = problems
    }

    package var isDegraded: Bool { !problems.isEmpty || !lastReload.ok }

    package var json: JSON {
        .object([
            JSON.Member("state", .string(isDegraded ? "degraded" : "ok")),
            JSON.Member("generation", JSON(generation)), JSON.Member("fingerprint", .string(fingerprint)),
            JSON.Member("files_differ", .bool(filesDiffer)), JSON.Member("last_reload", lastReload.json),
            JSON.Member("last_commit", JSON(lastCommit)),
            JSON.Member("problems", .array(problems.map { JSON($0) })),
        ])
    }
}
