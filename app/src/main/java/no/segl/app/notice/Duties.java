package no.segl.app.notice;

import java.util.List;
import no.segl.app.store.Attention;
import no.segl.core.id.OrgNumber;

/**
 * All that may be told of what waits for those who administer access: no person is in it.
 *
 * @param reviews where grants must be gone through; each unit once
 * @param changes where something must be seen to; each unit once
 * @param requests how many requests wait for another than who asked
 */
public record Duties(List<Unreviewed> reviews, List<Changed> changes, int requests) {

    /**
     * Grants at one unit that must be gone through.
     *
     * @param name the unit's
     * @param grants how many, at least 1
     */
    public record Unreviewed(String name, OrgNumber unit, int grants) {

        /**
         * @throws IllegalArgumentException if none waits
         */
        public Unreviewed {
            if (grants < 1) {
                throw new IllegalArgumentException("a reminder tells of grants that wait");
            }
            name = Filling.plain(name);
        }
    }

    /**
     * What must be seen to at one unit.
     *
     * @param name the unit's
     * @param things how much, at least one thing for each cause
     * @param causes why, each once
     */
    public record Changed(String name, OrgNumber unit, int things, List<Attention.Cause> causes) {

        /**
         * @throws IllegalArgumentException if there is nothing, or more causes than things
         */
        public Changed {
            causes = List.copyOf(causes);
            if (causes.isEmpty() || things < causes.size()) {
                throw new IllegalArgumentException("a reminder tells of what has changed");
            }
            name = Filling.plain(name);
        }
    }

    /**
     * @throws IllegalArgumentException if nothing waits
     */
    public Duties {
        reviews = List.copyOf(reviews);
        changes = List.copyOf(changes);
        if (reviews.isEmpty() && changes.isEmpty() && requests < 1) {
            throw new IllegalArgumentException("a reminder tells of what waits");
        }
    }

    /** How many grants must be gone through, at all units. */
    long grants() {
        return reviews.stream().mapToLong(Unreviewed::grants).sum();
    }

    /** How much waits in all. */
    long total() {
        return grants() + changes.stream().mapToLong(Changed::things).sum() + requests;
    }
}
