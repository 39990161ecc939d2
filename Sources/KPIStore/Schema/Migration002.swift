internal import GRDB

/// Alerts that recover, escalate and remember their episodes. Shipped: never to be changed.
///
/// What alerts were at firing and at their worst was not kept before, and is not made up here.
enum Migration002 {
    static func migrate(_ database: Database) throws {
        for sql in ["ALTER TABLE alert RENAME TO alert_001", alert, copy, "DROP TABLE alert_001"] {
            try database.execute(sql: sql)
        }
    }

    private static let alert = """
        CREATE TABLE alert (
            rule TEXT NOT NULL,
            target TEXT NOT NULL,
            unit TEXT NOT NULL,
            scope TEXT NOT NULL,
            episode INTEGER NOT NULL,
            phase TEXT NOT NULL CHECK (phase IN ('inactive', 'pending', 'firing', 'recovering', 'resolved')),
            severity TEXT CHECK ((severity IS NULL) = (phase = 'inactive')),
            since TEXT CHECK ((since IS NOT NULL) = (phase IN ('pending', 'firing', 'recovering'))),
            pending_since TEXT CHECK ((pending_since IS NOT NULL) = (phase IN ('firing', 'recovering', 'resolved'))),
            severity_since TEXT CHECK ((severity_since IS NOT NULL) = (phase IN ('firing', 'recovering'))),
            escalated_to TEXT CHECK (escalated_to IS NULL OR phase IN ('firing', 'recovering', 'resolved')),
            recovering_since TEXT CHECK ((recovering_since IS NOT NULL) = (phase = 'recovering')),
            first_ref TEXT CHECK ((first_ref IS NOT NULL) = (phase IN ('pending', 'recovering'))),
            last_ref TEXT CHECK ((last_ref IS NOT NULL) = (phase IN ('pending', 'recovering'))),
            periods INTEGER CHECK ((periods IS NOT NULL) = (phase IN ('pending', 'recovering'))),
            resolved_at TEXT CHECK ((resolved_at IS NOT NULL) = (phase = 'resolved')),
            fired_since TEXT CHECK ((fired_since IS NOT NULL) = (phase = 'resolved')),
            reason TEXT NOT NULL,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            named_values TEXT NOT NULL,
            values_at_firing TEXT,
            values_at_worst TEXT CHECK ((values_at_worst IS NULL) = (values_at_firing IS NULL)),
            episodes_began TEXT CHECK ((episodes_began IS NULL) = (values_at_firing IS NULL)),
            PRIMARY KEY (rule, target, unit, scope)
        ) STRICT, WITHOUT ROWID
        """

    private static let copy = """
        INSERT INTO alert (
            rule, target, unit, scope, episode, phase, severity, since, pending_since, severity_since, first_ref,
            last_ref, periods, resolved_at, fired_since, reason, message_zh, message_en, named_values)
        SELECT
            rule, target, unit, scope, episode, phase, severity,
            CASE WHEN phase IN ('pending', 'firing') THEN since END,
            CASE WHEN phase = 'resolved' THEN fired_since ELSE pending_since END,
            CASE WHEN phase = 'firing' THEN since END,
            first_ref, last_ref, periods, resolved_at, fired_since, reason, message_zh, message_en, named_values
        FROM alert_001
        """
}
