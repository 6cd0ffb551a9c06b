package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/**
 * Decides on cases whose time has come, and on making one of what a person reports. A case that
 * nobody does anything about is raised again and again, and in the end at the other end, too.
 */
public final class CaseDue {

    private CaseDue() {}

    /** What came of it. */
    public enum Reply {
        DONE,
        /** It is closed, is not due, or is a case already. */
        NOTHING_TO_DO,
        /** Whoever reported it may not read the letter. */
        REFUSED
    }

    /**
     * What surrounds a case.
     *
     * @param owners who answers for cases at its end, one by one
     * @param cases what the letter is a case for
     * @param ids new ids, each never given before
     */
    public record Surroundings(
            List<PersonId> owners, Set<Situation.Raised> cases, Supplier<UUID> ids) {

        public Surroundings {
            owners = List.copyOf(owners);
            cases = Set.copyOf(cases);
        }

        private boolean isOwnerThere(Case matter) {
            return matter.owner().filter(owners::contains).isPresent();
        }
    }

    /** Raises a case again that is past its time, and tells whose it is. */
    public static Decision<LetterFact, Reply> look(
            Letter letter, Case matter, Surroundings around, Rules rules, Instant now) {
        if (matter.closed() || matter.due().isAfter(now)) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        Row row = rules.row(Rule.CASE_DUE);
        List<LetterFact> facts = new ArrayList<>();
        fallBack(letter, matter, around, facts);
        boolean breach = matter.reason().isBreach();
        Instant due = breach ? Breach.next(matter, rules, now) : row.after(now);
        facts.add(new CaseOverdue(letter.envelope().id(), matter.id(), due));
        tell(letter, matter, around, facts);
        if (breach && around.isOwnerThere(matter) && !Breach.ends(matter, rules).isAfter(now)) {
            // Its time is over: all who answer for it must know, and not only who has it.
            tellUnit(letter.envelope(), matter.at(), around.ids(), facts);
        }
        if (!rules.row(Rule.CASE_ESCALATE).after(matter.raised()).isAfter(now)) {
            escalate(letter, matter, around, rules, now, facts);
        }
        String paragraph = breach ? Breach.paragraph(rules) : row.paragraph();
        return new Decision<>(new Right("rule", paragraph), facts, Reply.DONE);
    }

    /** Gives a case back to the unit when the person who has it no longer answers for it. */
    public static Decision<LetterFact, Reply> returned(
            Letter letter, Case matter, Surroundings around, Rules rules) {
        List<LetterFact> facts = new ArrayList<>();
        if (!matter.closed()) {
            fallBack(letter, matter, around, facts);
        }
        return facts.isEmpty()
                ? Decision.nothing(Reply.NOTHING_TO_DO)
                : new Decision<>(
                        new Right("rule", rules.row(Rule.CASE_DUE).paragraph()), facts, Reply.DONE);
    }

    private static void fallBack(
            Letter letter, Case matter, Surroundings around, List<LetterFact> facts) {
        if (matter.owner().isPresent() && !around.isOwnerThere(matter)) {
            facts.add(new CaseReturned(letter.envelope().id(), matter.id(), true));
        }
    }

    private static void tell(
            Letter letter, Case matter, Surroundings around, List<LetterFact> facts) {
        if (around.isOwnerThere(matter)) {
            Notice.To owner = new Notice.To.Person(matter.owner().orElseThrow());
            facts.add(order(letter.envelope(), owner, around.ids()));
        } else {
            tellUnit(letter.envelope(), matter.at(), around.ids(), facts);
        }
    }

    private static void tellUnit(
            Envelope letter, Side at, Supplier<UUID> ids, List<LetterFact> facts) {
        facts.add(order(letter, new Notice.To.Unit(at.unit(letter)), ids));
    }

    /** Makes a letter a case, and says so at once to the unit whose case it is. */
    public static void raise(
            Envelope letter,
            Situation.Raised raised,
            Supplier<UUID> ids,
            Rules rules,
            Instant now,
            List<LetterFact> facts) {
        facts.add(Looking.caseOf(letter.id(), ids.get(), raised.reason(), raised.at(), rules, now));
        tellUnit(letter, raised.at(), ids, facts);
    }

    private static NoticeOrdered order(Envelope letter, Notice.To to, Supplier<UUID> ids) {
        return new NoticeOrdered(letter.id(), ids.get(), Notice.Kind.CASE_WAITING, to);
    }

    private static void escalate(
            Letter letter,
            Case matter,
            Surroundings around,
            Rules rules,
            Instant now,
            List<LetterFact> facts) {
        Side other = matter.at() == Side.SENDER ? Side.RECIPIENT : Side.SENDER;
        var there = new Situation.Raised(matter.reason(), other);
        if (matter.reason().concernsBothEnds() && !around.cases().contains(there)) {
            raise(letter.envelope(), there, around.ids(), rules, now, facts);
        }
    }

    /**
     * Takes in that somebody who got the letter says that it is not for them: a case at its sender.
     *
     * @param reader whether who says so may read it
     */
    public static Decision<LetterFact, Reply> wrongAddressee(
            Letter letter,
            Clearance reader,
            Set<Situation.Raised> cases,
            Supplier<UUID> ids,
            Rules rules,
            Instant now) {
        if (!(reader instanceof Clearance.Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        var raised = new Situation.Raised(Matter.Reason.WRONG_ADDRESSEE, Side.SENDER);
        boolean there = letter instanceof Letter.Available || letter instanceof Letter.Opened;
        if (!there || cases.contains(raised)) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        List<LetterFact> facts = new ArrayList<>();
        raise(letter.envelope(), raised, ids, rules, now, facts);
        return new Decision<>(right, facts, Reply.DONE);
    }
}
