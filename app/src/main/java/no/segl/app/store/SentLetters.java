package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a sender may know of its letters: their status, never their titles or content. Of those
 * whose content is destroyed the references are gone too, though a sibling may still have them.
 */
public final class SentLetters {

    /** After every id that there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String SELECT =
            """
            SELECT l.*, s.name AS sender_name, r.name AS recipient_name, d.senders_reference,
                   d.case_number
              FROM letter l
              LEFT JOIN dispatch d ON d.id = l.dispatch AND l.destroyed_at IS NULL
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
            """;

    private final JdbcClient jdbc;

    public SentLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What state a letter is in. */
    public enum Status {
        ACCEPTED,
        AVAILABLE,
        OPENED,
        WITHDRAWN,
        SETTLED,
        POSTED
    }

    /** The next look at a letter that is not closed. */
    public record Look(Instant at, String reason, String owner) {}

    /**
     * Why nobody could open a letter, or be told of it, when it was sent.
     *
     * @param verdict a code, see package {@code readiness}
     * @param response what its sender wanted done
     */
    public record NotReady(String verdict, String response) {}

    /** Those of {@code letters} whose recipient was not ready when they were sent. */
    public Map<LetterId, NotReady> notReady(Collection<LetterId> letters) {
        Map<LetterId, NotReady> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT subject, fact->>'verdict' AS verdict, fact->>'response' AS response
                          FROM ledger_entry
                         WHERE subject = ANY (?) AND type = 'RecipientNotReady'
                        """)
                .param(letters.stream().map(letter -> "letter:" + letter).toArray(String[]::new))
                .query(rs -> {
                    found.put(
                            LetterId.parse(rs.getString("subject").substring("letter:".length()))
                                    .orElseThrow(),
                            new NotReady(rs.getString("verdict"), rs.getString("response")));
                });
        return found;
    }

    /**
     * A letter, as its sender may see it.
     *
     * @param assignedAt since when somebody in particular at the recipient has it
     * @param handledAt when a reader at the recipient was done with it
     * @param looks how many times it fell due while it lay unopened
     * @param refusals how many attempts to read it were refused
     */
    public record Row(
            LetterId id,
            DispatchId dispatch,
            OrgNumber sender,
            String senderName,
            OrgNumber recipient,
            String recipientName,
            Category category,
            String language,
            Optional<LetterId> replyTo,
            Optional<String> sendersReference,
            Optional<String> caseNumber,
            Status status,
            Instant acceptedAt,
            Optional<Instant> availableAt,
            Optional<Instant> openedAt,
            Optional<Instant> assignedAt,
            Optional<Instant> handledAt,
            Optional<Instant> closedAt,
            Optional<Instant> destroyedAt,
            int looks,
            int refusals,
            Optional<Look> nextLook) {}

    /**
     * Which letters to list.
     *
     * @param senders units whose letters to list
     * @param unopened only those that are not closed
     * @param recipient only those to this unit
     * @param reference only those with exactly this reference of the sender's
     * @param after only those older than this one
     */
    public record Question(
            Collection<OrgNumber> senders,
            boolean unopened,
            Optional<OrgNumber> recipient,
            Optional<String> reference,
            Optional<LetterId> after) {}

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Row> rows, Optional<LetterId> next) {}

    /** Newest first. */
    public Page page(Question question, int limit) {
        String[] senders = numbers(question.senders());
        List<Row> rows =
                jdbc.sql(
                                SELECT
                                        + """
                                        WHERE l.sender = ANY (:senders)
                                          AND (NOT :unopened OR l.state IN ('ACCEPTED', 'AVAILABLE'))
                                          AND (:recipient::text IS NULL OR l.recipient = :recipient)
                                          AND (:reference::text IS NULL
                                               OR d.senders_reference = :reference)
                                          AND (:after::uuid IS NULL OR l.id < :after)
                                        ORDER BY l.id DESC LIMIT :limit
                                        """)
                        .param("senders", senders)
                        .param("unopened", question.unopened())
                        .param("recipient", question.recipient().map(OrgNumber::value).orElse(null))
                        .param("reference", question.reference().orElse(null))
                        .param("after", question.after().map(LetterId::value).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> row(rs))
                        .list();
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        List.copyOf(rows.subList(0, limit)), Optional.of(rows.get(limit - 1).id()));
    }

    /** One letter. */
    public Optional<Row> find(LetterId id) {
        return jdbc.sql(SELECT + "WHERE l.id = ?")
                .param(id.value())
                .query((rs, _) -> row(rs))
                .optional();
    }

    /**
     * Letters that answer {@code letter}, newest first.
     *
     * @param before only those that were sent before this one, if there is one
     */
    public List<Row> answering(LetterId letter, Optional<LetterId> before, int limit) {
        return jdbc.sql(SELECT + "WHERE l.reply_to = ? AND l.id < ? ORDER BY l.id DESC LIMIT ?")
                .param(letter.value())
                .param(before.map(LetterId::value).orElse(LAST))
                .param(limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    /** How many letters answer {@code letter}. */
    public long countAnswering(LetterId letter) {
        return jdbc.sql("SELECT count(*) FROM letter WHERE reply_to = ?")
                .param(letter.value())
                .query(Long.class)
                .single();
    }

    /** The letters of one dispatch, in the order in which they were made. */
    public List<Row> of(DispatchId dispatch) {
        return jdbc.sql(SELECT + "WHERE l.dispatch = ? ORDER BY l.id")
                .param(dispatch.value())
                .query((rs, _) -> row(rs))
                .list();
    }

    /**
     * What {@code sender} has sent under an idempotency key, once it is on the disk: whoever is
     * told of it again need not ask a third time (ADR 0023).
     */
    public Optional<Sending.Earlier> earlier(OrgNumber sender, String idempotencyKey) {
        Optional<Sending.Earlier> earlier = DispatchRows.earlier(jdbc, sender, idempotencyKey);
        if (earlier.isPresent()) {
            LedgerRows.awaitDisk(jdbc);
        }
        return earlier;
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new LetterId(uuid(rs, "id")),
                new DispatchId(uuid(rs, "dispatch")),
                new OrgNumber(rs.getString("sender")),
                rs.getString("sender_name"),
                new OrgNumber(rs.getString("recipient")),
                rs.getString("recipient_name"),
                new Category(rs.getString("category")),
                rs.getString("language"),
                maybeUuid(rs, "reply_to").map(LetterId::new),
                maybeString(rs, "senders_reference"),
                maybeString(rs, "case_number"),
                Status.valueOf(rs.getString("state")),
                instant(rs, "accepted_at"),
                maybeInstant(rs, "available_at"),
                maybeInstant(rs, "opened_at"),
                maybeInstant(rs, "assigned_at"),
                maybeInstant(rs, "handled_at"),
                maybeInstant(rs, "closed_at"),
                maybeInstant(rs, "destroyed_at"),
                rs.getInt("looks"),
                rs.getInt("refusals"),
                look(rs));
    }

    private static Optional<Look> look(ResultSet rs) throws SQLException {
        @Nullable String reason = rs.getString("next_look_reason");
        @Nullable String owner = rs.getString("next_look_owner");
        return maybeInstant(rs, "next_look_at")
                .filter(_ -> reason != null && owner != null)
                .map(at -> new Look(at, String.valueOf(reason), String.valueOf(owner)));
    }
}
