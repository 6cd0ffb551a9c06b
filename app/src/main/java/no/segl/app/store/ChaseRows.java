package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.LetterFact.ShareEnded;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices and cases as rows: the fold of the facts of a letter that concern them. */
final class ChaseRows {

    private final JdbcClient jdbc;
    private final CaseRows cases;

    ChaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cases = new CaseRows(jdbc);
    }

    /** Whether it has a document that is for one person alone. */
    boolean hasSealed(LetterId letter) {
        return jdbc.sql("SELECT count(*) FROM document WHERE letter = ? AND sealed")
                        .param(letter.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes in what has happened to {@code letter}. */
    void apply(LetterFact fact, Letter letter, Instant now, Actor actor) {
        switch (fact) {
            case NoticeOrdered ordered -> order(ordered, now);
            case NoticeSent sent ->
                    jdbc.sql(
                                    """
                                    UPDATE notice SET state = 'SENT', sent_at = ?, channel = ?,
                                           next_attempt_at = NULL
                                     WHERE id = ?
                                    """)
                            .param(at(now))
                            .param(sent.channel().name())
                            .param(sent.notice())
                            .update();
            // Who was told by mistake need not be, if there is still time.
            case ShareEnded ended ->
                    jdbc.sql(
                                    """
                                    UPDATE notice SET state = 'DROPPED', next_attempt_at = NULL
                                     WHERE letter = ? AND kind = 'SHARED' AND state = 'ORDERED'
                                       AND addressee = (SELECT 'person:' || person
                                                          FROM letter_share WHERE id = ?)
                                    """)
                            .param(ended.letter().value())
                            .param(ended.share())
                            .update();
            case NoticeDelivered delivered ->
                    jdbc.sql("UPDATE notice SET state = 'DELIVERED' WHERE id = ?")
                            .param(delivered.notice())
                            .update();
            case NoticeFailed failed ->
                    jdbc.sql(
                                    """
                                    UPDATE notice SET state = 'FAILED', failure = ?,
                                           next_attempt_at = NULL
                                     WHERE id = ?
                                    """)
                            .param(failed.reason().name())
                            .param(failed.notice())
                            .update();
            case CaseRaised raised -> cases.raise(raised, letter, now);
            case LetterAvailable available ->
                    jdbc.sql(
                                    """
                                    UPDATE matter SET closed_at = ?, closed_how = ?
                                     WHERE letter = ? AND reason = 'HELD_BACK' AND closed_at IS NULL
                                    """)
                            .param(at(now))
                            .param(available.type())
                            .param(available.letter().value())
                            .update();
            case LetterFact.OfCase of -> cases.apply(of, now, actor);
            case ContentDestroyed destroyed -> {
                cases.closed(destroyed.letter(), destroyed, now);
                cases.forget(destroyed.letter());
            }
            case LetterFact _ -> {}
        }
    }

    private void order(NoticeOrdered ordered, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO notice
                            (id, letter, kind, addressee, ordered_at, state, next_attempt_at)
                        VALUES (?, ?, ?, ?, ?, 'ORDERED', ?)
                        """)
                .param(ordered.notice())
                .param(ordered.letter().value())
                .param(ordered.kind().name())
                .param(ordered.to().code())
                .param(at(now))
                .param(at(now))
                .update();
    }

    /**
     * What follows when a letter is closed: what it was a case for is resolved by the fact that
     * closed it, and nobody need be told of it any more, but for whom an opened one is shared with,
     * and whoever has a case of it still.
     */
    void closed(LetterId letter, LetterFact closing, Instant now) {
        cases.closed(letter, closing, now);
        jdbc.sql(
                        """
                        UPDATE notice SET state = 'DROPPED', next_attempt_at = NULL
                         WHERE letter = :letter AND state = 'ORDERED'
                           AND NOT (kind = 'SHARED' AND :opened)
                           AND NOT (kind = 'CASE_WAITING' AND EXISTS (
                                SELECT 1 FROM matter WHERE letter = :letter AND closed_at IS NULL))
                        """)
                .param("letter", letter.value())
                .param("opened", closing instanceof LetterOpened)
                .update();
    }

    /** What a letter is a case for, and has not been closed. */
    Set<Situation.Raised> cases(LetterId letter) {
        return new HashSet<>(
                jdbc.sql("SELECT reason, side FROM matter WHERE letter = ? AND closed_at IS NULL")
                        .param(letter.value())
                        .query((rs, _) -> raised(rs))
                        .list());
    }

    /** What a letter has been a case for, closed or not. */
    Set<Situation.Raised> had(LetterId letter) {
        return new HashSet<>(
                jdbc.sql("SELECT reason, side FROM matter WHERE letter = ?")
                        .param(letter.value())
                        .query((rs, _) -> raised(rs))
                        .list());
    }

    private static Situation.Raised raised(ResultSet rs) throws SQLException {
        return new Situation.Raised(
                Matter.Reason.valueOf(rs.getString("reason")), Side.valueOf(rs.getString("side")));
    }

    /** How far a notice has come; empty if there is no such notice. */
    Optional<Notifying.State> state(UUID notice) {
        return jdbc.sql("SELECT state FROM notice WHERE id = ?")
                .param(notice)
                .query((rs, _) -> Notifying.State.valueOf(rs.getString("state")))
                .optional();
    }

    /** How it stands with every notice of a letter. */
    List<Notifying.Ordered> notices(LetterId letter) {
        return jdbc.sql(
                        """
                        SELECT id, kind, state, ordered_at FROM notice WHERE letter = ? ORDER BY id
                        """)
                .param(letter.value())
                .query((rs, _) ->
                        new Notifying.Ordered(
                                Columns.uuid(rs, "id"),
                                Notice.Kind.valueOf(rs.getString("kind")),
                                Notifying.State.valueOf(rs.getString("state")),
                                Columns.instant(rs, "ordered_at")))
                .list();
    }
}
