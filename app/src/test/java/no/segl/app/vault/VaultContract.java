package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every vault must do. */
abstract class VaultContract extends VaultMemoryContract {

    private final Samples samples = new Samples(1);

    @TempDir Path elsewhere;

    @Test
    void givesBackWhatWasWritten() throws Exception {
        for (int size : new int[] {0, 1, 100, 65_536, 300_000, 1_500_000}) {
            ObjectName name = samples.name();
            byte[] bytes = samples.bytes(size);
            Samples.put(vault(), name, bytes);

            assertThat(Samples.get(vault(), name)).isEqualTo(bytes);
            assertThat(vault().size(name)).isEqualTo(size);
        }
    }

    @Test
    void readsFromAnyPosition() throws Exception {
        ObjectName name = samples.name();
        byte[] bytes = samples.bytes(2_000_000);
        Samples.put(vault(), name, bytes);

        try (SeekableByteChannel channel = vault().open(name)) {
            assertThat(channel.size()).isEqualTo(bytes.length);
            for (int i = 0; i < 60; i++) {
                int from = samples.below(bytes.length);
                int length = samples.below(i % 3 == 0 ? 500_000 : 5_000);
                int to = Math.min(from + length, bytes.length);
                assertThat(Samples.range(channel, from, length))
                        .isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to));
                assertThat(channel.position()).isEqualTo(to);
            }
            channel.position(bytes.length);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
                    .isInstanceOf(NonWritableChannelException.class);
        }
    }

    @Test
    void tellsWhatIsMissing() {
        ObjectName name = samples.name();
        assertThatThrownBy(() -> vault().open(name))
                .isInstanceOf(VaultMissing.class)
                .hasMessage("not in the vault: " + name.path());
        assertThatThrownBy(() -> vault().size(name)).isInstanceOf(VaultMissing.class);
    }

    @Test
    void hasNeitherIdNorNoteUntilItIsGivenThem() throws Exception {
        assertThat(vault().id()).isEmpty();
        assertThat(vault().ledgerNote()).isEmpty();
        UUID id = UUID.randomUUID();
        vault().giveId(id);
        vault().keepLedgerNote(new byte[] {1, 2});
        vault().keepLedgerNote(new byte[] {3});
        assertThat(vault().id()).contains(id);
        assertThat(vault().ledgerNote()).hasValueSatisfying(n -> assertThat(n).containsExactly(3));
        assertThat(Samples.listed(vault())).isEmpty();
    }

    @Test
    void showsNothingOfAContentThatFails() throws Exception {
        ObjectName name = samples.name();
        IOException broken = new IOException("the sender hung up");

        assertThatThrownBy(() ->
                        vault().write(
                                        name,
                                        out -> {
                                            out.write(samples.bytes(200_000));
                                            throw broken;
                                        }))
                .isSameAs(broken);

        assertThat(Samples.listed(vault())).isEmpty();
        assertThatThrownBy(() -> vault().open(name)).isInstanceOf(VaultMissing.class);
        assertThat(vault().sweepUnfinished(Instant.MAX)).isZero();
    }

    @Test
    void showsNothingBeforeTheLastByte() throws Exception {
        ObjectName name = samples.name();
        vault().write(
                        name,
                        out -> {
                            out.write(samples.bytes(100_000));
                            assertThat(Samples.listed(vault())).isEmpty();
                            out.close(); // does nothing
                            out.write(1);
                        });
        assertThat(vault().size(name)).isEqualTo(100_001);
    }

    @Test
    void replacesWholeAndKeepsTheOldWhenTheNewFails() throws Exception {
        ObjectName name = samples.chunk(samples.upload(), 0);
        Samples.put(vault(), name, new byte[] {1, 2, 3});
        Samples.put(vault(), name, new byte[] {4});
        assertThat(Samples.get(vault(), name)).containsExactly(4);

        assertThatThrownBy(() ->
                        vault().write(
                                        name,
                                        out -> {
                                            throw new IOException("no");
                                        }))
                .isInstanceOf(IOException.class);
        assertThat(Samples.get(vault(), name)).containsExactly(4);
    }

    @Test
    void aReaderNeverSeesTwoObjectsMixed() throws Exception {
        ObjectName name = samples.name();
        byte[] old = new byte[1_000_000];
        Samples.put(vault(), name, old);
        try (SeekableByteChannel channel = vault().open(name)) {
            byte[] other = samples.bytes(1_000_000);
            Samples.put(vault(), name, other);
            try {
                assertThat(Samples.range(channel, 0, old.length)).isEqualTo(old);
            } catch (VaultUnavailable e) {
                assertThat(e).hasMessageContaining(name.path()); // the old one is gone
            }
        }
    }

    @Test
    void deletesOneAndDeletingAgainIsNoError() throws Exception {
        LetterId letter = samples.letter();
        ObjectName gone = ObjectName.of(letter, samples.document());
        ObjectName kept = ObjectName.of(letter, samples.document());
        Samples.put(vault(), gone, new byte[10]);
        Samples.put(vault(), kept, new byte[10]);

        vault().delete(gone);
        vault().delete(gone);

        assertThat(Samples.listed(vault())).containsExactly(kept);
    }

    @Test
    void deletesAllOfALetterOrAnUploadAndNothingElse() throws Exception {
        LetterId letter = samples.letter();
        UploadId upload = new UploadId(letter.value()); // even one of the same id
        List<ObjectName> ofLetter = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ofLetter.add(ObjectName.of(letter, samples.document()));
            Samples.put(vault(), ofLetter.getLast(), new byte[i]);
        }
        ObjectName chunk = samples.chunk(upload, 77);
        ObjectName other = samples.name();
        Samples.put(vault(), chunk, new byte[5]);
        Samples.put(vault(), other, new byte[5]);

        vault().deleteAll(Folder.of(letter));
        assertThat(Samples.listed(vault())).containsExactlyInAnyOrder(chunk, other);

        vault().deleteAll(Folder.of(upload));
        assertThat(Samples.listed(vault())).containsExactly(other);

        vault().deleteAll(Folder.of(samples.letter())); // nothing there, no error
    }

    @Test
    void listsAllWithSizeAndTime() throws Exception {
        Instant before = touch("before").minusSeconds(2); // servers tell whole seconds
        List<ObjectName> written = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ObjectName name =
                    i % 3 == 0 ? samples.chunk(samples.upload(), 1L << i) : samples.name();
            Samples.put(vault(), name, new byte[100 + i]);
            written.add(name);
        }
        Instant after = touch("after").plusSeconds(2);

        try (Stream<Vault.Stored> objects = vault().list()) {
            assertThat(objects.toList())
                    .allSatisfy(object -> {
                        int i = written.indexOf(object.name());
                        assertThat(object.size()).isEqualTo(100 + i);
                        assertThat(object.lastModified()).isBetween(before, after);
                    })
                    .extracting(Vault.Stored::name)
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    private Instant touch(String file) throws IOException {
        Path path = Files.writeString(elsewhere.resolve(file), "");
        return Files.getLastModifiedTime(path).toInstant();
    }

    @Test
    void listingSurvivesDeletionsMeanwhile() throws Exception {
        for (int i = 0; i < 20; i++) {
            Samples.put(vault(), samples.name(), new byte[1]);
        }
        try (Stream<Vault.Stored> objects = vault().list()) {
            Iterator<Vault.Stored> pulled = objects.iterator();
            ObjectName first = pulled.next().name();
            for (ObjectName name : Samples.listed(vault())) {
                if (!name.equals(first)) {
                    vault().delete(name);
                }
            }
            while (pulled.hasNext()) {
                pulled.next();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        assertThat(Samples.listed(vault())).hasSize(1);
    }

    @Test
    void sixteenWritersAtOnce() throws Exception {
        List<ObjectName> names = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        LetterId shared = samples.letter();
        for (int i = 0; i < 64; i++) {
            names.add(i % 4 == 0 ? ObjectName.of(shared, samples.document()) : samples.name());
            contents.add(samples.bytes(samples.below(50_000)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 16; writer++) {
                int first = writer;
                writers.add(
                        threads.submit(() -> {
                            for (int i = first; i < names.size(); i += 16) {
                                Samples.put(vault(), names.get(i), contents.get(i));
                            }
                            return null;
                        }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(Samples.listed(vault())).containsExactlyInAnyOrderElementsOf(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(Samples.get(vault(), names.get(i))).isEqualTo(contents.get(i));
        }
    }

    @Test
    void ofManyWritersOfOneNameOneStaysWhole() throws Exception {
        ObjectName name = samples.name();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 16; writer++) {
                byte[] content = new byte[100_000 + writer];
                java.util.Arrays.fill(content, (byte) writer);
                var _ =
                        threads.submit(() -> {
                            Samples.put(vault(), name, content);
                            return null;
                        });
            }
        }
        byte[] stayed = Samples.get(vault(), name);
        assertThat(stayed).hasSize(100_000 + stayed[0]).containsOnly(stayed[0]);
    }

    @Test
    void isSoundWhenChecked() throws Exception {
        vault().check();
    }
}
