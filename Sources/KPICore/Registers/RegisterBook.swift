/// Every version of every row of every register, with units as they are called now.
package struct RegisterBook: Sendable {
    /// One entity's versions, oldest first.
    struct History: Sendable {
        let entity: String
        var versions: [RegisterRow]
    }

    /// The entities of one register, in the order in which they first came.
    struct Register: Sendable {
        var histories: [History] = []
        var index: [String: Int] = [:]
        /// When the first of its rows came.
        var since: Instant
    }

    /// Rows of a register that came at one moment.
    struct Upload: Sendable, Hashable {
        let at: Instant
        let register: RegisterID
    }

    private let names: FormerNames
    private var registers: [RegisterID: Register] = [:]
    /// By moment, each once.
    private var uploads: [Upload] = []

    package init(_ names: FormerNames = FormerNames()) {
        self.names = names
    }

    package mutating func add(_ row: RegisterRow) {
        let row = names.present(row)
        var register = registers.removeValue(forKey: row.register) ?? Register(since: row.recordedAt)
        register.since = min(register.since, row.recordedAt)
        if let position = register.index[row.entity] {
            let place = register.histories[position].versions.partitioningIndex { $0.recordedAt > row.recordedAt }
            register.histories[position].versions.insert(row, at: place)
        } else {
            register.index[row.entity] = register.histories.count
            register.histories.append(History(entity: row.entity, versions: [row]))
        }
        registers[row.register] = register
        let upload = Upload(at: row.recordedAt, register: row.register)
        if uploads.last != upload {
            let position = uploads.partitioningIndex { $0.at > upload.at }
            if !uploads[..<position].suffix(8).contains(upload) { uploads.insert(upload, at: position) }
        }
    }

    /// Uploads after one moment and up to another, in order.
    func uploads(after start: Instant, upTo end: Instant) -> ArraySlice<Upload> {
        let from = uploads.partitioningIndex { $0.at > start }
        let to = uploads.partitioningIndex { $0.at > end }
        return from < to ? uploads[from..<to] : []
    }

    /// Whether the register had come by a moment. Before that it has no rows, and that is not the same as none. One
    /// whose rows were known from days of their own tells of any moment once it has come.
    package func holds(_ schema: RegisterSchema, asOf: Instant) -> Bool {
        guard let register = registers[schema.id] else { return false }
        return schema.knownFrom != .upload || register.since <= asOf
    }

    /// The entities that a register holds now, in the order in which they first came.
    package func current(_ register: RegisterID) -> [(entity: String, cells: [Cell])] {
        (registers[register]?.histories ?? []).compactMap { history in
            history.versions.last?.cells.map { (history.entity, $0) }
        }
    }

    /// Every version of one entity, oldest first.
    package func versions(of entity: String, in register: RegisterID) -> [RegisterRow] {
        guard let register = registers[register], let place = register.index[entity] else { return [] }
        return register.histories[place].versions
    }

    /// The cells of each entity as they were known at a moment.
    ///
    /// What was uploaded later is used for earlier moments too, where the schema says that rows were known from a
    /// date of their own: a register that arrives in autumn still tells how things stood in spring.
    package func rows(of schema: RegisterSchema, asOf: Instant, today: LocalDate) -> [[Cell]] {
        guard let register = registers[schema.id] else { return [] }
        return register.histories.compactMap { history in
            history.cells(asOf: asOf) ?? history.cells(knownBefore: asOf, by: schema, today: today)
        }
    }
}

extension RegisterBook.History {
    /// The version that was uploaded last by then; nil inside: the entity was taken out by then.
    fileprivate func cells(asOf: Instant) -> [Cell]?? {
        versions.last { $0.recordedAt <= asOf }.map(\.cells)
    }

    /// A version that was uploaded later, where the schema says that it was known before.
    fileprivate func cells(knownBefore asOf: Instant, by schema: RegisterSchema, today: LocalDate) -> [Cell]? {
        guard let latest = versions.last?.cells else { return nil }
        switch schema.knownFrom {
        case .upload: return nil
        case .always: return latest
        case .column(let name):
            guard let column = schema.index(of: name), column < latest.count, case .date(let date) = latest[column],
                date <= today
            else { return nil }
            return latest
        }
    }
}
