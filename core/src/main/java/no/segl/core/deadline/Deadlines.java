package no.segl.core.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.Opened;

/** Says when each letter is due, from its state and the rules alone. */
public final class Deadlines {

    /** The zone in which a day is a day. */
    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private Deadlines() {}

    /**
     * The next look; empty exactly when the letter is closed, or is a draft that nobody has
     * answered for yet.
     */
    public static Optional<NextLook> nextLook(Letter letter, Rules rules) {
        return switch (letter) {
            case Accepted a -> look(a.acceptedAt(), Rule.NOT_AVAILABLE, rules);
            case Available a when a.lastLook().isPresent() ->
                    look(a.lastLook().get(), Rule.NEXT_LOOK, rules);
            case Available a -> look(a.availableAt(), Rule.FIRST_LOOK, rules);
            case Draft _, Opened _, Closed _ -> Optional.empty();
        };
    }

    /**
     * When the content of a closed letter is destroyed, and by which rule; empty while it is open.
     */
    public static Optional<NextLook> destruction(Letter letter, Rules rules) {
        return switch (letter) {
            case Opened o -> look(o.openedAt(), Rule.KEEP_OPENED, rules);
            case Closed c -> look(c.closedAt(), Rule.KEEP_WITHDRAWN, rules);
            case Draft _, Accepted _, Available _ -> Optional.empty();
        };
    }

    private static Optional<NextLook> look(Instant from, Rule rule, Rules rules) {
        Rules.Row row = rules.row(rule);
        Instant at = from.atZone(NORWAY).plus(row.period()).toInstant();
        return Optional.of(new NextLook(at, rule, row.owner()));
    }
}
