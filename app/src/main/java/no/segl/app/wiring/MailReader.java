package no.segl.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.app.connect.mail.Security;
import no.segl.app.connect.mail.Server;
import no.segl.app.connect.mail.SmtpMail;
import no.segl.app.wiring.Settings.MailLine;

/** Reads how notices go out. */
final class MailReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final List<String> OF_MAIL =
            List.of(
                    "MAIL_PORT",
                    "MAIL_SECURITY",
                    "MAIL_USER",
                    "MAIL_PASSWORD",
                    "MAIL_PASSWORD_FILE",
                    "MAIL_FROM",
                    "MAIL_FROM_NAME",
                    "MAIL_BOUNCE",
                    "MAIL_GATHER_MINUTES",
                    "BOUNCE_HOST");
    private static final List<String> OF_BOUNCE =
            List.of(
                    "BOUNCE_PORT",
                    "BOUNCE_SECURITY",
                    "BOUNCE_USER",
                    "BOUNCE_PASSWORD",
                    "BOUNCE_PASSWORD_FILE");

    private final Variables variables;

    private MailReader(Variables variables) {
        this.variables = variables;
    }

    static Optional<MailLine> read(Variables variables) {
        return new MailReader(variables).line();
    }

    private Optional<MailLine> line() {
        Optional<String> host = variables.text("MAIL_HOST");
        variables.onlyWith("MAIL_HOST", host.isPresent(), OF_MAIL);
        variables.onlyWith("BOUNCE_HOST", variables.text("BOUNCE_HOST").isPresent(), OF_BOUNCE);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = variables.required("MAIL_FROM");
        String name = variables.text("MAIL_FROM_NAME").orElse("Segl");
        String bounce = variables.required("MAIL_BOUNCE");
        Duration gather = Duration.ofMinutes(variables.number("MAIL_GATHER_MINUTES", 60, 0, 1440));
        Optional<Server> relay = server("MAIL", host.get(), Security.STARTTLS, 587, 465);
        Optional<Server> bounces =
                variables
                        .text("BOUNCE_HOST")
                        .flatMap(at -> server("BOUNCE", at, Security.TLS, 143, 993));
        if (from.isEmpty() || bounce.isEmpty()) {
            return Optional.empty();
        }
        try {
            return relay.map(r ->
                    new MailLine(new SmtpMail.Settings(r, from, name, bounce), bounces, gather));
        } catch (IllegalArgumentException e) {
            variables.fault("SEGL_MAIL_FROM or SEGL_MAIL_BOUNCE cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Server> server(
            String name, String host, Security usual, int startTls, int tls) {
        Security security = security(name + "_SECURITY", usual);
        int port =
                variables.number(
                        name + "_PORT", security == Security.TLS ? tls : startTls, 1, 65535);
        Optional<Server.Login> login =
                variables
                        .text(name + "_USER")
                        .map(user -> new Server.Login(user, variables.secret(name + "_PASSWORD")));
        variables.onlyWith(
                name + "_USER",
                login.isPresent(),
                List.of(name + "_PASSWORD", name + "_PASSWORD_FILE"));
        if (name.equals("BOUNCE") && login.isEmpty()) {
            variables.fault("SEGL_BOUNCE_USER is missing; set it");
            return Optional.empty();
        }
        try {
            return Optional.of(new Server(host, port, security, login, TIMEOUT));
        } catch (IllegalArgumentException e) {
            variables.fault("SEGL_" + name + "_HOST cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Security security(String name, Security usual) {
        Optional<String> text = variables.text(name);
        if (text.isEmpty()) {
            return usual;
        }
        for (Security security : Security.values()) {
            if (security.name().toLowerCase(Locale.ROOT).equals(text.get())) {
                return security;
            }
        }
        variables.fault("SEGL_" + name + " must be starttls, tls or none");
        return usual;
    }
}
