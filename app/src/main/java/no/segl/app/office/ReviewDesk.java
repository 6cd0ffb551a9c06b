package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Reviews;
import no.segl.core.access.Clearance;
import no.segl.core.access.Granting;
import no.segl.core.access.Listing;
import no.segl.core.access.Power;
import no.segl.core.access.ReviewPeriod;
import no.segl.core.access.Reviewing;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/**
 * How often an organisation goes through its access, and the record of what became of it: told once
 * the ledger says that it was.
 */
public final class ReviewDesk {

    private final Changes changes;
    private final Access access;
    private final Reviews reviews;
    private final InstantSource clock;

    public ReviewDesk(Changes changes, Access access, Reviews reviews, InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Access at {@code unit} and beneath it is gone through that often from now on. */
    public Granting.Reply set(PersonId by, OrgNumber unit, ReviewPeriod period) {
        Instant now = now();
        return changes.unit(
                unit,
                new Act(new Actor.Person(by), now),
                () -> Reviewing.set(unit, period, mayDecide(by, unit)));
    }

    /**
     * What became of the grants at {@code unit} and beneath, from {@code from} until {@code until}.
     *
     * @return empty if {@code by} may not know
     */
    public Optional<List<Reviews.Reviewed>> record(
            PersonId by, OrgNumber unit, Instant from, Instant until) {
        Instant now = now();
        Clearance told =
                changes.unit(
                        unit,
                        new Act(new Actor.Person(by), now),
                        () -> Listing.decide(unit, mayDecide(by, unit)));
        return Optional.of(told)
                .filter(Clearance.Cleared.class::isInstance)
                .map(_ -> reviews.record(unit, from, until, now));
    }

    private Clearance mayDecide(PersonId by, OrgNumber unit) {
        return access.to(Power.ADMINISTER, by, unit, now());
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
