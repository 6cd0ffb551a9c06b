package no.segl.app.wiring;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.segl.app.login.Levels;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.wiring.Settings.Login;
import no.segl.app.wiring.Settings.Registry;
import no.segl.app.wiring.Settings.S3;
import no.segl.app.wiring.Settings.Tokens;
import no.segl.core.access.Level;

/** Reads the settings from {@code SEGL_*} variables, and says all that is wrong at once. */
public final class SettingsReader {

    private static final String PREFIX = "SEGL_";

    /** Not read here, but by {@code ./segl} and by tests. */
    private static final Set<String> LAUNCHER =
            Set.of(
                    "SEGL_JAVA_HOME",
                    "SEGL_JAVA_OPTS",
                    "SEGL_JDK_PLACES",
                    "SEGL_MAVEN_HOME",
                    "SEGL_CHROMIUM");

    private static final List<String> OF_DATABASE =
            List.of(
                    "DATABASE_OWNER",
                    "DATABASE_OWNER_PASSWORD",
                    "DATABASE_OWNER_PASSWORD_FILE",
                    "DATABASE_USER",
                    "DATABASE_PASSWORD",
                    "DATABASE_PASSWORD_FILE");
    private static final List<String> OF_S3 =
            List.of(
                    "S3_ENDPOINT",
                    "S3_REGION",
                    "S3_BUCKET",
                    "S3_ACCESS_KEY",
                    "S3_ACCESS_KEY_FILE",
                    "S3_SECRET_KEY",
                    "S3_SECRET_KEY_FILE");
    private static final List<String> OF_LOGIN =
            List.of(
                    "LOGIN_CLIENT_ID",
                    "LOGIN_CLIENT_SECRET",
                    "LOGIN_CLIENT_SECRET_FILE",
                    "LOGIN_LEVEL_CONTENT",
                    "LOGIN_LEVEL_OVERVIEW",
                    "LOGIN_ACR_HIGH",
                    "LOGIN_ACR_SUBSTANTIAL");

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> asked = new TreeSet<>();

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What came of it. */
    public sealed interface Result {
        record Sound(Settings settings) implements Result {}

        /** Each fault names its variable and says what to do; never a secret's value. */
        record Faulty(List<String> faults) implements Result {}
    }

    /** Reads {@code environment}. */
    public static Result read(Map<String, String> environment) {
        return new SettingsReader(environment).run();
    }

    private Result run() {
        int port = number("PORT", 8080, 0, 65535);
        URI publicUrl = uri("PUBLIC_URL").orElseGet(() -> URI.create("http://localhost:" + port));
        Path data = Path.of(text("DATA").orElse(".segl/data")).toAbsolutePath().normalize();
        Optional<DatabaseAddress> database = database();
        Optional<S3> s3 = s3();
        Optional<Login> login = login();
        Optional<Tokens> tokens = tokens();
        Duration session = Duration.ofHours(number("SESSION_HOURS", 10, 1, 24));
        Optional<Registry> register = register();
        int rate = number("REQUESTS_PER_MINUTE", 6000, 1, 10_000_000);
        refuseUnknown();
        return faults.isEmpty()
                ? new Result.Sound(
                        new Settings(
                                port, publicUrl, data, database, s3, login, tokens, session,
                                register, rate))
                : new Result.Faulty(List.copyOf(faults));
    }

