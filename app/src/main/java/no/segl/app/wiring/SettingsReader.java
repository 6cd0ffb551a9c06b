package no.segl.app.wiring;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.segl.app.connect.sms.HttpSms;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.app.login.Scopes;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.wiring.Settings.Login;
import no.segl.app.wiring.Settings.MailLine;
import no.segl.app.wiring.Settings.Printing;
import no.segl.app.wiring.Settings.Registry;
import no.segl.app.wiring.Settings.S3;
import no.segl.app.wiring.Settings.Tokens;
import no.segl.core.access.Level;

/** Reads the settings from {@code SEGL_*} variables, and says all that is wrong at once. */
public final class SettingsReader {

    /** A word that ends with a mark, so that what follows it begins there. */
    private static final Pattern SCOPE_PREFIX = Pattern.compile("[A-Za-z0-9:/._-]{0,99}[:/.]");

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
                    "LOGIN_ACR_SUBSTANTIAL",
                    "LOGIN_KEY_ROLE_RESOURCE",
                    "LOGIN_KEY_ROLE_TYPE");

    private final Variables variables;

    private SettingsReader(Map<String, String> environment) {
        this.variables = new Variables(environment);
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
        int port = variables.number("PORT", 8080, 0, 65535);
        URI publicUrl =
                variables.uri("PUBLIC_URL").orElseGet(() -> URI.create("http://localhost:" + port));
        Optional<InetAddress> address = address();
        Path usual = beside(variables.text("HOME"), "data");
        Path data = variables.text("DATA").map(Path::of).orElse(usual).toAbsolutePath().normalize();
        Optional<DatabaseAddress> database = database();
        Optional<S3> s3 = s3();
        Optional<Login> login = login();
        Optional<Tokens> tokens = tokens();
        Duration session = Duration.ofHours(variables.number("SESSION_HOURS", 10, 1, 24));
        Optional<Registry> register = register();
        Optional<MailLine> mail = MailReader.read(variables);
        Optional<HttpSms.Settings> sms = SmsReader.read(variables);
        Optional<URI> ping = variables.uri("PING_URL");
        Optional<Printing> printer = PrinterReader.read(variables);
        boolean inside = inside();
        int rate = variables.number("REQUESTS_PER_MINUTE", 6000, 1, 10_000_000);
        variables.refuseUnknown(LAUNCHER);
        return variables.faults().isEmpty()
                ? new Result.Sound(
                        new Settings(
                                port, address, publicUrl, data, database, s3, login, tokens,
                                session, register, mail, sms, ping, printer, inside, rate))
                : new Result.Faulty(variables.faults());
    }

    /** Where {@code name} is kept unless somebody says otherwise, given the environment. */
    public static Path usual(Map<String, String> environment, String name) {
        return beside(new Variables(environment).text("HOME"), name);
    }

    /** In {@code .segl} beside the script that started this, or else where one stands. */
    private static Path beside(Optional<String> home, String name) {
        return Path.of(home.orElse("")).resolve(".segl").resolve(name);
    }

    private boolean inside() {
        String text = variables.text("WEBHOOKS").orElse("open");
        if (!text.equals("open") && !text.equals("inside")) {
            variables.fault(
                    "SEGL_WEBHOOKS must be open, or inside where they are tried out on this network");
        }
        return text.equals("inside");
    }

    private Optional<InetAddress> address() {
        Optional<String> text = variables.text("ADDRESS");
        try {
            return text.map(InetAddress::ofLiteral);
        } catch (IllegalArgumentException e) {
            variables.fault("SEGL_ADDRESS must be an IP address, such as 127.0.0.1");
            return Optional.empty();
        }
    }

    private Optional<DatabaseAddress> database() {
        Optional<String> url = variables.text("DATABASE_URL");
        variables.onlyWith("DATABASE_URL", url.isPresent(), OF_DATABASE);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql://")) {
            variables.fault("SEGL_DATABASE_URL must begin with jdbc:postgresql://");
        }
        return Optional.of(
                new DatabaseAddress(
                        url.get(),
                        variables.required("DATABASE_OWNER"),
                        variables.secret("DATABASE_OWNER_PASSWORD"),
                        variables.required("DATABASE_USER"),
                        variables.secret("DATABASE_PASSWORD")));
    }

    private Optional<S3> s3() {
        String vault = variables.text("VAULT").orElse("file");
        variables.onlyWith("VAULT=s3", !vault.equals("file"), OF_S3);
        return switch (vault) {
            case "file" -> Optional.empty();
            case "s3" ->
                    Optional.of(
                            new S3(
                                    variables.uri("S3_ENDPOINT"),
                                    variables.text("S3_REGION").orElse("eu-north-1"),
                                    variables.required("S3_BUCKET"),
                                    variables.secret("S3_ACCESS_KEY"),
                                    variables.secret("S3_SECRET_KEY")));
            default -> {
                variables.fault("SEGL_VAULT must be file or s3");
                yield Optional.empty();
            }
        };
    }

    private Optional<Login> login() {
        variables.onlyWith("LOGIN_ISSUER", variables.text("LOGIN_ISSUER").isPresent(), OF_LOGIN);
        return variables
                .uri("LOGIN_ISSUER")
                .map(issuer ->
                        new Login(
                                issuer,
                                variables.required("LOGIN_CLIENT_ID"),
                                variables.secret("LOGIN_CLIENT_SECRET"),
                                levels(),
                                keyRole()));
    }

    private Optional<KeyRoleLogin.Wanted> keyRole() {
        Optional<String> resource = variables.text("LOGIN_KEY_ROLE_RESOURCE");
        variables.onlyWith(
                "LOGIN_KEY_ROLE_RESOURCE", resource.isPresent(), List.of("LOGIN_KEY_ROLE_TYPE"));
        return resource.flatMap(r ->
                plain("LOGIN_KEY_ROLE_RESOURCE", r)
                        .flatMap(named ->
                                plain(
                                                "LOGIN_KEY_ROLE_TYPE",
                                                variables
                                                        .text("LOGIN_KEY_ROLE_TYPE")
                                                        .orElse("ansattporten:altinn:resource"))
                                        .map(type -> new KeyRoleLogin.Wanted(type, named))));
    }

    private Optional<String> plain(String name, String text) {
        if (text.matches(KeyRoleLogin.Wanted.FORM)) {
            return Optional.of(text);
        }
        variables.fault(
                PREFIX
                        + name
                        + " must be a name such as urn:altinn:resource:main-administrator: letters,"
                        + " digits and :._-");
        return Optional.empty();
    }

    private Levels levels() {
        Levels levels =
                new Levels(
                        level("LOGIN_LEVEL_CONTENT", List.of(Level.HIGH, Level.SUBSTANTIAL)),
                        level(
                                "LOGIN_LEVEL_OVERVIEW",
                                List.of(Level.HIGH, Level.SUBSTANTIAL, Level.LOW)),
                        variables.text("LOGIN_ACR_HIGH").orElse(Levels.IDPORTEN.high()),
                        variables
                                .text("LOGIN_ACR_SUBSTANTIAL")
                                .orElse(Levels.IDPORTEN.substantial()));
        if (!levels.content().reaches(levels.overview())) {
            variables.fault(
                    "SEGL_LOGIN_LEVEL_OVERVIEW must not be higher than SEGL_LOGIN_LEVEL_CONTENT");
        }
        if (levels.high().equals(levels.substantial())) {
            variables.fault("SEGL_LOGIN_ACR_HIGH and SEGL_LOGIN_ACR_SUBSTANTIAL must differ");
        }
        return levels;
    }

    private Level level(String name, List<Level> allowed) {
        String text = variables.text(name).orElse("high");
        for (Level level : allowed) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return level;
            }
        }
        String names = allowed.toString().toLowerCase(Locale.ROOT);
        variables.fault(PREFIX + name + " must be one of " + names);
        return Level.HIGH;
    }

    private Optional<Tokens> tokens() {
        variables.onlyWith(
                "TOKEN_ISSUER",
                variables.text("TOKEN_ISSUER").isPresent(),
                List.of("TOKEN_AUDIENCE", "TOKEN_SCOPE_PREFIX"));
        String prefix = variables.text("TOKEN_SCOPE_PREFIX").orElse(Scopes.PREFIX);
        if (!SCOPE_PREFIX.matcher(prefix).matches()) {
            variables.fault(
                    "SEGL_TOKEN_SCOPE_PREFIX must be what scopes begin with, such as segl:");
        }
        return variables
                .uri("TOKEN_ISSUER")
                .map(issuer -> new Tokens(issuer, variables.required("TOKEN_AUDIENCE"), prefix));
    }

    private Optional<Registry> register() {
        variables.onlyWith(
                "REGISTER_URL",
                variables.text("REGISTER_URL").isPresent(),
                List.of("REGISTER_MINUTES"));
        return variables
                .uri("REGISTER_URL")
                .map(url ->
                        new Registry(
                                url,
                                Duration.ofMinutes(
                                        variables.number("REGISTER_MINUTES", 60, 1, 1440))));
    }
}
