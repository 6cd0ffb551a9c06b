package no.segl.proof.bench;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.id.OrgNumber;

/**
 * Letters of the last two years that were opened, written straight into the tables, with what
 * belongs to each: ten to a dispatch, one notice that went out and one entry of the ledger.
 */
final class OldPost {

    private static final Set<String> TABLES =
            Set.of("dispatch", "letter", "notice", "ledger_entry");

    /** What one row of {@code given} becomes, in each of the tables. */
    private static final String LETTERS =
            """
            INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title,
                   senders_reference, case_number)
            SELECT id, sender, 'old ' || id, '\\x00', sent_at, 'Brev', 'ref-' || g, '2026/' || g
              FROM old_dispatch;
            INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                   accepted_at, available_at, opened_at, opened_by, rules, destroy_at, destroyed_at,
                   looks, steps, notified_at)
            SELECT uuidv7(d.sent_at - clock_timestamp()), d.id, d.sender, r.number, c.code, 'nb',
                   'OPENED', d.sent_at, d.sent_at, o.at, (SELECT min(id::text)::uuid FROM person), 1,
                   CASE WHEN o.at > now() - interval '1 year' THEN o.at + interval '1 year' END,
                   CASE WHEN o.at <= now() - interval '1 year' THEN o.at + interval '1 year' END,
                   1, 1, d.sent_at
              FROM old_dispatch d
             CROSS JOIN generate_series(0, 9) i
              JOIN old_place r ON r.n = (d.g * 7 + i * 131) % (SELECT count(*) FROM old_place)
              JOIN (SELECT row_number() OVER (ORDER BY position) - 1 AS n, code FROM category) c
                ON c.n = (d.g + i) % (SELECT count(*) FROM category)
             CROSS JOIN LATERAL (SELECT least(d.sent_at + ((d.g * 31 + i * 17) % 240 + 1)
                                             * interval '1 hour', now()) AS at) o
             ORDER BY d.g DESC;
            """;

    private final Bulk bulk;
    private final OrgNumber chain;
    private final String places;

    /**
     * Letters from {@code places} to each other.
     *
     * @param chain in whose ledger they stand
     */
    OldPost(Bulk bulk, OrgNumber chain, Collection<OrgNumber> places) {
        this.bulk = bulk;
        this.chain = chain;
        this.places =
                places.stream().map(OrgNumber::value).collect(Collectors.joining("','", "'", "'"));
    }

    /**
     * Adds so many, a multiple of ten.
     *
     * @return how long that took, in seconds
     */
    double add(long letters) throws SQLException {
        return bulk.into(
                TABLES,
                () -> {
                    bulk.run(
                            """
                            DROP TABLE IF EXISTS old_place, old_dispatch;
                            CREATE TEMP TABLE old_place AS
                            SELECT row_number() OVER () - 1 AS n, number
                              FROM unnest(ARRAY[%s]) AS given (number);
                            CREATE TEMP TABLE old_dispatch AS
                            SELECT g, gen_random_uuid() AS id, p.number AS sender,
                                   now() - interval '1 hour'
                                       - g * (interval '730 days' / %d) AS sent_at
                              FROM generate_series(1, %d) g
                              JOIN old_place p ON p.n = g %% (SELECT count(*) FROM old_place);
                            ANALYZE old_place;
                            ANALYZE old_dispatch
                            """
                                    .formatted(places, letters / 10, letters / 10));
                    bulk.run(LETTERS);
                    ofLetters();
                });
    }

    private void ofLetters() throws SQLException {
        bulk.run(
                """
                INSERT INTO notice (id, letter, kind, addressee, ordered_at, state, attempts, sent_at,
                       channel, message)
                SELECT uuidv7(available_at - clock_timestamp()), id, 'ARRIVED', 'unit:' || recipient,
                       available_at, 'SENT', 1, available_at, 'EMAIL', gen_random_uuid()
                  FROM letter WHERE dispatch IN (SELECT id FROM old_dispatch);
                INSERT INTO ledger_head (chain, number, hash) VALUES ('%1$s', 0, sha256('x'))
                    ON CONFLICT (chain) DO UPDATE SET number = ledger_head.number;
                INSERT INTO ledger_entry (chain, number, at, actor_kind, actor_id, right_code,
                       right_ground, subject, type, fact, previous, hash)
                SELECT '%1$s', h.number + row_number() OVER (ORDER BY l.id), l.opened_at, 'person',
                       l.opened_by::text, 'READ', l.recipient, 'letter:' || l.id, 'LetterOpened', '{}',
                       sha256('x'), sha256('x')
                  FROM letter l, ledger_head h
                 WHERE h.chain = '%1$s' AND l.dispatch IN (SELECT id FROM old_dispatch);
                UPDATE ledger_head SET number = (SELECT max(number) FROM ledger_entry
                                                  WHERE chain = '%1$s') WHERE chain = '%1$s';
                INSERT INTO event_chain (chain, number)
                SELECT chain, number FROM ledger_head WHERE chain = '%1$s'
                    ON CONFLICT (chain) DO UPDATE SET number = excluded.number;
                """
                        .formatted(chain.value()));
    }
}
