package no.segl.app.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import no.segl.core.id.Digest;

/**
 * Seals content into a vault and opens it again, in constant memory: about 200 KiB for each
 * document under way, whatever its size. A sealed object is bound to its key and its name, so that
 * it opens only as what it was sealed as.
 *
 * <p>The seal does not tell an object from an older one of the same name and key. The digest that
 * {@link #seal} returns does: keep it, and compare.
 */
public final class Sealer {

    private final Vault vault;

    /** A sealer before {@code vault}. */
    public Sealer(Vault vault) {
        this.vault = vault;
    }

    /**
     * What was sealed.
     *
     * @param size of the plaintext, in bytes
     * @param sha256 of the plaintext
     */
    public record Sealed(long size, Digest sha256) {}

    /**
     * Seals all of {@code source} under {@code name}, and returns when it is durable. Does not
     * close the source.
     *
     * @param maxBytes the largest plaintext allowed
     * @throws TooLarge as soon as the source gives more than {@code maxBytes}
     * @throws VaultUnavailable if the vault failed
     * @throws IOException whatever the source threw, unchanged. However it fails, no object is left
     */
    public Sealed seal(DataKey key, ObjectName name, InputStream source, long maxBytes)
            throws IOException {
        StreamingAead cipher = SealFormat.cipher(key);
        Pour pour = new Pour(name, maxBytes);
        vault.write(name, out -> pour.run(source, cipher, out));
        return pour.sealed();
    }

    /**
     * Seals under {@code name} what {@code content} writes, and returns when it is durable.
     *
     * @return how many bytes it wrote
     * @throws VaultUnavailable if the vault failed
     * @throws IOException whatever {@code content} threw, unchanged. However it fails, no object is
     *     left
     */
    public long seal(DataKey key, ObjectName name, Vault.Content content) throws IOException {
        StreamingAead cipher = SealFormat.cipher(key);
        long[] size = {0};
        vault.write(
                name,
                out -> {
                    OutputStream sealing = sealing(cipher, name, out);
                    content.writeTo(new Counted(sealing, size));
                    // Only now: closing writes the end, and what has an end looks whole.
                    sealing.close();
                });
        return size[0];
    }

    private static OutputStream sealing(StreamingAead cipher, ObjectName name, OutputStream out)
            throws IOException {
        try {
            return cipher.newEncryptingStream(out, name.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks a cipher", e);
        }
    }

    /** Counts what goes through; whoever writes does not end what is sealed. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final long[] size;

        Counted(OutputStream out, long[] size) {
            this.out = out;
            this.size = size;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size[0] += length;
        }
    }

    /** One plaintext on its way through the cipher, measured and digested. */
    private static final class Pour {
        private final MessageDigest sha256 = Digest.newSha256();
        private final ObjectName name;
        private final long maxBytes;
        private long size;

        Pour(ObjectName name, long maxBytes) {
            this.name = name;
            this.maxBytes = maxBytes;
        }

        void run(InputStream source, StreamingAead cipher, OutputStream out) throws IOException {
            OutputStream sealing = sealing(cipher, name, out);
            byte[] buffer = new byte[SealFormat.SEGMENT];
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new TooLarge(name, maxBytes);
                }
                sha256.update(buffer, 0, read);
                sealing.write(buffer, 0, read);
            }
            // Only now: closing writes the end, and what has an end looks whole.
            sealing.close();
        }

        Sealed sealed() {
            return new Sealed(size, Digest.ofRaw(sha256.digest()));
        }
    }

    /**
     * Opens an object for reading its plaintext, and checks its end at once, so that {@link
     * PlainChannel#size} can be trusted.
     *
     * @throws VaultMissing if there is none
     * @throws VaultDamaged if it was cut short, extended, moved, or sealed with another key
     * @throws IOException if the vault failed
     */
    public PlainChannel open(DataKey key, ObjectName name) throws IOException {
        return PlainChannel.open(SealFormat.cipher(key), name, vault.open(name));
    }

    /**
     * The plaintext of several objects, put together in order. Each is opened when it is reached:
     * that one is missing or damaged is said by the reading.
     */
    public InputStream open(DataKey key, List<ObjectName> parts) {
        return new PartsStream(this, key, parts);
    }

    /**
     * Seals again, under another name and key, the plaintext of one object or of several put
     * together in order. Nothing but ciphertext is stored on the way. The parts stay.
     *
     * @throws VaultMissing if a part is not there
     * @throws VaultDamaged if a part is damaged
     * @throws TooLarge if together they are more than {@code maxBytes}
     * @throws IOException if the vault failed. However it fails, no object is left
     */
    public Sealed reseal(
            DataKey from, List<ObjectName> parts, DataKey to, ObjectName name, long maxBytes)
            throws IOException {
        try (InputStream plain = open(from, parts)) {
            return seal(to, name, plain, maxBytes);
        }
    }

    /**
     * The size of the plaintext of an object, by the size of its ciphertext alone: not checked
     * against its seal.
     *
     * @throws VaultMissing if there is none
     * @throws VaultDamaged if nothing sealed has that size
     * @throws IOException if the vault failed
     */
    public long plainSize(ObjectName name) throws IOException {
        try {
            return SealFormat.plainSize(vault.size(name));
        } catch (IllegalArgumentException e) {
            throw new VaultDamaged(name, e);
        }
    }

    /** The size of the ciphertext of {@code plainSize} bytes. */
    public static long cipherSize(long plainSize) {
        return SealFormat.cipherSize(plainSize);
    }

    /**
     * Has the cipher compiled before the first letter needs it: some 0.4 s of one core, once, at
     * start. Without it the first 60 MiB pass at a hundredth of the speed.
     */
    public static void warmUp(SecureRandom random) {
        try (DataKey key = DataKey.fresh(random)) {
            WarmUp.run(key);
        }
    }
}
