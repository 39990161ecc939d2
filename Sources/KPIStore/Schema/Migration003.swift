internal import GRDB

/// What operators do, what is told, and what is remembered of the telling. Shipped: never to be changed.
///
/// `recorded` numbers all that is recorded beside transitions, over the four tables; `after_transition` is the latest
/// transition at that time. Together they put everything in the order in which it was recorded.
enum Migration003 {
    static func migrate(_ database: Database) throws {
        for sql in [act, notice, delivery, withholding, outbox, told, marks] { try database.execute(sql: sql) }
        for table in ["act", "notice", "delivery", "withholding"] {
            for change in ["UPDATE", "DELETE"] {
                try database.execute(
                    sql: """
                        CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                        """)
            }
        }
    }

    /// The alert is the one that is acknowledged; or whose acknowledgement is taken back, so that both are found.
    private static let act = """
        CREATE TABLE act (
            id INTEGER PRIMARY KEY,
            recorded INTEGER NOT NULL UNIQUE,
            after_transition INTEGER NOT NULL,
            at TEXT NOT NULL,
            author TEXT NOT NULL,
            comment TEXT NOT NULL,
            deed TEXT NOT NULL CHECK (deed IN ('acknowledge', 'silence', 'maintain', 'undo')),
            rule TEXT CHECK (CASE deed WHEN 'acknowledge' THEN rule IS NOT NULL WHEN 'undo' THEN 1 ELSE rule IS NULL END),
            target TEXT CHECK ((target IS NULL) = (rule IS NULL)),
            unit TEXT CHECK ((unit IS NULL) = (rule IS NULL)),
            scope TEXT CHECK ((scope IS NULL) = (rule IS NULL)),
            episode INTEGER CHECK ((episode IS NOT NULL) = (deed = 'acknowledge')),
            severity TEXT CHECK ((severity IS NOT NULL) = (deed = 'acknowledge')),
            is_sticky INTEGER CHECK (is_sticky IN (0, 1) AND (is_sticky IS NOT NULL) = (deed = 'acknowledge')),
            matchers TEXT CHECK ((matchers IS NOT NULL) = (deed = 'silence')),
            maintained TEXT CHECK ((maintained IS NOT NULL) = (deed = 'maintain')),
            from_at TEXT CHECK ((from_at IS NOT NULL) = (deed IN ('silence', 'maintain'))),
            until_at TEXT CHECK (
                CASE deed WHEN 'acknowledge' THEN 1 WHEN 'undo' THEN until_at IS NULL ELSE until_at IS NOT NULL END),
            undoes INTEGER REFERENCES act(id) CHECK ((undoes IS NOT NULL) = (deed = 'undo') AND undoes < id)
        ) STRICT;
        CREATE INDEX act_alert ON act(rule, target, unit, scope, recorded) WHERE rule IS NOT NULL;
        """

    private static let notice = """
        CREATE TABLE notice (
            id INTEGER PRIMARY KEY,
            recorded INTEGER NOT NULL UNIQUE,
            after_transition INTEGER NOT NULL,
            key TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            recipient TEXT NOT NULL,
            rule TEXT,
            target TEXT CHECK ((target IS NULL) = (rule IS NULL)),
            unit TEXT CHECK ((unit IS NULL) = (rule IS NULL)),
            scope TEXT CHECK ((scope IS NULL) = (rule IS NULL)),
            event TEXT NOT NULL,
            at TEXT NOT NULL,
            json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX notice_alert ON notice(rule, target, unit, scope, recorded) WHERE rule IS NOT NULL;
        """

    private static let delivery = """
        CREATE TABLE delivery (
            recorded INTEGER PRIMARY KEY,
            after_transition INTEGER NOT NULL,
            notice INTEGER NOT NULL REFERENCES notice(id),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            at TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'postponed', 'given_up')),
            detail_zh TEXT NOT NULL,
            detail_en TEXT NOT NULL,
            next_at TEXT CHECK ((next_at IS NOT NULL) = (outcome = 'postponed')),
            UNIQUE (notice, attempt)
        ) STRICT;
        """

    private static let withholding = """
        CREATE TABLE withholding (
            recorded INTEGER PRIMARY KEY,
            after_transition INTEGER NOT NULL,
            rule TEXT NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            scope TEXT NOT NULL,
            recipient TEXT NOT NULL,
            at TEXT NOT NULL,
            step TEXT NOT NULL CHECK (step IN ('began', 'released', 'lapsed')),
            suppressor TEXT NOT NULL,
            note_zh TEXT NOT NULL,
            note_en TEXT NOT NULL
        ) STRICT;
        CREATE INDEX withholding_alert ON withholding(rule, target, unit, scope, recorded);
        """

    /// A row as long as the notice is neither delivered nor given up. The channel stands here, too, so that a channel
    /// finds its own in order however much the others have to send.
    private static let outbox = """
        CREATE TABLE outbox (
            notice INTEGER PRIMARY KEY REFERENCES notice(id),
            channel TEXT NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            begun_at TEXT CHECK ((begun_at IS NOT NULL) = (attempts > 0)),
            next_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outbox_channel ON outbox(channel, notice);
        """

    private static let told = """
        CREATE TABLE told (
            rule TEXT NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            scope TEXT NOT NULL,
            recipient TEXT NOT NULL,
            episode INTEGER NOT NULL,
            severity TEXT,
            told_at TEXT,
            sequence INTEGER NOT NULL,
            waiting_since TEXT,
            withheld_since TEXT,
            withheld_by TEXT CHECK ((withheld_by IS NULL) = (withheld_since IS NULL)),
            withheld_zh TEXT CHECK ((withheld_zh IS NULL) = (withheld_since IS NULL)),
            withheld_en TEXT CHECK ((withheld_en IS NULL) = (withheld_since IS NULL)),
            PRIMARY KEY (rule, target, unit, scope, recipient)
        ) STRICT, WITHOUT ROWID;
        """

    private static let marks = """
        CREATE TABLE recipient_mark (
            recipient TEXT PRIMARY KEY,
            digested_through TEXT,
            grouped INTEGER NOT NULL CHECK (grouped >= 0)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE act_mark (
            act INTEGER PRIMARY KEY
        ) STRICT;
        """
}
