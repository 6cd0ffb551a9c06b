package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.segl.core.id.Digest;
import no.segl.core.id.UploadId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    /** How much plaintext a segment holds; the first holds 40 bytes less. */
    private static final int SEGMENT = SealFormat.SEGMENT - SealFormat.TAG;

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final Samples samples = new Samples(9);
    private final DataKey key = samples.key();
    private final ObjectName name = samples.name();

    @TempDir Path root;
    private FileVault vault;
    private Sealer sealer;

    @BeforeEach
    void open() throws IOException {
        vault = new FileVault(root);
        sealer = new Sealer(vault);
    }

    /** Sizes at which segments begin and end, and some at random. */
    static List<Integer> sizes(Samples samples) {
        List<Integer> sizes = new ArrayList<>(List.of(0, 1, 2, 15, 16, 17));
        for (int segments = 1; segments <= 3; segments++) {
            int edge = segments * SEGMENT - SealFormat.HEADER;
            sizes.addAll(List.of(edge - 17, edge - 16, edge - 1, edge, edge + 1, edge + 16));
            sizes.addAll(List.of(segments * SEGMENT, segments * SealFormat.SEGMENT));
        }
        for (int i = 0; i < 8; i++) {
            sizes.add(samples.below(600_000));
        }
        return sizes;
    }

    private Sealer.Sealed seal(ObjectName as, byte[] plain) throws IOException {
        return sealer.seal(key, as, new ByteArrayInputStream(plain), NO_LIMIT);
    }

    @Test
    void opensWhatItSealed() throws Exception {
        for (int size : sizes(samples)) {
            byte[] plain = samples.bytes(size);
            Sealer.Sealed sealed = seal(name, plain);

            assertThat(sealed).isEqualTo(new Sealer.Sealed(size, Digest.of(plain)));
            assertThat(vault.size(name)).isEqualTo(Sealer.cipherSize(size));
            assertThat(sealer.plainSize(name)).isEqualTo(size);
            try (PlainChannel channel = sealer.open(key, name)) {
                assertThat(channel.size()).isEqualTo(size);
                assertThat(Samples.all(channel)).as("size %s", size).isEqualTo(plain);
            }
        }
    }

    @Test
    void onlySizesThatSealingGivesHaveAPlainSize() {
        long plain = 0;
        for (long cipher = 0; cipher < 4 * SealFormat.SEGMENT; cipher++) {
            if (cipher == SealFormat.cipherSize(plain)) {
                assertThat(SealFormat.plainSize(cipher)).isEqualTo(plain);
                plain++;
            } else {
                long wrong = cipher;
                assertThatThrownBy(() -> SealFormat.plainSize(wrong))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void givesAnyRange() throws Exception {
        for (int size : sizes(samples)) {
            byte[] plain = samples.bytes(size);
            seal(name, plain);
            try (PlainChannel channel = sealer.open(key, name)) {
                for (int i = 0; i < 20 && size > 0; i++) {
                    int from = samples.below(size);
                    int to =
                            from
                                    + samples.below(
                                            i % 2 == 0 ? size - from : Math.min(9, size - from));
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    channel.copyRange(from, to, out);
                    assertThat(out.toByteArray())
                            .isEqualTo(Arrays.copyOfRange(plain, from, to + 1));
                }
                assertThat(Samples.range(channel, size, 10)).isEmpty();
                for (long[] none : new long[][] {{-1, 0}, {1, 0}, {0, size}, {size, size}}) {
                    assertThatThrownBy(() ->
                                    channel.copyRange(
                                            none[0], none[1], new ByteArrayOutputStream()))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    @Test
    void whatLiesInTheVaultShowsNothing() throws Exception {
        byte[] plain =
                "Fortrolig. ".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        seal(name, plain);
        byte[] first = Samples.get(vault, name);
        assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Fortro", "rolig");
        seal(name, plain);
        assertThat(Samples.get(vault, name)).isNotEqualTo(first); // another salt each time
    }

    @Test
    void refusesMoreThanAllowedAndKeepsNothing() throws Exception {
        for (int limit : List.of(0, 1, SEGMENT - SealFormat.HEADER, 200_000)) {
            byte[] enough = samples.bytes(limit);
            assertThat(sealer.seal(key, name, new ByteArrayInputStream(enough), limit).size())
                    .isEqualTo(limit);
            vault.delete(name);

            InputStream endless = new Generated(Long.MAX_VALUE);
            assertThatThrownBy(() -> sealer.seal(key, name, endless, limit))
                    .isInstanceOfSatisfying(
                            TooLarge.class, e -> assertThat(e.limit()).isEqualTo(limit))
                    .hasMessageContaining(name.path());
            assertNothingLeft();
        }
    }

    @Test
    void keepsNothingWhenTheSourceFails() throws Exception {
        for (int after : List.of(0, 1, SEGMENT, 300_000)) {
            IOException broken = new IOException("the sender hung up");
            InputStream source =
                    new java.io.SequenceInputStream(
                            new ByteArrayInputStream(samples.bytes(after)), new Broken(broken));
            assertThatThrownBy(() -> sealer.seal(key, name, source, NO_LIMIT)).isSameAs(broken);
            assertNothingLeft();
        }
    }

    private static final class Broken extends InputStream {
        private final IOException why;

        Broken(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw why;
        }
    }

    private void assertNothingLeft() throws IOException {
        assertThat(Samples.listed(vault)).isEmpty();
        assertThat(vault.sweepUnfinished(Instant.MAX)).isZero();
    }

    @Test
    void aWipedKeySealsAndOpensNothing() throws Exception {
        seal(name, new byte[10]);
        key.wipe();
        assertThatThrownBy(() -> seal(name, new byte[10]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(key, name)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsWhatIsMissing() {
        assertThatThrownBy(() -> sealer.open(key, name)).isInstanceOf(VaultMissing.class);
        assertThatThrownBy(() -> sealer.plainSize(name)).isInstanceOf(VaultMissing.class);
    }

    @Test
    void putsTheChunksOfAnUploadTogetherInOneDocument() throws Exception {
        UploadId upload = samples.upload();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        List<ObjectName> chunks = new ArrayList<>();
        for (int size : List.of(100_000, 0, 1, SEGMENT, 250_000)) {
            byte[] chunk = samples.bytes(size);
            chunks.add(samples.chunk(upload, whole.size()));
            if (size > 0) {
                seal(chunks.getLast(), chunk);
                whole.write(chunk);
            } else {
                chunks.removeLast();
                chunks.add(
                        samples.chunk(upload, 1L << 40)); // an empty one, under a name of its own
                seal(chunks.getLast(), chunk);
            }
        }
        DataKey letterKey = samples.key();

        Sealer.Sealed sealed = sealer.reseal(key, chunks, letterKey, name, whole.size());

        assertThat(sealed)
                .isEqualTo(new Sealer.Sealed(whole.size(), Digest.of(whole.toByteArray())));
        try (PlainChannel channel = sealer.open(letterKey, name)) {
            assertThat(Samples.all(channel)).isEqualTo(whole.toByteArray());
        }
        assertThat(Samples.listed(vault)).hasSize(chunks.size() + 1);
        ObjectName tooLarge = samples.name();
        assertThatThrownBy(() -> sealer.reseal(key, chunks, letterKey, tooLarge, whole.size() - 1))
                .isInstanceOf(TooLarge.class);
    }

    @Test
    void resealsNothingFromPartsThatAreNotWhole() throws Exception {
        UploadId upload = samples.upload();
        List<ObjectName> chunks = List.of(samples.chunk(upload, 0), samples.chunk(upload, 100_000));
        seal(chunks.getFirst(), samples.bytes(100_000));
        assertThatThrownBy(() -> sealer.reseal(key, chunks, samples.key(), name, NO_LIMIT))
                .isInstanceOf(VaultMissing.class)
                .hasMessageContaining(chunks.getLast().path());

        Samples.put(vault, chunks.getLast(), Samples.get(vault, chunks.getFirst()));
        assertThatThrownBy(() -> sealer.reseal(key, chunks, samples.key(), name, NO_LIMIT))
                .isInstanceOf(VaultDamaged.class)
                .hasMessageContaining(chunks.getLast().path());
        assertThat(Samples.listed(vault)).containsExactlyInAnyOrderElementsOf(chunks);
    }

    @Test
    void warmsUp() {
        Sealer.warmUp(new java.security.SecureRandom());
    }
}
