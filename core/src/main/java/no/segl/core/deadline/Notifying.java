package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** Decides on what has become of a notice. */
public final class Notifying {

    private static final Right RULE = new Right("rule", "eforvaltningsforskriften-8");

    private Notifying() {}

    /** How far a notice has come. */
    public enum State {
        /** To go out. */
        ORDERED,
        /** Taken over by who carries it. */
        SENT,
        /** Come to its address, by what who carries it says. */
        DELIVERED,
        /** Not coming through. */
        FAILED,
        /** Not needed any more: the letter was closed before it went out. */
        DROPPED;

        /** Whether it is out of Segl's hands. */
        boolean isOut() {
            return this == SENT || this == DELIVERED;
        }

        /** Whether it told nobody, and will not. */
        boolean isOver() {
            return this == FAILED || this == DROPPED;
        }
    }

    /**
     * How it stands with one notice.
     *
     * @param state its own; empty if there is no such notice
     * @param others that of every other notice of the letter that is for the same people, those who
     *     can open it or those who are to see to it, and was ordered with this one or after it:
     *     what they were told before is not what they are told now
     * @param tells whether the recipient knows of the letter when it gets through
     * @param cases what the letter is a case for already
     * @param instead what is ordered in its place when it does not come through
     * @param ids new ids, each never given before
     */
    public record Standing(
            Optional<State> state,
            List<State> others,
            boolean tells,
            Set<Situation.Raised> cases,
            List<NoticeOrdered> instead,
            Supplier<UUID> ids) {

        public Standing {
            others = List.copyOf(others);
            cases = Set.copyOf(cases);
            instead = List.copyOf(instead);
        }

        /** The same, where others are told in its place. */
        public Standing with(List<NoticeOrdered> elsewhere) {
            return new Standing(state, others, tells, cases, elsewhere, ids);
        }

        /** The same, where they are about to be told elsewhere. */
        private Standing withAnother() {
            List<State> all = new ArrayList<>(others);
            all.add(State.ORDERED);
            return new Standing(state, all, tells, cases, List.of(), ids);
        }
    }

    /**
     * A notice of a letter.
     *
     * @param id the notice's own
     * @param at when it was ordered
     */
    public record Ordered(UUID id, Notice.Kind kind, State state, Instant at) {}

    /**
     * How it stands with {@code notice} among all of its letter.
     *
     * @param all every notice of the letter
     */
    public static Standing standing(
            UUID notice, List<Ordered> all, Set<Situation.Raised> cases, Supplier<UUID> ids) {
        Optional<Ordered> one = all.stream().filter(n -> n.id().equals(notice)).findFirst();
        boolean forReaders = one.map(n -> n.kind().isForReaders()).orElse(false);
        return new Standing(
                one.map(Ordered::state),
                all.stream()
                        .filter(n -> !n.id().equals(notice))
                        .filter(n -> n.kind().isForReaders() == forReaders)
                        .filter(n -> n.kind().tellsRecipient())
                        .filter(n -> one.filter(o -> n.at().isBefore(o.at())).isEmpty())
                        .map(Ordered::state)
                        .toList(),
                one.filter(n -> n.kind().tellsRecipient()).isPresent(),
                cases,
                List.of(),
                ids);
    }

    /**
     * At whose addresses a notice is tried, the first that has one. A person at the recipient who
     * has none is told at the address of the unit whose letter it is: better there than not at all.
     * What is for the sender, or may be, never goes to the recipient instead; nor does what is for
     * one person alone, since nobody else would know whom to tell.
     */
    public static List<Notice.To> at(Notice.Kind kind, Notice.To to, OrgNumber recipient) {
        return to instanceof Notice.To.Person && kind.isForRecipient() && !kind.isByReader()
                ? List.of(to, new Notice.To.Unit(recipient))
                : List.of(to);
    }

    /** What came of it. */
    public enum Reply {
        WRITTEN,
        /** It was known before. */
        KNOWN
    }

    /**
     * It went out. When nobody at the recipient could be told before, that is no longer so, unless
     * it still holds of the others: those who can open it, or those who are to see to it. One that
     * was not needed any more when it had gone out was told all the same, and the proof says so.
     *
     * @param at whose address it went to
     * @param cases what the letter is a case for
     * @param all every notice of the letter
     */
    public static Decision<LetterFact, Reply> sent(
            Letter letter,
            UUID notice,
            State state,
            Notice.Kind kind,
            Notice.To at,
            Notice.Channel channel,
            Set<Situation.Raised> cases,
            List<Ordered> all) {
        if (state != State.ORDERED && state != State.DROPPED) {
            return Decision.nothing(Reply.KNOWN);
        }
        LetterId id = letter.envelope().id();
        List<LetterFact> facts = new ArrayList<>();
        facts.add(new NoticeSent(id, notice, kind, at, channel));
        List<Ordered> others =
                latest(
                        all.stream()
                                .filter(n -> n.kind().isForReaders() != kind.isForReaders())
                                .filter(n -> n.kind().tellsRecipient())
                                .toList());
        boolean othersUntold =
                !others.isEmpty() && others.stream().map(Ordered::state).allMatch(State::isOver);
        if (kind.tellsRecipient() && !othersUntold) {
            Looking.resolve(id, Matter.Reason.NOTICES_FAILED, cases, facts);
        }
        return new Decision<>(RULE, facts, Reply.WRITTEN);
    }

