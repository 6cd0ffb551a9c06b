package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Manifest;
import no.segl.core.print.Sheets;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessInputStream;

/** A letter ready to be printed: its print file, in scratch room until it is closed. */
public final class Paper implements AutoCloseable {

    private final Scratch scratch;
    private final RandomAccess file;
    private final Front front;
    private final Digest sha256;
    private final Sheets sheets;
    private final boolean duplex;
    private final long bytes;

    Paper(
            Scratch scratch,
            RandomAccess file,
            Front front,
            Digest sha256,
            Sheets sheets,
            boolean duplex)
            throws IOException {
        this.scratch = scratch;
        this.file = file;
        this.front = front;
        this.sha256 = sha256;
        this.sheets = sheets;
        this.duplex = duplex;
        this.bytes = file.length();
    }

    public PrintJobId job() {
        return front.job();
    }

    public Digest sha256() {
        return sha256;
    }

    public Sheets sheets() {
        return sheets;
    }

    /** The print file's size. */
    public long bytes() {
        return bytes;
    }

    /** The print file, from its start. One stream at a time. */
    public InputStream open() throws IOException {
        file.seek(0);
        return new RandomAccessInputStream(file);
    }

    /**
     * The manifest for handing it over.
     *
     * @param attempt which attempt this is, from 1
     */
    public Manifest manifest(int attempt, OrgNumber sender, Instant orderedAt) {
        return new Manifest(
                front.job(),
                attempt,
                sender,
                bytes,
                sha256,
                sheets,
                duplex,
                front.recipient().country(),
                orderedAt);
    }

    /** Gives the room back; nothing is left of the print file. */
    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
