package no.segl.app.connect.mail;

import static no.segl.app.connect.mail.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.segl.app.connect.mail.Mail.Done;
import no.segl.app.connect.mail.Mail.Refused;
import no.segl.app.connect.mail.Mail.Unknown;
import org.junit.jupiter.api.Test;

/** What holds of every way out, the twin's as well. */
interface MailContract {

    /** The way out, well and quick. */
    Mail mail();

    /** The ids of what was accepted, oldest first. */
    List<UUID> accepted();

    void takeDown() throws Exception;

    void refuseEverybody();

    void refuse(String address);

    void loseAfterAccept();

    void asUsual() throws Exception;

    @Test
    default void whatIsSentIsAcceptedOnce() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        try (Mail.Round round = mail().begin()) {
            assertThat(round.send(message(first, "a@example.no"))).isEqualTo(new Done());
            assertThat(round.send(message(second, "b@example.no"))).isEqualTo(new Done());
        }
        assertThat(accepted()).containsExactly(first, second);
    }

    @Test
    default void anAddressThatIsRefusedIsRefusedForGoodAndAlone() {
        refuse("gone@example.no");
        UUID second = UUID.randomUUID();
        try (Mail.Round round = mail().begin()) {
            assertThat(round.send(message("gone@example.no")))
                    .isEqualTo(new Refused("550 5.1.1", true));
            assertThat(round.send(message(second, "b@example.no"))).isEqualTo(new Done());
        }
        assertThat(accepted()).containsExactly(second);
    }

    @Test
    default void notNowIsNotForGood() throws Exception {
        refuseEverybody();
        assertThat(mail().send(message("a@example.no"))).isEqualTo(new Refused("451 4.3.0", false));
        assertThat(accepted()).isEmpty();
        asUsual();
        assertThat(mail().send(message("a@example.no"))).isEqualTo(new Done());
    }

    @Test
    default void aRelayThatIsDownRefusesForEverybody() throws Exception {
        takeDown();
        Mail.Outcome outcome = mail().send(message("a@example.no"));
        assertThat(outcome).isEqualTo(new Refused(Refused.NO_CONNECTION, false));
        assertThat(((Refused) outcome).isForEverybody()).isTrue();
        assertThat(accepted()).isEmpty();
    }

    /** The message did arrive; to say that it was refused, or sent, would be a guess. */
    @Test
    default void whatWasLostAfterItWasAcceptedIsUnknownAndSentAgainWithTheSameId()
            throws Exception {
        loseAfterAccept();
        assertThat(mail().send(message("a@example.no"))).isEqualTo(new Unknown());
        asUsual();
        assertThat(mail().send(message("a@example.no"))).isEqualTo(new Done());
        assertThat(accepted()).containsExactly(Samples.ID, Samples.ID);
    }

    @Test
    default void whatIsNoAddressIsRefusedForGood() {
        for (String none : List.of("", "a", "@", "a@", "@b.no", "a b@c.no", "a@b@c.no")) {
            assertThat(mail().send(message(none)))
                    .as(none)
                    .isEqualTo(new Refused(Refused.NO_ADDRESS, true));
        }
        assertThat(accepted()).isEmpty();
    }
}
