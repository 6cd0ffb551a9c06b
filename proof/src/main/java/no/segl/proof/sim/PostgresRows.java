package no.segl.proof.sim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.app.store.DueCases;
import no.segl.app.store.HeldLetter;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the tables as the watch does, past the product's own questions: whole rows of one letter,
 * and the ledger's entries as they come.
 */
final class PostgresRows {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private static final String FIRST_DUE =
            """
            SELECT least(
              (SELECT min(CASE WHEN claimed_until >= next_look_at
                               THEN claimed_until + interval '1 millisecond'
                               ELSE next_look_at END)
                 FROM letter WHERE next_look_at IS NOT NULL),
              (SELECT min(CASE WHEN claimed_until >= destroy_at
                               THEN claimed_until + interval '1 millisecond'
                               ELSE destroy_at END)
                 FROM letter WHERE destroy_at IS NOT NULL),
              (SELECT min(CASE WHEN claimed_until >= due_at
                               THEN claimed_until + interval '1 millisecond'
                               ELSE due_at END)
                 FROM matter WHERE closed_at IS NULL),
              (SELECT min(next_attempt_at) FROM notice WHERE state = 'ORDERED'),
              (SELECT min(next_at) FROM print_job WHERE next_at IS NOT NULL)) AS at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Long> read = new TreeMap<>();

    PostgresRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose open cases there are, and when the first of theirs can be claimed, due or not. */
    Map<DueCases.Owner, Instant> owned(Instant now) {
        Map<DueCases.Owner, Instant> owned = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT owner, side, unit,
                               min(CASE WHEN claimed_until >= :now
                                        THEN claimed_until + interval '1 millisecond'
                                        ELSE :now END) AS at
                          FROM matter WHERE closed_at IS NULL AND owner IS NOT NULL
                         GROUP BY owner, side, unit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(rs -> {
                    owned.put(
                            new DueCases.Owner(
                                    new PersonId(rs.getObject("owner", UUID.class)),
                                    Side.valueOf(rs.getString("side")),
                                    new OrgNumber(rs.getString("unit"))),
                            at(rs, "at").orElseThrow());
                });
        return owned;
    }

    /** What has been written since this was last asked, chain by chain. */
    List<Entry> news() {
        record Head(String chain, long number) {}
        List<Head> heads =
                jdbc.sql("SELECT chain, number FROM ledger_head ORDER BY chain")
                        .query((rs, _) -> new Head(rs.getString("chain"), rs.getLong("number")))
                        .list();
        List<Entry> news = new ArrayList<>();
        for (Head head : heads) {
            long known = read.getOrDefault(head.chain(), 0L);
            if (head.number() > known) {
                news.addAll(after(head.chain(), known));
                read.put(head.chain(), head.number());
            }
        }
        return news;
    }

    private List<Entry> after(String chain, long number) {
        return jdbc.sql(
                        """
                        SELECT * FROM ledger_entry WHERE chain = ? AND number > ? ORDER BY number
                        """)
                .param(chain)
                .param(number)
                .query((rs, _) ->
                        new Entry(
                                new OrgNumber(rs.getString("chain")),
                                rs.getLong("number"),
                                at(rs, "at").orElseThrow(),
                                rs.getString("actor_kind"),
                                rs.getString("actor_id"),
                                new Right(rs.getString("right_code"), rs.getString("right_ground")),
                                rs.getString("subject"),
                                rs.getString("type"),
                                json.readValue(rs.getString("fact"), VALUES),
                                Digest.ofRaw(rs.getBytes("previous")),
                                Digest.ofRaw(rs.getBytes("hash"))))
                .list();
    }

    /** A letter's rows but for those that {@code held} has. */
    Drawer drawer(HeldLetter held, Optional<PrintJob> job) {
        Drawer drawer = new Drawer(held.letter(), held.rules().version());
        drawer.destroyed = held.destroyed();
        job.ifPresent(j -> drawer.jobs.add(new JobRow(j, Instant.EPOCH)));
        drawer.nextLook =
                jdbc.sql("SELECT * FROM letter WHERE id = ?")
                        .param(drawer.id.value())
                        .query((rs, _) -> nextLook(rs))
                        .single();
        jdbc.sql("SELECT * FROM notice WHERE letter = ? ORDER BY id")
                .param(drawer.id.value())
                .query((rs, _) -> told(rs, drawer.id))
                .list()
                .forEach(drawer::put);
        drawer.cases.addAll(
                jdbc.sql("SELECT * FROM matter WHERE letter = ? ORDER BY id")
                        .param(drawer.id.value())
                        .query((rs, _) -> matter(rs, drawer.id))
                        .list());
        return drawer;
    }

    private static Optional<NextLook> nextLook(ResultSet rs) throws SQLException {
        Optional<Instant> at = at(rs, "next_look_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NextLook(
                                at.get(),
                                Reason.valueOf(rs.getString("next_look_reason")),
                                Owner.valueOf(rs.getString("next_look_owner")),
                                ""));
    }

    private static Drawer.Told told(ResultSet rs, LetterId letter) throws SQLException {
        Drawer.Told told =
                new Drawer.Told(
                        new NoticeOrdered(
                                letter,
                                rs.getObject("id", UUID.class),
                                Notice.Kind.valueOf(rs.getString("kind")),
                                Notice.To.of(rs.getString("addressee"))),
                        at(rs, "ordered_at").orElseThrow());
        told.state = Notifying.State.valueOf(rs.getString("state"));
        told.sentAt = at(rs, "sent_at");
        told.contact = Optional.ofNullable(rs.getObject("contact", UUID.class));
        told.message = Optional.ofNullable(rs.getObject("message", UUID.class));
        return told;
    }

    private static Drawer.Case matter(ResultSet rs, LetterId letter) throws SQLException {
        Drawer.Case matter =
                new Drawer.Case(
                        new CaseRaised(
                                letter,
                                rs.getObject("id", UUID.class),
                                Matter.Reason.valueOf(rs.getString("reason")),
                                Side.valueOf(rs.getString("side")),
                                at(rs, "due_at").orElseThrow()),
                        new OrgNumber(rs.getString("unit")),
                        at(rs, "raised_at").orElseThrow());
        matter.owner = Optional.ofNullable(rs.getObject("owner", UUID.class)).map(PersonId::new);
        matter.closed = at(rs, "closed_at").isPresent();
        return matter;
    }

    /** When the first of what is due can be claimed. */
    Optional<Instant> firstDue() {
        return jdbc.sql(FIRST_DUE).query((rs, _) -> at(rs, "at")).single();
    }

    Optional<Instant> firstLook() {
        return jdbc.sql("SELECT min(next_look_at) AS at FROM letter")
                .query((rs, _) -> at(rs, "at"))
                .single();
    }

    Map<String, Integer> standing() {
        Map<String, Integer> standing = new TreeMap<>();
        jdbc.sql("SELECT state, count(*) AS letters FROM letter GROUP BY state")
                .query(rs -> {
                    String state = rs.getString("state");
                    standing.put(
                            state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT),
                            rs.getInt("letters"));
                });
        return standing;
    }

    /** Letters to a unit that nobody has opened. */
    List<LetterId> waiting(OrgNumber recipient) {
        return jdbc.sql(
                        """
                        SELECT id FROM letter WHERE recipient = ? AND state = 'AVAILABLE'
                         ORDER BY id
                        """)
                .param(recipient.value())
                .query((rs, _) -> new LetterId(rs.getObject("id", UUID.class)))
                .list();
    }

    /** Letters that are a case because they are to go on paper. */
    List<LetterId> toPrint() {
        return jdbc.sql(
                        """
                        SELECT id FROM letter l WHERE state = 'AVAILABLE' AND EXISTS (
                               SELECT 1 FROM matter m
                                WHERE m.letter = l.id AND m.closed_at IS NULL
                                  AND m.side = 'SENDER'
                                  AND m.reason IN ('PRINT_NEEDED', 'PRINT_FAILED'))
                         ORDER BY id
                        """)
                .query((rs, _) -> new LetterId(rs.getObject("id", UUID.class)))
                .list();
    }

    List<UUID> openCases(LetterId letter) {
        return jdbc.sql("SELECT id FROM matter WHERE letter = ? AND closed_at IS NULL")
                .param(letter.value())
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
    }

    void enter(PersonId person) {
        jdbc.sql("INSERT INTO person (id, issuer, subject, name) VALUES (?, 'sim', ?, ?)")
                .param(person.value())
                .param(person.toString())
                .param(person.toString())
                .update();
    }

    private static Optional<Instant> at(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
