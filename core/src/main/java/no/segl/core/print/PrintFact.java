package no.segl.core.print;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Fact;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Receipt.FailureReason;

/**
 * What has happened to a letter on its way to paper. It stands in the letter's own ledger; nothing
 * of what is written in the window does.
 */
public sealed interface PrintFact extends Fact {

    LetterId letter();

    PrintJobId job();

    @Override
    default String subject() {
        return "letter:" + letter();
    }

    @Override
    default SortedMap<String, String> values() {
        return values(job(), Map.of());
    }

    private static SortedMap<String, String> values(PrintJobId job, Map<String, String> more) {
        SortedMap<String, String> values = new TreeMap<>(more);
        values.put("job", job.toString());
        return values;
    }

    /** Somebody, or a rule, decided that it goes on paper. */
    record PrintOrdered(PrintOrder order) implements PrintFact {
        @Override
        public LetterId letter() {
            return order.letter();
        }

        @Override
        public PrintJobId job() {
            return order.job();
        }

        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("route", order.route().name()));
        }
    }

    /**
     * Its content was taken out of the vault for printing, by Segl for a printer or by the person
     * who prints it.
     */
    record PrintContentRead(LetterId letter, PrintJobId job) implements PrintFact {}

    /** The letter cannot be put on paper whole, and so none of it is. */
    record PrintNotPossible(LetterId letter, PrintJobId job, List<Obstacle> obstacles)
            implements PrintFact {

        public PrintNotPossible {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            for (int i = 0; i < obstacles.size(); i++) {
                String at = "obstacle.%03d.".formatted(i + 1);
                values.put(at + "reason", obstacles.get(i).reason().name());
                obstacles
                        .get(i)
                        .document()
                        .ifPresent(document -> values.put(at + "document", document.toString()));
            }
            return PrintFact.values(job(), values);
        }
    }

    /** It is about to be handed over: from here on it may be at the printer. */
    record PrintHandoverAttempted(
            LetterId letter, PrintJobId job, int attempt, Digest sha256, Sheets sheets)
            implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(
                    job(),
                    Map.of(
                            "attempt", Integer.toString(attempt),
                            "sha256", sha256.hex(),
                            "sheets", Integer.toString(sheets.sheets()),
                            "pages", Integer.toString(sheets.pages())));
        }
    }

    /** The attempt is known to have come to nothing. */
    record PrintHandoverFailed(LetterId letter, PrintJobId job, int attempt, Handover.Cause cause)
            implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(
                    job(), Map.of("attempt", Integer.toString(attempt), "cause", cause.name()));
        }
    }

    /** It is whole at the printer. */
    record PrintHandedOver(LetterId letter, PrintJobId job, int attempt) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("attempt", Integer.toString(attempt)));
        }
    }

    /** The person who acts took it out of the queue to print it. */
    record PrintTaken(LetterId letter, PrintJobId job) implements PrintFact {}

    /**
     * It is on paper.
     *
     * @param at by the printer's clock
     */
    record PaperPrinted(LetterId letter, PrintJobId job, Instant at) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("at", at.toString()));
        }
    }

    /**
     * It is with the postal service.
     *
     * @param at by the printer's clock, or when the person says they posted it
     */
    record PaperPosted(LetterId letter, PrintJobId job, Instant at) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("at", at.toString()));
        }
    }

    /** It ended without being posted. */
    record PrintFailed(LetterId letter, PrintJobId job, FailureReason reason) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("reason", reason.name()));
        }
    }

    /** It is to be stopped, if that can still be done. */
    record PrintStopAsked(LetterId letter, PrintJobId job, StopGround ground) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("ground", ground.name()));
        }
    }

    /** It was stopped before it was printed. */
    record PrintStopped(LetterId letter, PrintJobId job, StopGround ground) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("ground", ground.name()));
        }
    }

    /** It could not be stopped: the printer has begun, or it is on paper. */
    record PrintStopMissed(LetterId letter, PrintJobId job) implements PrintFact {}

    /**
     * The printer said something that cannot be true together with what stands here.
     *
     * @param event {@code Printed}, {@code Posted} or {@code Failed}
     */
    record PrintContradicted(LetterId letter, PrintJobId job, String event) implements PrintFact {
        @Override
        public SortedMap<String, String> values() {
            return PrintFact.values(job(), Map.of("event", event));
        }
    }
}
