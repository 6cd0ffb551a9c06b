package no.segl.app.wiring;

import static no.segl.app.wiring.SampleSettings.COMPLETE;
import static no.segl.app.wiring.SampleSettings.SECRET;
import static no.segl.app.wiring.SampleSettings.faults;
import static no.segl.app.wiring.SampleSettings.sound;
import static no.segl.app.wiring.SampleSettings.with;
import static no.segl.app.wiring.SampleSettings.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are right, and all that is wrong with those that are not. */
class SettingsReaderTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void nothingNeedsToBeSetToTryIt() {
        Settings settings = sound(Map.of("PATH", "/bin", "HOME", "/root"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.data()).isAbsolute().endsWithRaw(Path.of(".segl", "data"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.s3()).isEmpty();
        assertThat(settings.login()).isEmpty();
        assertThat(settings.tokens()).isEmpty();
        assertThat(settings.register()).as("nothing is asked unless it is wanted").isEmpty();
    }

    @Test
    void aPrintingHouseIsReadAndAllThatIsWrongWithItIsSaid() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a key");
        Settings.Printing printer =
                sound(
                                Map.of(
                                        "SEGL_PRINTER_HOST", "print.example.no",
                                        "SEGL_PRINTER_USER", "segl",
                                        "SEGL_PRINTER_HOST_KEY", "ecdsa-sha2-nistp256 AAAA",
                                        "SEGL_PRINTER_KEY_FILE", key.toString(),
                                        "SEGL_PRINTER_DUPLEX", "no"))
                        .printer()
                        .orElseThrow();
        assertThat(printer.sftp().port()).isEqualTo(22);
        assertThat(printer.sftp().privateKey()).isEqualTo(key);
        assertThat(printer.limits().duplex()).isFalse();

        assertThat(
                        faults(
                                Map.of(
                                        "SEGL_PRINTER_HOST", "print.example.no",
                                        "SEGL_PRINTER_HOST_KEY", "ssh-ed25519 AAAA",
                                        "SEGL_PRINTER_KEY_FILE", folder.resolve("none").toString(),
                                        "SEGL_PRINTER_SHEETS", "1",
                                        "SEGL_PRINTER_DUPLEX", "maybe")))
                .hasSize(5);
        assertThat(faults(Map.of("SEGL_PRINTER_USER", "segl"))).hasSize(1);
    }

