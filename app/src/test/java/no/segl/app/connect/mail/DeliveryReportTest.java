package no.segl.app.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import no.segl.app.connect.mail.Bounces.Delivery;
import no.segl.app.connect.mail.Bounces.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {

    private final DeliveryReport reports =
            new DeliveryReport(
                    Marks.of("segl@fjordvik.example.no", "bounce@post.fjordvik.example.no"));

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, BOUNCED, 5.1.1",
        "FAILED, 5.7.1, BOUNCED, 5.7.1",
        "failed (no such user), 5.1.10 (bad destination), BOUNCED, 5.1.10",
        "delayed, 4.4.1, DELAYED, 4.4.1",
        "delivered, 2.0.0, DELIVERED, 2.0.0",
        "failed, none, BOUNCED, ''",
        "failed, 5.1.1111, BOUNCED, ''"
    })
    void tellsWhatBecameOfIt(String action, String status, Delivery delivery, String code) {
        assertThat(read(Reports.postfix(action, status)))
                .contains(List.of(new Result(Samples.ID, delivery, code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relayed", "expanded"})
    void isNoNewsWhereNobodyKnowsHowItWentOn(String action) {
        assertThat(read(Reports.postfix(action, "2.0.0"))).contains(List.of());
    }

    @Test
    void findsTheIdInTheReturnedMessageWhereTheAddressWasRewritten() {
        Result bounced = new Result(Samples.ID, Delivery.BOUNCED, "5.2.2");

        assertThat(read(Reports.exchange("all@other.example.no", "failed")))
                .contains(List.of(bounced));
        assertThat(read(Reports.postfix("all@other.example.no", "failed", "5.2.2")))
                .contains(List.of(bounced));
    }

    @Test
    void findsTheIdInTheAddressWhereNothingWasReturned() {
        String bare =
                Reports.exchange(Reports.RETURN_PATH.toUpperCase(Locale.ROOT), "failed")
                        .replaceAll("(?s)--b1\nContent-Type: message/rfc822.*", "--b1--\n");

        assertThat(read(bare)).contains(List.of(new Result(Samples.ID, Delivery.BOUNCED, "5.2.2")));
    }

    @Test
    void cannotBeUsedWithoutAnId() {
        String stranger =
                Reports.postfix("someone@post.fjordvik.example.no", "failed", "5.1.1")
                        .replace(Samples.HEX + "@fjordvik", Samples.HEX + "@elsewhere");

        assertThat(read(stranger)).isEmpty();
    }

    @Test
    void otherMailIsNoReport() {
        assertThat(read("To: " + Reports.RETURN_PATH + "\nSubject: Re: hello\n\nI am away.\n"))
                .isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(
                        read(
                                Reports.postfix("failed", "5.1.1")
                                        .replace("delivery-status\n\nRep", "x\n\nRep")))
                .isEmpty();
    }

    /** Whatever is sent there, it is told apart and never thrown at whoever reads. */
    @Test
    void neverFailsOnWhatIsDamaged() {
        SplittableRandom dice = new SplittableRandom(4);
        byte[] sound = Reports.bytes(Reports.postfix("failed", "5.1.1"));
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = Arrays.copyOf(sound, dice.nextInt(1, sound.length + 1));
            for (int hit = dice.nextInt(20); hit > 0; hit--) {
                damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
            }
            Optional<List<Result>> found = reports.read(damaged);
            read += found.isPresent() ? 1 : 0;
        }
        assertThat(read).isBetween(1, 1_999);
    }

    private Optional<List<Result>> read(String mail) {
        return reports.read(Reports.bytes(mail));
    }
}
