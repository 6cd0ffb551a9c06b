package no.segl.proof.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes away from a history what it does not need to break the same promise. */
final class Shortening {

    private final Supplier<Rulings> rulings;
    private int tries;

    /**
     * Shortens.
     *
     * @param tries how many runs it may take at most
     */
    Shortening(Supplier<Rulings> rulings, int tries) {
        this.rulings = rulings;
        this.tries = tries;
    }

    /** How a history breaks a promise; empty if it breaks none. */
    static Optional<Broken> broken(History history, Rulings rulings) {
        try {
            new Run(history, rulings).go();
            return Optional.empty();
        } catch (Broken e) {
            return Optional.of(e);
        }
    }

    /** A history with fewer happenings that breaks {@code promise} too. */
    History of(History history, String promise) {
        History shortest = history;
        for (int chunk = Math.max(1, history.happenings().size() / 2); chunk > 0; chunk /= 2) {
            boolean again = true;
            while (again) {
                again = false;
                for (int from = 0; from < shortest.happenings().size() && tries > 0; ) {
                    List<Happening> fewer = new ArrayList<>(shortest.happenings());
                    int to = Math.min(from + chunk, fewer.size());
                    fewer.subList(from, to).clear();
                    History shorter = shortest.with(fewer);
                    tries--;
                    if (broken(shorter, rulings.get())
                            .filter(b -> b.promise().equals(promise))
                            .isPresent()) {
                        shortest = shorter;
                        again = chunk == 1;
                    } else {
                        from = to;
                    }
                }
            }
        }
        return shortest;
    }
}