    @Test
    void everythingThatIsSetIsRead() {
        Settings settings = sound(COMPLETE);
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://segl.example.no"));
        assertThat(settings.data()).isEqualTo(Path.of("/srv/segl"));
        assertThat(settings.database().orElseThrow().ownerPassword()).isEqualTo(SECRET);
        assertThat(settings.s3().orElseThrow().region()).isEqualTo("eu-north-1");
        assertThat(settings.s3().orElseThrow().secretKey()).isEqualTo(SECRET);
        assertThat(settings.login().orElseThrow().clientSecret()).isEqualTo(SECRET);
        assertThat(settings.tokens().orElseThrow().issuer())
                .isEqualTo(URI.create("https://tokens.example.no"));
        assertThat(settings.register())
                .contains(
                        new Settings.Registry(
                                URI.create("https://register.example.no/api"),
                                Duration.ofMinutes(15)));
        assertThat(settings.requestsPerMinute()).isEqualTo(60);
        assertThat(settings.toString()).as("a secret is not told").doesNotContain(SECRET);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndEachSaysWhatToDo() {
        List<String> faults =
                faults(
                        Map.of(
                                "SEGL_PORT", "x" + SECRET,
                                "SEGL_PUBLIC_URL", "segl.example.no",
                                "SEGL_DATABASE_URL", "postgres://db/" + SECRET,
                                "SEGL_VAULT", "s3",
                                "SEGL_LOGIN_ISSUER", "https://login.example.no",
                                "SEGL_TOKEN_ISSUER", "ftp://tokens.example.no",
                                "SEGL_REQUESTS_PER_MINUTE", "0",
                                "SEGL_PROT", "1"));
        assertThat(faults)
                .containsExactly(
                        "SEGL_PORT must be a whole number from 0 to 65535",
                        "SEGL_PUBLIC_URL must be a web address, such as https://segl.example.no",
                        "SEGL_DATABASE_URL must begin with jdbc:postgresql://",
                        "SEGL_DATABASE_OWNER is missing; set it",
                        missing("SEGL_DATABASE_OWNER_PASSWORD"),
                        "SEGL_DATABASE_USER is missing; set it",
                        missing("SEGL_DATABASE_PASSWORD"),
                        "SEGL_S3_BUCKET is missing; set it",
                        missing("SEGL_S3_ACCESS_KEY"),
                        missing("SEGL_S3_SECRET_KEY"),
                        "SEGL_LOGIN_CLIENT_ID is missing; set it",
                        missing("SEGL_LOGIN_CLIENT_SECRET"),
                        "SEGL_TOKEN_ISSUER must be a web address, such as https://segl.example.no",
                        "SEGL_REQUESTS_PER_MINUTE must be a whole number from 1 to 10000000",
                        "SEGL_PROT is not a setting of Segl; remove it or mend its spelling");
        assertThat(faults.toString()).doesNotContain(SECRET);
    }

    private static String missing(String name) {
        return name + " is missing; set it, or " + name + "_FILE to a file that holds it";
    }

    /** Otherwise a Segl with a misspelt address would start on a database of its own. */
    @ParameterizedTest
    @CsvSource({
        "SEGL_DATABASE_URL, SEGL_DATABASE_ULR, 5",
        "SEGL_LOGIN_ISSUER, SEGL_LOGIN_ISUER, 3",
        "SEGL_TOKEN_ISSUER, SEGL_TOKENS_ISSUER, 2",
        "SEGL_REGISTER_URL, SEGL_REGISTRY_URL, 2",
        "SEGL_VAULT, SEGL_VALT, 5"
    })
    void aMisspeltSettingIsNotTakenForOneThatIsNotSet(String right, String wrong, int faults) {
        Map<String, String> environment = without(right);
        environment.put(wrong, "https://login.example.no");
        assertThat(faults(environment))
                .hasSize(faults)
                .contains(wrong + " is not a setting of Segl; remove it or mend its spelling")
                .anyMatch(f -> f.contains(" does nothing without " + right));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "8080.0", "0x50", "80 80", "99999999999", "eight"})
    void aPortThatIsNone(String port) {
        assertThat(faults(with("SEGL_PORT", port)))
                .containsExactly("SEGL_PORT must be a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"segl", "//segl.example.no", "https://", "file:///etc", "https://a b"})
    void anAddressThatIsNone(String address) {
        assertThat(faults(with("SEGL_PUBLIC_URL", address)))
                .containsExactly(
                        "SEGL_PUBLIC_URL must be a web address, such as https://segl.example.no");
    }

    @Test
    void aSecretMayStandInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Map<String, String> environment = without("SEGL_LOGIN_CLIENT_SECRET");
        environment.put("SEGL_LOGIN_CLIENT_SECRET_FILE", file.toString());
        assertThat(sound(environment).login().orElseThrow().clientSecret()).isEqualTo(SECRET);
        environment.put("SEGL_LOGIN_CLIENT_SECRET", SECRET);
        assertThat(faults(environment))
                .containsExactly(
                        "SEGL_LOGIN_CLIENT_SECRET and SEGL_LOGIN_CLIENT_SECRET_FILE are both set;"
                                + " remove one");
    }

    @Test
    void aSecretsFileThatHoldsNoneIsSaidToBeSo() throws Exception {
        Files.writeString(folder.resolve("empty"), " \n");
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        for (String name : List.of("empty", "binary", "nothing", "")) {
            Map<String, String> environment = without("SEGL_DATABASE_PASSWORD");
            environment.put("SEGL_DATABASE_PASSWORD_FILE", folder.resolve(name).toString());
            assertThat(faults(environment))
                    .singleElement()
                    .asString()
                    .startsWith("SEGL_DATABASE_PASSWORD_FILE names a file that is empty or cannot")
                    .contains("put the secret there");
        }
    }

    @Test
    void anotherVaultIsUnknown() {
        assertThat(faults(with("SEGL_VAULT", "tape")))
                .containsExactly("SEGL_VAULT must be file or s3");
    }

    @Test
    void whatTheLauncherReadsIsNoFault() {
        sound(
                with(
                        "SEGL_JAVA_HOME", "/opt/jdk",
                        "SEGL_JAVA_OPTS", "-Xmx1g",
                        "SEGL_JDK_PLACES", "/opt",
                        "SEGL_MAVEN_HOME", "/opt/maven",
                        "SEGL_CHROMIUM", "/usr/bin/chromium"));
    }
}
