package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.evidence.Evidence;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of one unit as people go through it: the newest first, a bounded number of entries at
 * a time, so that what is rare in a long chain is looked for part by part.
 */
public final class Log {

    /** How many entries one part looks through at most. */
    public static final int LOOKED_THROUGH = 20_000;

    /** Clocks of nodes differ, and an entry may bear an earlier time than the one before it. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final int MOST_LETTERS = 50;

    private final JdbcClient jdbc;
    private final Ledger ledger;

    public Log(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * What is asked for.
     *
     * @param letters whether entries about letters are shown
     * @param unit whether those about the unit itself are: access, rules and checks
     * @param types of letters' entries only these; empty for all
     * @param of only these letters; empty for all
     * @param from only what happened then or later
     * @param until only what happened before that
     * @param before only those with a lower number
     */
    public record Asked(
            OrgNumber chain,
            boolean letters,
            boolean unit,
            Collection<String> types,
            Optional<List<LetterId>> of,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Long> before) {}

    /**
     * A part of the list.
     *
     * @param entries the newest first
     * @param next the {@code before} of the part that follows, if there is one
     * @param lookedTo the lowest number that was looked through
     */
    public record Part(List<Entry> entries, Optional<Long> next, long lookedTo) {}

    /** The part of the ledger that is asked for. */
    public Part part(Asked asked, int limit) {
        long first = asked.from().map(t -> first(asked.chain(), t.minus(SLACK))).orElse(1L);
        long end =
                Math.min(
                        asked.before().orElse(Long.MAX_VALUE),
                        asked.until()
                                .map(t -> first(asked.chain(), t.plus(SLACK)))
                                .orElse(Long.MAX_VALUE));
        return cut(asked, looked(asked, first, end, limit + 1), first, end, limit);
    }

    private Part cut(Asked asked, List<Entry> found, long first, long end, int limit) {
        if (found.size() > limit) {
            long last = found.get(limit - 1).number();
            return new Part(List.copyOf(found.subList(0, limit)), Optional.of(last), last);
        }
        long head = Math.min(end, head(asked.chain()) + 1);
        long lowest = Math.max(first, head - LOOKED_THROUGH);
        boolean more = asked.of().isEmpty() && lowest > first;
        return new Part(found, more ? Optional.of(lowest) : Optional.empty(), lowest);
    }

    private List<Entry> looked(Asked asked, long first, long end, int limit) {
        boolean some = asked.of().isPresent();
        String[] subjects =
                asked.of().orElse(List.of()).stream()
                        .map(l -> "letter:" + l)
                        .toArray(String[]::new);
        long head = Math.min(end, head(asked.chain()) + 1);
        return ledger.select(
                """
                SELECT * FROM ledger_entry
                 WHERE chain = :chain AND number >= :first AND number < :end %s
                   AND ((:letters AND subject LIKE 'letter:%%'
                         AND (cardinality(:types::text[]) = 0 OR type = ANY (:types)))
                        OR (:unit AND subject NOT LIKE 'letter:%%'))
                   AND (:from::timestamptz IS NULL OR at >= :from)
                   AND (:until::timestamptz IS NULL OR at < :until)
                 ORDER BY number DESC LIMIT :limit
                """
                        .formatted(some ? "AND subject = ANY (:subjects)" : ""),
                spec ->
                        spec.param("chain", asked.chain().value())
                                .param(
                                        "first",
                                        some ? first : Math.max(first, head - LOOKED_THROUGH))
                                .param("end", head)
                                .param("subjects", subjects)
                                .param("letters", asked.letters())
                                .param("unit", asked.unit())
                                .param("types", asked.types().toArray(String[]::new))
                                .param("from", at(asked.from()))
                                .param("until", at(asked.until()))
                                .param("limit", limit));
    }

    private long head(OrgNumber chain) {
        return jdbc.sql("SELECT number FROM ledger_head WHERE chain = ?")
                .param(chain.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The number of the first entry from then on: found by halves, through the key alone. */
    private long first(OrgNumber chain, Instant from) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE halved (low, high) AS (
                            SELECT 1::bigint, number + 1 FROM ledger_head WHERE chain = :chain
                            UNION ALL
                            SELECT CASE WHEN e.at < :at THEN e.number + 1 ELSE h.low END,
                                   CASE WHEN e.at < :at THEN h.high ELSE e.number END
                              FROM halved h
                              JOIN ledger_entry e ON e.chain = :chain
                                                 AND e.number = (h.low + h.high) / 2
                             WHERE h.low < h.high
                        )
                        SELECT high FROM halved WHERE low = high
                        """)
                .param("chain", chain.value())
                .param("at", at(from))
                .query(Long.class)
                .optional()
                .orElse(1L);
    }

    /**
     * What must be known of the letters of {@code entries} for their entries to be told rightly.
     */
    public List<Entry> needed(Collection<Entry> entries) {
        return ledger.select(
                """
                SELECT * FROM ledger_entry WHERE subject = ANY (:subjects) AND type = ANY (:types)
                 ORDER BY chain, number
                """,
                spec ->
                        spec.param(
                                        "subjects",
                                        entries.stream()
                                                .map(Entry::subject)
                                                .filter(s -> s.startsWith("letter:"))
                                                .distinct()
                                                .toArray(String[]::new))
                                .param("types", Evidence.NEEDED.toArray(String[]::new)));
    }

    /** A letter that entries are about. */
    public record About(LetterId letter, String recipient, Category category) {}

    /** The letters with those ids that {@code sender} has sent. */
    public Map<LetterId, About> letters(OrgNumber sender, Collection<LetterId> ids) {
        Map<LetterId, About> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT l.id, l.category, u.name FROM letter l
                          JOIN unit u ON u.number = l.recipient
                         WHERE l.id = ANY (?) AND l.sender = ?
                        """)
                .param(Columns.ids(ids))
                .param(sender.value())
                .query(rs -> {
                    LetterId id = new LetterId(uuid(rs, "id"));
                    found.put(
                            id,
                            new About(
                                    id,
                                    rs.getString("name"),
                                    new Category(rs.getString("category"))));
                });
        return found;
    }

    /** The letters of {@code sender} with that id, reference or case number, the newest first. */
    public List<LetterId> called(OrgNumber sender, String text) {
        return LetterId.parse(text)
                .map(List::of)
                .orElseGet(() ->
                        jdbc.sql(
                                        """
                                        SELECT l.id FROM dispatch d
                                          JOIN letter l ON l.dispatch = d.id
                                         WHERE d.sender = :sender AND l.destroyed_at IS NULL
                                           AND (d.senders_reference = :text
                                                OR d.case_number = :text)
                                         ORDER BY l.id DESC LIMIT :limit
                                        """)
                                .param("sender", sender.value())
                                .param("text", text)
                                .param("limit", MOST_LETTERS)
                                .query((rs, _) -> new LetterId(uuid(rs, "id")))
                                .list());
    }

    /** A unit that has a ledger, and how many entries that has. */
    public record Chain(OrgNumber unit, String name, long entries) {}

    /** Those of {@code units} that have a ledger, the longest first. */
    public List<Chain> chains(Collection<OrgNumber> units, int limit) {
        return jdbc.sql(
                        """
                        SELECT u.number, u.name, h.number AS entries
                          FROM ledger_head h JOIN unit u ON u.number = h.chain
                         WHERE h.chain = ANY (?) AND h.number > 0
                         ORDER BY h.number DESC, u.number LIMIT ?
                        """)
                .param(numbers(units))
                .param(limit)
                .query((rs, _) ->
                        new Chain(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                rs.getLong("entries")))
                .list();
    }
}
