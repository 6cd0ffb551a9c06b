package no.segl.app.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The ciphertext as the cipher reads it. Remembers the vault's own failures, so that what else the
 * cipher complains of can be told as damage.
 */
final class CipherSource extends ReadOnlyChannel {
    private final ObjectName name;
    private final SeekableByteChannel from;
    private @Nullable VaultFault failure;

    CipherSource(ObjectName name, SeekableByteChannel from) {
        this.name = name;
        this.from = from;
    }

    VaultFault faultFor(Exception complaint) {
        VaultFault failed = failure;
        failure = null;
        return failed != null ? failed : new VaultDamaged(name, complaint);
    }

    private VaultFault failed(IOException e) {
        VaultFault fault = e instanceof VaultFault f ? f : new VaultUnavailable(name, e);
        failure = fault;
        return fault;
    }

    /** Fills {@code into} as far as there is anything: the cipher wants whole segments. */
    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            int total = 0;
            while (into.hasRemaining()) {
                int read = from.read(into);
                if (read < 0) {
                    return total == 0 ? -1 : total;
                }
                total += read;
            }
            return total;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public long position() throws IOException {
        return from.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        from.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        try {
            return from.size();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
