package no.segl.proof.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.segl.core.access.Category;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Care;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Language;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.OpeningRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that a letter's row says, in the words of the table.
 *
 * @param state the table's code, and what is known only in that state
 * @param care who has it, and who is done with it
 * @param destroyAt when its content will be destroyed; empty once it has been
 * @param hasKey whether its content can still be read
 */
record LetterRow(
        Envelope envelope,
        State state,
        Care care,
        int refusals,
        Optional<NextLook> nextLook,
        Optional<Instant> destroyAt,
        Optional<Instant> destroyedAt,
        boolean hasKey) {

    /** The paragraph of a next look is in no column: the rules say it. */
    private static final String NO_PARAGRAPH = "";

    /** The columns that belong to a state. */
    record State(
            String code,
            Instant acceptedAt,
            Optional<Instant> availableAt,
            Optional<Instant> openedAt,
            Optional<UUID> openedBy,
            Optional<Instant> closedAt,
            Optional<Actor> closedBy,
            int looks,
            Optional<Instant> lastLook,
            Chase chase) {

        static State of(Letter letter) {
            Optional<Instant> never = Optional.empty();
            return switch (letter) {
                case Letter.Draft _ -> throw new IllegalArgumentException("a draft has no row");
                case Letter.Accepted a ->
                        new State(
                                "ACCEPTED",
                                a.acceptedAt(),
                                never,
                                never,
                                Optional.empty(),
                                never,
                                Optional.empty(),
                                0,
                                never,
                                Chase.NONE.forPaper(a.forPaper()));
                case Letter.Available a ->
                        new State(
                                "AVAILABLE",
                                a.acceptedAt(),
                                Optional.of(a.availableAt()),
                                never,
                                Optional.empty(),
                                never,
                                Optional.empty(),
                                a.looks(),
                                a.lastLook(),
                                a.chase());
                case Letter.Opened o ->
                        new State(
                                "OPENED",
                                o.acceptedAt(),
                                Optional.of(o.availableAt()),
                                Optional.of(o.openedAt()),
                                Optional.of(o.openedBy().value()),
                                never,
                                Optional.empty(),
                                0,
                                never,
                                Chase.NONE);
                case Letter.Closed c ->
                        new State(
                                switch (c.how()) {
                                    case Letter.How.Withdrawn _ -> "WITHDRAWN";
                                    case Letter.How.Settled _ -> "SETTLED";
                                    case Letter.How.Posted _ -> "POSTED";
                                },
                                c.acceptedAt(),
                                c.availableAt(),
                                never,
                                Optional.empty(),
                                Optional.of(c.closedAt()),
                                Optional.of(c.how().by()),
                                0,
                                never,
                                Chase.NONE);
            };
        }
    }

    /** What the row of a letter with this history must say. */
    static LetterRow folded(List<Written> history, Rules rules) {
        Envelope envelope =
                history.getFirst().fact() instanceof LetterAccepted accepted
                        ? accepted.envelope()
                        : none();
        Letter letter = new Letter.Draft(envelope);
        Care care = Care.NONE;
        int refusals = 0;
        Optional<Instant> destroyedAt = Optional.empty();
        for (Written written : history) {
            LetterFact fact = written.fact();
            letter = Folding.after(letter, fact, written.at(), written.actor());
            care = care.after(fact, written.at(), written.actor());
            refusals += fact instanceof OpeningRefused ? 1 : 0;
            destroyedAt =
                    fact instanceof ContentDestroyed ? Optional.of(written.at()) : destroyedAt;
        }
        return new LetterRow(
                envelope,
                State.of(letter),
                care,
                refusals,
                Deadlines.nextLook(letter, rules)
                        .map(l -> new NextLook(l.at(), l.reason(), l.owner(), NO_PARAGRAPH)),
                destroyedAt.isPresent()
                        ? Optional.empty()
                        : Deadlines.destruction(letter, rules).map(NextLook::at),
                destroyedAt,
                destroyedAt.isEmpty());
    }

    private static Envelope none() {
        throw new IllegalArgumentException("a history begins with acceptance");
    }

    /** Every row there is, in the order of the ids. */
    static List<LetterRow> all(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT l.*, k.letter IS NOT NULL AS has_key
                          FROM letter l LEFT JOIN letter_key k ON k.letter = l.id
                         ORDER BY l.id
                        """)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static LetterRow row(ResultSet rs) throws SQLException {
        return new LetterRow(
                new Envelope(
                        new LetterId(rs.getObject("id", UUID.class)),
                        new DispatchId(rs.getObject("dispatch", UUID.class)),
                        new OrgNumber(rs.getString("sender")),
                        new OrgNumber(rs.getString("recipient")),
                        new Category(rs.getString("category")),
                        Language.parse(rs.getString("language")).orElseThrow(),
                        Optional.ofNullable(rs.getObject("reply_to", UUID.class))
                                .map(LetterId::new)),
                state(rs),
                care(rs),
                rs.getInt("refusals"),
                at(rs, "next_look_at").map(at -> nextLook(rs, at)),
                at(rs, "destroy_at"),
                at(rs, "destroyed_at"),
                rs.getBoolean("has_key"));
    }

    private static State state(ResultSet rs) throws SQLException {
        @Nullable String kind = rs.getString("closed_by_kind");
        return new State(
                rs.getString("state"),
                at(rs, "accepted_at").orElseThrow(),
                at(rs, "available_at"),
                at(rs, "opened_at"),
                Optional.ofNullable(rs.getObject("opened_by", UUID.class)),
                at(rs, "closed_at"),
                kind == null
                        ? Optional.empty()
                        : Optional.of(Actor.of(kind, rs.getString("closed_by"))),
                rs.getInt("looks"),
                at(rs, "last_look_at"),
                new Chase(
                        rs.getInt("steps"),
                        told(rs),
                        rs.getBoolean("renotified"),
                        rs.getBoolean("readerless"),
                        at(rs, "chased_at"),
                        rs.getBoolean("for_paper")));
    }

    private static List<Chase.Told> told(ResultSet rs) throws SQLException {
        UUID[] notices = (UUID[]) rs.getArray("told").getArray();
        Timestamp[] times = (Timestamp[]) rs.getArray("told_at").getArray();
        return IntStream.range(0, notices.length)
                .mapToObj(i -> new Chase.Told(notices[i], times[i].toInstant()))
                .toList();
    }

    private static Care care(ResultSet rs) throws SQLException {
        UUID assignee = rs.getObject("assignee", UUID.class);
        UUID handledBy = rs.getObject("handled_by", UUID.class);
        Optional<Instant> since = at(rs, "assigned_at");
        Optional<Instant> handled = at(rs, "handled_at");
        return new Care(
                since.map(t -> new Care.Assigned(new PersonId(assignee), t)),
                handled.map(t -> new Care.Handled(new PersonId(handledBy), t)));
    }

    private static NextLook nextLook(ResultSet rs, Instant at) {
        try {
            return new NextLook(
                    at,
                    Reason.valueOf(rs.getString("next_look_reason")),
                    Rules.Owner.valueOf(rs.getString("next_look_owner")),
                    NO_PARAGRAPH);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> at(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
