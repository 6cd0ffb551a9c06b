package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

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
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.RoutineTexts;
import no.segl.app.office.Access;
import no.segl.app.office.ControlDesk;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Breaches;
import no.segl.app.store.Changes;
import no.segl.app.store.ControlChanges;
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
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The police with somebody who oversees it and somebody who administers it, on days to come. */
final class RoutineWorld implements AutoCloseable {

    static final OrgNumber POLICE = new OrgNumber("312780402");
    static final String OWN = "leder@politi.example";
    static final String ADMIN = "admin@politi.example";
    static final String UNIT = "post@politi.example";

    final RunningSegl segl;
    final FakeMail mail = new FakeMail();
    final PersonId chief;
    final PersonId admin;
    Instant now;

    RoutineWorld(Path folder) throws Exception {
        segl = new RunningSegl(folder);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(1)));
        chief = enter(segl, "chief", Power.OVERSEE);
        admin = enter(segl, "admin", Power.ADMINISTER);
        reach(new Notice.To.Person(chief), OWN);
        reach(new Notice.To.Unit(POLICE), UNIT);
    }

    private static PersonId enter(RunningSegl segl, String subject, Power power) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, "Prøve " + subject);
        registrar.give(person, POLICE, power, Optional.empty());
        return person;
    }

    void reach(Notice.To to, String address) {
        segl.contact(to, Notice.Channel.EMAIL, address, now);
    }

    private InstantSource clock() {
        Instant at = now;
        return () -> at;
    }

    ControlDesk desk() {
        return new ControlDesk(
                segl.server.part(ControlChanges.class),
                segl.server.part(FigureReports.class),
                segl.server.part(Access.class),
                segl.server.part(ControlDesk.Counted.class),
                segl.server.part(Holders.class),
                segl.server.part(Ids.class),
                clock());
    }

    int sweep() {
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

    int mails() {
        return new ControlMail(
                        segl.server.part(ControlMail.Rows.class),
                        desk(),
                        segl.server.part(Standings.class),
                        mail,
                        new RoutineTexts(URI.create("https://segl.example")),
                        new SplittableRandom(2),
                        clock())
                .run();
    }

    int breaches() {
        return new BreachSweep(
                        segl.server.part(Breaches.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Situations.class),
                        segl.server.part(RuleTable.class),
                        clock())
                .run();
    }

    /** A control every Monday, of what was sent and nobody has opened. */
    Control weekly() {
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

    /** The last time that it fell due. */
    ControlRuns.Row last(Control control) {
        return segl.server.part(ControlRuns.class).last(Set.of(POLICE)).stream()
                .filter(r -> r.run().control().id().equals(control.id()))
                .findFirst()
                .orElseThrow();
    }

    ControlRuns.Score score() {
        return segl.server
                .part(ControlRuns.class)
                .score(Set.of(POLICE), now.minus(Duration.ofDays(30)), now);
    }

    List<Mail.Message> to(String address) {
        return mail.sent().stream().filter(m -> m.to().equals(address)).toList();
    }

    /** How many facts of that type the ledger has of the unit. */
    long facts(String type) {
        return count("type = ?", type);
    }

    /** The controls that were done on time, as the ledger has it. */
    long doneOnTime() {
        return count(
                "type = ? AND fact ->> 'outcome' = 'DONE' AND fact ->> 'late' = 'false'",
                "ControlAccounted");
    }

    private long count(String condition, String type) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT count(*) FROM ledger_entry WHERE chain = ? AND " + condition)
                .params(POLICE.value(), type)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        segl.close();
    }
}
