package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import no.segl.app.store.Upkeep;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Grant;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Side;
import no.segl.core.notice.Backoff;
import no.segl.core.notice.Gathering;
import no.segl.core.notice.QuietHours;
import no.segl.core.notice.Retry;
import no.segl.core.party.Lineage;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.Handover;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receiving;
import no.segl.core.print.Reordering;
import no.segl.core.readiness.Readiness;

/**
 * All that is asked of core in a simulation, in one place: here as core answers it. A {@link
 * Mutant} is one of these answers gone wrong, so that the product itself needs no switch for it.
 */
class Rulings {

    Decision<LetterFact, Looking.Reply> look(
            Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
        return Looking.look(letter, rules, now, situation);
    }

    /** Whether it is seen that nobody can open a letter any more. */
    boolean isLossSeen() {
        return true;
    }

    /** A letter that is to be looked at whether or not it is due. */
    Decision<LetterFact, Looking.Reply> lookAnew(
            Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
        return Looking.look(letter, rules, now, true, situation);
    }

    /** Whether nothing is done while the clock is another than the database's. */
    boolean isClockCompared() {
        return true;
    }

    Optional<NextLook> nextLook(Letter letter, Rules rules) {
        return Deadlines.nextLook(letter, rules);
    }

    /** Which version a letter follows that was sent while {@code kept} held. */
    Rules following(Rules kept, Rules newest) {
        return kept;
    }

    Decision<LetterFact, Notifying.Reply> failed(
            Letter letter,
            UUID notice,
            Notifying.Standing standing,
            Notice.Failure why,
            Rules rules,
            Instant now) {
        return Notifying.failed(letter, notice, standing, why, rules, now);
    }

    Decision<LetterFact, Notifying.Reply> gaveUp(
            Letter letter,
            Notifying.Gone gone,
            Notifying.Standing standing,
            Rules rules,
            Instant now) {
        return Notifying.gaveUp(letter, gone, standing, rules, now);
    }

    Decision<LetterFact, Notifying.Reply> bounced(
            Letter letter,
            Notifying.Gone gone,
            Notifying.Standing standing,
            boolean elsewhere,
            Rules rules,
            Instant now) {
        return Notifying.bounced(letter, gone, standing, elsewhere, rules, now);
    }

    Retry again(List<Retry.Tried> tried, Instant now, RandomGenerator dice) {
        return Retry.of(tried, Backoff.usual(), now, dice);
    }

    Clearance toRead(List<Grant> grants, Lineage unit, Category category, Instant at) {
        return Clearances.toRead(grants, unit, category, at);
    }

    Decision<LetterFact, Reading.Reply> open(
            Letter letter,
            boolean destroyed,
            Clearance clearance,
            Optional<Instant> last,
            Instant now) {
        return Reading.open(letter, destroyed, clearance, last, now);
    }

    Entry append(ChainHead head, Fact fact, Actor actor, Right right, Instant at) {
        return head.append(fact, actor, right, at);
    }

    boolean isWritten(Fact fact) {
        return true;
    }

    /** How a letter stands after {@code fact}. */
    Letter after(Letter letter, LetterFact fact, Instant at, Actor actor) {
        return Folding.after(letter, fact, at, actor);
    }

    /** How long a claim holds. */
    Duration claim(Duration held) {
        return held;
    }

    /** Paper that a person orders. */
    Decision<PrintFact, Reordering.Reply> order(
            Letter letter,
            List<PrintJob> jobs,
            Optional<Route> route,
            PrintJobId job,
            Clearance sends) {
        return Reordering.decide(letter, jobs, route, job, sends);
    }

    Decision<PrintFact, Optional<PrintJob.Ordered>> readForPaper(PrintJob job, boolean written) {
        return Handover.read(job, written);
    }

    /** Whether a job that failed just now is asked whether it has been silent for too long. */
    boolean isSilenceOfWhatFailsHeard() {
        return true;
    }

