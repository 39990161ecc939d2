internal import GRDB
internal import KPICore

extension Ledger {
    /// Makes what an evaluation decided durable, as a whole or not at all. Whoever decides has taken account of
    /// everything recorded so far.
    ///
    /// A notice whose key is there already is not written again, so that a decision may be made twice.
    package func commit(_ tick: Tick) throws(LedgerError) -> Committed {
        try write(.commit) { database in
            var seq = try Self.lastTransition(in: database)
            var sequenced: [SequencedTransition] = []
            let transition = try database.cachedStatement(sql: TransitionRow.insertion)
            for step in tick.transitions {
                seq += 1
                sequenced.append(SequencedTransition(seq: seq, transition: step))
                try transition.execute(arguments: TransitionRow.arguments(sequenced[sequenced.count - 1]))
            }
            let deletion = try database.cachedStatement(sql: AlertRow.deletion)
            for identity in tick.forgotten { try deletion.execute(arguments: AlertRow.identity(identity)) }
            for (old, new) in tick.renamed.sorted(by: { $0.key < $1.key }) {
                try deletion.execute(arguments: AlertRow.identity(old))
                try database.cachedStatement(sql: ToldRow.renaming)
                    .execute(arguments: AlertRow.identity(new) + AlertRow.identity(old))
            }
            let alert = try database.cachedStatement(sql: AlertRow.insertion)
            for state in tick.alerts { try alert.execute(arguments: AlertRow.arguments(state)) }
            if let through = tick.evaluatedThrough { try Self.note(through, in: database) }
            guard !tick.telling.isEmpty else { return Committed(transitions: sequenced, notices: []) }
            var telling = try TellingRecording(database, after: seq)
            return Committed(transitions: sequenced, notices: try telling.record(tick.telling))
        }
    }

    private static func note(_ evaluatedThrough: Instant, in database: Database) throws {
        let meta = try database.cachedStatement(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
        try meta.execute(arguments: [MetaName.evaluatedThrough, evaluatedThrough.stored])
        let intake = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM intake") ?? 0
        try meta.execute(arguments: [MetaName.evaluatedIntake, "\(intake)"])
    }

    /// The transitions that follow one, in order; from the first for 0.
    package func transitions(after seq: Int64, limit: Int) throws(LedgerError) -> [SequencedTransition] {
        try read(.read) { database in
            var found: [SequencedTransition] = []
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: "SELECT \(TransitionRow.columns) FROM transition WHERE seq > ? ORDER BY seq LIMIT ?"),
                arguments: [seq, limit])
            while let row = try rows.next() { found.append(try TransitionRow.transition(row)) }
            return found
        }
    }

    static func lastTransition(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(seq), 0) FROM transition") ?? 0
    }
}
