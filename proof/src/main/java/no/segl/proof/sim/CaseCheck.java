package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.store.Upkeep;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * Whether what happens to cases happens in its time, by who may, and is heard by whose they are.
 */
final class CaseCheck {

    /** What the other end can do something about, too. */
    private static final Set<String> BOTH_ENDS =
            Set.of("NOBODY_CAN_OPEN", "NOTICES_FAILED", "LONG_UNOPENED");

    /** What no look tells of: whoever must see to it hears when it becomes a case. */
    private static final Set<String> TOLD_AT_ONCE =
            Set.of("NOTICES_FAILED", "HELD_BACK", "PRINT_FAILED", "WRONG_ADDRESSEE");

    /** What is a case at the sender since nobody at the recipient can do anything about it. */
    private static final String NOBODY_TO_MEND = Trace.key("NOBODY_CAN_OPEN", Side.SENDER);

    private static final Duration LONGEST_WAIT = Duration.ofDays(14);

    private final Trace trace;
    private final NaiveAccess access;

    CaseCheck(Trace trace, NaiveAccess access) {
        this.trace = trace;
        this.access = access;
    }

    /**
     * Checks an entry about a case, and takes it into the trace.
     *
     * @param after what was written in the same step after it
     */
    void take(Entry entry, List<Entry> after) {
        switch (entry.type()) {
            case "CaseRaised" -> raised(entry, after);
            case "CaseResolved" ->
                    trace.cases.remove(
                            Trace.key(
                                    Trace.value(entry, "reason"),
                                    Side.valueOf(Trace.value(entry, "at"))));
            case "CaseAssigned" -> {
                byOneOfTheirs(entry);
                PersonId person = PersonId.parse(Trace.value(entry, "person")).orElseThrow();
                if (!answers(of(entry), person, entry.at())) {
                    throw broken("a case is given to who answers for it", entry);
                }
                of(entry).owner = Optional.of(person);
                of(entry).strayFrom = Optional.empty();
            }
            case "CaseReturned" -> returned(entry);
            case "CaseSnoozed" -> {
                byOneOfTheirs(entry);
                Instant until = Instant.parse(Trace.value(entry, "until"));
                if (until.isAfter(entry.at().plus(LONGEST_WAIT))) {
                    throw broken("a case is put off for two weeks at most", entry);
                }
                of(entry).due = until;
            }
            case "CaseClosed" -> {
                byOneOfTheirs(entry);
                String key = Trace.key(of(entry).reason, of(entry).side);
                trace.cases.remove(key);
                trace.closedByHand.add(key);
            }
            case "CaseOverdue" -> overdue(entry, after);
            default -> {}
        }
    }

    /** What closes a letter closes what it is a case for, if that is no more so. */
    void closed(String how) {
        boolean isTakenBack = how.equals("LetterWithdrawn") || how.equals("LetterSettled");
        trace.cases.keySet().removeIf(key -> isTakenBack || !key.startsWith("WRONG_ADDRESSEE"));
    }

    private void raised(Entry entry, List<Entry> after) {
        Side side = Side.valueOf(Trace.value(entry, "at"));
        String reason = Trace.value(entry, "reason");
        Trace.Matter matter =
                new Trace.Matter(
                        Trace.value(entry, "case"),
                        reason,
                        side,
                        entry.at(),
                        Instant.parse(Trace.value(entry, "due")));
        if (!matter.due.equals(NaivePlan.days(entry.at(), Tables.CASE_DAYS))) {
            throw broken("a case is due in three days", entry);
        }
        if (trace.cases.put(Trace.key(reason, side), matter) != null) {
            throw broken("a case is raised once", entry);
        }
        trace.closedByHand.remove(Trace.key(reason, side));
        if (TOLD_AT_ONCE.contains(reason) || NOBODY_TO_MEND.equals(Trace.key(reason, side))) {
            waits(entry, after, "unit:" + trace.unit(side));
        }
    }

    private void waits(Entry entry, List<Entry> after, String whose) {
        if (written(after, "NoticeOrdered", "to", whose)
                .noneMatch(e -> Trace.value(e, "kind").equals("CASE_WAITING"))) {
            throw broken("whose case it is hears that it waits", entry);
        }
    }

    private void returned(Entry entry) {
        Trace.Matter matter = of(entry);
        boolean lost = Trace.value(entry, "lost").equals("true");
        if (!lost) {
            byOneOfTheirs(entry);
        } else if (matter.owner.filter(p -> answers(matter, p, entry.at())).isPresent()) {
            throw broken("nobody loses a case who answers for it", entry);
        }
        matter.owner = Optional.empty();
        matter.strayFrom = Optional.empty();
    }

