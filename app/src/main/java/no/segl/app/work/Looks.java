package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueWork;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.Recipients;
import no.segl.app.store.Situations;
import no.segl.core.deadline.Looking;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.print.Fallback;
import no.segl.core.readiness.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at letters that are due. */
public final class Looks {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final DueWork due;
    private final Changes changes;
    private final Situations situations;
    private final Recipients recipients;
    private final InstantSource clock;

    public Looks(
            DueWork due,
            Changes changes,
            Situations situations,
            Recipients recipients,
            InstantSource clock) {
        this.due = due;
        this.changes = changes;
        this.situations = situations;
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * Looks at every letter that is due and that nobody else has claimed.
     *
     * @return how many were looked at
     */
    public int run() {
        return Claims.all(
                most -> due.claimLooks(now(), Claims.HELD, most),
                claim -> {
                    if (claim.attempts() > 1) {
                        // Before it is tried again: what ends the process is not caught.
                        becomesCase(claim, now());
                    }
                    return look(claim.letter(), now());
                });
    }

    /** Of each letter: a sweep may be long, and what has changed meanwhile is to be seen. */
    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    /** What keeps failing is for a person to see to, and keeps nothing else waiting. */
    private void becomesCase(DueWork.Claim claim, Instant now) {
        LetterId letter = claim.letter();
        try {
            changes.letter(
                    letter,
                    new Act(new Actor.Segl("look"), now),
                    held ->
                            Looking.failed(
                                    held.letter(),
                                    situations.held(letter, false),
                                    claim.attempts() - 1,
                                    held.rules(),
                                    now));
        } catch (RuntimeException e) {
            LOG.error(
                    "Letter {} could not be looked at, and could not be made a case ({})",
                    letter,
                    e.getClass().getName());
        }
    }

    private Decision<Fact, Looking.Reply> decide(HeldPaper paper, Instant now) {
        HeldLetter held = paper.held();
        Envelope envelope = held.letter().envelope();
        Decision<LetterFact, Looking.Reply> look =
                held.letter() instanceof Letter.Accepted accepted
                        ? Looking.look(
                                accepted,
                                held.rules(),
                                now,
                                held.anew(),
                                () -> heldBack(envelope, now))
                        : Looking.look(
                                held.letter(),
                                held.rules(),
                                now,
                                held.anew(),
                                () -> situations.of(envelope, now));
        return Fallback.after(look, held.letter(), situations.paper(paper, now));
    }

    private boolean look(LetterId letter, Instant now) {
        try {
            return changes.paper(
                            letter,
                            new Act(new Actor.Segl("look"), now),
                            paper -> decide(paper, now))
                    .filter(Looking.Reply.DONE::equals)
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.error(
                    "Letter {} could not be looked at ({}); it is tried again when its claim ends",
                    letter,
                    e.getClass().getName());
            return false;
        }
    }

    private Looking.Held heldBack(Envelope letter, Instant now) {
        boolean ready =
                recipients.ready(List.of(letter.recipient()), letter.category(), now).stream()
                        .allMatch(Readiness::isReady);
        return situations.held(letter.id(), ready);
    }
}
