package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.mail.Security;
import no.segl.app.connect.mail.Server;
import no.segl.app.connect.mail.SmtpMail;
import no.segl.app.connect.sms.FakeSms;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Administration;
import no.segl.app.office.CheckDesk;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.store.Attention;
import no.segl.app.store.Contacts;
import no.segl.app.store.Reminders;
import no.segl.app.store.Requests;
import no.segl.app.store.Reviews;
import no.segl.app.store.RuleTable;
import no.segl.app.work.AccessReminders;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever administers access is told of what waits there, by mail, until it is done. */
class AccessRemindersTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    private static final String OWN = "sjef@fjordvik.example";
    private static final String UNITS = "post@barnevern.example";

    private final FakeMail mail = new FakeMail();
    private final FakeSms sms = new FakeSms();

    @TempDir private Path folder = Path.of("");

    @Test
    void oneMailAWeekToEachAddressUntilItIsDone() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief", MUNICIPALITY, Power.ADMINISTER);
            address(segl, new Notice.To.Person(chief), OWN);
            enter(segl, "manager", UNIT, Power.MANAGE_ACCESS);
            enter(segl, "second", UNIT, Power.MANAGE_ACCESS);
            address(segl, new Notice.To.Unit(UNIT), UNITS);
            PersonId reader = enter(segl, "reader", UNIT, Power.READ);
            Instant due = RunningSegl.CLOCK.instant().plus(Duration.ofDays(366));

            remind(segl, due);
            assertThat(to(OWN)).hasSize(1);
            assertThat(to(OWN).getFirst().body())
                    .contains("310 451 223")
                    .contains("https://segl.example/tilganger/gjennomgang")
                    .doesNotContain("Prøve", reader.toString());
            assertThat(to(UNITS)).as("two who have no address, one mail").hasSize(1);

            remind(segl, due.plus(Duration.ofDays(6)));
            assertThat(to(OWN)).as("once a week").hasSize(1);

            mail.set(FakeMail.Fault.DOWN);
            remind(segl, due.plus(Duration.ofDays(7)));
            mail.set(FakeMail.Fault.LOSE_AFTER_ACCEPT);
            remind(segl, due.plus(Duration.ofDays(8)));
            assertThat(to(OWN)).as("what certainly did not go is tried again").hasSize(2);
            mail.set(FakeMail.Fault.NONE);
            remind(segl, due.plus(Duration.ofDays(9)));
            assertThat(to(OWN)).as("what may have gone is not sent twice").hasSize(2);

            segl.server
                    .part(JdbcClient.class)
                    .sql("UPDATE access_grant SET confirmed_at = ?")
                    .param(java.sql.Timestamp.from(due))
                    .update();
            mail.clear();
            remind(segl, due.plus(Duration.ofDays(30)));
            assertThat(mail.sent()).as("done").isEmpty();
        }
    }

    @Test
    void whoHasNoMailAddressGetsATextMessageInTheDaytime() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief", HOSPITAL, Power.ADMINISTER);
            segl.contact(
                    new Notice.To.Person(chief),
                    Notice.Channel.SMS,
                    "+4799999999",
                    RunningSegl.CLOCK.instant());
            address(segl, new Notice.To.Unit(HOSPITAL), UNITS);
            PersonId reader = enter(segl, "reader", HOSPITAL, Power.READ);
            Instant due = RunningSegl.CLOCK.instant().plus(Duration.ofDays(366));
            ZonedDateTime monday =
                    due.atZone(WorkingDays.NORWAY)
                            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                            .truncatedTo(ChronoUnit.DAYS);

            remind(segl, monday.withHour(3).toInstant());
            assertThat(sms.sent()).as("at night").isEmpty();

            remind(segl, monday.withHour(10).toInstant());
            assertThat(sms.sent())
                    .singleElement()
                    .satisfies(text -> {
                        assertThat(text.number()).isEqualTo("+4799999999");
                        assertThat(text.text())
                                .contains("https://segl.example/tilganger")
                                .doesNotContain("Prøve", reader.toString());
                    });
            assertThat(to(UNITS)).as("nobody else is told in their place").isEmpty();

            remind(segl, monday.withHour(12).toInstant());
            assertThat(sms.sent()).as("once a week").hasSize(1);
        }
    }

    @Test
    void whatHasComeIsToldAtOnceToWhoeverCanSeeToIt() throws Exception {
        GreenMail server =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (RunningSegl segl = new RunningSegl(folder)) {
            Mail relay = new SmtpMail(settings(server.getSmtp().getPort()));
            PersonId asker = enter(segl, "asker", MUNICIPALITY, Power.ADMINISTER);
            address(segl, new Notice.To.Person(asker), "asker@fjordvik.example");
            PersonId other = enter(segl, "other", MUNICIPALITY, Power.ADMINISTER);
            address(segl, new Notice.To.Person(other), OWN);
            RegisterSays.living(segl, UNIT, "BEDR");
            PersonId reader = enter(segl, "reader", UNIT, Power.READ);
            segl.server.part(SecondPerson.class).require(asker, MUNICIPALITY);
            segl.server
                    .part(Administration.class)
                    .give(
                            asker,
                            reader,
                            List.of(
                                    new Administration.Wish(
                                            UNIT,
                                            Power.READ,
                                            Optional.of(new Category("GENERAL")),
                                            Optional.empty())));
            Instant now = RunningSegl.CLOCK.instant();

            remind(segl, relay, now);
            assertThat(to(server, "asker@fjordvik.example")).as("who asked").isEmpty();
            assertThat(to(server, OWN))
                    .singleElement()
                    .asString()
                    .contains("1 oppgave", "https://segl.example/tilganger/to-personer")
                    .doesNotContain("Prøve", reader.toString(), "/gjennomgang");

            remind(segl, relay, now.plus(Duration.ofHours(1)));
            assertThat(to(server, OWN)).as("nothing has come").hasSize(1);

            RegisterSays.deleted(segl, UNIT, now.plus(Duration.ofHours(2)));
            remind(segl, relay, now.plus(Duration.ofHours(3)));
            assertThat(to(server, "asker@fjordvik.example"))
                    .singleElement()
                    .asString()
                    .contains("310 451 223", "slettet", "https://segl.example/tilganger")
                    .doesNotContain("Prøve", "/to-personer");
            assertThat(to(server, OWN)).as("at once").hasSize(2);
            assertThat(to(server, OWN).getLast())
                    .contains("2 oppgaver", "slettet", "/tilganger/to-personer");

            remind(segl, relay, now.plus(Duration.ofDays(7)));
            assertThat(to(server, OWN)).as("not a week after the last").hasSize(2);
            remind(segl, relay, now.plus(Duration.ofDays(7)).plus(Duration.ofHours(3)));
            assertThat(to(server, OWN)).as("a week later it waits still").hasSize(3);
        } finally {
            server.stop();
        }
    }

    private static SmtpMail.Settings settings(int port) {
        return new SmtpMail.Settings(
                new Server(
                        "127.0.0.1", port, Security.NONE, Optional.empty(), Duration.ofSeconds(20)),
                "segl@segl.example",
                "Segl",
                "bounce@segl.example");
    }

    /** Subject and text of each mail that came there. */
    private static List<String> to(GreenMail server, String address) throws Exception {
        List<String> found = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().contains(address)) {
                found.add(message.getSubject() + "\n" + message.getContent());
            }
        }
        return found;
    }

    private List<Mail.Message> to(String address) {
        return mail.sent().stream().filter(m -> m.to().equals(address)).toList();
    }

    private void remind(RunningSegl segl, Instant now) {
        remind(segl, mail, now);
    }

    private void remind(RunningSegl segl, Mail mail, Instant now) {
        JdbcClient jdbc = segl.server.part(JdbcClient.class);
        new AccessReminders(
                        new AccessReminders.Parts(
                                new Reminders(jdbc),
                                new Reviews(jdbc),
                                new Attention(jdbc, segl.server.part(RuleTable.class)),
                                new Requests(jdbc),
                                segl.server.part(RuleTable.class),
                                segl.server.part(Contacts.class),
                                segl.server.part(Administration.class),
                                segl.server.part(CheckDesk.class),
                                mail,
                                Optional.of(sms),
                                new NoticeTexts(URI.create("https://segl.example")),
                                new SplittableRandom(7),
                                () -> now))
                .run();
    }

    private static PersonId enter(RunningSegl segl, String login, OrgNumber unit, Power power) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", login, "Prøve " + login);
        registrar.give(
                person,
                unit,
                power,
                Optional.of(new Category("CHILD_WELFARE")).filter(_ -> power == Power.READ));
        return person;
    }

    private static void address(RunningSegl segl, Notice.To owner, String address) {
        segl.contact(owner, Notice.Channel.EMAIL, address, RunningSegl.CLOCK.instant());
    }
}
