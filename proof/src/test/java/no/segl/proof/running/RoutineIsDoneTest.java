package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.RoutineTexts;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.ControlDesk;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Breaches;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.ControlNotices;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.FigureReports;
import no.segl.app.store.Holders;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.work.BreachSweep;
import no.segl.app.work.ControlMail;
import no.segl.app.work.ControlSweep;
import no.segl.app.work.Standings;
import no.segl.core.access.Power;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Routine.Reply;
import no.segl.core.control.Run;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Controls over weeks: due, told, done, missed and raised; figures by mail; possible breaches. */
class RoutineIsDoneTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final String OWN = "leder@politi.example";
    private static final String ADMIN = "admin@politi.example";

    private final FakeMail mail = new FakeMail();

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;
    private PersonId chief;
    private PersonId admin;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(1)));
        chief = enter("chief", Power.OVERSEE, OWN);
        admin = enter("admin", Power.ADMINISTER, ADMIN);
        segl.contact(new Notice.To.Unit(POLICE), Notice.Channel.EMAIL, "post@politi.example", now);
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    private PersonId enter(String subject, Power power, String address) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, "Prøve " + subject);
        registrar.give(person, POLICE, power, Optional.empty());
        segl.contact(new Notice.To.Person(person), Notice.Channel.EMAIL, address, now);
        return person;
    }

    private InstantSource clock() {
        Instant at = now;
        return () -> at;
    }

    private ControlDesk desk() {
        return new ControlDesk(
                segl.server.part(ControlChanges.class),
                segl.server.part(FigureReports.class),
                segl.server.part(Access.class),
                segl.server.part(ControlDesk.Counted.class),
                segl.server.part(Holders.class),
                segl.server.part(Ids.class),
                clock());
    }

    private int sweep() {
        return new ControlSweep(
                        segl.server.part(Controls.class),
                        segl.server.part(ControlRuns.class),
                        segl.server.part(ControlChanges.class),
                        segl.server.part(Holders.class),
                        segl.server.part(RuleTable.class),
                        new SplittableRandom(1),
                        clock())
                .run();
    }

    private int mails() {
        return new ControlMail(
                        new ControlMail.Rows(
                                segl.server.part(ControlNotices.class),
                                segl.server.part(ControlRuns.class),
                                segl.server.part(FigureReports.class),
                                segl.server.part(Contacts.class)),
                        desk(),
                        segl.server.part(Standings.class),
                        mail,
                        new RoutineTexts(URI.create("https://segl.example")),
                        new SplittableRandom(2),
                        clock())
                .run();
    }

    private Control weekly() {
        Reply reply =
                desk().set(
                                new ControlDesk.Wish(
                                        POLICE,
                                        Control.About.SENT,
                                        "uåpnet",
                                        new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(8, 0)),
                                        1,
                                        chief,
                                        Optional.empty()),
                                chief);
        assertThat(reply).isEqualTo(Reply.DONE);
        return segl.server.part(Controls.class).of(Set.of(POLICE)).getFirst().control();
    }

    private ControlRuns.Row last(Control control) {
        return segl.server.part(ControlRuns.class).last(Set.of(POLICE)).stream()
                .filter(r -> r.run().control().id().equals(control.id()))
                .findFirst()
                .orElseThrow();
    }

    private ControlRuns.Score score() {
        return segl.server
                .part(ControlRuns.class)
                .score(Set.of(POLICE), now.minus(Duration.ofDays(30)), now);
    }

    private List<Mail.Message> to(String address) {
        return mail.sent().stream().filter(m -> m.to().equals(address)).toList();
    }

    /** The controls that were done on time, as the ledger has it. */
    private long folded() {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM ledger_entry
                         WHERE chain = ? AND type = 'ControlAccounted'
                           AND fact ->> 'outcome' = 'DONE' AND fact ->> 'late' = 'false'
                        """)
                .param(POLICE.value())
                .query(Long.class)
                .single();
    }

    private long facts(String type) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT count(*) FROM ledger_entry WHERE chain = ? AND type = ?")
                .param(POLICE.value())
                .param(type)
                .query(Long.class)
                .single();
    }

    @Test
    void isToldDoneAndKept() {
        Control control = weekly();
        assertThat(sweep()).as("not yet").isZero();
        now = control.rhythm().next(now);
        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).as("once").isZero();
        Run run = last(control).run();
        assertThat(run.owner()).contains(chief);

        assertThat(mails()).isEqualTo(1);
        assertThat(mails()).as("once").isZero();
        assertThat(to(OWN).getFirst().body())
                .contains("https://segl.example/kontroller/gjennomforing/" + run.id())
                .doesNotContain("uåpnet >", "Prøve", "barnevern");

        Run.Found found = desk().found(control, now);
        assertThat(found.found()).isPositive();
        assertThat(desk().account(run.id(), Run.Outcome.DONE, "Ringte to.", admin))
                .as("only who oversees")
                .contains(Reply.REFUSED);
        assertThat(desk().account(run.id(), Run.Outcome.DONE, "Ringte to.", chief))
                .contains(Reply.DONE);
        assertThat(desk().account(run.id(), Run.Outcome.DONE, "", chief)).contains(Reply.ACCOUNTED);
        ControlRuns.Account account = last(control).record().orElseThrow();
        assertThat(account.found().found()).isEqualTo(found.found());
        assertThat(account.remark()).isEqualTo("Ringte to.");
        assertThat(segl.server.part(ControlRuns.class).letters(run.id()))
                .isEqualTo(found.letters());
        assertThat(score()).isEqualTo(new ControlRuns.Score(1, 1, 0));
        assertThat(score().onTime())
                .as("the figure is a count over the ledger")
                .isEqualTo(folded());
        assertThatThrownBy(() ->
                        segl.server
                                .part(JdbcClient.class)
                                .sql("UPDATE control_record SET remark = ''")
                                .update())
                .as("nobody can change what was written")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsMissedIsRaisedUntilSomebodyAccountsForIt() {
        Control control = weekly();
        now = control.rhythm().next(now);
        sweep();
        mails();
        mail.clear();
        now = last(control).run().due();
        assertThat(sweep()).isEqualTo(1);
        Run missed = last(control).run();
        assertThat(missed.missed()).contains(now);
        assertThat(missed.owner()).contains(chief);
        assertThat(missed.next()).contains(now.plus(Duration.ofDays(1)));
        assertThat(score()).isEqualTo(new ControlRuns.Score(1, 0, 1));
        mails();
        assertThat(to(OWN)).hasSize(1);
        assertThat(to(ADMIN)).isEmpty();

        mail.set(FakeMail.Fault.DOWN);
        now = now.plus(Duration.ofDays(1));
        sweep();
        assertThat(mails()).isZero();
        mail.set(FakeMail.Fault.NONE);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(mails()).as("what did not go out is tried again").isEqualTo(1);

        now = missed.due().plus(Duration.ofDays(2));
        sweep();
        mail.clear();
        mails();
        assertThat(to("post@politi.example"))
                .as("the main administrators are told where their unit is")
                .isNotEmpty();
        assertThat(facts("ControlEscalated")).isEqualTo(1);

        assertThat(desk().account(missed.id(), Run.Outcome.NOT_DONE, "", chief))
                .contains(Reply.BAD_TEXT);
        assertThat(desk().account(missed.id(), Run.Outcome.NOT_DONE, "Ferie.", chief))
                .contains(Reply.DONE);
        now = now.plus(Duration.ofDays(2));
        mail.clear();
        sweep();
        mails();
        assertThat(to("post@politi.example")).as("it is accounted for").isEmpty();
        assertThat(score().onTime()).isEqualTo(folded()).isZero();
    }

    @Test
    void itGoesToTheMainAdministratorsWhenNobodyIsLeftToDoIt() {
        Control control = weekly();
        segl.server.part(Administration.class).endAll(admin, chief);
        now = control.rhythm().next(now);
        sweep();
        Run run = last(control).run();
        assertThat(run.owner()).isEmpty();
        assertThat(run.escalated()).isTrue();
        mails();
        assertThat(to(OWN)).as("nobody is told of what they no longer oversee").isEmpty();
        assertThat(to("post@politi.example")).hasSize(1);
    }

    @Test
    void figuresGoOutEveryWeekForAsLongAsTheyOversee() {
        Rhythm monday = new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(7, 0));
        assertThat(desk().report(POLICE, monday, chief, chief)).isEqualTo(Reply.DONE);
        assertThat(desk().report(POLICE, monday, chief, chief)).isEqualTo(Reply.NOTHING_TO_DO);
        assertThat(desk().report(POLICE, monday, admin, chief)).isEqualTo(Reply.NOT_THEIRS);
        now = monday.next(now);
        assertThat(mails()).isEqualTo(1);
        assertThat(mails()).isZero();
        assertThat(to(OWN).getFirst().body())
                .contains("https://segl.example/oversikt", "312 780 402")
                .doesNotContain("Prøve");
        now = monday.next(now);
        assertThat(mails()).isEqualTo(1);

        segl.server.part(Administration.class).endAll(admin, chief);
        now = monday.next(now);
        assertThat(mails()).isZero();
        assertThat(segl.server.part(FigureReports.class).of(Set.of(POLICE))).isEmpty();
        assertThat(facts("ReportEnded")).isEqualTo(1);
    }

    @Test
    void whatLiesUnopenedForTooLongMayBeABreach() {
        Breaches breaches = segl.server.part(Breaches.class);
        assertThat(breach()).as("not yet").isZero();
        now = now.plus(Duration.ofDays(8));
        int first = breach();
        assertThat(first).isPositive();
        assertThat(breach()).as("once").isZero();
        List<Breaches.Row> rows =
                breaches.page(Set.of(), Set.of(POLICE), true, Optional.empty(), 50).rows();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(r -> {
                    assertThat(r.category().code()).isEqualTo("CHILD_WELFARE");
                    assertThat(r.matter().raised()).isEqualTo(now);
                    assertThat(r.matter().due()).isEqualTo(now.plus(Duration.ofDays(2)));
                });
        UUID matter = rows.getFirst().matter().id();
        assertThat(
                        segl.server
                                .part(FollowUp.class)
                                .close(matter, 0, chief, Matter.Outcome.NO_BREACH_CAME_OTHERWISE))
                .isPresent();
        Breaches.Row decided =
                breaches.page(Set.of(), Set.of(POLICE), false, Optional.empty(), 50).rows().stream()
                        .filter(r -> r.matter().id().equals(matter))
                        .findFirst()
                        .orElseThrow();
        assertThat(decided.decision()).contains(Matter.Outcome.NO_BREACH_CAME_OTHERWISE);
        assertThat(decided.decidedBy()).contains("Prøve chief");
        assertThat(breach()).as("what is decided is not raised again").isZero();
        now = now.plus(Duration.ofDays(14));
        assertThat(breach()).as("other letters, after three weeks").isPositive();
    }

    private int breach() {
        return new BreachSweep(
                        segl.server.part(Breaches.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Situations.class),
                        segl.server.part(RuleTable.class),
                        clock())
                .run();
    }
}
