package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/** Whether what a recipient was not ready for is done with as its sender wants. */
final class HeldCheck {

    private final Trace trace;
    private final NaiveAccess access;
    private final Instant excused;

    /**
     * Checks one letter.
     *
     * @param excused until when nothing is late, since there was a fault
     */
    HeldCheck(Trace trace, NaiveAccess access, Instant excused) {
        this.trace = trace;
        this.access = access;
        this.excused = excused;
    }

    /** It was sent. */
    void accepted(Entry entry, List<Entry> after) {
        Optional<Entry> notReady = written(after, "RecipientNotReady").findFirst();
        trace.notReady = notReady.map(e -> Trace.value(e, "response"));
        boolean canOpen = !access.readers(trace.recipient, trace.category, entry.at()).isEmpty();
        if ((notReady.isEmpty() && !canOpen)
                || (notReady.isPresent()
                        && access.isReady(trace.recipient, trace.category, entry.at()))) {
            throw broken("it is known whether anybody can open it there", entry);
        }
        boolean isHeld = trace.notReady.filter("HOLD"::equals).isPresent();
        if (isHeld == written(after, "LetterAvailable").findFirst().isPresent()
                || trace.notReady.filter("ASK"::equals).isPresent()) {
            throw broken("what its sender wants held is held", entry);
        }
    }

    /** It can be seen there: at once, when somebody can open it, or as its sender wants. */
    void available(Entry entry) {
        boolean isLetGo = !entry.actorKind().equals("segl");
        if (!isLetGo && access.readers(trace.recipient, trace.category, entry.at()).isEmpty()) {
            throw broken("what is held waits until somebody can open it", entry);
        }
        trace.available = entry.at();
        trace.lastLook = Optional.empty();
        trace.cases.remove(Trace.key("HELD_BACK", Side.SENDER));
    }

    /** It was looked at while it was held. */
    void look(Entry entry, List<Entry> after) {
        if (!Trace.value(entry, "rule").equals("NOT_AVAILABLE")) {
            throw broken("the plan's steps in their order", entry);
        }
        if (entry.at().isBefore(due())) {
            throw broken("no step before its time", entry);
        }
        if (entry.at().isAfter(LookCheck.later(due().plus(Audit.SLACK), excused))) {
            throw broken("each step in its time", entry);
        }
        boolean isLetGo = written(after, "LetterAvailable").findFirst().isPresent();
        boolean isCase =
                trace.cases.containsKey(Trace.key("HELD_BACK", Side.SENDER))
                        || written(after, "CaseRaised").findFirst().isPresent();
        if (!isLetGo && access.isReady(trace.recipient, trace.category, entry.at())) {
            throw broken("what can be opened is let go", entry);
        }
        if (!isLetGo && !isCase) {
            throw broken("what is held is a case at its sender", entry);
        }
        trace.lastLook = Optional.of(entry.at());
    }

    /** When it should be looked at next while it is held. */
    Instant due() {
        return NaivePlan.days(trace.lastLook.orElse(trace.accepted), 1);
    }

    private Stream<Entry> written(List<Entry> after, String type) {
        return after.stream()
                .filter(e -> e.subject().equals("letter:" + trace.letter))
                .filter(e -> e.type().equals(type));
    }

    private Broken broken(String promise, Entry entry) {
        return new Broken(
                promise, "letter %s, %s at %s".formatted(trace.letter, entry.type(), entry.at()));
    }
}
