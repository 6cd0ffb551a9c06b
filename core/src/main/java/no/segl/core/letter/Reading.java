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

    private Reading() {}

    /** What came of it. */
    public sealed interface Reply {
        /** The content may be shown. */
        record Granted(Right right) implements Reply {}

        /** Cleared, but the letter has not been opened: that is an act of its own. */
        record NotOpened(Right right) implements Reply {}

        /** May not. The attempt is in the ledger. */
        record Refused(Clearance.Denied why) implements Reply {}

        /** Not there to be read: not available yet, or taken back by the sender. */
        record NotThere() implements Reply {}

        /** It was there, and its time is over: the key is destroyed. */
        record Destroyed() implements Reply {}
    }

    /**
     * Decides on opening a letter, the first time or again.
     *
     * @param destroyed whether its content has been destroyed
     * @param lastRead when this person last read this letter, if ever
     */
    public static Decision<LetterFact, Reply> open(
            Letter letter,
            boolean destroyed,
            Clearance clearance,
            Optional<Instant> lastRead,
            Instant now) {
        LetterId id = letter.envelope().id();
        return switch (clearance) {
            case Clearance.Denied denied -> refuse(letter, denied);
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Available _ ->
                                new Decision<>(
                                        right,
                                        List.of(new LetterOpened(id)),
                                        new Reply.Granted(right));
                        case Opened _ -> read(destroyed, new LetterRead(id), right, lastRead, now);
                        case Letter.Draft _, Letter.Accepted _, Letter.Closed _ ->
                                Decision.nothing(new Reply.NotThere());
                    };
        };
    }

    /**
     * Decides on fetching a document of an opened letter.
     *
     * @param lastRead when this person last fetched this document, if ever
     */
    public static Decision<LetterFact, Reply> fetch(
            Letter letter,
            DocumentId document,
            boolean destroyed,
            Clearance clearance,
            Optional<Instant> lastRead,
            Instant now) {
        LetterId id = letter.envelope().id();
        return switch (clearance) {
            case Clearance.Denied denied -> refuse(letter, denied);
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Available _ -> Decision.nothing(new Reply.NotOpened(right));
                        case Opened _ ->
                                read(
                                        destroyed,
                                        new DocumentRead(id, document),
                                        right,
                                        lastRead,
                                        now);
                        case Letter.Draft _, Letter.Accepted _, Letter.Closed _ ->
                                Decision.nothing(new Reply.NotThere());
                    };
        };
    }

    private static Decision<LetterFact, Reply> read(
            boolean destroyed,
            LetterFact fact,
            Right right,
            Optional<Instant> lastRead,
            Instant now) {
        if (destroyed) {
            return Decision.nothing(new Reply.Destroyed());
        }
        boolean sameReading =
                lastRead.filter(last -> now.isBefore(last.plus(ONE_READING))).isPresent();
        return new Decision<>(
                right, sameReading ? List.of() : List.of(fact), new Reply.Granted(right));
    }

    private static Decision<LetterFact, Reply> refuse(Letter letter, Clearance.Denied denied) {
        if (letter instanceof Letter.Draft) {
            return Decision.nothing(new Reply.NotThere());
        }
        return new Decision<>(
                Right.NONE,
                List.of(new OpeningRefused(letter.envelope().id(), denied.ground().name())),
                new Reply.Refused(denied));
    }
}
