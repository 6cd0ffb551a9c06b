package no.segl.proof.running;

import static no.segl.proof.running.RoutineWorld.ADMIN;
import static no.segl.proof.running.RoutineWorld.OWN;
import static no.segl.proof.running.RoutineWorld.POLICE;
import static no.segl.proof.running.RoutineWorld.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.office.Administration;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Upkeep;
import no.segl.core.control.Control;
import no.segl.core.control.Routine.Reply;
import no.segl.core.control.Run;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Controls over weeks: due, told, done, missed and raised until somebody accounts for them. */
@SuppressWarnings("NullAway.Init")
class RoutineIsDoneTest {

    @TempDir private Path folder = Path.of("");

    private RoutineWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new RoutineWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void isToldDoneAndKept() {
        Control control = world.weekly();
        assertThat(world.sweep()).as("not yet").isZero();
        world.now = control.rhythm().next(world.now);
        assertThat(world.sweep()).isEqualTo(1);
        assertThat(world.sweep()).as("once").isZero();
        Run run = world.last(control).run();
        assertThat(run.owner()).contains(world.chief);

        assertThat(world.mails()).isEqualTo(1);
        assertThat(world.mails()).as("once").isZero();
        assertThat(world.to(OWN).getFirst().body())
                .contains("https://segl.example/kontroller/gjennomforing/" + run.id())
                .doesNotContain("uåpnet >", "Prøve", "barnevern");

        ControlDesk desk = world.desk();
        Run.Found found = desk.found(control, world.now);
        assertThat(found.found()).isPositive();
        assertThat(desk.account(run.id(), Run.Outcome.DONE, "Ringte to.", world.admin))
                .as("only who oversees")
                .contains(Reply.REFUSED);
        assertThat(desk.account(run.id(), Run.Outcome.DONE, "Ringte to.", world.chief))
                .contains(Reply.DONE);
        assertThat(desk.account(run.id(), Run.Outcome.DONE, "", world.chief))
                .contains(Reply.ACCOUNTED);
        ControlRuns.Account account = world.last(control).record().orElseThrow();
        assertThat(account.found().found()).isEqualTo(found.found());
        assertThat(account.remark()).isEqualTo("Ringte to.");
        assertThat(letters(run)).isNotEmpty().isEqualTo(found.letters());
        assertThat(world.score()).isEqualTo(new ControlRuns.Score(1, 1, 0));
        assertThat(world.score().onTime())
                .as("the figure is a count over the ledger")
                .isEqualTo(world.doneOnTime());
        isKept(run);
    }

