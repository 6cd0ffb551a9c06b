package no.segl.proof.running;

import static no.segl.proof.running.ExportWorld.archivist;
import static no.segl.proof.running.ExportWorld.id;
import static no.segl.proof.running.ExportWorld.runs;
import static no.segl.proof.running.ExportWorld.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import no.segl.app.export.Form;
import no.segl.app.office.Exports;
import no.segl.app.store.ExportRows;
import no.segl.app.store.ExportRows.Claim;
import no.segl.app.store.ExportRows.Export;
import no.segl.app.store.ExportRows.State;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is made once, or not at all, whatever happens to whoever makes it. */
class ExportRunsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsStoppedLeavesNothingAndWhatDiesIsMadeAgain() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Exports exports = segl.server.part(Exports.class);
            ExportRows rows = segl.server.part(ExportRows.class);
            PersonId person = id(segl, archivist(segl));
            KeyWrapper real = segl.server.part(KeyWrapper.class);

            exports.ask(person, Side.SENDER, Form.CSV, Language.NB, "");
            Export first = exports.of(person).getFirst().export();
            runs(
                            segl,
                            RunningSegl.CLOCK,
                            wrapping(real, () -> exports.drop(first.wish().id(), person)))
                    .run();
            assertThat(exports.of(person).getFirst().export().state()).isEqualTo(State.CANCELLED);
            assertThat(stored(segl, first)).isZero();
            exports.drop(first.wish().id(), person);
            assertThat(exports.of(person)).isEmpty();

            exports.ask(person, Side.SENDER, Form.CSV, Language.NN, "ikkje opna");
            Instant now = RunningSegl.CLOCK.instant();
            Claim dead = rows.claim(UUID.randomUUID(), now, now.plusSeconds(60)).orElseThrow();
            assertThat(rows.claim(UUID.randomUUID(), now, now.plusSeconds(60)))
                    .as("while it is claimed")
                    .isEmpty();
            runs(segl, () -> now.plusSeconds(61), real).run();
            Export made = exports.of(person).getFirst().export();
            assertThat(made.state()).isEqualTo(State.READY);
            assertThat(rows.progress(dead, 1, now.plusSeconds(90)))
                    .as("whoever comes back too late")
                    .isFalse();

            exports.ask(person, Side.SENDER, Form.CSV, Language.NB, "");
            runs(
                            segl,
                            RunningSegl.CLOCK,
                            wrapping(
                                    real,
                                    () -> {
                                        throw new IOException("the keys are away");
                                    }))
                    .run();
            assertThat(exports.of(person).getFirst().export().state()).isEqualTo(State.FAILED);
        }
    }

    /** What happens when a file's key is wrapped. */
    private interface Meanwhile {
        void go() throws IOException;
    }

    private static KeyWrapper wrapping(KeyWrapper real, Meanwhile meanwhile) {
        return new KeyWrapper() {
            @Override
            public WrappedKey wrap(DataKey key, Folder folder) throws IOException {
                meanwhile.go();
                return real.wrap(key, folder);
            }

            @Override
            public DataKey unwrap(WrappedKey wrapped, Folder folder) throws IOException {
                return real.unwrap(wrapped, folder);
            }

            @Override
            public String currentKeyId() throws IOException {
                return real.currentKeyId();
            }
        };
    }
}
