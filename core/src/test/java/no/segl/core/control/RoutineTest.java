package no.segl.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.control.ControlFact.ControlAccounted;
import no.segl.core.control.ControlFact.ControlEnded;
import no.segl.core.control.ControlFact.ControlEscalated;
import no.segl.core.control.ControlFact.ControlMissed;
import no.segl.core.control.ControlFact.ControlOpened;
import no.segl.core.control.ControlFact.ControlSet;
import no.segl.core.control.ControlFact.ControlStillMissed;
import no.segl.core.control.Routine.Reply;
import no.segl.core.control.Run.Outcome;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.SampleRules;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;

/** A control that nobody does has an owner and a next look until somebody accounts for it. */
class RoutineTest {

    private static final OrgNumber UNIT = new OrgNumber("310451207");
    private static final PersonId CHIEF = new PersonId(new UUID(1, 1));
    private static final PersonId DEPUTY = new PersonId(new UUID(1, 2));
    private static final PersonId STRANGER = new PersonId(new UUID(1, 3));
    private static final UUID RUN = new UUID(2, 1);
    private static final Rules RULES = SampleRules.THREE;
    private static final Right RIGHT = new Right("grant", "g");
    private static final Clearance CLEARED = new Clearance.Cleared(RIGHT);
    private static final Clearance DENIED = new Clearance.Denied(Clearance.Ground.NO_GRANT, UNIT);
    private static final Run.Found FOUND = new Run.Found(3, false, 0, Optional.empty(), List.of());

