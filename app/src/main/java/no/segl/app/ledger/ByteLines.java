package no.segl.app.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, and never holds more than the longest that is allowed. */
final class ByteLines {

    /** Stands for a line that is longer than allowed; compare by identity. */
    static final byte[] TOO_LONG = {};

    private final InputStream in;
    private final int maxLength;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    ByteLines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** The next line without its line feed, {@link #TOO_LONG}, or null after the last. */
    byte @Nullable [] next() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        int end = endOfLine();
        if (end < to) {
            byte[] line = Arrays.copyOfRange(buffer, from, end);
            from = end + 1;
            return line.length > maxLength ? TOO_LONG : line;
        }
        return nextAcrossBuffers();
    }

    private byte[] nextAcrossBuffers() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        do {
            int end = endOfLine();
            tooLong |= line.size() + end - from > maxLength;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            from = Math.min(end + 1, to);
            if (end < to) {
                break;
            }
        } while (fill());
        return tooLong ? TOO_LONG : line.toByteArray();
    }

    private int endOfLine() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
