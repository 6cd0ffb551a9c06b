package no.segl.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    /** The key pair of RFC 8410 § 10, in the form that OpenSSL writes. */
    private static final String KNOWN_SECRET =
            "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

    private static final String KNOWN_PUBLIC =
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    private static final ChainHead HEAD =
            new ChainHead(new OrgNumber("310000027"), 7, Digest.of(new byte[] {1}));

    @TempDir private Path folder;
    private Path file;
    private Path publicFile;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("keys/ledger.pem");
        publicFile = folder.resolve("keys/ledger.pub.pem");
    }

    private static String pem(String label, String body) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
    }

    private void put(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void makesAKeyOnceAndKeepsIt() throws IOException {
        SigningKey made = SigningKey.open(file, true);
        SigningKey again = SigningKey.open(file, false);

        assertThat(again.publicKey()).isEqualTo(made.publicKey());
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(made.publicFile()).isEqualTo(publicFile);
        assertThat(rights(publicFile)).isEqualTo("rw-r--r--");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(file, publicFile);
        }
    }

    @Test
    void whatItSignsIsVerifiedWithThePublicFileAlone() throws IOException {
        Checkpoint signed =
                SigningKey.open(file, true)
                        .signer()
                        .sign(HEAD, Instant.parse("2026-11-24T08:00:00Z"));

        assertThat(new CheckpointKeys(Pem.publicKeys(publicFile)).check(signed))
                .isEqualTo(CheckpointKeys.Outcome.GOOD);
    }

    @Test
    void takesAKeyThatOpenSslMade() throws IOException {
        put(pem("PRIVATE KEY", KNOWN_SECRET));

        SigningKey key = SigningKey.open(file, false);

        assertThat(key.publicKey()).isEqualTo(Pem.publicKey(KNOWN_PUBLIC));
        assertThat(Files.readString(publicFile)).isEqualTo(pem("PUBLIC KEY", KNOWN_PUBLIC));
    }

    @Test
    void manyAtOnceMakeOneKey() throws Exception {
        List<Callable<SigningKey>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(() -> SigningKey.open(file, true));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var first = SigningKey.open(folder.resolve("other.pem"), true).publicKey();
            var keys = new ArrayList<>();
            for (var started : threads.invokeAll(starts)) {
                keys.add(started.get().publicKey());
            }
            assertThat(keys).hasSize(8).containsOnly(keys.getFirst()).doesNotContain(first);
        }
    }

    @Test
    void doesNotMakeAnotherWhereThereWasOne() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SigningKey.open(file, false))
                .withMessageContaining(file.toString())
                .withMessageContaining("backup");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
    void refusesAKeyThatOthersHaveRightsTo(String rights) throws IOException {
        SigningKey.open(file, true);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SigningKey.open(file, true))
                .withMessageContaining("chmod 600 " + file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----\n" + KNOWN_SECRET,
                "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"
            })
    void refusesWhatIsNoWholeKeyAndShowsNothingOfIt(String text) throws IOException {
        put(text);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SigningKey.open(file, true))
                .withMessageContaining(file.toString())
                .withMessageNotContaining(KNOWN_SECRET);
        assertThat(file).hasContent(text);
        assertThat(publicFile).doesNotExist();
    }

    @Test
    void aNewKeyIsAddedToTheEarlierPublicOnes() throws IOException {
        SigningKey old = SigningKey.open(file, true);
        put(pem("PRIVATE KEY", KNOWN_SECRET));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SigningKey.open(file, false))
                .withMessageContaining(">> " + publicFile);

        Files.writeString(publicFile, pem("PUBLIC KEY", KNOWN_PUBLIC), StandardOpenOption.APPEND);
        assertThat(SigningKey.open(file, false).publicKeys())
                .containsExactly(old.publicKey(), Pem.publicKey(KNOWN_PUBLIC));
    }
}
