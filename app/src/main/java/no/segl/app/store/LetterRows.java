package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
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
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Language;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.How;
import no.segl.core.letter.Letter.How.Posted;
import no.segl.core.letter.Letter.How.Settled;
import no.segl.core.letter.Letter.How.Withdrawn;
import no.segl.core.letter.Letter.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters as rows. A row is the fold of the letter's facts, kept so that questions are quick. */
final class LetterRows {

    private final JdbcClient jdbc;
    private final RuleTable rules;

    LetterRows(JdbcClient jdbc, RuleTable rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** The letter, locked until the transaction ends. */
    Optional<HeldLetter> hold(LetterId id) {
        return jdbc.sql("SELECT * FROM letter WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((rs, _) -> held(rs))
                .optional();
    }

    private HeldLetter held(ResultSet rs) throws SQLException {
        return new HeldLetter(
                letter(rs),
                Cares.care(rs),
                maybeInstant(rs, "destroyed_at").isPresent(),
                rules.version(rs.getInt("rules")),
                Reason.ANEW.name().equals(rs.getString("next_look_reason")));
    }

    private static Letter letter(ResultSet rs) throws SQLException {
        Envelope envelope = envelope(rs);
        return switch (rs.getString("state")) {
            case "ACCEPTED" ->
                    new Accepted(
                            envelope,
                            instant(rs, "accepted_at"),
                            maybeInstant(rs, "last_look_at"),
                            rs.getBoolean("for_paper"));
            case "AVAILABLE" ->
                    new Available(
                            envelope,
                            instant(rs, "accepted_at"),
                            instant(rs, "available_at"),
                            rs.getInt("looks"),
                            maybeInstant(rs, "last_look_at"),
                            Chases.chase(rs));
            case "OPENED" ->
                    new Opened(
                            envelope,
                            instant(rs, "accepted_at"),
                            instant(rs, "available_at"),
                            instant(rs, "opened_at"),
                            new PersonId(uuid(rs, "opened_by")));
            case String state ->
                    new Closed(
                            envelope,
                            instant(rs, "accepted_at"),
                            maybeInstant(rs, "available_at"),
                            instant(rs, "closed_at"),
                            how(
                                    state,
                                    Actor.of(
                                            rs.getString("closed_by_kind"),
                                            rs.getString("closed_by"))));
        };
    }

    private static How how(String state, Actor by) {
        return switch (state) {
            case "WITHDRAWN" -> new Withdrawn(by);
            case "SETTLED" -> new Settled(by);
            case "POSTED" -> new Posted(by);
            default -> throw new IllegalStateException("a letter in no known state");
        };
    }

    private static Envelope envelope(ResultSet rs) throws SQLException {
        return new Envelope(
                new LetterId(uuid(rs, "id")),
                new DispatchId(uuid(rs, "dispatch")),
                new OrgNumber(rs.getString("sender")),
                new OrgNumber(rs.getString("recipient")),
                new Category(rs.getString("category")),
                Language.parse(rs.getString("language")).orElseThrow(),
                maybeUuid(rs, "reply_to").map(LetterId::new));
    }

    /** A new letter; it must have been accepted. */
    void insert(Letter letter, Rules version) {
        Envelope e = letter.envelope();
        Columned c = Columned.of(letter, version);
        jdbc.sql(
                        """
                        INSERT INTO letter (id, dispatch, sender, recipient, category, language,
                            reply_to, state, accepted_at, available_at, rules, next_look_at,
                            next_look_reason, next_look_owner, for_paper)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(e.id().value())
                .param(e.dispatch().value())
                .param(e.sender().value())
                .param(e.recipient().value())
                .param(e.category().code())
                .param(e.language().code())
                .param(e.replyTo().map(LetterId::value).orElse(null))
                .param(c.state)
                .param(at(c.acceptedAt))
                .param(at(c.availableAt))
                .param(version.version())
                .param(at(c.nextLook.map(NextLook::at)))
                .param(c.nextLook.map(l -> l.reason().name()).orElse(null))
                .param(c.nextLook.map(l -> l.owner().name()).orElse(null))
                .param(c.chase.forPaper())
                .update();
    }

    /**
     * The letter's new state. A claim, and how often it was made in vain, stand until the next look
     * is another one.
     *
     * @param destroyedAt when its content was destroyed, if it was
     */
    void update(Letter letter, Rules version, Optional<Instant> destroyedAt) {
        Columned c = Columned.of(letter, version);
        jdbc.sql(
                        """
                        UPDATE letter
                           SET state = ?, available_at = ?, opened_at = ?, opened_by = ?,
                               closed_at = ?, closed_by_kind = ?, closed_by = ?, looks = ?,
                               last_look_at = ?, steps = ?, notified_at = ?, told = ?,
                               told_at = CAST(? AS timestamptz[]), renotified = ?,
                               readerless = ?, chased_at = ?, for_paper = ?,
                               next_look_at = ?,
                               next_look_reason = ?, next_look_owner = ?,
                               destroy_at = ?, destroyed_at = ?,
                               claimed_until =
                                   CASE WHEN next_look_at IS DISTINCT FROM ? THEN NULL
                                        ELSE claimed_until END,
                               attempts =
                                   CASE WHEN next_look_at IS DISTINCT FROM ? THEN 0
                                        ELSE attempts END
                         WHERE id = ?
                        """)
                .param(c.state)
                .param(at(c.availableAt))
                .param(at(c.openedAt))
                .param(c.openedBy.map(PersonId::value).orElse(null))
                .param(at(c.closedAt))
                .param(c.closedBy.map(Actor::kind).orElse(null))
                .param(c.closedBy.map(Actor::id).orElse(null))
                .param(c.looks)
                .param(at(c.lastLook))
                .param(c.chase.steps())
                .param(at(c.chase.notifiedAt()))
                .param(Chases.notices(c.chase))
                .param(Chases.times(c.chase))
                .param(c.chase.renotified())
                .param(c.chase.readerless())
                .param(at(c.chase.chasedAt()))
                .param(c.chase.forPaper())
                .param(at(c.nextLook.map(NextLook::at)))
                .param(c.nextLook.map(l -> l.reason().name()).orElse(null))
                .param(c.nextLook.map(l -> l.owner().name()).orElse(null))
                .param(destroyedAt.isPresent() ? null : at(c.destroyAt))
                .param(at(destroyedAt))
                .param(at(c.nextLook.map(NextLook::at)))
                .param(at(c.nextLook.map(NextLook::at)))
                .param(letter.envelope().id().value())
                .update();
    }

    /** Counts attempts to read that were refused. */
    void countRefusals(LetterId id, int refusals) {
        if (refusals > 0) {
            jdbc.sql("UPDATE letter SET refusals = refusals + ? WHERE id = ?")
                    .param(refusals)
                    .param(id.value())
                    .update();
        }
    }

    /** A letter's state, spread over its columns. */
    private static final class Columned {
        private String state = "";
        private Optional<Instant> acceptedAt = Optional.empty();
        private Optional<Instant> availableAt = Optional.empty();
        private Optional<Instant> openedAt = Optional.empty();
        private Optional<PersonId> openedBy = Optional.empty();
        private Optional<Instant> closedAt = Optional.empty();
        private Optional<Actor> closedBy = Optional.empty();
        private int looks;
        private Optional<Instant> lastLook = Optional.empty();
        private Chase chase = Chase.NONE;
        private Optional<NextLook> nextLook = Optional.empty();
        private Optional<Instant> destroyAt = Optional.empty();

        static Columned of(Letter letter, Rules version) {
            Columned c = new Columned();
            c.nextLook = Deadlines.nextLook(letter, version);
            c.destroyAt = Deadlines.destruction(letter, version).map(NextLook::at);
            switch (letter) {
                case Draft _ -> throw new IllegalStateException("a draft is not stored");
                case Accepted a -> {
                    c.state = "ACCEPTED";
                    c.acceptedAt = Optional.of(a.acceptedAt());
                    c.lastLook = a.lastLook();
                    c.chase = Chase.NONE.forPaper(a.forPaper());
                }
                case Available a -> {
                    c.state = "AVAILABLE";
                    c.acceptedAt = Optional.of(a.acceptedAt());
                    c.availableAt = Optional.of(a.availableAt());
                    c.looks = a.looks();
                    c.lastLook = a.lastLook();
                    c.chase = a.chase();
                }
                case Opened o -> {
                    c.state = "OPENED";
                    c.acceptedAt = Optional.of(o.acceptedAt());
                    c.availableAt = Optional.of(o.availableAt());
                    c.openedAt = Optional.of(o.openedAt());
                    c.openedBy = Optional.of(o.openedBy());
                }
                case Closed closed -> {
                    c.state =
                            switch (closed.how()) {
                                case Withdrawn _ -> "WITHDRAWN";
                                case Settled _ -> "SETTLED";
                                case Posted _ -> "POSTED";
                            };
                    c.acceptedAt = Optional.of(closed.acceptedAt());
                    c.availableAt = closed.availableAt();
                    c.closedAt = Optional.of(closed.closedAt());
                    c.closedBy = Optional.of(closed.how().by());
                }
            }
            return c;
        }
    }
}
