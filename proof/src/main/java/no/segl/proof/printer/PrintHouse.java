package no.segl.proof.printer;

import java.io.IOException;
import java.util.List;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;

/** What goes on inside a printing house, as a test sees and directs it. */
public interface PrintHouse {

    /**
     * A job that was taken up.
     *
     * @param sha256 of the print file, as it arrived
     */
    record Taken(PrintJobId job, Digest sha256) {}

    /** Takes up every job that is there whole; after that none of them can be called back. */
    List<Taken> takeUp() throws IOException;

    /** Writes a receipt. */
    void says(String name, String receipt) throws IOException;
}