    /** What was written down cannot be changed, and its list is held by the ledger. */
    private void isKept(Run run) {
        JdbcClient jdbc = world.segl.server.part(JdbcClient.class);
        for (String change :
                List.of(
                        "UPDATE control_record SET remark = ''",
                        "DELETE FROM control_record",
                        "DELETE FROM control_letter",
                        "DELETE FROM control_run")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        String list = letters(run).stream().map(l -> l + "\n").reduce("", String::concat);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT fact ->> 'list' FROM ledger_entry
                                         WHERE chain = ? AND type = 'ControlAccounted'
                                           AND fact ->> 'run' = ?
                                        """)
                                .params(POLICE.value(), run.id().toString())
                                .query((rs, _) -> rs.getString(1))
                                .single())
                .isEqualTo(Digest.of(list.getBytes(StandardCharsets.US_ASCII)).hex());
    }

    private List<LetterId> letters(Run run) {
        return world.segl.server.part(ControlRuns.class).letters(run.id());
    }

    /** Of many who say at the same moment that they did it, one is written down. */
    @Test
    void onePersonDidIt() throws Exception {
        Control control = world.weekly();
        world.now = control.rhythm().next(world.now);
        world.sweep();
        UUID run = world.last(control).run().id();
        ControlDesk desk = world.desk();
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<Reply>>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(() -> desk.account(run, Run.Outcome.DONE, "", world.chief));
            }
            for (var one : many.invokeAll(all)) {
                replies.add(one.get().orElseThrow());
            }
        }
        assertThat(replies).filteredOn(Reply.DONE::equals).hasSize(1);
        assertThat(replies).filteredOn(Reply.ACCOUNTED::equals).hasSize(7);
        assertThat(world.facts("ControlAccounted")).isEqualTo(1);
    }

    @Test
    void whatIsMissedIsRaisedUntilSomebodyAccountsForIt() {
        Control control = world.weekly();
        world.now = control.rhythm().next(world.now);
        world.sweep();
        world.mails();
        world.mail.clear();
        world.now = world.last(control).run().due();
        assertThat(world.sweep()).isEqualTo(1);
        Run missed = world.last(control).run();
        assertThat(missed.missed()).contains(world.now);
        assertThat(missed.owner()).contains(world.chief);
        assertThat(missed.next()).contains(world.now.plus(Duration.ofDays(1)));
        assertThat(world.score()).isEqualTo(new ControlRuns.Score(1, 0, 1));
        world.mails();
        assertThat(world.to(OWN)).hasSize(1);
        assertThat(world.to(UNIT)).isEmpty();
        goesToTheAdministrators(missed);

        ControlDesk desk = world.desk();
        assertThat(desk.account(missed.id(), Run.Outcome.NOT_DONE, "", world.chief))
                .contains(Reply.BAD_TEXT);
        assertThat(desk.account(missed.id(), Run.Outcome.NOT_DONE, "Ferie.", world.chief))
                .contains(Reply.DONE);
        world.now = world.now.plus(Duration.ofDays(2));
        world.mail.clear();
        world.sweep();
        world.mails();
        assertThat(world.to(OWN)).as("it is accounted for").isEmpty();
        assertThat(world.to(ADMIN)).isEmpty();
        assertThat(world.score().onTime()).isEqualTo(world.doneOnTime()).isZero();
    }

    private void goesToTheAdministrators(Run missed) {
        world.mail.set(FakeMail.Fault.DOWN);
        world.now = world.now.plus(Duration.ofDays(1));
        world.sweep();
        assertThat(world.mails()).isZero();

        world.now = missed.due().plus(Duration.ofDays(2));
        world.sweep();
        world.mail.set(FakeMail.Fault.NONE);
        world.mail.clear();
        world.mails();
        assertThat(world.to(OWN)).as("what did not go out is said once").hasSize(1);
        assertThat(world.to(UNIT))
                .as("the main administrators, where their unit is reached")
                .hasSize(1);
        assertThat(world.facts("ControlEscalated")).isEqualTo(1);

        world.reach(new Notice.To.Person(world.admin), ADMIN);
        world.now = world.now.plus(Duration.ofDays(1));
        world.sweep();
        world.mail.clear();
        world.mails();
        assertThat(world.to(OWN)).hasSize(1);
        assertThat(world.to(ADMIN)).as("at their own addresses, every day").hasSize(1);
        assertThat(world.facts("ControlEscalated")).as("that it is theirs now, once").isEqualTo(1);
    }

    @Test
    void itGoesToTheMainAdministratorsWhenNobodyIsLeftToDoIt() {
        Control control = world.weekly();
        world.segl.server.part(Administration.class).endAll(world.admin, world.chief);
        world.now = control.rhythm().next(world.now);
        world.sweep();
        Run run = world.last(control).run();
        assertThat(run.owner()).isEmpty();
        assertThat(run.escalated()).isTrue();
        world.mails();
        assertThat(world.to(OWN)).as("nobody is told of what they no longer oversee").isEmpty();
        assertThat(world.to(UNIT)).hasSize(1);

        world.now = run.due();
        world.sweep();
        world.mail.clear();
        world.mails();
        assertThat(world.to(UNIT)).as("again, when it is missed").hasSize(1);
        assertThat(world.to(OWN)).isEmpty();
    }

    /** A sweep that stays away is heard of by whoever watches from outside. */
    @Test
    void whatIsNotOpenedIsHeardOf() {
        Upkeep upkeep = world.segl.server.part(Upkeep.class);
        Control control = world.weekly();
        Instant next = control.rhythm().next(world.now);
        assertThat(upkeep.controls(next)).isZero();
        assertThat(upkeep.controls(next.plusSeconds(1))).isEqualTo(1);
        world.now = next;
        world.sweep();
        Instant due = world.last(control).run().due();
        assertThat(upkeep.controls(due)).isZero();
        assertThat(upkeep.controls(due.plusSeconds(1))).isEqualTo(1);
    }
}
