package no.segl.app.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/**
 * The plaintext of one sealed object, from any position. Every byte it gives has passed its check;
 * the size was checked when it was opened. Read-only. Not for many threads.
 */
public final class PlainChannel extends ReadOnlyChannel {

    private final ObjectName name;
    private final CipherSource source;
    private final SeekableByteChannel plain;

    private PlainChannel(ObjectName name, CipherSource source, SeekableByteChannel plain) {
        this.name = name;
        this.source = source;
        this.plain = plain;
    }

    /** Opens {@code ciphertext}, which is closed if that fails. */
    static PlainChannel open(StreamingAead cipher, ObjectName name, SeekableByteChannel ciphertext)
            throws IOException {
        CipherSource source = new CipherSource(name, ciphertext);
        try {
            PlainChannel opened = new PlainChannel(name, source, decrypting(cipher, name, source));
            opened.checkEnd();
            return opened;
        } catch (IOException | RuntimeException e) {
            ciphertext.close();
            throw e;
        }
    }

    private static SeekableByteChannel decrypting(
            StreamingAead cipher, ObjectName name, CipherSource source) throws IOException {
        try {
            SealFormat.plainSize(source.size());
            return cipher.newSeekableDecryptingChannel(source, name.associatedData());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw source.faultFor(e);
        }
    }

    /** Opens the last segment: cut or extended anywhere, it would not. */
    private void checkEnd() throws IOException {
        position(size());
        if (read(ByteBuffer.allocate(1)) != -1) {
            throw new VaultDamaged(name, null);
        }
        position(0);
    }

    /**
     * Reads as other channels do.
     *
     * @throws VaultDamaged if what was to be read is not what was sealed; its bytes are not given
     * @throws VaultUnavailable if the vault failed
     */
    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        try {
            return plain.read(into);
        } catch (IOException e) {
            throw source.faultFor(e);
        }
    }

    /**
     * Writes the bytes from {@code from} to {@code to}, both included, to {@code out}.
     *
     * @throws IllegalArgumentException if the range does not lie within the plaintext
     * @throws VaultDamaged as {@link #read} does; what was written before it was sound
     * @throws IOException if the vault failed, or whatever {@code out} threw
     */
    public void copyRange(long from, long to, OutputStream out) throws IOException {
        if (from < 0 || to < from || to >= size()) {
            throw new IllegalArgumentException("no such range");
        }
        position(from);
        copy(to - from + 1, out);
    }

    /** Writes all of the plaintext to {@code out}; throws as {@link #copyRange} does. */
    public void copyAll(OutputStream out) throws IOException {
        position(0);
        copy(size(), out);
    }

    private void copy(long bytes, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SealFormat.SEGMENT);
        for (long left = bytes; left > 0; left -= buffer.position()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            if (read(buffer) < 0) {
                throw new VaultDamaged(name, null);
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public PlainChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IllegalArgumentException("negative position");
        }
        plain.position(newPosition);
        return this;
    }

    /** The size of the plaintext, in bytes. */
    @Override
    public long size() throws IOException {
        return plain.size();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
