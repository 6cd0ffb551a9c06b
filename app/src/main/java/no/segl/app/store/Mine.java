package no.segl.app.store;

/** Which letters are a person's to see: the beginnings of questions, with places for more. */
final class Mine {

    /** Where the person's grants hold, on the way down to the units that inherit. */
    static final String HELD =
            """
            WITH RECURSIVE held (unit, category) AS (
                SELECT unit, category FROM access_grant
                 WHERE person = :person AND power = 'READ'
                   AND valid_from <= :at AND (valid_until IS NULL OR valid_until > :at)
                UNION
                SELECT c.number, held.category
                  FROM held
                  JOIN unit p ON p.number = held.unit
                  JOIN unit c ON c.parent = p.number
                  JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = c.kind
            )
            """;

    static final String BY_GRANT =
            """
            SELECT l.id, false AS shared FROM letter l
             WHERE (l.recipient, l.category) IN (SELECT * FROM held) AND
            """;

    /** The letters that are shared with the person. */
    static final String SHARED =
            """
              FROM letter_share s JOIN letter l ON l.id = s.letter
             WHERE s.person = :person
               AND s.valid_from <= :at AND (s.valid_until IS NULL OR s.valid_until > :at) AND
            """;

    static final String BY_SHARE = "SELECT l.id, true AS shared " + SHARED;

    private Mine() {}

    /** The person's letters that fit {@code part}, as {@code mine}. */
    static String where(String part) {
        return HELD
                + ", mine (id, shared) AS (SELECT id, bool_and(shared) FROM (("
                + BY_GRANT
                + part
                + ") UNION ALL ("
                + BY_SHARE
                + part
                + ")) found GROUP BY id) ";
    }
}
