package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.vault.KeysetFile;
import no.segl.app.wiring.SettingsReader.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with a data folder each, and one database. */
class NodeKeysTest {

    @TempDir private Path folder = Path.of("");

    private static Store open(Map<String, String> settings) throws Exception {
        return Store.open(((Result.Sound) SettingsReader.read(settings)).settings());
    }

    private Store second(Store first) throws Exception {
        Path keys = first.place().keys();
        DatabaseAddress address =
                EmbeddedDatabase.running(first.place().postgres(), keys).orElseThrow();
        return open(
                Map.of(
                        "SEGL_DATA", folder.resolve("second").toString(),
                        "SEGL_DATABASE_URL", address.url(),
                        "SEGL_DATABASE_OWNER", address.owner(),
                        "SEGL_DATABASE_OWNER_PASSWORD", address.ownerPassword(),
                        "SEGL_DATABASE_USER", address.user(),
                        "SEGL_DATABASE_PASSWORD", address.userPassword()));
    }

    private static void copy(Store from, Store to, String file) throws IOException {
        Files.createDirectories(to.place().keys());
        Path target = to.place().keys().resolve(file);
        Files.deleteIfExists(target);
        Files.copy(
                from.place().keys().resolve(file),
                target,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void bothMustHaveTheSame() throws Exception {
        try (Store first = open(Map.of("SEGL_DATA", folder.resolve("first").toString()));
                Store second = second(first)) {
            new NodeKeys(first).keyset();
            new NodeKeys(first).signing();
            NodeKeys ofSecond = new NodeKeys(second);

            assertThatThrownBy(ofSecond::keyset)
                    .hasMessageContaining("There is no keyset at " + ofSecond.keysetFile())
                    .hasMessageContaining("copy it from another node");
            assertThatThrownBy(ofSecond::signing)
                    .hasMessageContaining("missing")
                    .hasMessageContaining("copy it from another node");
            assertThat(ofSecond.keysetFile()).doesNotExist();

            copy(first, second, "vault-keyset.json");
            copy(first, second, "ledger-ed25519.pem");
            assertThat(ofSecond.keyset().keyIds()).isEqualTo(new NodeKeys(first).keyset().keyIds());
            assertThat(ofSecond.signing().publicKey())
                    .isEqualTo(new NodeKeys(first).signing().publicKey());
        }
    }

    /** As when both make one at the very same time: none is known yet to either. */
    @Test
    void ofTwoThatMadeTheirOwnTheSecondIsRefused() throws Exception {
        try (Store first = open(Map.of("SEGL_DATA", folder.resolve("first").toString()));
                Store second = second(first)) {
            NodeKeys ofSecond = new NodeKeys(second);
            KeysetFile.open(ofSecond.keysetFile(), true);
            KeysetFile keyset = new NodeKeys(first).keyset();

            assertThatThrownBy(ofSecond::keyset)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("lacks key " + keyset.currentKeyId())
                    .hasMessageContaining("Copy vault-keyset.json from that node")
                    .hasMessageContaining(ofSecond.keysetFile().toString());

            copy(first, second, "vault-keyset.json");
            KeysetFile copied = ofSecond.keyset();
            String rotated = new NodeKeys(first).rotate(keyset);
            assertThatThrownBy(ofSecond::keyset).hasMessageContaining("lacks key " + rotated);
            assertThatThrownBy(() -> ofSecond.rotate(copied))
                    .hasMessageContaining("lacks key " + rotated);
        }
    }
}
