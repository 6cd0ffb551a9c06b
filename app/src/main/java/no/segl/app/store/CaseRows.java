package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as rows: the fold of the facts of a letter that concern them. */
final class CaseRows {

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter became a case. */
    void raise(CaseRaised raised, Letter letter, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO matter (id, letter, reason, side, unit, raised_at, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(raised.matter())
                .param(raised.letter().value())
                .param(raised.reason().name())
                .param(raised.at().name())
                .param(raised.at().unit(letter.envelope()).value())
                .param(at(now))
                .param(at(raised.due()))
                .update();
    }

    /** Takes in what has happened to a case. */
    void apply(LetterFact.OfCase fact, Instant now, Actor actor) {
        switch (fact) {
            case CaseAssigned(_, var matter, var person) ->
                    change(matter, "owner = ?", person.value());
            case CaseReturned(_, var matter, _) ->
                    change(matter, "owner = NULL, attempts = 0, claimed_until = NULL");
            case CaseCommented commented -> comment(commented, now, actor);
            case CaseSnoozed(_, var matter, var reason, var until) ->
                    change(
                            matter,
                            "snooze_reason = ?, snoozed_until = ?, due_at = ?, attempts = 0",
                            reason.name(),
                            at(until),
                            at(until));
            case CaseOverdue(_, var matter, var due) ->
                    change(
                            matter,
                            """
                            due_at = ?, overdue = overdue + 1, snoozed_until = NULL,
                            snooze_reason = NULL, attempts = 0, claimed_until = NULL
                            """,
                            at(due));
            case CaseClosed(_, var matter, var outcome) ->
                    change(matter, "closed_at = ?, closed_how = ?", at(now), outcome.name());
            case CaseResolved resolved ->
                    jdbc.sql(
                                    """
                                    UPDATE matter SET version = version + 1, closed_at = ?,
                                           closed_how = 'CaseResolved'
                                     WHERE letter = ? AND reason = ? AND side = ?
                                       AND closed_at IS NULL
                                    """)
                            .param(at(now))
                            .param(resolved.letter().value())
                            .param(resolved.reason().name())
                            .param(resolved.at().name())
                            .update();
        }
    }

    private void change(UUID matter, String columns, Object... values) {
        var statement =
                jdbc.sql(
                        "UPDATE matter SET version = version + 1"
                                + (columns.isEmpty() ? "" : ", " + columns)
                                + " WHERE id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(matter).update();
    }

    private void comment(CaseCommented commented, Instant now, Actor actor) {
        if (!(actor instanceof Actor.Person(var person))) {
            throw new IllegalStateException("only people comment on cases");
        }
        jdbc.sql(
                        """
                        INSERT INTO matter_comment (id, matter, person, written_at, text)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(commented.comment())
                .param(commented.matter())
                .param(person.value())
                .param(at(now))
                .param(commented.text())
                .update();
        change(commented.matter(), "");
    }

    /** The letter, or its content, is ended by {@code closing}, which resolves cases of it. */
    void closed(LetterId letter, LetterFact closing, Instant now) {
        String[] resolved =
                Arrays.stream(Matter.Reason.values())
                        .filter(reason -> reason.isResolvedBy(closing))
                        .map(Matter.Reason::name)
                        .toArray(String[]::new);
        jdbc.sql(
                        """
                        UPDATE matter SET version = version + 1, closed_at = ?, closed_how = ?
                         WHERE letter = ? AND closed_at IS NULL AND reason = ANY (?)
                        """)
                .param(at(now))
                .param(closing.type())
                .param(letter.value())
                .param(resolved)
                .update();
    }

    /** Deletes what people wrote of a letter's cases. */
    void forget(LetterId letter) {
        jdbc.sql(
                        """
                        DELETE FROM matter_comment
                         WHERE matter IN (SELECT id FROM matter WHERE letter = ?)
                        """)
                .param(letter.value())
                .update();
    }

    /** A case as {@code core} decides on it. */
    static Case matter(ResultSet rs) throws SQLException {
        return new Case(
                uuid(rs, "id"),
                Matter.Reason.valueOf(rs.getString("reason")),
                Side.valueOf(rs.getString("side")),
                instant(rs, "raised_at"),
                instant(rs, "due_at"),
                owner(rs),
                rs.getInt("version"),
                maybeInstant(rs, "closed_at").isPresent());
    }

    static Optional<PersonId> owner(ResultSet rs) throws SQLException {
        return maybeUuid(rs, "owner").map(PersonId::new);
    }
}
