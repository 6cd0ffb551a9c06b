package no.segl.proof.sim;

import java.util.Set;
import java.util.TreeSet;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * Whether somebody hears of a case when whoever was to hear of it first cannot be reached: those
 * who answer for it, or their unit, if there is an address at which they certainly are.
 */
final class HeardCheck {

    private final Trace trace;
    private final NaiveAccess access;

    HeardCheck(Trace trace, NaiveAccess access) {
        this.trace = trace;
        this.access = access;
    }

    /**
     * Checks what is on its way when a notice has failed.
     *
     * @param rows as they are after that
     */
    void failed(Entry entry, Drawer.Told told, Drawer rows) {
        Set<String> heard = new TreeSet<>();
        for (Side side : Side.values()) {
            if (concerns(told, side)) {
                heard.addAll(others(told.to.code(), side, entry));
            }
        }
        heard.removeIf(to -> isUnderway(rows, told, to));
        // Whoever has another address hears of it there.
        if (!heard.isEmpty() && !isUnderway(rows, told, told.to.code())) {
            throw new Broken(
                    "who answers for a case hears of it when others cannot",
                    "letter %s, %s at %s".formatted(trace.letter, heard, entry.at()));
        }
    }

    private static boolean isUnderway(Drawer rows, Drawer.Told told, String to) {
        return rows.ordered.stream().anyMatch(n -> n.kind == told.kind && n.to.code().equals(to));
    }

    /** Whether it was to tell that end of something that is still so. */
    private boolean concerns(Drawer.Told told, Side side) {
        String to = told.to.code();
        return switch (told.kind.name()) {
            case "SENDER_LONG_UNOPENED" -> side == Side.SENDER && trace.closedAt.isEmpty();
            case "CASE_WAITING" ->
                    trace.cases.values().stream()
                            .filter(c -> c.side == side)
                            .anyMatch(c ->
                                    to.equals("unit:" + trace.unit(side))
                                            || c.owner
                                                    .filter(p -> to.equals("person:" + p))
                                                    .isPresent());
            default -> false;
        };
    }

    private Set<String> others(String to, Side side, Entry entry) {
        OrgNumber unit = trace.unit(side);
        Set<String> others = new TreeSet<>();
        if (to.startsWith("person:") && access.isUnitReached(unit)) {
            others.add("unit:" + unit);
        } else if (to.startsWith("unit:")) {
            access.answering(side, unit, entry.at()).stream()
                    .map(person -> "person:" + person)
                    .filter(access::isReached)
                    .forEach(others::add);
        }
        return others;
    }
}
