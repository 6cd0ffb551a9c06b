package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.office.Addresses;
import no.segl.app.office.Registrar;
import no.segl.app.store.Upkeep;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case at a unit without an address is heard of by those who answer for it. */
class CasesAreHeardOfTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");

    @TempDir private Path folder = Path.of("");

    @Test
    void byWhoAnswersForThemWhereTheUnitHasNoAddressAndWhoMayGiveItOne() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            FakeMail mail = new FakeMail();
            JdbcClient jdbc = segl.server.part(JdbcClient.class);
            jdbc.sql("DELETE FROM contact").update();
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId overseer = registrar.enter("https://login.example", "tilsyn", "Tilsyn");
            registrar.give(overseer, POLICE, Power.OVERSEE, Optional.empty());
            Instant now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
            Notice.To own = new Notice.To.Person(overseer);
            segl.contact(own, Notice.Channel.SMS, "+4791234567", now);
            segl.looks(() -> now).run();
            assertThat(atThePolice(segl, now)).as("there is no way out for texts").isTrue();
            segl.contact(own, Notice.Channel.EMAIL, "tilsyn@example.com", now);
            assertThat(atThePolice(segl, now)).isFalse();
            segl.notices(mail, Optional.empty(), () -> now).run();
            assertThat(mail.sent().stream().map(Mail.Message::to))
                    .containsOnly("tilsyn@example.com");

            Addresses addresses = segl.server.part(Addresses.class);
            assertThat(addresses.roots(overseer)).containsExactly(POLICE);
            assertThat(
                            addresses.enter(
                                    overseer,
                                    new Notice.To.Unit(POLICE),
                                    Notice.Channel.EMAIL,
                                    "post@example.com",
                                    Language.NB,
                                    Optional.empty()))
                    .isEqualTo(Addresses.Reply.DONE);
        }
    }

    private static boolean atThePolice(RunningSegl segl, Instant now) {
        return segl.server.part(Upkeep.class).unanswered(now).stream()
                .anyMatch(one -> one.unit().equals(POLICE) && one.side() == Side.SENDER);
    }
}
