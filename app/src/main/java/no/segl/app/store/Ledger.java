package no.segl.app.store;

import static java.util.Objects.requireNonNull;
import static no.segl.app.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ledger. Entries are appended by {@link Changes} alone. */
public final class Ledger {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    public Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the ledger says of one letter after the entry {@code after}, in order. */
    public List<Entry> of(LetterId letter, long after, int limit) {
        return select(
                """
                SELECT * FROM ledger_entry WHERE subject = ? AND number > ? ORDER BY number LIMIT ?
                """,
                asked -> asked.param("letter:" + letter).param(after).param(limit));
    }

    /** All that the ledger says of each of {@code letters}, in order. */
    public Map<LetterId, List<Entry>> of(Collection<LetterId> letters) {
        Map<String, LetterId> subjects =
                letters.stream()
                        .distinct()
                        .collect(Collectors.toMap(l -> "letter:" + l, Function.identity()));
        return select(
                        "SELECT * FROM ledger_entry WHERE subject = ANY (?) ORDER BY subject, number",
                        asked -> asked.param(subjects.keySet().toArray(String[]::new)))
                .stream()
                .collect(Collectors.groupingBy(e -> requireNonNull(subjects.get(e.subject()))));
    }

    /**
     * What is proved of one letter.
     *
     * @param head how far its chain had come
     * @param entries all its entries until then, in order
     * @param checkpoints for each entry the first that covers it, if one does, in order
     */
    public record History(ChainHead head, List<Entry> entries, List<Checkpoint> checkpoints) {}

    /**
     * All that the ledger says of one letter, once it is on the disk: who signs it vouches for what
     * a power cut must not undo.
     */
    public History history(LetterId letter, OrgNumber chain) {
        // First the head: entries are visible up to it, and those after it are left out.
        ChainHead head =
                jdbc.sql("SELECT chain, number, hash FROM ledger_head WHERE chain = ?")
                        .param(chain.value())
                        .query((rs, _) -> head(rs))
                        .single();
        List<Entry> entries =
                of(letter, 0, Integer.MAX_VALUE).stream()
                        .filter(e -> e.number() <= head.number())
                        .toList();
        List<Checkpoint> checkpoints =
                jdbc.sql(
                                """
                                SELECT DISTINCT c.chain, c.number, c.hash, c.at, c.key_id,
                                       c.signature
                                  FROM ledger_entry e
                                 CROSS JOIN LATERAL (
                                       SELECT * FROM ledger_checkpoint c
                                        WHERE c.chain = e.chain AND c.number >= e.number
                                        ORDER BY c.number LIMIT 1) c
                                 WHERE e.subject = ? AND c.number <= ?
                                 ORDER BY c.number
                                """)
                        .param("letter:" + letter)
                        .param(head.number())
                        .query((rs, _) -> checkpoint(rs))
                        .list();
        LedgerRows.awaitDisk(jdbc);
        return new History(head, entries, checkpoints);
    }

    /** The entries that a question of the store's own gives. */
    List<Entry> select(String sql, UnaryOperator<JdbcClient.StatementSpec> values) {
        return values.apply(jdbc.sql(sql)).query((rs, _) -> entry(rs)).list();
    }

    /** The entry with that number, if it is there. */
    public Optional<Entry> at(OrgNumber chain, long number) {
        return select(
                        "SELECT * FROM ledger_entry WHERE chain = :chain AND number = :number",
                        spec -> spec.param("chain", chain.value()).param("number", number))
                .stream()
                .findFirst();
    }

    /** The newest entries of {@code types} on one letter, newest first. */
    public List<Entry> newest(LetterId letter, Collection<String> types, int limit) {
        return newest(letter, types, Long.MAX_VALUE, limit);
    }

    /**
     * The same, from further back.
     *
     * @param before the number of an entry: only those before it
     */
    public List<Entry> newest(LetterId letter, Collection<String> types, long before, int limit) {
        return newest("letter:" + letter, types, before, limit);
    }

    /** The same of access at one unit, as it stands on the unit itself. */
    public List<Entry> newest(OrgNumber unit, Collection<String> types, long before, int limit) {
        return newest("unit:" + unit, types, before, limit);
    }

