package no.segl.app.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.Checklist.State;

/**
 * What no system tells another, and somebody must look up: each check, and how it stands.
 *
 * @param shell what stands around
 * @param items the checks, in order
 */
public record ChecksPage(Shell shell, List<Item> items) implements Page {

    /**
     * A check.
     *
     * @param states at how many units it stands in each way
     */
    public record Item(Check check, Map<State, Long> states) {

        /** The states in which it stands anywhere, those first that somebody must see to. */
        public List<State> found() {
            return Arrays.stream(State.values())
                    .filter(s -> states.getOrDefault(s, 0L) > 0)
                    .toList();
        }

        /** At how many units somebody must see to it. */
        public long due() {
            return found().stream()
                    .filter(State::isDue)
                    .mapToLong(s -> states.getOrDefault(s, 0L))
                    .sum();
        }
    }

    /** Of how many checks somebody must see to something. */
    public long due() {
        return items.stream().filter(i -> i.due() > 0).count();
    }

    @Override
    public String template() {
        return "page/checks.jte";
    }
}
