package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Care;
import no.segl.core.letter.CaseFact;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintJob;

/** One letter's rows: its own, its notices, what it is a case for, and its print jobs. */
final class Drawer {

    final LetterId id;
    Letter letter;
    Care care = Care.NONE;
    final int rules;
    boolean destroyed;

    Optional<NextLook> nextLook = Optional.empty();

    /** Whether it is to be looked at anew. */
    boolean anew;

    Optional<Instant> destroyAt = Optional.empty();
    Optional<Instant> claimedUntil = Optional.empty();

    /** How often it was claimed since something last came of that. */
    int attempts;

    final List<JobRow> jobs = new ArrayList<>();

    /** Those whose content was read for them. */
    final Set<PrintJobId> readJobs = new LinkedHashSet<>();

    final Map<UUID, Told> notices = new LinkedHashMap<>();

    /** Those of them that are to go out. */
    final Set<Told> ordered = new LinkedHashSet<>();

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
        Optional<Instant> sentAt = Optional.empty();
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
        final UUID id;
        final LetterId letter;
        final Matter.Reason reason;
        final Side side;
        final OrgNumber unit;
        final Instant raisedAt;
        Instant dueAt;
        Optional<PersonId> owner = Optional.empty();
        Optional<Instant> claimedUntil = Optional.empty();

        /** How often it was claimed since something last came of that. */
        int attempts;

        int version;
        boolean closed;

        Case(CaseRaised raised, OrgNumber unit, Instant now) {
            this.id = raised.matter();
            this.letter = raised.letter();
            this.reason = raised.reason();
            this.side = raised.at();
            this.unit = unit;
            this.raisedAt = now;
            this.dueAt = raised.due();
        }

        no.segl.core.letter.Case row() {
            return new no.segl.core.letter.Case(
                    id, reason, side, raisedAt, dueAt, owner, version, closed);
        }

        void free() {
            claimedUntil = Optional.empty();
            attempts = 0;
        }

        void close() {
            closed = true;
            version++;
        }
    }

    /** What notices and cases are after {@code fact}; the same as app.store.ChaseRows. */
    void apply(LetterFact fact, Instant now) {
        switch (fact) {
            case NoticeOrdered order -> put(new Told(order, now));
            case NoticeSent sent -> {
                Told told = told(sent.notice());
                told.sentAt = Optional.of(now);
                become(told, Notifying.State.SENT);
            }
            case NoticeDelivered delivered ->
                    become(told(delivered.notice()), Notifying.State.DELIVERED);
            case NoticeFailed failed -> become(told(failed.notice()), Notifying.State.FAILED);
            case CaseRaised raised -> {
                if (raised().contains(new Situation.Raised(raised.reason(), raised.at()))) {
                    throw new IllegalStateException("it is that case already");
                }
                cases.add(new Case(raised, raised.at().unit(letter.envelope()), now));
            }
            case LetterAvailable _ -> close(c -> c.reason == Matter.Reason.HELD_BACK);
            case CaseResolved resolved ->
                    close(c -> c.reason == resolved.reason() && c.side == resolved.at());
            case CaseFact of -> apply(of);
            case ContentDestroyed _ -> {
                destroyed = true;
                close(c -> c.reason.isResolvedBy(fact));
            }
            case LetterFact _ -> {}
        }
    }

    void put(Told told) {
        notices.put(told.id, told);
        become(told, told.state);
    }

    private void become(Told told, Notifying.State state) {
        told.state = state;
        if (state == Notifying.State.ORDERED) {
            ordered.add(told);
        } else {
            ordered.remove(told);
        }
    }

    /** The same as app.store.CaseRows. */
    private void apply(CaseFact fact) {
        Case matter =
                cases.stream().filter(c -> c.id.equals(fact.matter())).findFirst().orElseThrow();
        matter.version++;
        switch (fact) {
            case CaseAssigned(_, _, var person) -> matter.owner = Optional.of(person);
            case CaseReturned _ -> {
                matter.owner = Optional.empty();
                matter.free();
            }
            case CaseCommented _ -> {}
            case CaseSnoozed(_, _, _, var until) -> {
                matter.dueAt = until;
                matter.attempts = 0;
            }
            case CaseOverdue(_, _, var due) -> {
                matter.dueAt = due;
                matter.free();
            }
            case CaseClosed _ -> matter.closed = true;
        }
    }

    /** What follows when the letter is closed. */
    void closed(LetterFact closing) {
        close(c -> c.reason.isResolvedBy(closing));
        boolean waits = open().findAny().isPresent();
        List.copyOf(ordered).stream()
                .filter(n -> !(waits && n.kind == Notice.Kind.CASE_WAITING))
                .forEach(n -> become(n, Notifying.State.DROPPED));
    }

    private void close(Predicate<Case> which) {
        open().filter(which).forEach(Case::close);
    }

    /** What it is a case for now. */
    Stream<Case> open() {
        return cases.stream().filter(c -> !c.closed);
    }

    Told told(UUID notice) {
        return Optional.ofNullable(notices.get(notice)).orElseThrow();
    }

    /** Its last print job. */
    Optional<PrintJob> job() {
        return jobs.stream()
                .max(
                        Comparator.comparing((JobRow j) -> j.orderedAt)
                                .thenComparing(j -> j.id().toString()))
                .map(j -> j.job);
    }

    /** What the letter is a case for, and has not been closed. */
    Set<Situation.Raised> raised() {
        return open().map(c -> new Situation.Raised(c.reason, c.side)).collect(Collectors.toSet());
    }

    boolean isCase(Matter.Reason reason, Side side) {
        return open().anyMatch(c -> c.reason == reason && c.side == side);
    }

    List<Notifying.Ordered> all() {
        return notices.values().stream()
                .map(n -> new Notifying.Ordered(n.id, n.kind, n.state, n.orderedAt))
                .toList();
    }
}
