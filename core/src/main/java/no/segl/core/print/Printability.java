package no.segl.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.DocumentId;
import no.segl.core.letter.Document;
import no.segl.core.print.Receipt.FailureReason;

/**
 * Decides whether a whole letter can be put on paper. Either all of it can, or none of it is: a
 * page left out would be a letter that nobody sent.
 */
public final class Printability {

    private Printability() {}

    /** What a printer can take. */
    public record Limits(int sheets, boolean duplex) {

        /**
         * Up to 6 sheets fit a C5 envelope and up to 99 a C4, in the printing service of Sikker
         * digital post. Source: difi/begrep-SikkerDigitalPost, utskrift/konvolutt.textile.
         */
        public static final int MOST_SHEETS = 99;

        /**
         * @throws IllegalArgumentException if not even one page of a letter fits
         */
        public Limits {
            if (sheets < 2) {
                throw new IllegalArgumentException("a letter takes two sheets at least");
            }
        }
    }

    /** Why it cannot be printed. */
    public enum Reason {
        NOT_PDF,
        ENCRYPTED,
        SIGNED,
        HOLDS_FILES,
        DYNAMIC_FORM,
        HIDDEN_LAYERS,
        DAMAGED,
        TOO_LARGE,
        LOST,
        NO_PAGES,
        TOO_MANY_SHEETS,
        NO_DOCUMENTS,
        /** Sealed for one case worker: on paper whoever opens the envelope would see it. */
        SEALED,
        /** The recipient's or sender's postal address is missing or cannot be written. */
        NO_ADDRESS
    }

    /**
     * One reason.
     *
     * @param document the document it is about; empty if it is about the letter
     */
    public record Obstacle(Reason reason, Optional<DocumentId> document) {

        /** A reason that is about the letter as a whole. */
        public static Obstacle ofLetter(Reason reason) {
            return new Obstacle(reason, Optional.empty());
        }
    }

    /** The answer. */
    public sealed interface Verdict {
        record Printable(Sheets sheets) implements Verdict {}

        /** All that stands in the way, not only the first. */
        record NotPrintable(List<Obstacle> obstacles) implements Verdict {
            public NotPrintable {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    /** What seals put in the way, before anything is looked at. */
    public static List<Obstacle> ofSeals(List<Document> documents) {
        return documents.stream()
                .filter(Document::sealed)
                .map(d -> new Obstacle(Reason.SEALED, Optional.of(d.id())))
                .toList();
    }

    /** Decides from what was found in each of the letter's documents, in order. */
    public static Verdict decide(List<Inspection> documents, Limits limits) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (documents.isEmpty()) {
            obstacles.add(Obstacle.ofLetter(Reason.NO_DOCUMENTS));
        }
        for (Inspection found : documents) {
            reason(found)
                    .ifPresent(reason ->
                            obstacles.add(new Obstacle(reason, Optional.of(found.document()))));
        }
        Sheets sheets =
                Sheets.of(documents.stream().map(Inspection::pages).toList(), limits.duplex());
        if (sheets.sheets() > limits.sheets()) {
            obstacles.add(Obstacle.ofLetter(Reason.TOO_MANY_SHEETS));
        }
        return obstacles.isEmpty()
                ? new Verdict.Printable(sheets)
                : new Verdict.NotPrintable(obstacles);
    }

    /** What a job that comes to nothing for these reasons fails by. */
    public static FailureReason failure(List<Obstacle> obstacles) {
        if (obstacles.stream().anyMatch(o -> o.reason() == Reason.NO_ADDRESS)) {
            return FailureReason.ADDRESS;
        }
        return obstacles.stream().allMatch(o -> o.reason() == Reason.TOO_MANY_SHEETS)
                ? FailureReason.FORMAT
                : FailureReason.UNREADABLE;
    }

    private static Optional<Reason> reason(Inspection found) {
        return switch (found.condition()) {
            case SOUND -> found.pages() == 0 ? Optional.of(Reason.NO_PAGES) : Optional.empty();
            case NOT_PDF -> Optional.of(Reason.NOT_PDF);
            case ENCRYPTED -> Optional.of(Reason.ENCRYPTED);
            case SIGNED -> Optional.of(Reason.SIGNED);
            case HOLDS_FILES -> Optional.of(Reason.HOLDS_FILES);
            case DYNAMIC_FORM -> Optional.of(Reason.DYNAMIC_FORM);
            case HIDDEN_LAYERS -> Optional.of(Reason.HIDDEN_LAYERS);
            case DAMAGED -> Optional.of(Reason.DAMAGED);
            case TOO_LARGE -> Optional.of(Reason.TOO_LARGE);
            case LOST -> Optional.of(Reason.LOST);
        };
    }
}
