package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3VaultTest extends VaultContract {

    private static final int PAGE = 7;
    private static @Nullable S3Server server;
    private static int vaults;

    private final Samples samples = new Samples(5);

    @TempDir Path spool;
    private S3Vault vault;

    @BeforeAll
    static void start(@TempDir Path store) throws Exception {
        server = new S3Server(store);
    }

    @AfterAll
    static void stop() throws Exception {
        server().stop();
    }

    private static S3Server server() {
        return java.util.Objects.requireNonNull(server);
    }

    @BeforeEach
    void open() throws IOException {
        vault = open(server().settings("vault-" + vaults++ + "/"));
    }

    private S3Vault open(S3Settings settings) throws IOException {
        return new S3Vault(
                S3Clients.open(settings), settings.bucket(), settings.prefix(), spool, PAGE);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Override
    Vault vault() {
        return vault;
    }

    @Test
    void leavesNothingInItsSpool() throws Exception {
        vault.write(
                samples.name(),
                out -> {
                    out.write(new byte[100]);
                    try (Stream<Path> parts = Files.list(spool)) {
                        assertThat(parts.toList())
                                .singleElement()
                                .satisfies(part ->
                                        assertThat(Files.getPosixFilePermissions(part)).hasSize(2));
                    }
                });
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void seesNothingOfItsNeighbours() throws Exception {
        Samples.put(vault, samples.name(), new byte[1]);
        try (S3Vault other = open(server().settings("vault-x/"))) {
            assertThat(Samples.listed(other)).isEmpty();
        }
    }

    @Test
    void asksForPagesOnlyAsTheyArePulled() throws Exception {
        for (int i = 0; i < 3 * PAGE; i++) {
            Samples.put(vault, samples.name(), new byte[1]);
        }
        try (Stream<Vault.Stored> objects = vault.list()) {
            Iterator<Vault.Stored> pulled = objects.iterator();
            pulled.next();
            vault.close(); // no further page can be had
            assertThatThrownBy(
                            () -> {
                                while (pulled.hasNext()) {
                                    pulled.next();
                                }
                            })
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void isRefusedWithAnotherSecret() throws Exception {
        S3Settings.Login wrong = new S3Settings.Login("segl-test", "another-secret");
        try (S3Vault refused = open(S3Server.settings(server().port(), "", wrong))) {
            ObjectName name = samples.name();
            assertThatThrownBy(() -> Samples.put(refused, name, new byte[1]))
                    .isInstanceOf(VaultUnavailable.class)
                    .hasMessage("the vault failed at: " + name.path());
            assertThatThrownBy(refused::check).isInstanceOf(VaultUnavailable.class);
            assertThatThrownBy(() -> Samples.listed(refused))
                    .hasCauseInstanceOf(VaultUnavailable.class);
        }
        assertThat(wrong.toString()).doesNotContain("another-secret");
    }

    @Test
    void saysWhenTheBucketOrTheServerIsNotThere() throws Exception {
        S3Settings good = server().settings("");
        S3Settings noBucket =
                new S3Settings(good.endpoint(), good.region(), "nowhere", "", true, good.login());
        try (S3Vault lost = open(noBucket)) {
            assertThatThrownBy(lost::check)
                    .isInstanceOf(VaultUnavailable.class)
                    .hasMessageContaining("nowhere");
            ObjectName name = samples.name();
            assertThatThrownBy(() -> lost.open(name)).isInstanceOf(VaultUnavailable.class);
            assertThatThrownBy(() -> lost.size(name)).isInstanceOf(VaultUnavailable.class);
            assertThatThrownBy(lost::ledgerNote).isInstanceOf(VaultUnavailable.class);
            assertThatThrownBy(lost::id).isInstanceOf(VaultUnavailable.class);
        }
        try (S3Vault deaf = open(S3Server.settings(1, ""))) {
            assertThatThrownBy(() -> deaf.open(samples.name()))
                    .isInstanceOf(VaultUnavailable.class);
        }
    }

    @Test
    void readsOnWhereTheConnectionBroke() throws Exception {
        ObjectName name = samples.name();
        byte[] bytes = samples.bytes(3_000_000);
        try (CuttingProxy proxy = new CuttingProxy(server().port(), 700_000);
                S3Vault cut = open(S3Server.settings(proxy.port(), ""))) {
            Samples.put(cut, name, bytes);
            try (SeekableByteChannel channel = cut.open(name)) {
                assertThat(Samples.range(channel, 0, bytes.length)).isEqualTo(bytes);
            }
            assertThat(proxy.cuts()).isGreaterThan(2);
        }
    }
}