    private List<Entry> newest(String subject, Collection<String> types, long before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM ledger_entry
                         WHERE subject = ? AND type = ANY (?) AND number < ?
                         ORDER BY number DESC LIMIT ?
                        """)
                .param(subject)
                .param(types.toArray(String[]::new))
                .param(before)
                .param(limit)
                .query((rs, _) -> entry(rs))
                .list();
    }

    /** How many entries of {@code types} there are on one letter. */
    public long count(LetterId letter, Collection<String> types) {
        return count("letter:" + letter, types);
    }

    /** How many there are of access at one unit. */
    public long count(OrgNumber unit, Collection<String> types) {
        return count("unit:" + unit, types);
    }

    private long count(String subject, Collection<String> types) {
        return jdbc.sql("SELECT count(*) FROM ledger_entry WHERE subject = ? AND type = ANY (?)")
                .param(subject)
                .param(types.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * When {@code person} last caused a fact of one of {@code types} on {@code letter}.
     *
     * @param values those that the fact must hold, among others
     */
    public Optional<Instant> last(
            LetterId letter,
            PersonId person,
            Collection<String> types,
            Map<String, String> values) {
        return jdbc.sql(
                        """
                        SELECT max(at) AS at FROM ledger_entry
                         WHERE subject = :subject AND actor_kind = 'person' AND actor_id = :person
                           AND type = ANY (:types) AND fact @> :values::jsonb
                        """)
                .param("subject", "letter:" + letter)
                .param("person", person.toString())
                .param("types", types.toArray(String[]::new))
                .param("values", json.writeValueAsString(values))
                .query((rs, _) -> Columns.maybeInstant(rs, "at"))
                .single();
    }

    /**
     * Every chain that a head, an entry or a checkpoint names, in the order of its number: whoever
     * removes one of these from the database does not hide the others. The entries' chains are
     * found by leaps through the index, not by reading them all.
     */
    public List<OrgNumber> chains() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE leap (chain) AS (
                            SELECT min(chain) FROM ledger_entry
                            UNION ALL
                            SELECT (SELECT min(e.chain) FROM ledger_entry e
                                     WHERE e.chain > leap.chain)
                              FROM leap WHERE leap.chain IS NOT NULL
                        )
                        SELECT chain FROM leap WHERE chain IS NOT NULL
                        UNION SELECT chain FROM ledger_head
                        UNION SELECT chain FROM ledger_checkpoint
                        ORDER BY chain
                        """)
                .query((rs, _) -> new OrgNumber(rs.getString("chain")))
                .list();
    }

    /** A chain's entries in order, read as they are asked for, a thousand at a time. */
    public Stream<Entry> entries(OrgNumber chain) {
        return entries(chain, 0);
    }

    /** Those of a chain's entries that come after {@code number}. */
    public Stream<Entry> entries(OrgNumber chain, long number) {
        return Stream.iterate(
                        after(chain, number),
                        part -> !part.isEmpty(),
                        part -> after(chain, part.getLast().number()))
                .flatMap(List::stream);
    }

    private List<Entry> after(OrgNumber chain, long number) {
        return select(
                """
                SELECT * FROM ledger_entry WHERE chain = ? AND number > ? ORDER BY number LIMIT 1000
                """,
                asked -> asked.param(chain.value()).param(number));
    }

    /** A chain's checkpoints in order. */
    public List<Checkpoint> checkpoints(OrgNumber chain) {
        return jdbc.sql("SELECT * FROM ledger_checkpoint WHERE chain = ? ORDER BY number")
                .param(chain.value())
                .query((rs, _) -> checkpoint(rs))
                .list();
    }

    private static ChainHead head(ResultSet rs) throws SQLException {
        return new ChainHead(
                new OrgNumber(rs.getString("chain")),
                rs.getLong("number"),
                Digest.ofRaw(rs.getBytes("hash")));
    }

    static Checkpoint checkpoint(ResultSet rs) throws SQLException {
        return new Checkpoint(
                new OrgNumber(rs.getString("chain")),
                rs.getLong("number"),
                Digest.ofRaw(rs.getBytes("hash")),
                instant(rs, "at"),
                rs.getString("key_id"),
                rs.getString("signature"));
    }

    /**
     * @throws IllegalArgumentException if it is none that Segl wrote
     */
    private Entry entry(ResultSet rs) throws SQLException {
        SortedMap<String, String> values;
        try {
            values = json.readValue(rs.getString("fact"), VALUES);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("an entry whose fact is none", e);
        }
        return new Entry(
                new OrgNumber(rs.getString("chain")),
                rs.getLong("number"),
                instant(rs, "at"),
                rs.getString("actor_kind"),
                rs.getString("actor_id"),
                new Right(rs.getString("right_code"), rs.getString("right_ground")),
                rs.getString("subject"),
                rs.getString("type"),
                values,
                Digest.ofRaw(rs.getBytes("previous")),
                Digest.ofRaw(rs.getBytes("hash")));
    }
}
