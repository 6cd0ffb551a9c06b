package no.segl.app.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import no.segl.core.id.OrgNumber;

/**
 * All that may be told in a notice.
 *
 * @param waiting where letters wait, in the order to tell it; each unit once
 * @param today the day on which it is told, in Norway
 * @param daysLeft the days until Segl follows up again; empty if that is not told
 */
public record Filling(List<Waiting> waiting, LocalDate today, OptionalLong daysLeft) {

    /** Longer names are cut: some in Enhetsregisteret fill lines. In characters. */
    private static final int LONGEST_NAME = 120;

    /**
     * Letters at one unit of the recipient.
     *
     * @param name the unit's
     * @param letters how many, at least 1
     * @param oldest the day on which the oldest of them became available, in Norway
     */
    public record Waiting(String name, OrgNumber unit, int letters, LocalDate oldest) {

        /**
         * @throws IllegalArgumentException if nothing waits
         */
        public Waiting {
            if (letters < 1) {
                throw new IllegalArgumentException("a notice tells of letters that wait");
            }
            name = plain(name);
        }
    }

    /**
     * @throws IllegalArgumentException if nothing waits, or a day is told that cannot be
     */
    public Filling {
        waiting = List.copyOf(waiting);
        if (waiting.isEmpty() || daysLeft.orElse(0) < 0) {
            throw new IllegalArgumentException("a notice tells of letters that wait, and of days");
        }
        LocalDate day = today;
        if (waiting.stream().anyMatch(unit -> unit.oldest().isAfter(day))) {
            throw new IllegalArgumentException("a letter waits from before today");
        }
    }

    /** One line of visible signs, whatever a register says. */
    static String plain(String name) {
        String line =
                name.replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                        .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
                        .strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** How many letters wait, at all units. */
    long letters() {
        return waiting.stream().mapToLong(Waiting::letters).sum();
    }

    /** For how many days the oldest at {@code unit} has waited. */
    long days(Waiting unit) {
        return ChronoUnit.DAYS.between(unit.oldest(), today);
    }
}