    private void overdue(Entry entry, List<Entry> after) {
        Trace.Matter matter = of(entry);
        if (entry.at().isBefore(matter.due)) {
            throw broken("no case is raised again before its time", entry);
        }
        matter.due = Instant.parse(Trace.value(entry, "due"));
        if (!matter.due.equals(NaivePlan.days(entry.at(), Tables.CASE_DAYS))) {
            throw broken("a case is due in three days", entry);
        }
        String whose =
                matter.owner
                        .filter(person -> answers(matter, person, entry.at()))
                        .map(person -> "person:" + person)
                        .orElse("unit:" + trace.unit(matter.side).value());
        waits(entry, after, whose);
        Side other = matter.side == Side.SENDER ? Side.RECIPIENT : Side.SENDER;
        boolean escalates =
                BOTH_ENDS.contains(matter.reason)
                        && !NaivePlan.days(matter.raised, Tables.ESCALATE_DAYS).isAfter(entry.at());
        if (escalates
                && !trace.cases.containsKey(Trace.key(matter.reason, other))
                && written(after, "CaseRaised", "at", other.name())
                        .noneMatch(e -> Trace.value(e, "reason").equals(matter.reason))) {
            throw broken("a case that nobody handles is one at the other end, too", entry);
        }
        if (written(after, "CaseRaised", "at", other.name()).findFirst().isPresent()) {
            waits(entry, after, "unit:" + trace.unit(other));
        }
    }

    private Stream<Entry> written(List<Entry> after, String type, String key, String value) {
        return after.stream()
                .filter(e -> e.subject().equals("letter:" + trace.letter))
                .filter(e -> e.type().equals(type) && value.equals(e.values().get(key)));
    }

    private void byOneOfTheirs(Entry entry) {
        boolean theirs =
                access.answering(of(entry).side, trace.unit(of(entry).side), entry.at()).stream()
                        .anyMatch(person -> person.toString().equals(entry.actorId()));
        if (!theirs) {
            throw broken("cases are worked by who answers for them", entry);
        }
    }

    private boolean answers(Trace.Matter matter, PersonId person, Instant at) {
        return access.answering(matter.side, trace.unit(matter.side), at).contains(person);
    }

    private Trace.Matter of(Entry entry) {
        return trace.cases.values().stream()
                .filter(c -> c.id.equals(entry.values().get("case")))
                .findFirst()
                .orElseThrow(() -> broken("a case that was closed is left alone", entry));
    }

    /** Whether the rows say the same at {@code now}, and nothing is late. */
    Optional<Instant> rows(Drawer drawer, Books books, Instant now, Instant lastFault) {
        List<Drawer.Case> open = drawer.open().toList();
        if (open.size() != trace.cases.size()) {
            throw new Broken("each case stands in the list", "letter " + trace.letter);
        }
        Optional<Instant> next = Optional.empty();
        for (Drawer.Case row : open) {
            Trace.Matter matter = trace.cases.get(Trace.key(row.reason.name(), row.side));
            if (matter == null || !matter.due.equals(row.dueAt)) {
                throw new Broken("a case's time is as it was written", "letter " + trace.letter);
            }
            if (!row.unit.equals(trace.unit(row.side)) || !row.owner.equals(matter.owner)) {
                throw new Broken("a case is whose the ledger says", "letter " + trace.letter);
            }
            answered(matter, books, now);
            if (now.isAfter(LookCheck.later(matter.due, lastFault).plus(Audit.SLACK))) {
                throw new Broken("a case is raised again in its time", "letter " + trace.letter);
            }
            Instant due = stray(matter, now, lastFault) ? now : matter.due;
            next = next.filter(due::isAfter).or(() -> Optional.of(due));
        }
        return next;
    }

    /** Somebody answers for it, or whoever runs Segl hears that nobody does. */
    private void answered(Trace.Matter matter, Books books, Instant now) {
        OrgNumber unit = trace.unit(matter.side);
        boolean isAnswered = !access.answering(matter.side, unit, now).isEmpty();
        Optional<Upkeep.Unanswered> said = books.unanswered(unit, matter.side, now);
        if (said.filter(one -> one.somebody() == isAnswered).isEmpty() && !isAnswered) {
            throw new Broken("a case has an owner", "letter %s at %s".formatted(trace.letter, now));
        }
        if (isAnswered && said.filter(one -> !one.somebody()).isPresent()) {
            throw new Broken("a case with an owner has one", "letter " + trace.letter);
        }
        boolean isAlone = trace.cases.values().stream().allMatch(c -> c.side == matter.side);
        if (!isAnswered
                && isAlone
                && said.flatMap(Upkeep.Unanswered::alone)
                        .filter(since -> !since.isAfter(matter.raised))
                        .isEmpty()) {
            throw new Broken("a case that nobody hears of is an alarm", "letter " + trace.letter);
        }
    }

    /** Whether it is somebody's who does not answer for it any more, which may not last. */
    private boolean stray(Trace.Matter matter, Instant now, Instant lastFault) {
        if (matter.owner.filter(person -> !answers(matter, person, now)).isEmpty()) {
            matter.strayFrom = Optional.empty();
            return false;
        }
        Instant from = matter.strayFrom.orElse(now);
        matter.strayFrom = Optional.of(from);
        if (now.isAfter(LookCheck.later(from, lastFault).plus(Audit.SLACK))) {
            throw new Broken(
                    "a case goes back from who does not answer for it", "letter " + trace.letter);
        }
        return true;
    }

    private Broken broken(String promise, Entry entry) {
        return new Broken(
                promise, "letter %s, %s at %s".formatted(trace.letter, entry.type(), entry.at()));
    }
}
