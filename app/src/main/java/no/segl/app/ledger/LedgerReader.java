package no.segl.app.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import no.segl.core.ledger.verification.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exported ledger line by line. Whatever a line holds, it comes out as a {@link Line};
 * only a first line that is no header stops the reading at once. Does not close the stream.
 */
public final class LedgerReader implements Iterator<Line> {

    private final ByteLines lines;
    private final LineParser parser = new LineParser();
    private final Header header;
    private long line = 1;
    private @Nullable Line next;

    /**
     * Reads the header.
     *
     * @throws NotALedger if the first line is no header of a known version
     * @throws IOException if the stream cannot be read
     */
    public LedgerReader(InputStream in) throws NotALedger, IOException {
        this.lines = new ByteLines(in, LedgerFormat.MAX_LINE);
        byte[] first = lines.next();
        if (first == null) {
            throw new NotALedger("it is empty");
        }
        if (isTooLong(first)) {
            throw new NotALedger("its first line is not the header of a ledger: it is too long");
        }
        this.header = parser.header(first);
    }

    /**
     * What one line of a ledger says, for files that hold such lines among others.
     *
     * @param number of the line, from 1
     * @param bytes without the line feed
     */
    public static Line line(long number, byte[] bytes) {
        return bytes.length > LedgerFormat.MAX_LINE
                ? new Line.Unreadable(number, "it is longer than a line may be")
                : new LineParser().line(number, bytes);
    }

    /** The first line. */
    public Header header() {
        return header;
    }

    /**
     * @throws UncheckedIOException if the stream cannot be read further
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Line taken = next;
        next = null;
        return taken;
    }

    private @Nullable Line read() {
        byte[] bytes;
        try {
            bytes = lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes == null) {
            return null;
        }
        line++;
        return isTooLong(bytes)
                ? new Line.Unreadable(line, "it is longer than a line may be")
                : parser.line(line, bytes);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isTooLong(byte[] bytes) {
        return bytes == ByteLines.TOO_LONG;
    }
}
