package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.core.control.Control;
import no.segl.core.control.ControlFact;
import no.segl.core.control.ControlFact.ControlAccounted;
import no.segl.core.control.ControlFact.ControlEnded;
import no.segl.core.control.ControlFact.ControlEscalated;
import no.segl.core.control.ControlFact.ControlMissed;
import no.segl.core.control.ControlFact.ControlOpened;
import no.segl.core.control.ControlFact.ControlSet;
import no.segl.core.control.ControlFact.ControlStillMissed;
import no.segl.core.control.Report;
import no.segl.core.control.ReportFact;
import no.segl.core.control.ReportFact.ReportEnded;
import no.segl.core.control.ReportFact.ReportSet;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Controls and figures as rows: the fold of their facts, within a transaction of the door. */
final class ControlRows {

    private final JdbcClient jdbc;

    ControlRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else changes that row of {@code table} until the transaction ends. */
    void hold(String table, UUID id) {
        jdbc.sql("SELECT 1 FROM " + table + " WHERE id = ? FOR NO KEY UPDATE")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    /** The same of a unit. */
    void hold(OrgNumber unit) {
        jdbc.sql("SELECT 1 FROM unit WHERE number = ? FOR NO KEY UPDATE")
                .param(unit.value())
                .query(Integer.class)
                .optional();
    }

    /** Writes what has happened to a control. */
    void apply(ControlFact fact, Act act) {
        switch (fact) {
            case ControlSet(var set, var first) -> insert(set, first, act.at());
            case ControlEnded ended ->
                    jdbc.sql("UPDATE control SET ended_at = ? WHERE id = ?")
                            .param(at(act.at()))
                            .param(ended.control())
                            .update();
            case ControlOpened opened -> open(opened, act.at());
            case ControlMissed(_, _, var run, var owner, var next) -> {
                jdbc.sql("UPDATE control_run SET missed_at = ? WHERE id = ?")
                        .param(at(act.at()))
                        .param(run)
                        .update();
                again(run, owner, next, act.at());
            }
            case ControlStillMissed(_, _, var run, var owner, var next) ->
                    again(run, owner, next, act.at());
            case ControlEscalated(_, _, var run) -> {
                jdbc.sql("UPDATE control_run SET escalated_at = ? WHERE id = ?")
                        .param(at(act.at()))
                        .param(run)
                        .update();
                tell(run, "ESCALATED", Optional.empty(), act.at());
            }
            case ControlAccounted accounted -> account(accounted, act);
        }
    }

    private void insert(Control set, Instant first, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO control (id, unit, about, question, every, day, time, within,
                               responsible, deputy, set_at, next_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        set.id(),
                        set.unit().value(),
                        set.about().name(),
                        set.question(),
                        set.rhythm().every().name(),
                        set.rhythm().day(),
                        set.rhythm().time(),
                        set.within(),
                        set.responsible().value())
                .param(set.deputy().map(PersonId::value).orElse(null))
                .param(at(now))
                .param(at(first))
                .update();
    }

    private void open(ControlOpened opened, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO control_run (id, control, unit, planned_at, opened_at, due_at,
                               skipped, owner, next_look_at, look_reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DUE')
                        """)
                .params(
                        opened.run(),
                        opened.control(),
                        opened.unit().value(),
                        at(opened.planned()),
                        at(now),
                        at(opened.due()),
                        opened.skipped())
                .param(opened.owner().map(PersonId::value).orElse(null))
                .param(at(opened.due()))
                .update();
        jdbc.sql("UPDATE control SET next_at = ? WHERE id = ?")
                .param(at(opened.next()))
                .param(opened.control())
                .update();
        if (opened.owner().isPresent()) {
            tell(opened.run(), "DUE", opened.owner(), now);
        }
    }

    private void again(UUID run, Optional<PersonId> owner, Instant next, Instant now) {
        jdbc.sql(
                        """
                        UPDATE control_run
                           SET owner = ?, next_look_at = ?, look_reason = 'MISSED' WHERE id = ?
                        """)
                .param(owner.map(PersonId::value).orElse(null))
                .param(at(next))
                .param(run)
                .update();
        // What was to be told before says less than this, and has not gone out.
        jdbc.sql("UPDATE control_notice SET try_at = NULL WHERE run = ? AND try_at IS NOT NULL")
                .param(run)
                .update();
        // The deputy, too: either of them can do it. Where neither can, and where they do not do it
        // though those who administer access there know, the latter hear of it each time.
        jdbc.sql(
                        """
                        INSERT INTO control_notice (id, run, kind, person, ordered_at, try_at)
                        SELECT gen_random_uuid(), r.id, p.kind, p.person, :now, :now
                          FROM control_run r JOIN control c ON c.id = r.control
                         CROSS JOIN LATERAL (VALUES ('MISSED', c.responsible), ('MISSED', c.deputy),
                                                    ('ESCALATED', NULL)) AS p (kind, person)
                         WHERE r.id = :run
                           AND CASE p.kind WHEN 'MISSED' THEN p.person IS NOT NULL
                                           ELSE r.escalated_at IS NOT NULL END
                        """)
                .param("now", at(now))
                .param("run", run)
                .update();
    }

    private void tell(UUID run, String kind, Optional<PersonId> person, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO control_notice (id, run, kind, person, ordered_at, try_at)
                        VALUES (gen_random_uuid(), ?, ?, ?, ?, ?)
                        """)
                .params(run, kind)
                .param(person.map(PersonId::value).orElse(null))
                .param(at(now))
                .param(at(now))
                .update();
    }

    private void account(ControlAccounted accounted, Act act) {
        if (!(act.actor() instanceof Actor.Person(var person))) {
            throw new IllegalStateException("only people account for controls");
        }
        jdbc.sql(
                        """
                        INSERT INTO control_record (run, at, person, outcome, late, found, more,
                               places, oldest, remark)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        accounted.run(),
                        at(act.at()),
                        person.value(),
                        accounted.outcome().name(),
                        accounted.late(),
                        accounted.found().found(),
                        accounted.found().more(),
                        accounted.found().of())
                .param(at(accounted.found().oldest()))
                .param(accounted.remark())
                .update();
        List<LetterId> letters = accounted.found().letters();
        jdbc.sql(
                        """
                        INSERT INTO control_letter (run, position, letter)
                        SELECT ?, l.position, l.letter
                          FROM unnest(?::uuid[]) WITH ORDINALITY AS l (letter, position)
                        """)
                .param(accounted.run())
                .param(Columns.ids(letters))
                .update();
        jdbc.sql(
                        """
                        UPDATE control_run
                           SET accounted = true, next_look_at = NULL, look_reason = NULL
                         WHERE id = ?
                        """)
                .param(accounted.run())
                .update();
        jdbc.sql("UPDATE control_notice SET try_at = NULL WHERE run = ?")
                .param(accounted.run())
                .update();
    }

    /** Writes what has happened to figures by e-mail. */
    void apply(ReportFact fact, Instant now) {
        switch (fact) {
            case ReportSet(Report set, var first) ->
                    jdbc.sql(
                                    """
                                    INSERT INTO figure_report (id, unit, every, day, time, person,
                                           set_at, next_at, try_at)
                                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    set.id(),
                                    set.unit().value(),
                                    set.rhythm().every().name(),
                                    set.rhythm().day(),
                                    set.rhythm().time(),
                                    set.person().value(),
                                    at(now),
                                    at(first),
                                    at(first))
                            .update();
            case ReportEnded ended ->
                    jdbc.sql("UPDATE figure_report SET ended_at = ? WHERE id = ?")
                            .param(at(now))
                            .param(ended.report())
                            .update();
        }
    }
}
