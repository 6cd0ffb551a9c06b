package no.segl.proof.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * Whether a look told those who can mend what it found, and made it a case: those who can give
 * access where nobody can open the letter, and both ends where nobody has.
 */
final class ToldCheck {

    /** At each of these those who can give access are told again that nobody can open it. */
    private static final Set<String> AGAIN =
            Set.of("NOTIFY", "CHASE", "RENOTIFY", "ESCALATE_RECIPIENT");

    private final Trace trace;
    private final Entry look;
    private final List<Entry> written;
    private final Set<PersonId> readers;
    private final Set<PersonId> givers;
    private final String rule;

    /**
     * Checks one look.
     *
     * @param trace as it was before it
     * @param after what was written in the same step after it
     * @param readers who could open the letter then, by the naive model
     * @param givers who could give somebody access then, by the same
     */
    ToldCheck(
            Trace trace,
            Entry look,
            List<Entry> after,
            Set<PersonId> readers,
            Set<PersonId> givers) {
        this.trace = trace;
        this.look = look;
        this.written = after.stream().filter(e -> e.subject().equals(look.subject())).toList();
        this.readers = readers;
        this.givers = givers;
        this.rule = Trace.value(look, "rule");
    }

    void check() {
        boolean nobody = readers.isEmpty();
        boolean isNew = !trace.cases.containsKey(Trace.key("NOBODY_CAN_OPEN", Side.RECIPIENT));
        told(
                "NOBODY_CAN_OPEN",
                nobody && (isNew || AGAIN.contains(rule)),
                those(Side.RECIPIENT, givers));
        told(
                "LONG_UNOPENED",
                !nobody && rule.equals("ESCALATE_RECIPIENT"),
                those(Side.RECIPIENT, givers));
        told(
                "SENDER_LONG_UNOPENED",
                rule.equals("ESCALATE_SENDER") || rule.equals("PRINT"),
                those(Side.SENDER, Set.of()));
        isCase("NOBODY_CAN_OPEN", Side.RECIPIENT, nobody);
        isCase("NOBODY_CAN_OPEN", Side.SENDER, nobody && givers.isEmpty());
        boolean both = rule.equals("NEXT_LOOK");
        isCase("LONG_UNOPENED", Side.RECIPIENT, both || rule.equals("ESCALATE_RECIPIENT"));
        isCase("LONG_UNOPENED", Side.SENDER, both || rule.equals("ESCALATE_SENDER"));
    }

    private Set<String> those(Side side, Set<PersonId> people) {
        Set<String> those =
                people.stream()
                        .map(p -> "person:" + p)
                        .collect(Collectors.toCollection(HashSet::new));
        those.add("unit:" + trace.unit(side).value());
        return those;
    }

    private void told(String kind, boolean due, Set<String> owed) {
        Set<String> told =
                written("NoticeOrdered", e -> Trace.value(e, "kind").equals(kind))
                        .map(e -> Trace.value(e, "to"))
                        .collect(Collectors.toSet());
        if (!told.equals(due ? owed : Set.of())) {
            throw broken("whoever can mend it is told", kind + " to " + told);
        }
    }

    private void isCase(String reason, Side side, boolean due) {
        boolean raised =
                written("CaseRaised", e -> Trace.value(e, "reason").equals(reason))
                        .anyMatch(e -> Trace.value(e, "at").equals(side.name()));
        if (due && !raised && !trace.cases.containsKey(Trace.key(reason, side))) {
            throw broken("what a look finds is a case", reason + " at " + side);
        }
    }

    private Stream<Entry> written(String type, Predicate<Entry> which) {
        return written.stream().filter(e -> e.type().equals(type)).filter(which);
    }

    private Broken broken(String promise, String how) {
        return new Broken(
                promise, "letter %s, %s at %s: %s".formatted(trace.letter, rule, look.at(), how));
    }
}
