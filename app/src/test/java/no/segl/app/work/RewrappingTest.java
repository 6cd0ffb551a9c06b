package no.segl.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.app.Rows;
import no.segl.app.store.DueWork;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeysetFile;
import no.segl.app.vault.WrappedKey;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.wiring.SettingsReader.Result;
import no.segl.app.wiring.Store;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrappingTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aKeyThatCannotBeUnwrappedStopsNoOther() throws Exception {
        var settings = (Result.Sound) SettingsReader.read(Map.of("SEGL_DATA", folder.toString()));
        KeysetFile keyset = KeysetFile.open(folder.resolve("keyset.json"), true);
        try (Store store = Store.open(settings.settings())) {
            List<LetterId> letters = new ArrayList<>();
            for (long i = 0; i < 4; i++) {
                letters.add(new LetterId(new UUID(1, i)));
            }
            WrappedKey ofAnother = wrapped(keyset, letters.getFirst());
            insert(store, letters.get(0), ofAnother);
            insert(store, letters.get(1), ofAnother);
            insert(store, letters.get(2), new WrappedKey("no-such-key", new byte[60]));
            insert(store, letters.get(3), wrapped(keyset, letters.get(3)));
            String key = keyset.rotate();

            DueWork due = new DueWork(store.jdbc());
            Rewrapping.Outcome outcome = new Rewrapping(due, keyset).run();

            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.unusable()).containsExactly(letters.get(1), letters.get(2));
            assertThat(due.wrappedByOthers(key, java.util.Optional.empty(), 10))
                    .extracting(DueWork.Keyed::letter)
                    .containsExactly(letters.get(1), letters.get(2));
            assertThat(new Rewrapping(due, keyset).run().done()).isZero();
        }
    }

    private static WrappedKey wrapped(KeysetFile keyset, LetterId letter) throws Exception {
        try (DataKey key = DataKey.fresh(new SecureRandom())) {
            return keyset.wrap(key, Folder.of(letter));
        }
    }

    private static void insert(Store store, LetterId letter, WrappedKey key) throws Exception {
        Rows.letter(store, letter, new DocumentId(letter.value()), key);
    }
}