    private Optional<DatabaseAddress> database() {
        Optional<String> url = text("DATABASE_URL");
        onlyWith("DATABASE_URL", url.isPresent(), OF_DATABASE);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql://")) {
            faults.add("SEGL_DATABASE_URL must begin with jdbc:postgresql://");
        }
        return Optional.of(
                new DatabaseAddress(
                        url.get(),
                        required("DATABASE_OWNER"),
                        secret("DATABASE_OWNER_PASSWORD"),
                        required("DATABASE_USER"),
                        secret("DATABASE_PASSWORD")));
    }

    private Optional<S3> s3() {
        String vault = text("VAULT").orElse("file");
        onlyWith("VAULT=s3", !vault.equals("file"), OF_S3);
        return switch (vault) {
            case "file" -> Optional.empty();
            case "s3" ->
                    Optional.of(
                            new S3(
                                    uri("S3_ENDPOINT"),
                                    text("S3_REGION").orElse("eu-north-1"),
                                    required("S3_BUCKET"),
                                    secret("S3_ACCESS_KEY"),
                                    secret("S3_SECRET_KEY")));
            default -> {
                faults.add("SEGL_VAULT must be file or s3");
                yield Optional.empty();
            }
        };
    }

    private Optional<Login> login() {
        onlyWith("LOGIN_ISSUER", text("LOGIN_ISSUER").isPresent(), OF_LOGIN);
        return uri("LOGIN_ISSUER")
                .map(issuer ->
                        new Login(
                                issuer,
                                required("LOGIN_CLIENT_ID"),
                                secret("LOGIN_CLIENT_SECRET"),
                                levels()));
    }

    private Levels levels() {
        Levels levels =
                new Levels(
                        level("LOGIN_LEVEL_CONTENT", List.of(Level.HIGH, Level.SUBSTANTIAL)),
                        level(
                                "LOGIN_LEVEL_OVERVIEW",
                                List.of(Level.HIGH, Level.SUBSTANTIAL, Level.LOW)),
                        text("LOGIN_ACR_HIGH").orElse(Levels.IDPORTEN.high()),
                        text("LOGIN_ACR_SUBSTANTIAL").orElse(Levels.IDPORTEN.substantial()));
        if (!levels.content().reaches(levels.overview())) {
            faults.add(
                    "SEGL_LOGIN_LEVEL_OVERVIEW must not be higher than SEGL_LOGIN_LEVEL_CONTENT");
        }
        if (levels.high().equals(levels.substantial())) {
            faults.add("SEGL_LOGIN_ACR_HIGH and SEGL_LOGIN_ACR_SUBSTANTIAL must differ");
        }
        return levels;
    }

    private Level level(String name, List<Level> allowed) {
        String text = text(name).orElse("high");
        for (Level level : allowed) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return level;
            }
        }
        String names = allowed.toString().toLowerCase(Locale.ROOT);
        faults.add(PREFIX + name + " must be one of " + names);
        return Level.HIGH;
    }

    private Optional<Tokens> tokens() {
        onlyWith("TOKEN_ISSUER", text("TOKEN_ISSUER").isPresent(), List.of("TOKEN_AUDIENCE"));
        return uri("TOKEN_ISSUER").map(issuer -> new Tokens(issuer, required("TOKEN_AUDIENCE")));
    }

    private Optional<Registry> register() {
        onlyWith("REGISTER_URL", text("REGISTER_URL").isPresent(), List.of("REGISTER_MINUTES"));
        return uri("REGISTER_URL")
                .map(url ->
                        new Registry(
                                url, Duration.ofMinutes(number("REGISTER_MINUTES", 60, 1, 1440))));
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !asked.contains(name) && !LAUNCHER.contains(name)) {
                faults.add(name + " is not a setting of Segl; remove it or mend its spelling");
            }
        }
    }

    /**
     * Settings that mean something only together with another. They are known, but to set them
     * without it is a fault: most likely it is the other that is missing or misspelt.
     */
    private void onlyWith(String other, boolean isSet, List<String> names) {
        for (String name : names) {
            if (text(name).isPresent() && !isSet) {
                faults.add(
                        "%1$s%2$s does nothing without %1$s%3$s; set that too, or remove it"
                                .formatted(PREFIX, name, other));
            }
        }
    }

    private Optional<String> text(String name) {
        asked.add(PREFIX + name);
        return Optional.ofNullable(environment.get(PREFIX + name)).filter(v -> !v.isBlank());
    }

    private String required(String name) {
        return text(name)
                .orElseGet(() -> {
                    faults.add(PREFIX + name + " is missing; set it");
                    return "";
                });
    }

    private String secret(String name) {
        Optional<String> file = text(name + "_FILE");
        if (file.isEmpty()) {
            return text(name)
                    .orElseGet(() -> {
                        faults.add(
                                "%1$s is missing; set it, or %1$s_FILE to a file that holds it"
                                        .formatted(PREFIX + name));
                        return "";
                    });
        }
        if (text(name).isPresent()) {
            faults.add("%1$s and %1$s_FILE are both set; remove one".formatted(PREFIX + name));
        }
        String secret = "";
        try {
            secret = Files.readString(Path.of(file.get()), StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            // Said below, as for a file with nothing in it.
        }
        if (secret.isEmpty()) {
            faults.add(
                    PREFIX
                            + name
                            + "_FILE names a file that is empty or cannot be read;"
                            + " put the secret there, where Segl may read it");
        }
        return secret;
    }

    private int number(String name, int otherwise, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        faults.add(PREFIX + name + " must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    private Optional<URI> uri(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get().replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        faults.add(PREFIX + name + " must be a web address, such as https://segl.example.no");
        return Optional.empty();
    }
}
