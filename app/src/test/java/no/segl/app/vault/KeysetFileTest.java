package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {

    private final Samples samples = new Samples(11);
    private final DataKey key = samples.key();
    private final Folder folder = Folder.of(samples.letter());

    @TempDir Path data;
    private Path file;

    @BeforeEach
    void name() {
        file = data.resolve("keys/keyset.json");
    }

    @Test
    void isMadeAtFirstStartForItsOwnerOnly() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("keys"))).isEqualTo("rwx------");
        assertThat(keys.keyIds()).containsExactly(keys.currentKeyId());
        assertThat(Files.readString(file))
                .contains("\"primaryKeyId\":" + keys.currentKeyId())
                .contains("AesGcmKey");
        assertThat(file.resolveSibling("keyset.json.new")).doesNotExist();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void unwrapsWhatItWrappedAlsoAfterAnotherStart() throws Exception {
        WrappedKey wrapped = KeysetFile.open(file, true).wrap(key, folder);

        KeysetFile again = KeysetFile.open(file, true);
        try (DataKey unwrapped = again.unwrap(wrapped, folder)) {
            assertThat(unwrapped.bytes()).isEqualTo(key.bytes());
        }
        assertThat(wrapped.keyId()).isEqualTo(again.currentKeyId());
    }

    @Test
    void makesNoNewOneWhereLettersAreSealedAlready() {
        assertThatThrownBy(() -> KeysetFile.open(file, false))
                .isInstanceOf(KeysetRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");
        assertThat(file).doesNotExist();
    }

    @Test
    void makesNoNewOneBehindALinkToNothing() throws Exception {
        Files.createDirectory(data.resolve("keys"));
        Files.createSymbolicLink(file, data.resolve("not-mounted-yet"));
        assertThatThrownBy(() -> KeysetFile.open(file, true))
                .isInstanceOf(KeysetRefused.class)
                .hasMessageContaining("link");
        assertThat(file).isSymbolicLink();
    }

    @Test
    void refusesAFileThatIsOpenToOthers() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        for (String wide : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(wide));
            assertThatThrownBy(() -> KeysetFile.open(file, true))
                    .isInstanceOf(KeysetRefused.class)
                    .hasMessageContaining(wide)
                    .hasMessageContaining("chmod 600");
            assertThatThrownBy(keys::rotate).isInstanceOf(KeysetRefused.class);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        KeysetFile.open(file, true);
    }

    @Test
    void refusesAnyDamageAndLeavesTheFileAsItIs() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= (byte) (1 << samples.below(8));
            assertRefusedAsDamaged(damaged);
        }
        for (int length = 0; length < sound.length; length += 7) {
            assertRefusedAsDamaged(java.util.Arrays.copyOf(sound, length));
        }
        assertThatThrownBy(keys::rotate).isInstanceOf(KeysetRefused.class);

        Files.write(file, sound);
        KeysetFile.open(file, false);
    }

    private void assertRefusedAsDamaged(byte[] damaged) throws IOException {
        Files.write(file, damaged);
        assertThatThrownBy(() -> KeysetFile.open(file, true))
                .isInstanceOf(KeysetRefused.class)
                .hasMessageContaining("damaged");
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void wrapsForOneFolderOnly() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        WrappedKey wrapped = keys.wrap(key, folder);
        for (Folder other :
                List.of(
                        Folder.of(samples.letter()),
                        Folder.of(new no.segl.core.id.UploadId(folder.id())))) {
            assertThatThrownBy(() -> keys.unwrap(wrapped, other))
                    .isInstanceOf(KeyUnusable.class)
                    .hasMessageContaining(other.path());
        }
        byte[] bytes = wrapped.bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> keys.unwrap(new WrappedKey(wrapped.keyId(), altered), folder))
                    .isInstanceOf(KeyUnusable.class);
        }
    }

    @Test
    void afterRotationTheOldKeysStillUnwrap() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        List<WrappedKey> wrapped = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wrapped.add(keys.wrap(key, folder));
            String added = keys.rotate();
            assertThat(keys.currentKeyId())
                    .isEqualTo(added)
                    .isNotEqualTo(wrapped.getLast().keyId());
        }
        assertThat(permissions(file)).isEqualTo("rw-------");
        for (KeysetFile opened : List.of(keys, KeysetFile.open(file, false))) {
            assertThat(opened.keyIds()).hasSize(5);
            for (WrappedKey old : wrapped) {
                try (DataKey unwrapped = opened.unwrap(old, folder)) {
                    assertThat(unwrapped.bytes()).isEqualTo(key.bytes());
                }
            }
        }
    }

    @Test
    void rewrapsUnderTheCurrentKey() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        WrappedKey old = keys.wrap(key, folder);
        assertThat(keys.rewrap(old, folder)).isSameAs(old);

        String added = keys.rotate();
        WrappedKey rewrapped = keys.rewrap(old, folder);

        assertThat(rewrapped.keyId()).isEqualTo(added);
        try (DataKey unwrapped = keys.unwrap(rewrapped, folder)) {
            assertThat(unwrapped.bytes()).isEqualTo(key.bytes());
        }
        assertThatThrownBy(() -> keys.rewrap(old, Folder.of(samples.letter())))
                .isInstanceOf(KeyUnusable.class);
    }

    @Test
    void noticesARotationByAnother() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        KeysetFile other = KeysetFile.open(file, false);
        String added = other.rotate();

        assertThat(keys.wrap(key, folder).keyId()).isEqualTo(added);
        assertThat(keys.currentKeyId()).isEqualTo(added);

        other.rotate();
        WrappedKey byOther = other.wrap(key, folder);
        try (DataKey unwrapped = keys.unwrap(byOther, folder)) {
            assertThat(unwrapped.bytes()).isEqualTo(key.bytes());
        }
    }

    @Test
    void sealsNothingMoreWhenTheFileIsGone() throws Exception {
        KeysetFile keys = KeysetFile.open(file, true);
        WrappedKey wrapped = keys.wrap(key, folder);
        Files.delete(file);

        assertThatThrownBy(() -> keys.wrap(key, folder)).isInstanceOf(KeysetRefused.class);
        assertThatThrownBy(keys::rotate).isInstanceOf(KeysetRefused.class);
        keys.unwrap(wrapped, folder).wipe(); // while the process lives, what it knows still opens
    }

    @Test
    void saysWhichKeyItLacks() throws Exception {
        WrappedKey elsewhere = KeysetFile.open(data.resolve("other.json"), true).wrap(key, folder);
        KeysetFile keys = KeysetFile.open(file, true);
        assertThatThrownBy(() -> keys.unwrap(elsewhere, folder))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining(elsewhere.keyId())
                .hasMessageContaining(folder.path());
    }

    @Test
    void twoProcessesDoNotCorruptIt() throws Exception {
        int rotations = 5;
        List<JavaProcess> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(
                    JavaProcess.start(
                            List.of(),
                            RotatingProcess.class,
                            file.toString(),
                            Integer.toString(rotations)));
        }
        List<WrappedKey> wrapped = new ArrayList<>();
        for (JavaProcess process : processes) {
            JavaProcess.Outcome outcome = process.end();
            assertThat(outcome.exit()).as(outcome.output()).isZero();
            outcome.output().lines().map(RotatingProcess::parse).forEach(wrapped::add);
        }
        KeysetFile keys = KeysetFile.open(file, false);
        assertThat(keys.keyIds()).hasSize(1 + 2 * rotations);
        assertThat(wrapped).hasSize(2 * rotations);
        Set<String> ids = keys.keyIds();
        for (WrappedKey one : wrapped) {
            assertThat(ids).contains(one.keyId());
            keys.unwrap(one, RotatingProcess.FOLDER).wipe();
        }
    }
}
