package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.core.id.LetterId;
import no.segl.core.id.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileVaultTest extends VaultContract {

    private final Samples samples = new Samples(2);

    @TempDir Path folder;
    private Path root;
    private FileVault vault;

    @BeforeEach
    void open() throws IOException {
        root = folder.resolve("new/vault");
        vault = new FileVault(root);
    }

    @Override
    Vault vault() {
        return vault;
    }

    @Test
    void everythingIsForItsOwnerOnly() throws Exception {
        Samples.put(vault, samples.name(), new byte[10]);
        Samples.put(vault, samples.chunk(samples.upload(), 3), new byte[10]);
        try (Stream<Path> made = Files.walk(folder.resolve("new"))) {
            List<Path> paths = made.toList();
            assertThat(paths).hasSizeGreaterThan(7);
            assertThat(paths).allSatisfy(FileVaultTest::ownerOnly);
        }
        vault.write(
                samples.name(),
                out -> {
                    try (Stream<Path> unfinished = Files.list(root.resolve("incoming"))) {
                        assertThat(unfinished.toList())
                                .hasSize(1)
                                .allSatisfy(FileVaultTest::ownerOnly);
                    }
                });
    }

    private static void ownerOnly(Path path) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .as(path.toString())
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }

    @Test
    void lettersMadeInOneMillisecondSpreadOverManyFolders() {
        FileLayout layout = new FileLayout(root);
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Random random = new Random(3);
        Map<Path, Integer> fans = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            Folder letter = Folder.of(new LetterId(Uuids.v7(now, random)));
            fans.merge(layout.fan(letter), 1, Integer::sum);
        }
        assertThat(fans).hasSize(4096);
        assertThat(fans.values()).allSatisfy(letters -> assertThat(letters).isLessThan(60));
    }

    @Test
    void aCrashMidwayShowsNothingAndIsSwept() throws Exception {
        Samples.put(vault, samples.name(), new byte[10]);
        JavaProcess.Outcome crash =
                JavaProcess.start(List.of(), CrashingWriter.class, root.toString()).end();
        assertThat(crash.exit()).as(crash.output()).isEqualTo(CrashingWriter.EXIT);

        FileVault again = new FileVault(root);
        assertThat(Samples.listed(again)).hasSize(1);
        try (Stream<Path> unfinished = Files.list(root.resolve("incoming"))) {
            assertThat(unfinished.map(FileVaultTest::size).toList()).containsExactly(100_000L);
        }
        assertThat(again.sweepUnfinished(Instant.EPOCH)).isZero();
        assertThat(again.sweepUnfinished(Instant.MAX)).isEqualTo(1);
        assertThat(root.resolve("incoming")).isEmptyDirectory();
        assertThat(Samples.listed(again)).hasSize(1);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    @Test
    void sweepsOnlyWhatIsOlder() throws Exception {
        Path old = Files.createFile(root.resolve("incoming/old.part"));
        Path recent = Files.createFile(root.resolve("incoming/recent.part"));
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(1)));
        Files.setLastModifiedTime(recent, FileTime.from(now));

        assertThat(vault.sweepUnfinished(now)).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aWriteSweptMeanwhileFailsAndShowsNothing() throws Exception {
        ObjectName name = samples.name();
        assertThatThrownBy(() -> vault.write(name, out -> vault.sweepUnfinished(Instant.MAX)))
                .isInstanceOf(VaultUnavailable.class)
                .hasMessage("the vault failed at: " + name.path());
        assertThat(Samples.listed(vault)).isEmpty();
    }

    @Test
    void followsNoLinkOutOfItsRoot() throws Exception {
        ObjectName name = samples.name();
        Path outside = Files.createDirectory(folder.resolve("outside"));
        FileLayout layout = new FileLayout(root.toRealPath());

        Files.createSymbolicLink(layout.fan(name.folder()), outside);
        assertThatThrownBy(() -> Samples.put(vault, name, new byte[1]))
                .isInstanceOf(VaultUnavailable.class)
                .hasCauseInstanceOf(NotDirectoryException.class);
        assertThat(outside).isEmptyDirectory();

        ObjectName other = samples.name();
        Samples.put(vault, other, new byte[1]);
        Path file = layout.file(other);
        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(outside.resolve("secret"), "s"));
        assertThatThrownBy(() -> vault.open(other)).isInstanceOf(VaultUnavailable.class);
        assertThat(Samples.listed(vault)).isEmpty();
    }

    @Test
    void passesOverWhatItDidNotWrite() throws Exception {
        ObjectName name = samples.name();
        Samples.put(vault, name, new byte[1]);
        Path fan = new FileLayout(root.toRealPath()).fan(name.folder());
        Files.writeString(fan.resolve("README"), "x");
        Files.writeString(fan.resolve(name.folder().id() + "." + "not-an-id"), "x");
        Files.writeString(root.resolve("letters/stray"), "x");
        Files.createDirectories(root.resolve("letters/zzz"));
        // A sound name, but in another's place, where it would never be looked for.
        Files.writeString(
                root.resolve("letters/zzz/" + name.path().substring(8).replace('/', '.')), "x");

        assertThat(Samples.listed(vault)).containsExactly(name);
    }

    @Test
    void saysWhenItsRootIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> new FileVault(file)).isInstanceOf(IOException.class);
        Files.delete(root.resolve("incoming"));
        assertThatThrownBy(() -> vault.check()).isInstanceOf(VaultUnavailable.class);
    }

    /** As when its disk is unmounted: with the folder that it was mounted on, or without. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsMissingWhereAllOfItIsAway(boolean mountPoint) throws Exception {
        ObjectName name = samples.name();
        Samples.put(vault, name, new byte[1]);
        vault.giveId(UUID.randomUUID());
        vault.keepLedgerNote(new byte[1]);
        Files.move(root, folder.resolve("away"));
        if (mountPoint) {
            Files.createDirectory(root);
        }

        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(VaultUnavailable.class);
        assertThatThrownBy(() -> vault.size(name)).isInstanceOf(VaultUnavailable.class);
        assertThatThrownBy(vault::ledgerNote).isInstanceOf(VaultUnavailable.class);
        assertThatThrownBy(vault::id).isInstanceOf(VaultUnavailable.class);
    }

    @Test
    void anIdThatIsNoneIsNotTakenForNone() throws Exception {
        Files.writeString(root.resolve("segl-vault-id"), "?");
        assertThatThrownBy(() -> vault.id())
                .isInstanceOf(VaultUnavailable.class)
                .hasMessageContaining("segl-vault-id");
    }
}
