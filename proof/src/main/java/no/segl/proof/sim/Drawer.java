package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Care;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintJob;

/** One letter's rows: its own, its notices, what it is a case for, and its print job. */
final class Drawer {

    final LetterId id;
    Letter letter;
    Care care = Care.NONE;
    final int rules;
    boolean destroyed;
    Optional<NextLook> nextLook = Optional.empty();
    Optional<Instant> destroyAt = Optional.empty();
    Optional<Instant> claimedUntil = Optional.empty();
    Optional<PrintJob> job = Optional.empty();
    Optional<Instant> jobDue = Optional.empty();
    final Map<UUID, Told> notices = new LinkedHashMap<>();
    final List<Case> cases = new ArrayList<>();
    final Map<PersonId, Map<String, Instant>> read = new LinkedHashMap<>();

    Drawer(Letter letter, int rules) {
        this.id = letter.envelope().id();
        this.letter = letter;
        this.rules = rules;
    }

    /** A notice, as a row. */
    static final class Told implements Comparable<Told> {
        final UUID id;
        final LetterId letter;
        final Notice.Kind kind;
        final Notice.To to;
        final Instant orderedAt;
        Notifying.State state = Notifying.State.ORDERED;
        int attempts;
        Instant next;
        Optional<Notice.Failure> failure = Optional.empty();
        Optional<UUID> contact = Optional.empty();
        Optional<UUID> message = Optional.empty();

        Told(NoticeOrdered ordered, Instant now) {
            this.id = ordered.notice();
            this.letter = ordered.letter();
            this.kind = ordered.kind();
            this.to = ordered.to();
            this.orderedAt = now;
            this.next = now;
        }

        /** By when it is due. Never changed while it stands in an order of such. */
        @Override
        public int compareTo(Told other) {
            int byTime = next.compareTo(other.next);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** A case, as a row. */
    static final class Case {
        final Matter.Reason reason;
        final Side side;
        final OrgNumber unit;
        final Instant raisedAt;
        final Instant dueAt;
        Optional<Instant> closedAt = Optional.empty();

        Case(CaseRaised raised, Letter letter, Instant now) {
            this.reason = raised.reason();
            this.side = raised.at();
            this.unit = raised.at().unit(letter.envelope());
            this.raisedAt = now;
            this.dueAt = raised.due();
        }
    }

    /** What notices and cases are after {@code fact}; the same as app.store.ChaseRows. */
    void apply(LetterFact fact, Instant now) {
        switch (fact) {
            case NoticeOrdered ordered -> notices.put(ordered.notice(), new Told(ordered, now));
            case NoticeSent sent -> told(sent.notice()).state = Notifying.State.SENT;
            case NoticeDelivered delivered ->
                    told(delivered.notice()).state = Notifying.State.DELIVERED;
            case NoticeFailed failed -> {
                told(failed.notice()).state = Notifying.State.FAILED;
                told(failed.notice()).failure = Optional.of(failed.reason());
            }
            case CaseRaised raised -> {
                if (raised().contains(new Situation.Raised(raised.reason(), raised.at()))) {
                    throw new IllegalStateException("it is that case already");
                }
                cases.add(new Case(raised, letter, now));
            }
            case CaseResolved resolved ->
                    cases.stream()
                            .filter(c -> c.closedAt.isEmpty())
                            .filter(c -> c.reason == resolved.reason() && c.side == resolved.at())
                            .forEach(c -> c.closedAt = Optional.of(now));
            case LetterFact _ -> {}
        }
    }

    /** What follows when the letter is closed. */
    void closed(Instant now) {
        notices.values().stream()
                .filter(n -> n.state == Notifying.State.ORDERED)
                .forEach(n -> n.state = Notifying.State.DROPPED);
        cases.stream()
                .filter(c -> c.closedAt.isEmpty())
                .forEach(c -> c.closedAt = Optional.of(now));
    }

    Told told(UUID notice) {
        return Optional.ofNullable(notices.get(notice)).orElseThrow();
    }

    /** What the letter is a case for, and has not been closed. */
    Set<Situation.Raised> raised() {
        Set<Situation.Raised> raised = new HashSet<>();
        cases.stream()
                .filter(c -> c.closedAt.isEmpty())
                .forEach(c -> raised.add(new Situation.Raised(c.reason, c.side)));
        return raised;
    }

    boolean isCase(Matter.Reason reason, Side side) {
        return cases.stream()
                .anyMatch(c -> c.closedAt.isEmpty() && c.reason == reason && c.side == side);
    }

    List<Notifying.Ordered> ordered() {
        return notices.values().stream()
                .map(n -> new Notifying.Ordered(n.id, n.kind, n.state))
                .toList();
    }
}
