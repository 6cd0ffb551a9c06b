package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.Seals;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Care;
import no.segl.core.letter.Handling;
import no.segl.core.letter.LetterFact;

/**
 * Where letters are given to one of their readers, and marked as handled. What is shared with
 * somebody they may take themselves and be done with; to give it to others is for those who read it
 * by a grant. Each answer is empty if there is no such letter.
 */
public final class CaseDesk {

    private final Changes changes;
    private final Access access;
    private final Seals seals;
    private final InstantSource clock;

    public CaseDesk(Changes changes, Access access, Seals seals, InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.seals = seals;
        this.clock = clock;
    }

    /** Gives a letter to {@code to}, who must be able to read it with its documents. */
    public Optional<Handling.Reply> assign(LetterId letter, PersonId by, PersonId to) {
        return change(
                letter,
                by,
                (held, now) ->
                        Handling.assign(
                                held.letter(),
                                held.care(),
                                to,
                                over(held, by, to, now),
                                access.toFetch(held.letter().envelope(), to, now)));
    }

    /** Takes a letter from whoever has it. */
    public Optional<Handling.Reply> release(LetterId letter, PersonId by) {
        return change(
                letter,
                by,
                (held, now) -> {
                    PersonId from = held.care().assigned().map(Care.Assigned::person).orElse(by);
                    return Handling.release(held.letter(), held.care(), over(held, by, from, now));
                });
    }

    /** Marks a letter as handled. */
    public Optional<Handling.Reply> handle(LetterId letter, PersonId by) {
        return change(
                letter,
                by,
                (held, now) ->
                        Handling.handle(
                                held.letter(),
                                held.care(),
                                access.toFetch(held.letter().envelope(), by, now),
                                seals.isWaiting(letter)));
    }

    /** Takes a handled letter up again. */
    public Optional<Handling.Reply> reopen(LetterId letter, PersonId by) {
        return change(
                letter,
                by,
                (held, now) ->
                        Handling.reopen(
                                held.letter(),
                                held.care(),
                                access.toFetch(held.letter().envelope(), by, now)));
    }

    /** May {@code by} decide that {@code whose} has the letter, or no longer? */
    private Clearance over(HeldLetter held, PersonId by, PersonId whose, Instant now) {
        return whose.equals(by)
                ? access.toFetch(held.letter().envelope(), by, now)
                : access.byGrant(held.letter().envelope(), by, now);
    }

    private Optional<Handling.Reply> change(
            LetterId letter,
            PersonId by,
            BiFunction<HeldLetter, Instant, Decision<LetterFact, Handling.Reply>> decide) {
        Instant now = LedgerTime.exact(clock.instant());
        return changes.letter(
                letter,
                new Act(new Actor.Person(by), now),
                // After the lock: what was ended while this waited is seen.
                held -> decide.apply(held, LedgerTime.exact(clock.instant())));
    }
}
