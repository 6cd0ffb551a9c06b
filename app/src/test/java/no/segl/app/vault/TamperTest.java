package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to an object in the vault, it opens as what was sealed or not at all. */
class TamperTest {

    private static final int SEGMENT = SealFormat.SEGMENT;

    private final Samples samples = new Samples(10);
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

    private byte[] seal(DataKey with, ObjectName as, byte[] plain) throws IOException {
        var _ = sealer.seal(with, as, new ByteArrayInputStream(plain), Long.MAX_VALUE);
        return Samples.get(vault, as);
    }

    /** As somebody with access to the disk would. */
    private void overwrite(ObjectName as, byte[] changed) throws IOException {
        Path file = new FileLayout(root.toRealPath()).file(as);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, changed);
    }

    private void assertDamaged(DataKey with, ObjectName as) {
        assertThatThrownBy(
                        () -> {
                            try (PlainChannel channel = sealer.open(with, as)) {
                                Samples.all(channel);
                            }
                        })
                .isInstanceOf(VaultDamaged.class)
                .hasMessage("damaged in the vault: " + as.path());
    }

    private void assertDoesNotEvenOpen(byte[] changed) throws IOException {
        overwrite(name, changed);
        assertThatThrownBy(() -> sealer.open(key, name))
                .isInstanceOf(VaultDamaged.class)
                .hasMessage("damaged in the vault: " + name.path());
    }

    @Test
    void everyFlippedBitOfASmallObjectIsFound() throws Exception {
        for (int size : new int[] {0, 1, 30}) {
            byte[] sealed = seal(key, name, samples.bytes(size));
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                assertDoesNotEvenOpen(flipped(sealed, bit));
            }
        }
    }

    @Test
    void aFlippedBitIsFoundWhereverItIsReadAndNoWrongByteIsGiven() throws Exception {
        for (int size : SealerTest.sizes(samples)) {
            byte[] plain = samples.bytes(size);
            byte[] sealed = seal(key, name, plain);
            for (int i = 0; i < 6; i++) {
                overwrite(name, flipped(sealed, samples.below(sealed.length * 8)));
                assertDamaged(key, name);
                if (size > 0) {
                    int from = samples.below(size);
                    int length = 1 + samples.below(size - from);
                    assertRightOrDamaged(plain, from, length);
                }
            }
        }
    }

    private void assertRightOrDamaged(byte[] plain, int from, int length) throws IOException {
        try (PlainChannel channel = sealer.open(key, name)) {
            assertThat(Samples.range(channel, from, length))
                    .isEqualTo(Arrays.copyOfRange(plain, from, from + length));
        } catch (VaultDamaged e) {
            assertThat(e).hasMessage("damaged in the vault: " + name.path());
        }
    }

    @Test
    void aFlippedBitIsFoundByARangeThatTouchesItsSegment() throws Exception {
        byte[] sealed = seal(key, name, samples.bytes(5 * SEGMENT));
        for (int segment = 1; segment < 4; segment++) {
            int bit = (segment * SEGMENT + samples.below(SEGMENT)) * 8 + samples.below(8);
            overwrite(name, flipped(sealed, bit));
            int within = segment * (SEGMENT - SealFormat.TAG) + SEGMENT / 2 - SealFormat.HEADER;
            try (PlainChannel channel = sealer.open(key, name)) {
                assertThatThrownBy(() -> Samples.range(channel, within, 1))
                        .isInstanceOf(VaultDamaged.class);
                Samples.range(channel, within + SEGMENT, 1); // the next is sound
            }
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }

    @Test
    void aCutObjectDoesNotOpenEvenForARangeBeforeTheCut() throws Exception {
        for (int size : SealerTest.sizes(samples)) {
            byte[] sealed = seal(key, name, samples.bytes(size));
            assertDoesNotEvenOpen(Arrays.copyOf(sealed, sealed.length - 1));
            assertDoesNotEvenOpen(new byte[0]);
            for (int cut = SEGMENT; cut < sealed.length; cut += SEGMENT) {
                assertDoesNotEvenOpen(Arrays.copyOf(sealed, cut));
            }
            for (int i = 0; i < 5; i++) {
                assertDoesNotEvenOpen(Arrays.copyOf(sealed, samples.below(sealed.length)));
            }
        }
    }

    @Test
    void anExtendedObjectDoesNotOpen() throws Exception {
        for (int size : SealerTest.sizes(samples)) {
            byte[] sealed = seal(key, name, samples.bytes(size));
            int toEdge = SEGMENT - sealed.length % SEGMENT;
            for (int more : List.of(1, 16, 17, toEdge, toEdge + 20, SEGMENT)) {
                byte[] extended = Arrays.copyOf(sealed, sealed.length + more);
                assertDoesNotEvenOpen(extended);
                // with what is genuine elsewhere in the object
                int length = Math.min(more, sealed.length);
                System.arraycopy(sealed, sealed.length - length, extended, sealed.length, length);
                assertDoesNotEvenOpen(extended);
            }
        }
    }

    @Test
    void segmentsCannotBeSwappedRepeatedOrLeftOut() throws Exception {
        byte[] sealed = seal(key, name, samples.bytes(4 * SEGMENT));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        overwrite(name, swapped);
        assertDamaged(key, name);

        byte[] repeated = sealed.clone();
        System.arraycopy(sealed, SEGMENT, repeated, 2 * SEGMENT, SEGMENT);
        overwrite(name, repeated);
        assertDamaged(key, name);

        byte[] without = Arrays.copyOf(sealed, sealed.length - SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, without, SEGMENT, without.length - SEGMENT);
        assertDoesNotEvenOpen(without);
    }

    @Test
    void noObjectStandsInForAnother() throws Exception {
        LetterId letter = samples.letter();
        UploadId upload = new UploadId(letter.value());
        DocumentId document = samples.document();
        List<ObjectName> names =
                List.of(
                        ObjectName.of(letter, document),
                        ObjectName.of(letter, samples.document()),
                        ObjectName.of(samples.letter(), document),
                        samples.chunk(upload, 0),
                        samples.chunk(upload, 1),
                        samples.chunk(samples.upload(), 0));
        byte[] plain = samples.bytes(1000);
        for (ObjectName from : names) {
            byte[] sealed = seal(key, from, plain);
            for (ObjectName to : names) {
                overwrite(to, sealed);
                if (from.equals(to)) {
                    try (PlainChannel channel = sealer.open(key, to)) {
                        assertThat(Samples.all(channel)).isEqualTo(plain);
                    }
                } else {
                    assertDamaged(key, to);
                }
            }
        }
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        for (int size : List.of(0, 10, 3 * SEGMENT)) {
            var _ = seal(key, name, samples.bytes(size));
            assertDamaged(samples.key(), name);
        }
    }

    @Test
    void whatWasNeverSealedDoesNotOpen() throws Exception {
        for (int size : SealerTest.sizes(samples)) {
            assertDoesNotEvenOpen(samples.bytes(size));
        }
    }
}
