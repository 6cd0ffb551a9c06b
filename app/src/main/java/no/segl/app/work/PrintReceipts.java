package no.segl.app.work;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.connect.printer.Printer;
import no.segl.app.store.Changes.Act;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receiving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what the printer says of jobs; one receipt that cannot be dealt with stops no other. */
final class PrintReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(PrintReceipts.class);

    private static final int MOST = 100;

    private final Prints.Parts parts;

    PrintReceipts(Prints.Parts parts) {
        this.parts = parts;
    }

    /**
     * Takes in what lies there.
     *
     * @return whether all of it could be had, taken in and put away
     */
    boolean run(Printer printer) {
        // Those that were seen in this round: one that stays keeps none that lies behind it.
        Set<String> seen = new HashSet<>();
        boolean all = true;
        try {
            List<Printer.Arrived> arrived = printer.receipts(MOST, seen);
            while (!arrived.isEmpty()) {
                for (Printer.Arrived one : arrived) {
                    seen.add(one.name());
                    all &= take(printer, one);
                }
                arrived = printer.receipts(MOST, seen);
            }
            return all;
        } catch (IOException | RuntimeException e) {
            LOG.error("The printer's receipts cannot be read ({})", e.getClass().getName());
            return false;
        }
    }

    /**
     * Whether receipts lie set aside that say nothing which can be understood: of what they were to
     * say nobody hears, until somebody asks the printer and clears them.
     *
     * @throws IOException if that cannot be seen now
     */
    boolean areSomeRefused(Printer printer) throws IOException {
        return printer.refused() > 0;
    }

    private boolean take(Printer printer, Printer.Arrived one) {
        try {
            take(one.read());
            printer.acknowledge(one);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("A receipt could not be taken in ({})", e.getClass().getName());
            return false;
        }
    }

    private void take(Receipt.Read read) {
        switch (read) {
            case Receipt.Read.Refused(var fault) ->
                    LOG.error("A receipt was refused ({}); the printer must be asked", fault);
            case Receipt.Read.Sound(Receipt receipt) -> {
                Optional<Receiving.Reply> reply = take(receipt);
                if (reply.isEmpty() || reply.get() == Receiving.Reply.NEVER_HANDED_OVER) {
                    LOG.error("A receipt is of job {}, which was not handed over", receipt.job());
                }
            }
        }
    }

    /** Empty if there is no such job. */
    private Optional<Receiving.Reply> take(Receipt receipt) {
        return parts.due()
                .letter(receipt.job())
                .flatMap(letter ->
                        parts.changes()
                                .paper(
                                        letter,
                                        new Act(Prints.ACTOR, parts.now()),
                                        held -> Receiving.arrived(held.jobs(), receipt)));
    }
}
