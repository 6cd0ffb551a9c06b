package no.segl.core.letter;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.LetterFact.AssignmentEnded;
import no.segl.core.letter.LetterFact.HandlingReopened;
import no.segl.core.letter.LetterFact.LetterAssigned;
import no.segl.core.letter.LetterFact.LetterHandled;

/**
 * What its readers have said of a letter among themselves: who has it, and whether they are done
 * with it. It is a fold over the same facts as the letter's state and is no part of it: nothing
 * here opens, closes or hides a letter, or lets anybody read.
 */
public record Care(Optional<Assigned> assigned, Optional<Handled> handled) {

    /** Nobody has said anything. */
    public static final Care NONE = new Care(Optional.empty(), Optional.empty());

    /** Who has it, and since when. */
    public record Assigned(PersonId person, Instant since) {}

    /** Who was done with it, and when. */
    public record Handled(PersonId by, Instant at) {}

    /** What holds after {@code fact}, which must be one that may follow the letter's state. */
    public Care after(LetterFact fact, Instant at, Actor actor) {
        return switch (fact) {
            case LetterAssigned(_, var person) ->
                    new Care(Optional.of(new Assigned(person, at)), handled);
            case AssignmentEnded _ -> new Care(Optional.empty(), handled);
            case LetterHandled _ when actor instanceof Actor.Person(var person) ->
                    new Care(assigned, Optional.of(new Handled(person, at)));
            case HandlingReopened _ -> new Care(assigned, Optional.empty());
            case LetterFact _ -> this;
        };
    }
}
