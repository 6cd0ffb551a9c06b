package no.segl.core.print;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.segl.core.id.PrintJobId;
import org.jspecify.annotations.Nullable;

/**
 * What the printer says of a job.
 *
 * @param at when it happened, by the printer's clock
 */
public record Receipt(PrintJobId job, Event event, Instant at) {

    /** What happened. */
    public sealed interface Event {
        /** It is on paper. */
        record Printed() implements Event {}

        /** It was handed to the postal service. */
        record Posted() implements Event {}

        /** It ended without being posted. */
        record Failed(FailureReason reason) implements Event {}
    }

    /** Why a job failed. A code, since free text could carry what the ledger must not hold. */
    public enum FailureReason {
        /** The print file and the manifest do not belong together. */
        CHECKSUM,
        /** The print file cannot be read. */
        UNREADABLE,
        /** The address in the window cannot be read or is not known. */
        ADDRESS,
        /** Too many sheets, or a form of paper that is not there. */
        FORMAT,
        /** A machine broke down; paper that may have come of it was destroyed. */
        MACHINE,
        /** The postal service brought it back: it had been printed. */
        RETURNED,
        /** Anything else: the printer must be asked. */
        OTHER;

        private static Optional<FailureReason> parse(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst();
        }
    }

    /** A receipt, or why what was read is none. */
    public sealed interface Read {
        record Sound(Receipt receipt) implements Read {}

        record Refused(Fault fault) implements Read {}
    }

    /** What is wrong with what should be a receipt. */
    public enum Fault {
        TOO_LARGE,
        NOT_JSON,
        UNKNOWN_VERSION,
        NOT_A_JOB,
        UNKNOWN_EVENT,
        UNKNOWN_REASON,
        NOT_A_TIME,
        /** The file lies there, and cannot be read. */
        UNREADABLE
    }

    /**
     * Reads the members of a receipt. Members that are not known are left alone, so that a printer
     * may say more.
     *
     * @param members each as text
     */
    public static Read read(Map<String, String> members) {
        if (!"1".equals(members.get("version"))) {
            return new Read.Refused(Fault.UNKNOWN_VERSION);
        }
        Optional<PrintJobId> job = PrintJobId.parse(members.getOrDefault("job", ""));
        if (job.isEmpty()) {
            return new Read.Refused(Fault.NOT_A_JOB);
        }
        Optional<Instant> at = instant(members.get("at"));
        if (at.isEmpty()) {
            return new Read.Refused(Fault.NOT_A_TIME);
        }
        return switch (members.getOrDefault("event", "")) {
            case "printed" -> sound(job.get(), new Event.Printed(), at.get());
            case "posted" -> sound(job.get(), new Event.Posted(), at.get());
            case "failed" ->
                    FailureReason.parse(members.getOrDefault("reason", ""))
                            .map(reason -> sound(job.get(), new Event.Failed(reason), at.get()))
                            .orElse(new Read.Refused(Fault.UNKNOWN_REASON));
            default -> new Read.Refused(Fault.UNKNOWN_EVENT);
        };
    }

    private static Read sound(PrintJobId job, Event event, Instant at) {
        return new Read.Sound(new Receipt(job, event, at));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
