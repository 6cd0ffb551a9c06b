package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Case;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, as those who answer for them see them: never a title, and of a letter how it stands. */
public final class Cases {

    private static final String SELECT =
            """
            SELECT m.*, l.rules, l.sender, l.recipient, l.category, l.state, l.available_at,
                   s.name AS sender_name, r.name AS recipient_name,
                   name_at(m.owner, ARRAY[m.unit]) AS owner_name
              FROM matter m
              JOIN letter l ON l.id = m.letter
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
            """;

    private static final String THEIRS =
            """
             WHERE m.closed_at IS NULL
               AND ((m.side = 'RECIPIENT' AND m.unit = ANY (:recipients))
                 OR (m.side = 'SENDER' AND m.unit = ANY (:senders)))
               AND (:reason::text IS NULL OR m.reason = :reason)
               AND (:unit::text IS NULL OR m.unit = :unit)
               AND (:recipient::text IS NULL OR l.recipient = :recipient)
               AND (:mine::uuid IS NULL OR m.owner = :mine)
            """;

    private final JdbcClient jdbc;

    public Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case and the letter it is about.
     *
     * @param ownerName the name of the person whose it is; empty if it is the unit's
     * @param snoozed until when it is put off
     * @param overdue how many times its time has passed
     * @param state what state the letter is in
     * @param rules the version of the rule table that the letter follows
     * @param closedHow how it was done with
     */
    public record Row(
            Case matter,
            LetterId letter,
            OrgNumber sender,
            String senderName,
            OrgNumber recipient,
            String recipientName,
            Category category,
            SentLetters.Status state,
            int rules,
            Optional<Instant> availableAt,
            Optional<String> ownerName,
            Optional<Instant> snoozed,
            int overdue,
            Optional<Instant> closedAt,
            Optional<String> closedHow) {

        /** The unit at the case's end of the letter. */
        public OrgNumber unit() {
            return matter.at() == Side.SENDER ? sender : recipient;
        }

        /** Its name. */
        public String unitName() {
            return matter.at() == Side.SENDER ? senderName : recipientName;
        }
    }

    /**
     * Which cases to list.
     *
     * @param recipients units whose cases as recipients to list
     * @param senders units whose cases as senders to list
     * @param mine only those of this person
     */
    public record Question(
            Collection<OrgNumber> recipients,
            Collection<OrgNumber> senders,
            Optional<Matter.Reason> reason,
            Optional<OrgNumber> unit,
            Optional<OrgNumber> recipient,
            Optional<PersonId> mine) {}

    /** A page; {@code next} is where the one that follows begins, if there is one. */
    public record Page(List<Row> rows, Optional<DueCursor> next) {}

    /** Open cases, what is due first first. */
    public Page page(Question question, Optional<DueCursor> after, int limit) {
        List<Row> rows =
                asked(
                                SELECT
                                        + THEIRS
                                        + """
                                           AND (:id::uuid IS NULL OR (m.due_at, m.id) > (:due, :id))
                                         ORDER BY m.due_at, m.id LIMIT :limit
                                        """,
                                question)
                        .param("due", at(after.map(DueCursor::due).orElse(Instant.EPOCH)))
                        .param("id", after.map(DueCursor::id).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> row(rs))
                        .list();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        Case last = rows.get(limit - 1).matter();
        return new Page(
                List.copyOf(rows.subList(0, limit)),
                Optional.of(new DueCursor(last.due(), last.id())));
    }

    /** How many open cases there are, and how many of them are past their time. */
    public record Count(long open, long late) {}

    /** How many open cases fit. */
    public Count count(Question question, Instant now) {
        return asked(
                        """
                        SELECT count(*) AS open, count(*) FILTER (WHERE m.overdue > 0 OR m.due_at <= :now) AS late
                          FROM matter m JOIN letter l ON l.id = m.letter
                        """
                                + THEIRS,
                        question)
                .param("now", at(now))
                .query((rs, _) -> new Count(rs.getLong("open"), rs.getLong("late")))
                .single();
    }

    /** The open cases of all letters to one unit: one call is enough for them. */
    public record Group(OrgNumber recipient, String name, long cases, long letters, Instant due) {}

    /** Open cases by recipient, those with most letters first, at most {@code limit}. */
    public List<Group> groups(Question question, int limit) {
        return asked(
                        """
                        SELECT l.recipient, r.name, count(*) AS cases,
                               count(DISTINCT m.letter) AS letters, min(m.due_at) AS due
                          FROM matter m
                          JOIN letter l ON l.id = m.letter
                          JOIN unit r ON r.number = l.recipient
                        """
                                + THEIRS
                                + """
                                 GROUP BY l.recipient, r.name
                                 ORDER BY letters DESC, due, l.recipient LIMIT :limit
                                """,
                        question)
                .param("limit", limit)
                .query((rs, _) ->
                        new Group(
                                new OrgNumber(rs.getString("recipient")),
                                rs.getString("name"),
                                rs.getLong("cases"),
                                rs.getLong("letters"),
                                instant(rs, "due")))
                .list();
    }

    /** The units at whose end of a letter there are open cases. */
    public List<OrgNumber> places(Collection<OrgNumber> recipients, Collection<OrgNumber> senders) {
        return asked(
                        "SELECT DISTINCT m.unit FROM matter m JOIN letter l ON l.id = m.letter "
                                + THEIRS,
                        new Question(
                                recipients,
                                senders,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .query((rs, _) -> new OrgNumber(rs.getString("unit")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return jdbc.sql(sql)
                .param("recipients", numbers(question.recipients()))
                .param("senders", numbers(question.senders()))
                .param("reason", question.reason().map(Matter.Reason::name).orElse(null))
                .param("unit", question.unit().map(OrgNumber::value).orElse(null))
                .param("recipient", question.recipient().map(OrgNumber::value).orElse(null))
                .param("mine", question.mine().map(PersonId::value).orElse(null));
    }

    /** One case, open or closed. */
    public Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE m.id = ?").param(id).query((rs, _) -> row(rs)).optional();
    }

    /** The open cases of {@code letters} at one end, those raised first first. */
    public List<Row> of(Collection<LetterId> letters, Side side) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE m.letter = ANY (:letters) AND m.side = :side
                                   AND m.closed_at IS NULL ORDER BY m.raised_at, m.id
                                """)
                .param("letters", Columns.ids(letters))
                .param("side", side.name())
                .query((rs, _) -> row(rs))
                .list();
    }

    /** Something that was written of a case. */
    public record Comment(UUID id, String text) {

        /** Its id alone: the rest is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Comment[" + id + "]";
        }
    }

    /** What was written of a case, oldest first. */
    public List<Comment> comments(UUID matter) {
        return jdbc.sql(
                        "SELECT id, text FROM matter_comment WHERE matter = ? ORDER BY written_at, id")
                .param(matter)
                .query((rs, _) -> new Comment(uuid(rs, "id"), rs.getString("text")))
                .list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                CaseRows.matter(rs),
                new LetterId(uuid(rs, "letter")),
                new OrgNumber(rs.getString("sender")),
                rs.getString("sender_name"),
                new OrgNumber(rs.getString("recipient")),
                rs.getString("recipient_name"),
                new Category(rs.getString("category")),
                SentLetters.Status.valueOf(rs.getString("state")),
                rs.getInt("rules"),
                maybeInstant(rs, "available_at"),
                maybeString(rs, "owner_name"),
                maybeInstant(rs, "snoozed_until"),
                rs.getInt("overdue"),
                maybeInstant(rs, "closed_at"),
                maybeString(rs, "closed_how"));
    }
}
