package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.FakeMail.Fault;
import no.segl.app.connect.mail.Mail.Message;
import no.segl.app.office.Registrar;
import no.segl.app.store.Contacts;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The promise, over weeks: those who can open a letter are told of it, those who can mend it where
 * nobody can, and what nobody does anything about becomes a case with an owner.
 */
class NobodyIsForgottenTest {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");
    private static final Notice.To FIRM = new Notice.To.Unit(LAW_FIRM);

    @TempDir private Path folder = Path.of("");

    private final FakeMail mail = new FakeMail();
    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
        jdbc().sql("DELETE FROM contact").update();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void aLetterThatNobodyCanOpenIsToldOfChasedAndMadeACase() {
        contact(FIRM, "post@example.com");
        work();
        Message first = only("post@example.com");
        assertThat(first.subject()).contains("Ingen kan åpne");
        assertThat(first.body()).contains("313 915 611").doesNotContain("Vestfjord");
        assertThat(cases(LAW_FIRM)).containsExactly("NOBODY_CAN_OPEN");

        for (int day = 0; day < 8; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(to("post@example.com")).as("told again as the law asks").hasSize(2);

        PersonId reader = reader("reader@example.com");
        pass(Duration.ofDays(1));
        assertThat(to("reader@example.com"))
                .as("whoever is given access is told within a day")
                .singleElement()
                .satisfies(m -> assertThat(m.subject()).contains("brev venter"));
        for (int day = 0; day < 7; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(to("reader@example.com"))
                .as("the second notice is owed to whoever could open it, however late")
                .hasSize(2);
        for (int day = 0; day < 14; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(cases(LAW_FIRM)).contains("LONG_UNOPENED");
        assertThat(count("SELECT count(*) FROM matter WHERE reason = 'PRINT_NEEDED'")).isPositive();
        assertThat(to("post@example.com")).as("the escalation").hasSize(3);

        segl.office(() -> now).open(letter(), reader, Level.HIGH);
        assertThat(cases(LAW_FIRM)).as("the opening resolves them").isEmpty();
        assertThat(
                        count(
                                "SELECT count(*) FROM letter WHERE state = 'AVAILABLE' AND next_look_at < '"
                                        + now
                                        + "'"))
                .as("each letter has its next look in the future")
                .isZero();
    }

    @Test
    void whereMailIsDownTheNoticesAreTriedForDaysAndThenItIsACaseAtTheSender() {
        contact(FIRM, "post@example.com");
        mail.set(Fault.DOWN);
        for (int hour = 0; hour < 24 * 4; hour += 2) {
            pass(Duration.ofHours(2));
        }
        assertThat(
                        count(
                                """
                                SELECT count(*) FROM matter
                                 WHERE reason = 'NOTICES_FAILED' AND side = 'SENDER'
                                """))
                .isPositive();
        assertThat(mail.sent()).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedIsNotUsedAgainAndItIsACase() {
        contact(FIRM, "gone@example.com");
        mail.refuse("gone@example.com");
        work();
        assertThat(segl.server.part(Contacts.class).reach(FIRM)).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(count("SELECT count(*) FROM notice WHERE failure = 'NO_ADDRESS'")).isPositive();
        assertThat(count("SELECT count(*) FROM matter WHERE reason = 'NOTICES_FAILED'"))
                .isPositive();
    }

    private LetterId letter() {
        return jdbc().sql("SELECT id FROM letter WHERE recipient = ?")
                .param(LAW_FIRM.value())
                .query((rs, _) -> new LetterId(rs.getObject(1, UUID.class)))
                .single();
    }

    private PersonId reader(String address) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", "advokat", "Prøve");
        String category =
                jdbc().sql("SELECT category FROM letter WHERE recipient = ?")
                        .param(LAW_FIRM.value())
                        .query(String.class)
                        .single();
        registrar.give(person, LAW_FIRM, Power.READ, Optional.of(new Category(category)));
        contact(new Notice.To.Person(person), address);
        return person;
    }

    private void contact(Notice.To owner, String address) {
        segl.contact(owner, Notice.Channel.EMAIL, address, now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        work();
    }

    private void work() {
        segl.looks(() -> now).run();
        segl.notices(mail, Optional.empty(), () -> now).run();
    }

    private Message only(String address) {
        assertThat(to(address)).hasSize(1);
        return to(address).getFirst();
    }

    private List<Message> to(String address) {
        return mail.sent().stream().filter(m -> m.to().equals(address)).toList();
    }

    private List<String> cases(OrgNumber unit) {
        return jdbc().sql("SELECT reason FROM matter WHERE unit = ? AND closed_at IS NULL")
                .param(unit.value())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    private long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
