package no.segl.app.web.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.Checklist.State;

/**
 * One guided check: how it is done, where it is answered, and what was answered.
 *
 * @param shell what stands around
 * @param check which
 * @param text what was searched for
 * @param number whether a national identity number was searched for, which is not done
 * @param rows the units where it is answered, those first that somebody must see to
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param said whether an answer was just kept
 * @param fault what is wrong with the form, as the end of a key; or empty
 */
public record CheckPage(
        Shell shell,
        Check check,
        String text,
        boolean number,
        List<Row> rows,
        boolean continued,
        Optional<String> next,
        boolean said,
        String fault)
        implements Page {

    /** Where the checks are. */
    public static final String LIST = SurveyFilter.HERE + "/sjekk";

    /** The page of a check. */
    public static String of(Check check) {
        return LIST + "/" + check.name();
    }

    /** How many steps the longest explanation has. */
    public static final List<Integer> STEPS = List.of(1, 2, 3, 4);

    /** What can be answered. */
    public static List<Check.Answer> answers() {
        return Arrays.asList(Check.Answer.values());
    }

    /** Whether the viewer may answer at any of them. */
    public boolean mayAnswer() {
        return rows.stream().anyMatch(Row::mayAnswer);
    }

    /**
     * One check at one unit.
     *
     * @param state how it stands
     * @param given what was answered last; empty if nothing was
     * @param mayAnswer whether the viewer may answer it there
     */
    public record Row(
            Check check, Party unit, State state, Optional<Given> given, boolean mayAnswer) {

        /** The sign beside the words. */
        public String icon() {
            return icon(state);
        }

        /** The sign of a state. */
        public static String icon(State state) {
            return switch (state) {
                case WRONG -> "late";
                case EXPIRED -> "clock";
                case NEVER -> "unknown";
                case HOLDS -> "check";
                case NOT_USED -> "settled";
            };
        }

        /** How it looks. */
        public String look() {
            return state.isDue() ? "none" : "well";
        }
    }

    /**
     * An answer.
     *
     * @param answer the end of a key
     * @param by who gave it
     * @param at when
     * @param until when it is none any more
     * @param above the unit at which it was given, if that is another
     */
    public record Given(
            String answer, Person by, Instant at, Instant until, Optional<Party> above) {}

    @Override
    public String template() {
        return "page/check.jte";
    }
}
