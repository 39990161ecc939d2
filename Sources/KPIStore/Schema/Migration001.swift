internal import GRDB

/// The first shape of the ledger. Shipped: never to be changed.
enum Migration001 {
    static func migrate(_ database: Database) throws {
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        for sql in [intake, observation, registerRow, transition, alert, meta] { try database.execute(sql: sql) }
        for table in ["intake", "observation", "register_row", "transition"] {
            for change in ["UPDATE", "DELETE"] {
                try database.execute(
                    sql: """
                        CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                        """)
            }
        }
    }

    private static let intake = """
        CREATE TABLE intake (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            received_at TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('reports', 'register', 'unreadable')),
            register TEXT CHECK ((register IS NOT NULL) = (kind = 'register')),
            accepted INTEGER NOT NULL,
            refused INTEGER NOT NULL,
            added INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            withheld INTEGER NOT NULL,
            findings TEXT NOT NULL
        ) STRICT;
        CREATE INDEX intake_sha256 ON intake(sha256);
        """

    /// A row of intake is written after the rows it brought, when they have been counted; hence the deferred keys.
    private static let observation = """
        CREATE TABLE observation (
            id INTEGER PRIMARY KEY,
            intake INTEGER NOT NULL REFERENCES intake(id) DEFERRABLE INITIALLY DEFERRED,
            line INTEGER NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            period TEXT NOT NULL,
            disaggregation TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            form TEXT NOT NULL,
            has_value INTEGER NOT NULL CHECK (has_value IN (0, 1)),
            lower REAL,
            upper REAL,
            value_text TEXT NOT NULL,
            numerator REAL,
            denominator REAL,
            basis TEXT NOT NULL,
            submitted_at TEXT NOT NULL,
            submitted_by TEXT NOT NULL,
            approved_by TEXT NOT NULL,
            evidence TEXT NOT NULL,
            note TEXT NOT NULL,
            is_retraction INTEGER NOT NULL CHECK (is_retraction IN (0, 1))
        ) STRICT;
        CREATE INDEX observation_key
            ON observation(target, unit, period, disaggregation, revision, lower, numerator);
        CREATE VIEW observation_with_origin AS
            SELECT o.*, i.file, i.sha256, i.received_at AS recorded_at
            FROM observation o JOIN intake i ON i.id = o.intake;
        """

    private static let registerRow = """
        CREATE TABLE register_row (
            id INTEGER PRIMARY KEY,
            intake INTEGER NOT NULL REFERENCES intake(id) DEFERRABLE INITIALLY DEFERRED,
            line INTEGER NOT NULL,
            register TEXT NOT NULL,
            entity TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            cells TEXT,
            recorded_at TEXT NOT NULL,
            UNIQUE (register, entity, revision)
        ) STRICT;
        """

    private static let transition = """
        CREATE TABLE transition (
            seq INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            scope TEXT NOT NULL,
            episode INTEGER NOT NULL,
            from_phase TEXT NOT NULL,
            to_phase TEXT NOT NULL,
            severity_before TEXT,
            severity TEXT NOT NULL,
            at TEXT NOT NULL,
            ref TEXT NOT NULL,
            reason TEXT NOT NULL,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            named_values TEXT NOT NULL
        ) STRICT;
        """

    private static let alert = """
        CREATE TABLE alert (
            rule TEXT NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            scope TEXT NOT NULL,
            episode INTEGER NOT NULL,
            phase TEXT NOT NULL CHECK (phase IN ('inactive', 'pending', 'firing', 'resolved')),
            severity TEXT CHECK ((severity IS NULL) = (phase = 'inactive')),
            since TEXT CHECK (since IS NOT NULL OR phase NOT IN ('pending', 'firing')),
            first_ref TEXT CHECK ((first_ref IS NOT NULL) = (phase = 'pending')),
            last_ref TEXT CHECK ((last_ref IS NOT NULL) = (phase = 'pending')),
            periods INTEGER CHECK ((periods IS NOT NULL) = (phase = 'pending')),
            pending_since TEXT CHECK ((pending_since IS NOT NULL) = (phase = 'firing')),
            resolved_at TEXT CHECK ((resolved_at IS NOT NULL) = (phase = 'resolved')),
            fired_since TEXT CHECK ((fired_since IS NOT NULL) = (phase = 'resolved')),
            reason TEXT NOT NULL,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            named_values TEXT NOT NULL,
            PRIMARY KEY (rule, target, unit, scope)
        ) STRICT, WITHOUT ROWID;
        """

    private static let meta = """
        CREATE TABLE meta (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
