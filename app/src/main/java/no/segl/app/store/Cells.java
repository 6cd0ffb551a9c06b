package no.segl.app.store;

/**
 * The parts of a question about units by categories. They name what they find {@code tree}, {@code
 * up}, {@code cell}, {@code waiting} and {@code chosen}, and ask for {@code :roots} and {@code
 * :at}.
 */
final class Cells {

    /** The tree beneath {@code :roots}: what lives there, also beneath what is dissolved. */
    static final String TREE =
            """
            WITH RECURSIVE whole (number, name, kind, depth, path) AS (
                SELECT number, name, kind, 0, ARRAY[name || ' ' || number]
                  FROM unit WHERE number = ANY (:roots)
                UNION ALL
                SELECT u.number, u.name, u.kind, t.depth + 1, t.path || (u.name || ' ' || u.number)
                  FROM whole t JOIN unit u ON u.parent = t.number
                 WHERE t.depth < 20
            ), tree AS (
                SELECT * FROM whole t
                 WHERE t.depth = 0 OR NOT EXISTS (
                       SELECT 1 FROM registered_unit r WHERE r.unit = t.number AND r.dissolved)
            )
            """;

    /** The condition that nobody can open some category. */
    static final String GAPS =
            """
            t.number NOT IN (SELECT unit FROM cell GROUP BY unit
                             HAVING count(*) = (SELECT count(*) FROM category))
            """;

    /** The whole tree, and for each unit and category how many can open. */
    static final String ALL = TREE + of("tree");

    private Cells() {}

    /** Each of those units with those it inherits access to read from, itself among them. */
    static String inheriting(String units) {
        return """
        , up (unit, number, parent, kind) AS (
            SELECT t.number, u.number, u.parent, u.kind
              FROM %s t JOIN unit u ON u.number = t.number
            UNION ALL
            SELECT up.unit, p.number, p.parent, p.kind
              FROM up
              JOIN unit p ON p.number = up.parent
              JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = up.kind
        )
        """
                .formatted(units);
    }

    /** For each of those units and each category how many can open, and how many letters wait. */
    static String of(String units) {
        return inheriting(units)
                + """
                , cell AS (
                    SELECT up.unit, g.category, count(DISTINCT g.person) AS holders,
                           count(DISTINCT g.person) FILTER (WHERE g.unit = up.unit) AS direct,
                           min(g.person::text) AS one
                      FROM up JOIN grants_at(:at) g ON g.unit = up.number
                     WHERE g.power = 'READ'
                     GROUP BY up.unit, g.category
                ), waiting AS (
                    SELECT l.recipient, l.category, count(*) AS letters
                      FROM letter l JOIN %1$s t ON t.number = l.recipient
                     WHERE l.state = 'AVAILABLE'
                     GROUP BY l.recipient, l.category
                )
                """
                        .formatted(units);
    }

    /** The units of one page, in the order of the tree. */
    static String chosen(String condition) {
        return """
        , chosen AS (
            SELECT * FROM tree t
             WHERE (:text = '' OR t.number LIKE :text || '%%'
                    OR strpos(lower(t.name), lower(:text)) > 0)
               AND (%s)
               AND (:after::text IS NULL OR t.path >
                    (SELECT a.path FROM tree a WHERE a.number = :after))
             ORDER BY t.path LIMIT :limit
        )
        """
                .formatted(condition);
    }
}
