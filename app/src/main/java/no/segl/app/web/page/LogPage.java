package no.segl.app.web.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.core.evidence.Topic;
import no.segl.core.id.LetterId;

/**
 * The ledger of a unit («Logg og bevis»).
 *
 * @param shell what stands around
 * @param units those whose ledgers the viewer sees, to choose from
 * @param filter which entries are asked for
 * @param administers whether the viewer sees what is about the unit itself, too
 * @param follows whether the viewer sees what is about letters
 * @param vouched how far the ledger is signed
 * @param rows the newest first
 * @param lookedTo the lowest number that was looked through
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 */
public record LogPage(
        Shell shell,
        List<Choice> units,
        LogFilter filter,
        boolean administers,
        boolean follows,
        Vouched vouched,
        List<Row> rows,
        long lookedTo,
        boolean continued,
        Optional<String> next)
        implements Page {

    /** What entries can be about, of what the viewer sees. */
    public List<String> kinds() {
        return kinds(administers, follows);
    }

    /** What entries can be about, of what somebody sees. */
    public static List<String> kinds(boolean administers, boolean follows) {
        Stream<String> letters = Arrays.stream(Topic.values()).map(Enum::name);
        return Stream.concat(
                        follows ? letters : Stream.empty(),
                        administers ? Stream.of(LogFilter.UNIT) : Stream.empty())
                .toList();
    }

    /**
     * How far the ledger is signed.
     *
     * @param state the end of a key
     * @param head how many entries there are
     * @param signed the number of the last that is signed
     * @param at when it was
     */
    public record Vouched(String state, long head, long signed, Optional<Instant> at) {

        /** Whether something is not as it was written. */
        public boolean isBroken() {
            return state.equals("BROKEN");
        }

        /** The sign beside the words. */
        public String icon() {
            return switch (state) {
                case "SIGNED", "GONE_ON" -> "check";
                case "BROKEN" -> "late";
                default -> "clock";
            };
        }
    }

    /**
     * An entry.
     *
     * @param fact what happened: the end of a key
     * @param letter the letter that it is about
     * @param actorKind who did it, in kind
     * @param actor who did it; empty for a person of the other end
     * @param right by what right: the end of a key
     * @param isSound whether it is as it was written
     */
    public record Row(
            long number,
            Instant at,
            String fact,
            Optional<Letter> letter,
            String actorKind,
            Optional<String> actor,
            String right,
            boolean isSound) {}

    /**
     * A letter.
     *
     * @param recipient the name of the unit that it was sent to
     */
    public record Letter(LetterId id, String recipient, String category) {}

    @Override
    public String template() {
        return "page/log.jte";
    }
}
