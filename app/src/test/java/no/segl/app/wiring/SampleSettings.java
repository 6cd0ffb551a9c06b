package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.wiring.SettingsReader.Result;

/** Complete settings, others that differ from them, and what is read of them. */
final class SampleSettings {

    static final String SECRET = "very-secret-7Q4Z";
    static final Map<String, String> COMPLETE =
            Map.ofEntries(
                    Map.entry("SEGL_PORT", "9090"),
                    Map.entry("SEGL_PUBLIC_URL", "https://segl.example.no/"),
                    Map.entry("SEGL_DATA", "/srv/../srv/segl"),
                    Map.entry("SEGL_DATABASE_URL", "jdbc:postgresql://db/segl"),
                    Map.entry("SEGL_DATABASE_OWNER", "owner"),
                    Map.entry("SEGL_DATABASE_OWNER_PASSWORD", SECRET),
                    Map.entry("SEGL_DATABASE_USER", "user"),
                    Map.entry("SEGL_DATABASE_PASSWORD", SECRET),
                    Map.entry("SEGL_VAULT", "s3"),
                    Map.entry("SEGL_S3_ENDPOINT", "http://s3.example.no:9000"),
                    Map.entry("SEGL_S3_BUCKET", "letters"),
                    Map.entry("SEGL_S3_ACCESS_KEY", SECRET),
                    Map.entry("SEGL_S3_SECRET_KEY", SECRET),
                    Map.entry("SEGL_LOGIN_ISSUER", "https://login.example.no"),
                    Map.entry("SEGL_LOGIN_CLIENT_ID", "segl"),
                    Map.entry("SEGL_LOGIN_CLIENT_SECRET", SECRET),
                    Map.entry("SEGL_TOKEN_ISSUER", "https://tokens.example.no/"),
                    Map.entry("SEGL_TOKEN_AUDIENCE", "https://segl.example.no/api"),
                    Map.entry("SEGL_SESSION_HOURS", "8"),
                    Map.entry("SEGL_REGISTER_URL", "https://register.example.no/api/"),
                    Map.entry("SEGL_REGISTER_MINUTES", "15"),
                    Map.entry("SEGL_REQUESTS_PER_MINUTE", "60"),
                    Map.entry("PATH", "/bin"));

    private SampleSettings() {}

    static Settings sound(Map<String, String> environment) {
        assertThat(faults(environment)).isEmpty();
        return ((Result.Sound) SettingsReader.read(environment)).settings();
    }

    static List<String> faults(Map<String, String> environment) {
        return SettingsReader.read(environment) instanceof Result.Faulty(var faults)
                ? faults
                : List.of();
    }

    /** The complete settings, where {@code changes} are pairs of a name and a new value. */
    static Map<String, String> with(String... changes) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        for (int i = 0; i < changes.length; i += 2) {
            environment.put(changes[i], changes[i + 1]);
        }
        return environment;
    }

    static Map<String, String> without(String... names) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        List.of(names).forEach(environment::remove);
        return environment;
    }
}
