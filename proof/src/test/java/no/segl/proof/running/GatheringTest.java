package no.segl.proof.running;

import static no.segl.core.day.WorkingDays.NORWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.FakeSms;
import no.segl.app.office.Registrar;
import no.segl.app.work.Notices;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gets many letters is told of many at a time. */
class GatheringTest {

    private static final OrgNumber FIRM = new OrgNumber("313915611");

    private final FakeMail mail = new FakeMail();
    private final FakeSms texts = new FakeSms();
    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
        now = RunningSegl.CLOCK.instant().plusSeconds(60);
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void whoGetsManyIsToldOfTheFirstAtOnceAndThenOfManyAtATime() throws Exception {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId reader = registrar.enter("https://login.example", "reader", "Rolig Leser");
        registrar.give(reader, FIRM, Power.READ, Optional.of(new Category("GENERAL")));
        segl.contact(new Notice.To.Person(reader), Notice.Channel.EMAIL, "leser@example.com", now);
        for (int letter = 1; letter <= 3; letter++) {
            arrives(letter);
            gathering().run();
            now = now.plus(Duration.ofMinutes(10));
        }
        assertThat(toReader()).as("of the first at once").hasSize(1);
        now = now.plus(Duration.ofMinutes(29));
        gathering().run();
        assertThat(toReader()).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        gathering().run();
        assertThat(toReader())
                .hasSize(2)
                .last()
                .satisfies(m -> assertThat(m.subject()).startsWith("2 "));
    }

    @Test
    void whoeverCanMendThatNobodyCanOpenManyIsToldOfManyAtATimeByTextToo() throws Exception {
        // When text messages go out.
        do {
            now = now.atZone(NORWAY).plusDays(1).with(LocalTime.of(10, 0)).toInstant();
        } while (!WorkingDays.isWorkingDay(LocalDate.ofInstant(now, NORWAY)));
        Notice.To firm = new Notice.To.Unit(FIRM);
        segl.contact(firm, Notice.Channel.SMS, "+4791234567", now);
        for (int letter = 1; letter <= 3; letter++) {
            arrives(letter);
            gathering().run();
            now = now.plus(Duration.ofMinutes(10));
        }
        assertThat(texts.sent()).as("of the first at once").hasSize(1);
        now = now.plus(Duration.ofMinutes(31));
        gathering().run();
        assertThat(texts.sent()).as("of the others together").hasSize(2);
    }

    private void arrives(int letter) throws Exception {
        assertThat(
                        segl.send(
                                        segl.token("vestfjord-politi-sak"),
                                        "gathered-" + letter,
                                        """
                                        {"sender": "312780402", "recipients": ["313915611"],
                                         "category": "GENERAL", "title": "Brev i en sak"}
                                        """,
                                        "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII))
                                .statusCode())
                .isEqualTo(201);
        segl.looks(() -> now).run();
    }

    private Notices gathering() {
        return segl.notices(mail, Optional.of(texts), Duration.ofHours(1), () -> now);
    }

    private List<Mail.Message> toReader() {
        return mail.sent().stream().filter(m -> m.to().equals("leser@example.com")).toList();
    }
}
