package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Holders;
import no.segl.core.access.Clearance;
import no.segl.core.access.Listing;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/** Tells who has access at a unit, once the ledger says that it was told. */
public final class AccessList {

    private static final Set<Power> OTHERS =
            Set.of(Power.OVERSEE, Power.SEND, Power.MANAGE_ACCESS, Power.ADMINISTER);

    private final Changes changes;
    private final Holders holders;
    private final InstantSource clock;

    public AccessList(Changes changes, Holders holders, InstantSource clock) {
        this.changes = changes;
        this.holders = holders;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Reply {
        /** Those who read there by category, then those who may something else. */
        record Told(Instant at, List<Holders.Holder> holders) implements Reply {}

        /** Whoever asked may not know. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Tells it.
     *
     * @param by whether who asks may know
     */
    public Reply tell(OrgNumber unit, Actor actor, Clearance by) {
        Instant now = LedgerTime.exact(clock.instant());
        Clearance clearance =
                changes.unit(unit, new Act(actor, now), () -> Listing.decide(unit, by));
        return switch (clearance) {
            case Clearance.Denied denied -> new Reply.Refused(denied);
            case Clearance.Cleared _ -> {
                List<Holders.Holder> all =
                        new ArrayList<>(holders.canOpen(unit, Optional.empty(), now));
                all.addAll(holders.others(unit, OTHERS, now));
                yield new Reply.Told(now, all);
            }
        };
    }
}
