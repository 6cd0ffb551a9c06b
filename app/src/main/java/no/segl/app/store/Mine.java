package no.segl.app.store;

/** Which letters are a person's to see: the beginnings of questions, with places for more. */
final class Mine {

    /** Where the person's grants hold, on the way down to the units that inherit. */
    static final String HELD =
            """
            WITH RECURSIVE held (unit, category) AS (
                SELECT unit, category FROM grants_at(:at)
                 WHERE person = :person AND power = 'READ'
                UNION
                SELECT c.number, held.category
                  FROM held
                  JOIN unit p ON p.number = held.unit
                  JOIN unit c ON c.parent = p.number
                  JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = c.kind
            )
            """;

    private static final String BY_GRANT =
            """
            SELECT l.id, false AS shared FROM letter l
             WHERE (l.recipient, l.category) IN (SELECT * FROM held) AND
            """;

    /** The letters that are shared with the person. */
    static final String SHARED =
            """
              FROM shares_at(:at) s JOIN letter l ON l.id = s.letter
             WHERE s.person = :person AND
            """;

    private static final String BY_SHARE = "SELECT l.id, true AS shared " + SHARED;

    private Mine() {}

    /** Those among few letters, named in {@code part}, that are the person's, as {@code mine}. */
    static String among(String part) {
        return either(BY_GRANT + part, BY_SHARE + part);
    }

    /**
     * The person's letters that fit {@code part}, as {@code mine}. Each place where the person
     * holds a grant is looked up by itself, in an index: nobody else's letters are read, however
     * many there are, and whatever the database believes of how many they are.
     *
     * @param places which of the places, as a condition on {@code held}
     * @param part which letters, as a condition on {@code l}
     * @param order how many of them at most, and which first; may be empty
     */
    static String where(String places, String part, String order) {
        // Without an order, OFFSET 0 keeps the places from being turned into one great join.
        return either(
                """
                SELECT l.id, false AS shared FROM held CROSS JOIN LATERAL (
                    SELECT l.id FROM letter l
                     WHERE l.recipient = held.unit AND l.category = held.category AND %s %s) l
                 WHERE %s %s
                """
                        .formatted(part, order.isEmpty() ? "OFFSET 0" : order, places, order),
                BY_SHARE + part + order);
    }

    private static String either(String byGrant, String byShare) {
        return HELD
                + ", mine (id, shared) AS (SELECT id, bool_and(shared) FROM (("
                + byGrant
                + ") UNION ALL ("
                + byShare
                + ")) found GROUP BY id) ";
    }
}
