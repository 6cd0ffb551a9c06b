package no.segl.app.wiring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.segl.app.connect.sms.HttpSms;

/** Reads how text messages go out. */
final class SmsReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private SmsReader() {}

    static Optional<HttpSms.Settings> read(Variables variables) {
        Optional<URI> base = variables.uri("SMS_URL");
        variables.onlyWith(
                "SMS_URL",
                variables.text("SMS_URL").isPresent(),
                List.of("SMS_TOKEN", "SMS_TOKEN_FILE", "SMS_FROM"));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        String token = variables.secret("SMS_TOKEN");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new HttpSms.Settings(
                            base.get(), token, variables.text("SMS_FROM").orElse("Segl"), TIMEOUT));
        } catch (IllegalArgumentException e) {
            variables.fault("SEGL_SMS_URL cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }
}
