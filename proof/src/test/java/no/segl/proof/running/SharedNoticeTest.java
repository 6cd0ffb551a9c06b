package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.office.Sharer;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whom a letter is shared with is told of it, at an address of their own or not at all. */
@SuppressWarnings("NullAway.Init")
class SharedNoticeTest {

    private static final OrgNumber UNIT = new OrgNumber("310451223");

    @TempDir private Path folder = Path.of("");
    private final FakeMail mail = new FakeMail();
    private RunningSegl segl;
    private PersonId reader;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
        reader = enter("reader");
        Registrar registrar = segl.server.part(Registrar.class);
        registrar.give(reader, UNIT, Power.READ, Optional.of(new Category("CHILD_WELFARE")));
        contact(new Notice.To.Unit(UNIT), "post@example.com");
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void theyAreToldAlsoOfALetterThatHasBeenOpenedSince() throws Exception {
        PersonId worker = enter("worker");
        contact(new Notice.To.Person(worker), "worker@example.com");
        LetterId letter = send();
        share(letter, worker, true);
        segl.server.part(PostOffice.class).open(letter, reader, Level.HIGH);
        segl.notices(mail, Optional.empty(), RunningSegl.CLOCK).run();

        assertThat(mail.sent())
                .filteredOn(m -> m.to().equals("worker@example.com"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.subject())
                            .isEqualTo("Et taushetsbelagt brev i Segl er delt med deg");
                    assertThat(m.body())
                            .contains("310 451 223", "/innboks")
                            .doesNotContain("Vestfjord", Markers.STEM, "312 780 402");
                });
        assertThat(states(letter)).containsExactly("SENT");
    }

    @Test
    void nobodyIsToldInTheirPlace() throws Exception {
        PersonId worker = enter("worker");
        LetterId letter = send();
        share(letter, worker, false);
        segl.notices(mail, Optional.empty(), RunningSegl.CLOCK).run();

        assertThat(mail.sent()).noneMatch(m -> m.subject().contains("delt med deg"));
        assertThat(states(letter)).containsExactly("FAILED");
        assertThat(
                        segl.server
                                .part(JdbcClient.class)
                                .sql("SELECT count(*) FROM matter WHERE letter = ?")
                                .param(letter.value())
                                .query(Integer.class)
                                .single())
                .as("that others were not told is another matter")
                .isZero();
    }

    private PersonId enter(String subject) {
        return segl.server.part(Registrar.class).enter("https://login.example", subject, "Prøve");
    }

    private void contact(Notice.To owner, String address) {
        Instant now = RunningSegl.CLOCK.instant();
        segl.contact(owner, Notice.Channel.EMAIL, address, now);
    }

    private void share(LetterId letter, PersonId with, boolean documents) {
        segl.server
                .part(Sharer.class)
                .share(letter, reader, with, documents, false, Optional.empty());
    }

    private List<String> states(LetterId letter) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT state FROM notice WHERE letter = ? AND kind = 'SHARED'")
                .param(letter.value())
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
    }

    private LetterId send() throws Exception {
        String dispatch =
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "CHILD_WELFARE",
                 "title": "%s"}
                """
                        .formatted(UNIT, Markers.TITLE);
        String answer =
                segl.send(
                                segl.token("vestfjord-politi-sak"),
                                "shared",
                                dispatch,
                                Markers.CONTENT.getBytes(UTF_8))
                        .body();
        return LetterId.parse(new JsonMapper().readTree(answer).at("/letters/0/id").asString(""))
                .orElseThrow();
    }
}
