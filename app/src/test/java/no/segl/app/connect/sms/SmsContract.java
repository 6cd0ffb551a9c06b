package no.segl.app.connect.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import no.segl.app.connect.sms.Sms.Delivery;
import no.segl.app.connect.sms.Sms.Done;
import no.segl.app.connect.sms.Sms.Refused;
import no.segl.app.connect.sms.Sms.Result;
import no.segl.app.connect.sms.Sms.Results;
import no.segl.app.connect.sms.Sms.Text;
import no.segl.app.connect.sms.Sms.Unavailable;
import no.segl.app.connect.sms.Sms.Unknown;
import org.junit.jupiter.api.Test;

/** What holds of every gateway, the twin as well. */
interface SmsContract {

    UUID ID = UUID.fromString("01890c24-905b-7122-b170-a60773a6c5b3");
    Text TEXT = new Text(ID, "+4790000000", "Segl: 1 brev er ikke åpnet.");

    Sms sms();

    /** The ids of what goes to telephones. */
    List<UUID> accepted();

    void takeDown();

    void refuseEverybody();

    void refuse(String number);

    void loseAfterAccept();

    void asUsual();

    void report(UUID id, Delivery delivery, String code);

    @Test
    default void whatIsSentIsAcceptedOnceHoweverOften() {
        assertThat(sms().send(TEXT)).isEqualTo(new Done());
        assertThat(sms().send(TEXT)).isEqualTo(new Done());
        assertThat(accepted()).containsExactly(ID);
    }

    @Test
    default void aNumberThatIsRefusedIsRefusedForGood() {
        refuse(TEXT.number());
        assertThat(sms().send(TEXT)).isEqualTo(new Refused(Refused.NO_NUMBER, true));
        assertThat(accepted()).isEmpty();
    }

    @Test
    default void notNowIsNotForGood() {
        refuseEverybody();
        Refused notNow = new Refused(Refused.TOO_MANY, false);
        assertThat(sms().send(TEXT)).isEqualTo(notNow);
        assertThat(notNow.isForEverybody()).isTrue();
        asUsual();
        assertThat(sms().send(TEXT)).isEqualTo(new Done());
    }

    @Test
    default void aGatewayThatIsDownRefusesForEverybody() {
        takeDown();
        assertThat(sms().send(TEXT)).isEqualTo(new Refused(Refused.NO_CONNECTION, false));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> sms().results(""));
    }

    @Test
    default void whatWasLostAfterItWasAcceptedIsUnknownAndSentAgainReachesATelephoneOnce() {
        loseAfterAccept();
        assertThat(sms().send(TEXT)).isEqualTo(new Unknown());
        asUsual();
        assertThat(sms().send(TEXT)).isEqualTo(new Done());
        assertThat(accepted()).containsExactly(ID);
    }

    @Test
    default void resultsAreAskedForFromWhereTheLastAnswerEnded() throws Exception {
        assertThat(sms().results("").results()).isEmpty();
        report(ID, Delivery.DELIVERED, "0");
        Results first = sms().results("");
        assertThat(first.results()).containsExactly(new Result(ID, Delivery.DELIVERED, "0"));
        report(ID, Delivery.FAILED, "expired");
        assertThat(sms().results(first.next()).results())
                .containsExactly(new Result(ID, Delivery.FAILED, "expired"));
        assertThat(sms().results("").results()).hasSize(2);
    }
}
