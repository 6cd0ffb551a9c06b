package no.segl.proof.bench;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.id.OrgNumber;

/**
 * What lies unopened in a municipality, and what is done about it: letters from one of its units to
 * another, so that whoever follows all of them sees each letter at both ends.
 */
final class Watchers {

    private final Bulk bulk;
    private final String places;

    Watchers(Bulk bulk, Collection<OrgNumber> places) {
        this.bulk = bulk;
        this.places =
                places.stream().map(OrgNumber::value).collect(Collectors.joining("','", "'", "'"));
    }

    /** So many letters that have lain for up to a month, each sent by itself. */
    void unopened(int letters) throws SQLException {
        bulk.into(
                Set.of("dispatch", "letter"),
                () ->
                        bulk.run(
                                """
                                CREATE TEMP TABLE lying AS
                                WITH place AS (SELECT row_number() OVER () - 1 AS n, number
                                                 FROM unnest(ARRAY[%1$s]) AS given (number))
                                SELECT i, gen_random_uuid() AS id, s.number AS sender,
                                       r.number AS recipient,
                                       now() - i * (interval '30 days' / %2$d) AS at
                                  FROM generate_series(1, %2$d) AS each (i)
                                  JOIN place s ON s.n = i %% (SELECT count(*) FROM place)
                                  JOIN place r ON r.n = i * 7 %% (SELECT count(*) FROM place);
                                ANALYZE lying;
                                INSERT INTO dispatch (id, sender, idempotency_key, content_digest,
                                       sent_at, title, senders_reference, case_number)
                                SELECT id, sender, 'lying ' || id, '\\x00', at, 'Brev', 'ref ' || i,
                                       '2026/' || i
                                  FROM lying;
                                INSERT INTO letter (id, dispatch, sender, recipient, category,
                                       language, state, accepted_at, available_at, rules, looks,
                                       steps, notified_at, next_look_at, next_look_reason,
                                       next_look_owner)
                                SELECT uuidv7(at - clock_timestamp()), id, sender, recipient,
                                       (SELECT code FROM category OFFSET i %% 6 LIMIT 1), 'nb',
                                       'AVAILABLE', at, at, (SELECT max(version) FROM rule), 1, 1, at,
                                       now() + interval '2 days', 'RENOTIFY', 'RECIPIENT'
                                  FROM lying
                                """
                                        .formatted(places, letters)));
    }

    /** One case for every tenth of them, at the recipient. */
    void cases() throws SQLException {
        bulk.run(
                """
                INSERT INTO matter (id, letter, reason, side, unit, raised_at, due_at)
                SELECT gen_random_uuid(), l.id, 'LONG_UNOPENED', 'RECIPIENT', l.recipient,
                       l.available_at, now() + interval '2 days'
                  FROM letter l JOIN lying ON lying.id = l.dispatch WHERE lying.i % 10 = 0;
                ANALYZE matter
                """);
    }
}