    /** What they were told last, or are to be. */
    private static List<Ordered> latest(List<Ordered> notices) {
        Optional<Instant> at = notices.stream().map(Ordered::at).max(Comparator.naturalOrder());
        return notices.stream().filter(n -> at.filter(n.at()::equals).isPresent()).toList();
    }

    /**
     * Who carries it says that it came to its address. One that has come back since stays so: of
     * two reports, the one that leaves something to be done is believed.
     */
    public static Decision<LetterFact, Reply> delivered(
            Letter letter, UUID notice, Optional<State> state) {
        return state.filter(State.SENT::equals).isPresent()
                ? new Decision<>(
                        RULE,
                        List.of(new NoticeDelivered(letter.envelope().id(), notice)),
                        Reply.WRITTEN)
                : Decision.nothing(Reply.KNOWN);
    }

    /**
     * It will not come through. When that leaves an open letter of which nobody has been told and
     * nobody is about to be, the letter becomes a case at its sender, who is told at once.
     */
    public static Decision<LetterFact, Reply> failed(
            Letter letter,
            UUID notice,
            Standing standing,
            Notice.Failure why,
            Rules rules,
            Instant now) {
        boolean live = standing.state().filter(s -> s == State.ORDERED || s.isOut()).isPresent();
        if (!live) {
            return Decision.nothing(Reply.KNOWN);
        }
        List<LetterFact> facts = new ArrayList<>();
        facts.add(new NoticeFailed(letter.envelope().id(), notice, why));
        facts.addAll(standing.instead());
        // What is given up is ordered anew, so that after days of trying nothing need be over.
        boolean nobody =
                why == Notice.Failure.GAVE_UP
                        ? standing.others().stream().noneMatch(State::isOut)
                        : standing.others().stream().allMatch(State::isOver);
        var raised = new Situation.Raised(Matter.Reason.NOTICES_FAILED, Side.SENDER);
        if (nobody
                && standing.tells()
                && letter instanceof Letter.Available
                && !standing.cases().contains(raised)) {
            CaseDue.raise(letter.envelope(), raised, standing.ids(), rules, now, facts);
        }
        return new Decision<>(RULE, facts, Reply.WRITTEN);
    }

    /**
     * It has been tried for as long as one notice is. Somebody who can open the letter is still to
     * be told, when there is a way again: it is ordered anew, as another notice.
     */
    public static Decision<LetterFact, Reply> gaveUp(
            Letter letter, Gone gone, Standing standing, Rules rules, Instant now) {
        Decision<LetterFact, Reply> failed =
                failed(letter, gone.notice(), standing, Notice.Failure.GAVE_UP, rules, now);
        return gone.kind().isForReaders() ? andAnew(failed, letter, gone, standing) : failed;
    }

    private static Decision<LetterFact, Reply> andAnew(
            Decision<LetterFact, Reply> failed, Letter letter, Gone gone, Standing standing) {
        if (failed.facts().isEmpty()) {
            return failed;
        }
        List<LetterFact> facts = new ArrayList<>(failed.facts());
        facts.addAll(Instead.anew(letter, gone, standing));
        return new Decision<>(RULE, facts, Reply.WRITTEN);
    }

    /**
     * It came back, and its address is not used any more. Those whom it was for are told at another
     * address, if they have one.
     *
     * @param elsewhere whether they have
     */
    public static Decision<LetterFact, Reply> bounced(
            Letter letter,
            Gone gone,
            Standing standing,
            boolean elsewhere,
            Rules rules,
            Instant now) {
        Decision<LetterFact, Reply> failed =
                failed(
                        letter,
                        gone.notice(),
                        elsewhere ? standing.withAnother() : standing,
                        Notice.Failure.BOUNCED,
                        rules,
                        now);
        return elsewhere ? andAnew(failed, letter, gone, standing) : failed;
    }

    /** A notice that is not tried any more. */
    public record Gone(UUID notice, Notice.Kind kind, Notice.To to) {}

    /** Tries again to tell {@code to} of an open letter, where there is an address now. */
    public static Decision<LetterFact, Reply> anew(
            Letter letter, UUID notice, Notice.Kind kind, Notice.To to) {
        return letter instanceof Letter.Available
                ? new Decision<>(
                        RULE,
                        List.of(new NoticeOrdered(letter.envelope().id(), notice, kind, to)),
                        Reply.WRITTEN)
                : Decision.nothing(Reply.KNOWN);
    }
}
