package no.segl.app.connect.mail;

import static no.segl.app.connect.mail.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import no.segl.app.connect.mail.Mail.Done;
import no.segl.app.connect.mail.Mail.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is sent in the open because somebody took the encryption away. */
class SmtpTlsTest {

    private static final String EXTENSIONS = "250-here\r\n250 STARTTLS";

    private static SSLContext here;
    private static SSLContext elsewhere;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        here = context(folder.resolve("here.p12"), "localhost");
        elsewhere = context(folder.resolve("elsewhere.p12"), "mail.example.no");
    }

    @Test
    void encryptsFromWhereTheRelayOffersIt() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(here)) {
            relay.answer("EHLO", EXTENSIONS);
            Mail mail = new SmtpMail(settings(relay), here.getSocketFactory());

            assertThat(mail.send(message("a@example.no"))).isEqualTo(new Done());
            assertThat(relay.commands().subList(0, 3))
                    .containsExactly(
                            "EHLO fjordvik.example.no", "STARTTLS", "EHLO fjordvik.example.no");
        }
    }

    @Test
    void sendsNothingToARelayThatDoesNotOfferIt() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(null)) {
            Mail mail = new SmtpMail(settings(relay), here.getSocketFactory());

            assertThat(mail.send(message("a@example.no")))
                    .isEqualTo(new Refused(Refused.NO_TLS, false));
            assertThat(relay.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void sendsNothingToARelayThatNobodyVouchesFor() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(here)) {
            relay.answer("EHLO", EXTENSIONS);

            assertThat(new SmtpMail(settings(relay)).send(message("a@example.no")))
                    .isEqualTo(new Refused(Refused.NO_TLS, false));
            assertThat(relay.accepted()).isEmpty();
        }
    }

    @Test
    void sendsNothingToARelayWithAnothersName() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(elsewhere)) {
            relay.answer("EHLO", EXTENSIONS);
            Mail mail = new SmtpMail(settings(relay), elsewhere.getSocketFactory());

            assertThat(mail.send(message("a@example.no")))
                    .isEqualTo(new Refused(Refused.NO_TLS, false));
            assertThat(relay.accepted()).isEmpty();
        }
    }

    @Test
    void speaksUnencryptedToItsOwnMachineAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Server(
                                "mail.example.no",
                                25,
                                Security.NONE,
                                Optional.empty(),
                                Samples.LONG));
    }

    private static SmtpMail.Settings settings(ScriptedRelay relay) {
        return Samples.settings(relay.port(), Security.STARTTLS, Samples.LONG);
    }

    /** A context that shows a certificate for {@code name}, and trusts that one. */
    private static SSLContext context(Path file, String name) throws Exception {
        String password = "passord123";
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "relay",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:" + name,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                password)
                        .redirectErrorStream(true)
                        .redirectOutput(file.resolveSibling(name + ".log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password.toCharArray());
        }
        KeyManagerFactory shown =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, password.toCharArray());
        KeyStore vouched = KeyStore.getInstance("PKCS12");
        vouched.load(null, null);
        vouched.setCertificateEntry("relay", keys.getCertificate("relay"));
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(vouched);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
