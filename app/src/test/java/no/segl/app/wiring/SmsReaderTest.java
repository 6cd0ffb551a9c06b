package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import no.segl.app.wiring.SettingsReader.Result;
import org.junit.jupiter.api.Test;

class SmsReaderTest {

    private static final String TOKEN = "not-to-be-repeated";

    private static Settings sound(Map<String, String> environment) {
        return ((Result.Sound) SettingsReader.read(environment)).settings();
    }

    private static List<String> faults(Map<String, String> environment) {
        return ((Result.Faulty) SettingsReader.read(environment)).faults();
    }

    @Test
    void aGatewayForTextsIsReadAndAllThatIsWrongWithItIsSaid() {
        var gateway =
                sound(Map.of("SEGL_SMS_URL", "https://sms.example.no/v1/", "SEGL_SMS_TOKEN", TOKEN))
                        .sms()
                        .orElseThrow();
        assertThat(gateway.base()).isEqualTo(URI.create("https://sms.example.no/v1"));
        assertThat(gateway.from()).isEqualTo("Segl");

        assertThat(faults(Map.of("SEGL_SMS_URL", "https://sms.example.no"))).hasSize(1);
        assertThat(faults(Map.of("SEGL_SMS_FROM", "Segl"))).hasSize(1);
        assertThat(faults(Map.of("SEGL_SMS_URL", "http://sms.example.no", "SEGL_SMS_TOKEN", TOKEN)))
                .singleElement()
                .asString()
                .contains("https")
                .doesNotContain(TOKEN);
    }
}
