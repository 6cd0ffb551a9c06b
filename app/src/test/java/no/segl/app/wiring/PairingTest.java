package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import no.segl.app.Rows;
import no.segl.app.store.Bond;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;
import no.segl.app.vault.WrappedKey;
import no.segl.app.wiring.SettingsReader.Result;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Which database is started beside which vault. */
@TestInstance(Lifecycle.PER_CLASS)
class PairingTest {

    private static final UUID FRESH = new UUID(1, 2);
    private static final UUID OTHER = new UUID(3, 4);
    private static final LetterId LETTER = new LetterId(new UUID(5, 6));
    private static final ObjectName DOCUMENT = ObjectName.of(LETTER, new DocumentId(OTHER));

    @TempDir private static Path folder = Path.of("");

    private Store store;
    private Bond bond;
    private Vault vault;

    @BeforeAll
    void start() throws Exception {
        var settings =
                (Result.Sound)
                        SettingsReader.read(Map.of("SEGL_DATA", folder.resolve("data").toString()));
        store = Store.open(settings.settings());
        bond = new Bond(store.jdbc());
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @BeforeEach
    void begin() throws Exception {
        Rows.clear(store);
        vault = new FileVault(folder.resolve(UUID.randomUUID().toString()));
    }

    private void check() throws IOException {
        Pairing.check(bond, vault, FRESH);
    }

    private void refuses(String reason) {
        assertThatThrownBy(this::check)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("Nothing was changed.")
                .hasMessageContaining("SEGL_DATABASE_URL");
    }

    private void sendLetter() throws Exception {
        Rows.letter(store, LETTER, new DocumentId(OTHER), new WrappedKey("a-key", new byte[] {1}));
        vault.write(DOCUMENT, out -> out.write(1));
    }

    @Test
    void aNewDatabaseAndANewVaultBecomeAPair() throws Exception {
        check();
        assertThat(vault.id()).contains(FRESH);
        assertThat(bond.id()).contains(FRESH);
        check();
    }

    @Test
    void aStartThatWasCutShortBetweenTheTwoIsFinished() throws Exception {
        bond.give(OTHER);
        check();
        assertThat(vault.id()).contains(OTHER);
    }

    @Test
    void anOldPairThatAgreesGetsAnIdSilently() throws Exception {
        sendLetter();
        check();
        assertThat(vault.id()).contains(FRESH).isEqualTo(bond.id());
    }

    @Test
    void aDatabaseFromBeforeTheIdFindsItsVault() throws Exception {
        sendLetter();
        vault.giveId(OTHER);
        check();
        assertThat(bond.id()).contains(OTHER);
    }

    @Test
    void anotherVaultIsRefusedAndBothAreNamed() throws Exception {
        bond.give(FRESH);
        vault.giveId(OTHER);
        refuses("belongs to vault " + FRESH + ", and this is vault " + OTHER);
    }

    @Test
    void anEmptyVaultBesideADatabaseWithLettersIsRefused() throws Exception {
        sendLetter();
        vault.deleteAll(Folder.of(LETTER));
        refuses("documents are not in the vault, such as " + DOCUMENT.path());
        assertThat(vault.id()).isEmpty();
        bond.give(FRESH);
        refuses("documents are not in the vault");
    }

    @Test
    void aFullVaultBesideAnEmptyDatabaseIsRefused() throws Exception {
        vault.write(DOCUMENT, out -> out.write(1));
        refuses("the database knows of none");
        bond.give(FRESH);
        refuses("the database knows of none");
    }

    @Test
    void anEmptyDatabaseBesideAVaultWithAnIdIsRefused() throws Exception {
        vault.giveId(OTHER);
        refuses("The vault " + OTHER + " belongs to another database");
        assertThat(bond.id()).isEmpty();
    }
}
