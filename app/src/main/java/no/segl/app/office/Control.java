package no.segl.app.office;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.segl.app.store.Holders;
import no.segl.app.store.Units;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;

/** Who controls access for good: by a grant that has no end. Somebody always does. */
final class Control {

    private final Holders holders;
    private final Units units;

    Control(Holders holders, Units units) {
        this.holders = holders;
        this.units = units;
    }

    /**
     * Whether the grant is for good, and nobody else controls access at its unit, there or above,
     * for good. Nobody else ceases to until the transaction ends. What ends by itself is never the
     * last: whoever has it for a day must not keep it for that day by being alone.
     */
    boolean isLast(Grant grant, Instant now) {
        if (grant.power() != Power.ADMINISTER || grant.until().isPresent()) {
            return false;
        }
        units.hold(grant.unit());
        return holders.others(grant.unit(), Set.of(Power.ADMINISTER), now).stream()
                .filter(h -> h.until().isEmpty())
                .allMatch(h -> h.person().equals(grant.person()));
    }

    /** Whether the receiver of a grant is the last there already, by what they hold. */
    boolean isWith(List<Grant> standing, Grant given, Instant now) {
        return standing.stream()
                .filter(g -> g.unit().equals(given.unit()) && g.power() == given.power())
                .anyMatch(g -> isLast(g, now));
    }
}
