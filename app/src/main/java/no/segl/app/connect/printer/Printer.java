package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover;
import no.segl.core.print.Manifest;
import no.segl.core.print.Receipt;
import no.segl.core.print.Stopping;

/** Somebody who prints, puts in envelopes and posts. */
public interface Printer {

    /** The print file's bytes, from the start, each time it is asked; {@code Paper::open}. */
    @FunctionalInterface
    interface PrintFile {
        InputStream open() throws IOException;
    }

    /**
     * A receipt, or what should have been one.
     *
     * @param name the printer's name for it, to acknowledge it by
     */
    record Arrived(String name, Receipt.Read read) {}

    /**
     * Hands a job over. The attempt must have been committed first, and is made once: the same
     * attempt is never made twice.
     */
    Handover.Outcome handOver(Manifest manifest, PrintFile file);

    /**
     * Asks after an attempt. Who gets the answer that it is not done may rely on it: the attempt is
     * shut out first, and cannot arrive afterwards, even where somebody is still making it.
     */
    Handover.Outcome look(PrintJobId job, int attempt);

    /** Calls a job back, which succeeds until the printer takes it up. */
    Stopping.Recall recall(PrintJobId job);

    /**
     * Receipts that have not been acknowledged, oldest names first.
     *
     * @param most how many to read
     * @param but the names of those to leave out
     * @throws PrinterUnavailable if they cannot be read now
     */
    List<Arrived> receipts(int most, Set<String> but) throws PrinterUnavailable;

    /** All of them, up to {@code most}. */
    default List<Arrived> receipts(int most) throws PrinterUnavailable {
        return receipts(most, Set.of());
    }

    /**
     * How many receipts lie set aside that could not be read, until somebody clears them.
     *
     * @throws PrinterUnavailable if that cannot be seen now
     */
    int refused() throws PrinterUnavailable;

    /**
     * Says that a receipt has been dealt with; do so after what it led to is committed. Again is no
     * harm.
     *
     * @throws PrinterUnavailable if that cannot be said now; the receipt then comes again
     */
    void acknowledge(Arrived arrived) throws PrinterUnavailable;

    /**
     * Removes the traces that {@link #look} and {@link #recall} go by, for a job that ended a day
     * or more ago: by then nobody can still be handing it over.
     *
     * @throws PrinterUnavailable if that cannot be done now
     */
    void forget(PrintJobId job) throws PrinterUnavailable;
}
