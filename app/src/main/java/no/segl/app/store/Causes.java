package no.segl.app.store;

/** What must be seen to at the units {@code down}, as {@code found}: a part of a question. */
final class Causes {

    /**
     * In this order: units that are gone and were taken over, for as long as something is left
     * there; categories that nobody can open where somebody lately could, and, further down, those
     * whose last reader soon is none (told at the unit where it was given: those beneath inherit
     * it); grants at units that are gone; administrators of units whose key roles have changed
     * since they were given or confirmed; grants that were given at a unit before it came from
     * another organisation; units that came, or were moved, after the register was first followed
     * and access first given in the tree, and where nobody can open anything; and what the register
     * said that Segl could not take in, until the unit, or the whole tree, has been taken in later.
     * Asks for {@code :at}, and {@code :left} and {@code :soon}: from when on what has ended is
     * told of, and until when what ends.
     */
    static final String FOUND =
            """
            , grants AS (
                SELECT g.*, coalesce(g.confirmed_at, g.valid_from) AS since
                  FROM down JOIN grants_at(:at) g ON g.unit = down.number
            ), began AS (
                SELECT greatest(min(g.valid_from),
                                (SELECT min(e.at) + interval '1 day'
                                   FROM unnest(:units::text[]) AS top
                                   JOIN ledger_entry e ON e.subject = 'unit:' || top
                                                      AND e.type = 'UnitRegistered')) AS at
                  FROM down JOIN access_grant g ON g.unit = down.number
            )
            """
                    + Cells.inheriting("down")
                    + """
                    , read AS (
                        SELECT DISTINCT up.unit FROM up
                          JOIN grants_at(:at) g ON g.unit = up.number AND g.power = 'READ'
                    ), last AS (
                        SELECT DISTINCT ON (g.unit, g.category) g.*
                          FROM down JOIN access_grant g ON g.unit = down.number
                         WHERE g.power = 'READ' AND g.valid_from <= :at
                           AND g.valid_until > :left AND g.valid_until <= :soon
                         ORDER BY g.unit, g.category, g.valid_until DESC, g.id
                    ), found (position, cause, unit, since, grant_id, person, power, category) AS (
                        SELECT 1, 'UNIT_DISSOLVED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN registered_unit r ON r.unit = g.unit AND r.dissolved
                          LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                              WHERE e.subject = 'unit:' || g.unit
                                                AND e.type = 'UnitDissolved') e ON true
                        UNION ALL
                        SELECT 0, 'UNIT_MERGED', gone.unit, e.at, NULL, NULL, NULL, NULL
                          FROM succession gone
                          JOIN down ON down.number = gone.successor
                          LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                              WHERE e.subject = 'unit:' || gone.unit
                                                AND e.type = 'UnitDissolved') e ON true
                         WHERE EXISTS (SELECT 1 FROM letter l
                                        WHERE l.recipient = gone.unit AND l.state = 'AVAILABLE')
                            OR EXISTS (SELECT 1 FROM grants_at(:at) g WHERE g.unit = gone.unit AND
                    """
                    + Successions.left("gone.successor")
                    + """
                        )
                        UNION ALL
                        SELECT CASE WHEN over THEN 0 ELSE 2 END,
                               CASE WHEN over THEN 'LEFT_WITHOUT_READER'
                                    ELSE 'ENDS_WITHOUT_READER' END,
                               g.unit,
                               CASE WHEN over THEN g.valid_until
                                    ELSE g.valid_until - (:soon - :at) END,
                               g.id, g.person, g.power, g.category
                          FROM last g
                         CROSS JOIN LATERAL (
                                SELECT NOT stands(g.valid_until, g.ended_at, :at) AS over) o
                         WHERE NOT EXISTS (SELECT 1 FROM registered_unit r
                                            WHERE r.unit = g.unit AND r.dissolved)
                           AND NOT EXISTS (
                                SELECT 1 FROM up
                                  JOIN grants_at(greatest(g.valid_until, :at)) o ON o.unit = up.number
                                   AND o.power = 'READ' AND o.category = g.category
                                 WHERE up.unit = g.unit)
                        UNION ALL
                        SELECT 2, 'KEY_ROLE_CHANGED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || g.unit
                                           AND e.type IN ('KeyRoleLeft', 'KeyRoleChanged')) e
                            ON e.at > g.since
                         WHERE g.power = 'ADMINISTER'
                        UNION ALL
                        SELECT 2, 'UNIT_MOVED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN registered_unit r
                            ON r.unit = g.unit AND NOT r.dissolved AND r.moved_from IS NOT NULL
                           AND main_unit(r.moved_from) <> main_unit(r.unit)
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || g.unit
                                           AND e.type = 'UnitMoved') e ON e.at > g.since
                        UNION ALL
                        SELECT 3, 'NEW_WITHOUT_READER', down.number, e.at, NULL, NULL, NULL, NULL
                          FROM down
                          CROSS JOIN began
                          JOIN registered_unit r ON r.unit = down.number AND NOT r.dissolved
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || down.number
                                           AND e.type IN ('UnitRegistered', 'UnitMoved')) e
                            ON e.at > began.at
                         WHERE NOT EXISTS (SELECT 1 FROM read WHERE read.unit = down.number)
                        UNION ALL
                        SELECT 4, 'NOT_TAKEN_IN', down.number, t.at, NULL, NULL, NULL, NULL
                          FROM register_trouble t
                          JOIN down ON down.number = t.unit
                          LEFT JOIN registered_unit r ON r.unit = t.unit
                         WHERE r.unit IS NULL OR (r.seen_at < t.at AND NOT r.dissolved)
                        UNION ALL
                        SELECT 5, 'UPDATE_SKIPPED', asked.top, max(t.at), NULL, NULL, NULL, NULL
                          FROM register_trouble t
                         CROSS JOIN unnest(:units::text[]) AS asked (top)
                          LEFT JOIN register_walk w ON w.top = asked.top
                         WHERE t.unit IS NULL AND (w.walked_at IS NULL OR w.walked_at < t.at)
                         GROUP BY asked.top
                    )
                    """;

    private Causes() {}
}
