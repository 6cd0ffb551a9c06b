package no.segl.app.connect.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Messages and settings of tests. */
final class Samples {

    static final UUID ID = UUID.fromString("01890c24-905b-7122-b170-a60773a6c5b3");
    static final String HEX = "01890c24905b7122b170a60773a6c5b3";
    static final Duration SHORT = Duration.ofMillis(700);
    static final Duration LONG = Duration.ofSeconds(20);

    private Samples() {}

    static Mail.Message message(UUID id, String to) {
        return new Mail.Message(
                id,
                to,
                "Påminnelse: et brev er ikke åpnet",
                "Det ligger et brev i Segl.\n\n.\nSlutt på æ, ø og å.\n",
                "nb",
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    static Mail.Message message(String to) {
        return message(ID, to);
    }

    static SmtpMail.Settings settings(int port, Security security, Duration timeout) {
        return new SmtpMail.Settings(
                new Server("localhost", port, security, Optional.empty(), timeout),
                "segl@fjordvik.example.no",
                "Segl på Fjordvik",
                "bounce@post.fjordvik.example.no");
    }
}
