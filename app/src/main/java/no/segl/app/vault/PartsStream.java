package no.segl.app.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plaintext of several objects, one after the other. Each is opened when it is reached. */
final class PartsStream extends InputStream {

    private final Sealer sealer;
    private final DataKey key;
    private final Iterator<ObjectName> parts;
    private @Nullable PlainChannel current;

    PartsStream(Sealer sealer, DataKey key, List<ObjectName> parts) {
        this.sealer = sealer;
        this.key = key;
        this.parts = List.copyOf(parts).iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer into = ByteBuffer.wrap(bytes, from, length);
        while (true) {
            if (current == null) {
                if (!parts.hasNext()) {
                    return -1;
                }
                current = sealer.open(key, parts.next());
            }
            int read = current.read(into);
            if (read > 0) {
                return read;
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        PlainChannel closing = current;
        current = null;
        if (closing != null) {
            closing.close();
        }
    }
}