    Decision<PrintFact, Receiving.Reply> arrived(List<PrintJob> jobs, Receipt receipt) {
        return Receiving.arrived(jobs, receipt);
    }

    Decision<LetterFact, Looking.Reply> destroy(
            Letter letter,
            boolean destroyed,
            Set<Situation.Raised> cases,
            Rules rules,
            Instant now) {
        return Looking.destroy(letter, destroyed, cases, rules, now);
    }

    Decision<PrintFact, Handover.Noted> outcome(
            PrintJob job, int attempt, Handover.Outcome outcome) {
        return Handover.outcome(job, attempt, outcome);
    }

    /** What follows for the paper when its letter has just been closed. */
    List<PrintFact> ofClosing(Letter closed, PrintJob job, Right right) {
        return Consequences.ofClosing(closed, job, right);
    }

    /** What follows for a letter from what happens to its paper. */
    List<LetterFact> ofPaper(Letter letter, PrintFact fact, Consequences.Around around) {
        return Consequences.ofPaper(letter, fact, around);
    }

    Decision<LetterFact, Boolean> ofSilence(
            Letter letter, PrintJob job, Consequences.Around around) {
        return Consequences.ofSilence(letter, job, around);
    }

    /** Adds paper to what was decided at a look. */
    Decision<Fact, Looking.Reply> fallback(
            Decision<LetterFact, Looking.Reply> look,
            Letter letter,
            Fallback.Surroundings surroundings) {
        return Fallback.after(look, letter, surroundings);
    }

    Decision<LetterFact, Looking.Reply> lookAtHeld(
            Letter.Accepted letter, Rules rules, Instant now, Supplier<Looking.Held> held) {
        return Looking.look(letter, rules, now, false, held);
    }

    /** A letter whose looks fail again and again. */
    Decision<LetterFact, Looking.Reply> lookFailed(
            Letter letter, Looking.Held around, int failures, Rules rules, Instant now) {
        return Looking.failed(letter, around, failures, rules, now);
    }

    Readiness ready(Readiness found) {
        return found;
    }

    Decision<LetterFact, CaseDue.Reply> overdue(
            Letter letter, Case matter, CaseDue.Surroundings around, Rules rules, Instant now) {
        return CaseDue.look(letter, matter, around, rules, now);
    }

    Decision<LetterFact, CaseDue.Reply> returned(
            Letter letter, Case matter, CaseDue.Surroundings around, Rules rules) {
        return CaseDue.returned(letter, matter, around, rules);
    }

    Decision<LetterFact, Casework.Reply> snooze(
            Casework.Hand hand, Matter.Wait reason, Instant until, Rules rules, Instant now) {
        Instant latest = rules.row(Rules.Rule.CASE_PUT_OFF).after(now);
        return Casework.snooze(hand, reason, until, latest, now);
    }

    /** Whether somebody answers for cases at one end of letters. */
    Clearance toAnswer(Side side, List<Grant> grants, Lineage unit, Instant at) {
        return Clearances.toAny(Matter.answeredBy(side), grants, unit, at);
    }

    /** From when more of the same may go to an address at which it was last sent then. */
    Instant gathered(Notice.Kind kind, Optional<Instant> last, Instant at) {
        return Gathering.from(kind, last, Duration.ofHours(1), at);
    }

    /** How many messages in a row may come back from an address. */
    int mostBounces() {
        return Tables.rules(1).number(Rules.Limit.BOUNCES);
    }

    /** From when a text message may go out. */
    Instant textFrom(Instant at) {
        return QuietHours.of(Tables.rules(1)).next(at, day -> !WorkingDays.isWorkingDay(day));
    }

    /** Whether a message that came back is taken in. */
    boolean takesBounces() {
        return true;
    }

    /** How units stand whose cases wait for nobody, for whoever runs Segl. */
    Optional<Upkeep.Unanswered> unanswered(Upkeep.Unanswered found) {
        return Optional.of(found);
    }
}
