package no.segl.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_780_000_000);
    private static final byte[] BODY =
            """
            {"specversion":"1.0","id":"312780402-17","source":"https://segl.example/ledger/312780402",
             "type":"no.segl.LetterOpened","subject":"0198f6a2-4f1c-7b12-9c77-0e4d5a6b8f21",
             "time":"2026-11-24T08:15:30Z","datacontenttype":"application/json","cursor":"17-0a1b2c3d",
             "data":{"letter":"0198f6a2-4f1c-7b12-9c77-0e4d5a6b8f21","sender":"312780402",
                     "recipient":"310451223","category":"CHILD_WELFARE","end":"sender",
                     "by":"person","etsi":"ContentHandover","values":{},"more":1},"more":true}
            """
                    .getBytes(UTF_8);

    private final Webhook webhook = new Webhook("whsec_" + Base64.getEncoder().encodeToString(KEY));
    private final Map<String, String> headers = new HashMap<>();

    @BeforeEach
    void sign() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update("312780402-17.1780000000.".getBytes(UTF_8));
        String right = Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        headers.put("webhook-id", "312780402-17");
        headers.put("webhook-timestamp", "1780000000");
        headers.put("webhook-signature", "v1,other v1," + right);
    }

    @Test
    void whatIsSignedIsRead() {
        Event event = webhook.verify(headers::get, BODY, NOW.plusSeconds(299));
        assertThat(event.what()).isEqualTo("LetterOpened");
        assertThat(event.data().etsi()).contains("ContentHandover");
        assertThat(event.data().dispatch()).isEmpty();
    }

    @Test
    void whatIsChangedOldOrSignedOtherwiseIsNot() {
        byte[] changed = BODY.clone();
        changed[40]++;
        refused(changed, NOW);
        refused(BODY, NOW.plus(Duration.ofMinutes(6)));
        refused(BODY, NOW.minus(Duration.ofMinutes(6)));
        headers.put("webhook-id", "312780402-18");
        refused(BODY, NOW);
        headers.remove("webhook-signature");
        refused(BODY, NOW);
        assertThatThrownBy(() -> new Webhook("secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(byte[] body, Instant now) {
        assertThatThrownBy(() -> webhook.verify(headers::get, body, now))
                .isInstanceOf(SeglException.NotSigned.class);
    }
}
