package no.segl.core.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Clearance;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.LetterFact.OpeningRefused;

/**
 * Decides on opening and reading. This is the only way to content: whoever reads is cleared and
 * written down first (law: eforvaltningsforskriften-8).
 */
public final class Reading {

    /**
     * How long one person's reading of one thing counts as one reading. A PDF viewer asks for the
     * same document many times; the clearance is checked each time, the ledger gets one entry.
     */
    public static final Duration ONE_READING = Duration.ofMinutes(30);

    /**
     * How long attempts of one person that are refused on the same ground count as one. Each is
     * refused; the ledger gets the first, so that nobody can fill it by asking.
     */
    public static final Duration ONE_REFUSAL = Duration.ofMinutes(10);

    private Reading() {}

    /** What came of it. */
    public sealed interface Reply {
        /** The content may be shown. */
        record Granted(Right right) implements Reply {}

        /** Cleared, but the letter has not been opened: that is an act of its own. */
        record NotOpened(Right right) implements Reply {}

        /**
         * May not. The attempt is in the ledger, or one shortly before it.
         *
         * @param recorded when the ledger got the one that it has
         */
        record Refused(Clearance.Denied why, Instant recorded) implements Reply {}

        /** Cleared, but by a login at too low a level: it is asked for a higher one. */
        record LevelTooLow() implements Reply {}

        /** Not there to be read: not available yet, or taken back by the sender. */
        record NotThere() implements Reply {}

        /** It was there, and its time is over: the key is destroyed. */
        record Destroyed() implements Reply {}
    }

    /**
     * Decides on opening a letter, the first time or again.
     *
     * @param destroyed whether its content has been destroyed
     * @param last when this person last read this letter; or, if now denied, when the ledger last
     *     got a refusal of theirs on the same ground
     */
    public static Decision<LetterFact, Reply> open(
            Letter letter,
            boolean destroyed,
            Clearance clearance,
            Optional<Instant> last,
            Instant now) {
        LetterId id = letter.envelope().id();
        return switch (clearance) {
            case Clearance.Denied denied -> refuse(letter, denied, last, now);
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Available _ ->
                                new Decision<>(
                                        right,
                                        List.of(new LetterOpened(id)),
                                        new Reply.Granted(right));
                        case Opened _ -> read(destroyed, new LetterRead(id), right, last, now);
                        case Letter.Draft _, Letter.Accepted _, Letter.Closed _ ->
                                Decision.nothing(new Reply.NotThere());
                    };
        };
    }

    /**
     * Decides on fetching a document of an opened letter.
     *
     * @param last when this person last fetched this document; or, if now denied, when the ledger
     *     last got a refusal of theirs on the same ground
     */
    public static Decision<LetterFact, Reply> fetch(
            Letter letter,
            DocumentId document,
            boolean destroyed,
            Clearance clearance,
            Optional<Instant> last,
            Instant now) {
        LetterId id = letter.envelope().id();
        return switch (clearance) {
            // Whoever reads the letter gets the answer that they would get of any other document.
            case Clearance.Denied(var ground, _)
                    when ground == Clearance.Ground.SEALED
                            && (destroyed
                                    || !(letter instanceof Available
                                            || letter instanceof Opened)) ->
                    Decision.nothing(new Reply.NotThere());
            case Clearance.Denied denied -> refuse(letter, denied, last, now);
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Available _ -> Decision.nothing(new Reply.NotOpened(right));
                        case Opened _ ->
                                read(destroyed, new DocumentRead(id, document), right, last, now);
                        case Letter.Draft _, Letter.Accepted _, Letter.Closed _ ->
                                Decision.nothing(new Reply.NotThere());
                    };
        };
    }

    private static Decision<LetterFact, Reply> read(
            boolean destroyed, LetterFact fact, Right right, Optional<Instant> last, Instant now) {
        if (destroyed) {
            return Decision.nothing(new Reply.Destroyed());
        }
        return new Decision<>(right, once(fact, last, ONE_READING, now), new Reply.Granted(right));
    }

    private static Decision<LetterFact, Reply> refuse(
            Letter letter, Clearance.Denied denied, Optional<Instant> last, Instant now) {
        if (letter instanceof Letter.Draft) {
            return Decision.nothing(new Reply.NotThere());
        }
        LetterFact fact = new OpeningRefused(letter.envelope().id(), denied);
        Instant recorded = within(last, ONE_REFUSAL, now).orElse(now);
        return new Decision<>(
                Right.NONE,
                once(fact, last, ONE_REFUSAL, now),
                wasAvailable(letter) ? new Reply.Refused(denied, recorded) : new Reply.NotThere());
    }

    /** Whether anybody at its recipient has ever been able to see it: else nobody learns of it. */
    private static boolean wasAvailable(Letter letter) {
        return switch (letter) {
            case Letter.Draft _, Letter.Accepted _ -> false;
            case Available _, Opened _ -> true;
            case Letter.Closed closed -> closed.availableAt().isPresent();
        };
    }

    /** The fact, unless it has been written down within {@code period}. */
    private static List<LetterFact> once(
            LetterFact fact, Optional<Instant> last, Duration period, Instant now) {
        return within(last, period, now).isPresent() ? List.of() : List.of(fact);
    }

    private static Optional<Instant> within(Optional<Instant> last, Duration period, Instant now) {
        return last.filter(at -> now.isBefore(at.plus(period)));
    }
}