    /** Monday at eight in Norway. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");

    private static final Control WEEKLY = weekly(Optional.of(DEPUTY));

    private static Control weekly(Optional<PersonId> deputy) {
        return new Control(
                new UUID(3, 1),
                UNIT,
                Control.About.RECEIVED,
                "uåpnet > 7 dager",
                new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(8, 0)),
                1,
                CHIEF,
                deputy);
    }

    private static Run run(Optional<Instant> missed, boolean escalated) {
        Instant due = Rhythm.until(MONDAY, 1);
        return new Run(
                RUN,
                WEEKLY,
                MONDAY,
                MONDAY,
                due,
                Optional.of(CHIEF),
                Optional.of(missed.map(m -> m.plus(Duration.ofDays(1))).orElse(due)),
                missed,
                escalated);
    }

    @Test
    void isSetUpByWhoOverseesForThoseWhoDo() {
        Instant before = MONDAY.minusSeconds(1);
        assertThat(Routine.set(WEEKLY, List.of(CHIEF, DEPUTY), CLEARED, before).facts())
                .containsExactly(new ControlSet(WEEKLY, MONDAY));
        assertThat(Routine.set(WEEKLY, List.of(CHIEF, DEPUTY), DENIED, before).reply())
                .isEqualTo(Reply.REFUSED);
        assertThat(Routine.set(WEEKLY, List.of(CHIEF, STRANGER), CLEARED, before).reply())
                .isEqualTo(Reply.NOT_THEIRS);
        assertThat(Routine.set(weekly(Optional.of(CHIEF)), List.of(CHIEF), CLEARED, before).reply())
                .isEqualTo(Reply.SAME_PERSON);
    }

    @Test
    void fallsDueOnceAndGoesToWhoCanDoIt() {
        assertThat(open(MONDAY.minusSeconds(1), CHIEF)).isEmpty();
        assertThat(open(MONDAY, CHIEF, DEPUTY))
                .containsExactly(opened(MONDAY, Optional.of(CHIEF), 0, 7));
        assertThat(open(MONDAY, DEPUTY)).containsExactly(opened(MONDAY, Optional.of(DEPUTY), 0, 7));
        assertThat(open(MONDAY, STRANGER))
                .as("nobody is left who can: those who administer access are told at once")
                .containsExactly(
                        opened(MONDAY, Optional.empty(), 0, 7),
                        new ControlEscalated(UNIT, WEEKLY.id(), RUN));
    }

    @Test
    void whatDidNotComeWhileSeglStoodIsCounted() {
        Instant later = MONDAY.plus(Duration.ofDays(15));
        assertThat(open(later, CHIEF))
                .containsExactly(
                        new ControlOpened(
                                UNIT,
                                WEEKLY.id(),
                                RUN,
                                MONDAY.plus(Duration.ofDays(14)),
                                Rhythm.until(later, 1),
                                Optional.of(CHIEF),
                                2,
                                MONDAY.plus(Duration.ofDays(21))));
    }

    private static List<ControlFact> open(Instant now, PersonId... able) {
        return Routine.open(WEEKLY, MONDAY, RUN, List.of(able), RULES, now).facts();
    }

    private static ControlOpened opened(
            Instant at, Optional<PersonId> owner, int skipped, int days) {
        return new ControlOpened(
                UNIT,
                WEEKLY.id(),
                RUN,
                MONDAY,
                Rhythm.until(at, 1),
                owner,
                skipped,
                MONDAY.plus(Duration.ofDays(days)));
    }

    @Test
    void isRaisedAgainAndAgainAndInTheEndWithTheMainAdministrators() {
        Run open = run(Optional.empty(), false);
        Instant due = open.due();
        assertThat(look(open, due.minusSeconds(1), CHIEF)).isEmpty();
        Instant day = due.plus(Duration.ofDays(1));
        assertThat(look(open, due, CHIEF))
                .containsExactly(
                        new ControlMissed(UNIT, WEEKLY.id(), RUN, Optional.of(CHIEF), day));

        Run missed = run(Optional.of(due), false);
        assertThat(look(missed, day, DEPUTY))
                .containsExactly(
                        new ControlStillMissed(
                                UNIT,
                                WEEKLY.id(),
                                RUN,
                                Optional.of(DEPUTY),
                                day.plus(Duration.ofDays(1))));
        Instant two = due.plus(Duration.ofDays(2));
        assertThat(look(missed, two, CHIEF)).endsWith(new ControlEscalated(UNIT, WEEKLY.id(), RUN));
        assertThat(look(run(Optional.of(due), true), two, CHIEF)).hasSize(1);
        assertThat(look(missed, day, STRANGER))
                .as("at once, where nobody is left who can do it")
                .endsWith(new ControlEscalated(UNIT, WEEKLY.id(), RUN));
    }

    private static List<ControlFact> look(Run run, Instant now, PersonId able) {
        return Routine.look(run, List.of(able), RULES, now).facts();
    }

    @Test
    void isAccountedForByAPersonWithARight() {
        Run open = run(Optional.empty(), false);
        assertThat(account(open, Outcome.DONE, " Ringte. ", MONDAY))
                .containsExactly(accounted(Outcome.DONE, false, "Ringte."));
        assertThat(account(open, Outcome.DONE, "", open.due()))
                .containsExactly(accounted(Outcome.DONE, true, ""));
        assertThat(account(open, Outcome.NOT_DONE, "Ferie", open.due()))
                .containsExactly(accounted(Outcome.NOT_DONE, true, "Ferie"));
        assertThat(reply(open, Outcome.NOT_DONE, "Ferie", CLEARED, MONDAY))
                .isEqualTo(Reply.NOT_MISSED);
        assertThat(reply(open, Outcome.NOT_DONE, " ", CLEARED, open.due()))
                .isEqualTo(Reply.BAD_TEXT);
        assertThat(reply(open, Outcome.DONE, "x".repeat(1001), CLEARED, MONDAY))
                .isEqualTo(Reply.BAD_TEXT);
        assertThat(reply(open, Outcome.DONE, "", DENIED, MONDAY)).isEqualTo(Reply.REFUSED);
        Run done =
                new Run(
                        RUN,
                        WEEKLY,
                        MONDAY,
                        MONDAY,
                        open.due(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        assertThat(reply(done, Outcome.DONE, "", CLEARED, MONDAY)).isEqualTo(Reply.ACCOUNTED);
    }

    private static List<ControlFact> account(Run run, Outcome how, String remark, Instant now) {
        return Routine.account(run, how, FOUND, remark, CLEARED, now).facts();
    }

    private static Reply reply(Run run, Outcome how, String remark, Clearance by, Instant now) {
        return Routine.account(run, how, FOUND, remark, by, now).reply();
    }

    private static ControlAccounted accounted(Outcome how, boolean late, String remark) {
        return new ControlAccounted(UNIT, WEEKLY.id(), RUN, how, late, FOUND, remark);
    }

    @Test
    void theLedgerHasNoWordsOfAnybodys() {
        assertThat(accounted(Outcome.DONE, false, "Ringte Kari").values())
                .containsOnlyKeys("control", "run", "outcome", "late", "found", "list");
        assertThat(accounted(Outcome.DONE, false, "Ringte Kari").toString())
                .doesNotContain("Ringte");
        assertThat(new ControlSet(WEEKLY, MONDAY).values()).doesNotContainKey("question");
    }

    @Test
    void endsOnceForWhoOversees() {
        assertThat(Routine.end(WEEKLY, false, CLEARED).facts())
                .containsExactly(new ControlEnded(UNIT, WEEKLY.id()));
        assertThat(Routine.end(WEEKLY, true, CLEARED).reply()).isEqualTo(Reply.NOTHING_TO_DO);
        assertThat(Routine.end(WEEKLY, false, DENIED).reply()).isEqualTo(Reply.REFUSED);
    }

    @Test
    void figuresGoToThoseWhoOverseeAndToNobodyElse() {
        Report report =
                new Report(
                        new UUID(4, 1),
                        UNIT,
                        new Rhythm(Rhythm.Every.MONTH, 1, LocalTime.of(9, 0)),
                        CHIEF);
        assertThat(Routine.report(report, false, List.of(CHIEF), CLEARED, MONDAY).facts())
                .hasSize(1);
        assertThat(Routine.report(report, true, List.of(CHIEF), CLEARED, MONDAY).reply())
                .isEqualTo(Reply.NOTHING_TO_DO);
        assertThat(Routine.report(report, false, List.of(DEPUTY), CLEARED, MONDAY).reply())
                .isEqualTo(Reply.NOT_THEIRS);
        assertThat(Routine.report(report, false, List.of(CHIEF), DENIED, MONDAY).reply())
                .isEqualTo(Reply.REFUSED);
        assertThat(Routine.lost(report, false, List.of(CHIEF), RULES).facts()).isEmpty();
        assertThat(Routine.lost(report, false, List.of(DEPUTY), RULES).facts()).hasSize(1);
        assertThat(Routine.endReport(report, false, CLEARED).facts()).hasSize(1);
        assertThat(Routine.endReport(report, true, CLEARED).facts()).isEmpty();
    }
}
