package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Situations;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.deadline.Breach;
import no.segl.core.deadline.CaseDue;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Case;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Casework.Hand;
import no.segl.core.letter.Casework.Reply;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintJob;
import no.segl.core.print.Reordering;
import no.segl.core.print.Whereabouts;

/**
 * Where cases are worked: taken, given, written of, put off and closed, each under the lock of the
 * letter they are about. An answer is empty if there is no such case.
 */
public final class FollowUp {

    private final Changes changes;
    private final Cases cases;
    private final Situations situations;
    private final Access access;
    private final Chaser chaser;
    private final Ids ids;
    private final InstantSource clock;

    public FollowUp(
            Changes changes,
            Cases cases,
            Situations situations,
            Access access,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.cases = cases;
        this.situations = situations;
        this.access = access;
        this.chaser = new Chaser(changes, situations, access, ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives a case to {@code to}, who may be the one who asks. */
    public Optional<Reply> assign(UUID matter, int seen, PersonId by, PersonId to) {
        return change(
                matter,
                seen,
                by,
                (held, hand) -> Casework.assign(hand, to, answers(held.held(), hand.matter(), to)));
    }

    /** Gives a case back to the unit. */
    public Optional<Reply> release(UUID matter, int seen, PersonId by) {
        return change(matter, seen, by, (_, hand) -> Casework.release(hand));
    }

    /** Writes something of a case, whatever has become of it meanwhile. */
    public Optional<Reply> comment(UUID matter, PersonId by, String text) {
        return change(matter, 0, by, (_, hand) -> Casework.comment(hand, ids.uuid(), text));
    }

    /** Puts a case off. */
    public Optional<Reply> snooze(
            UUID matter, int seen, PersonId by, Matter.Wait reason, Instant until) {
        return change(
                matter,
                seen,
                by,
                (paper, hand) ->
                        Casework.snooze(
                                hand,
                                reason,
                                LedgerTime.exact(until),
                                Breach.putOff(hand.matter(), paper.held().rules(), now()),
                                now()));
    }

    /** Closes a case, and not its letter. */
    public Optional<Reply> close(UUID matter, int seen, PersonId by, Matter.Outcome outcome) {
        return change(
                matter,
                seen,
                by,
                (held, hand) ->
                        Casework.close(
                                hand,
                                outcome,
                                new Casework.Standing(
                                        !situations
                                                .of(hand.letter().envelope(), now())
                                                .readers()
                                                .isEmpty(),
                                        held.job().filter(job -> !job.isEnded()).isPresent())));
    }

    /**
     * Where the letter that a case is about is on its way to paper.
     *
     * @param mayOrder whether whoever asks can have it put on paper anew
     */
    public record OnPaper(Whereabouts whereabouts, boolean mayOrder) {}

    /** Where it is, for {@code person}; empty if the case is not about paper. */
    public Optional<OnPaper> paper(Cases.Row row, PersonId person) {
        if (!row.matter().reason().isOfPaper()) {
            return Optional.empty();
        }
        List<PrintJob> jobs = situations.jobs(row.letter());
        Whereabouts whereabouts = Whereabouts.of(jobs);
        boolean mayOrder =
                (whereabouts == Whereabouts.NOT_ORDERED
                                || whereabouts == Whereabouts.NEVER_ON_PAPER)
                        && row.state() == SentLetters.Status.AVAILABLE
                        && situations.route(row.letter(), row.sender()).isPresent()
                        && access.to(Power.SEND, person, row.sender(), now())
                                instanceof Clearance.Cleared;
        return Optional.of(new OnPaper(whereabouts, mayOrder));
    }

    /**
     * Has the letter that a case is about put on paper anew, for its sender. The case stays until
     * the letter is posted, or somebody closes it.
     *
     * @return empty if there is no such case, or it is not about paper
     */
    public Optional<Reordering.Reply> order(UUID matter, PersonId by) {
        return cases.find(matter)
                .filter(row -> row.matter().reason().isOfPaper())
                .flatMap(row -> chaser.order(row.letter(), by));
    }

    /**
     * Closes the letter that a case is about, for its sender, and with it the case.
     *
     * @return empty if there is no such case, or it is not at the sender's end
     */
    public Optional<Settling.Reply> settle(UUID matter, PersonId by, Settling.Reason reason) {
        return cases.find(matter)
                .filter(row -> row.matter().at() == Side.SENDER)
                .flatMap(row -> chaser.settle(row.letter(), by, reason));
    }

    /**
     * Takes in that {@code by}, who may read a letter, says that it is not for them.
     *
     * @return empty if there is no such letter
     */
    public Optional<CaseDue.Reply> wrongAddressee(LetterId letter, PersonId by) {
        return changes.letter(
                letter,
                new Act(new Actor.Person(by), now()),
                held ->
                        CaseDue.wrongAddressee(
                                held.letter(),
                                access.toFetch(held.letter().envelope(), by, now()),
                                situations.cases(letter),
                                ids::uuid,
                                held.rules(),
                                now()));
    }

    /** Whether {@code person} answers for cases like this one. */
    public boolean answers(Cases.Row row, PersonId person) {
        return access.toAnswer(row.matter().at(), person, row.unit(), now())
                instanceof Clearance.Cleared;
    }

    private Clearance answers(HeldLetter held, Case matter, PersonId person) {
        return access.toAnswer(
                matter.at(), person, matter.at().unit(held.letter().envelope()), now());
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    private Optional<Reply> change(
            UUID matter,
            int seen,
            PersonId by,
            BiFunction<HeldPaper, Hand, Decision<LetterFact, Reply>> decide) {
        return cases.find(matter)
                .flatMap(found ->
                        changes.paper(
                                found.letter(),
                                new Act(new Actor.Person(by), now()),
                                paper -> {
                                    HeldLetter held = paper.held();
                                    // As it is now, under the letter's lock.
                                    Case now = cases.find(matter).orElseThrow().matter();
                                    return decide.apply(
                                            paper,
                                            new Hand(
                                                    held.letter(),
                                                    now,
                                                    seen,
                                                    answers(held, now, by)));
                                }));
    }
}
