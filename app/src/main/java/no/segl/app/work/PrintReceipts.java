package no.segl.app.work;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
        List<Printer.Arrived> arrived;
        try {
            arrived = printer.receipts(MOST);
        } catch (IOException | RuntimeException e) {
            LOG.error("The printer's receipts cannot be read ({})", e.getClass().getName());
            return false;
        }
        boolean all = true;
        for (Printer.Arrived one : arrived) {
            try {
                take(one.read());
                printer.acknowledge(one);
            } catch (IOException | RuntimeException e) {
                LOG.error("A receipt could not be taken in ({})", e.getClass().getName());
                all = false;
            }
        }
        return all;
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
