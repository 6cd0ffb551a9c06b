package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import no.segl.app.office.Access;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import org.springframework.stereotype.Component;

/** The units whose letters somebody may see the status of, and whose cases they answer for. */
@Component
final class Overseen {

    private final Access access;
    private final Units units;
    private final InstantSource clock;

    Overseen(Access access, Units units, InstantSource clock) {
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    /** Those whose letters they may follow at one end, and all beneath them that inherit. */
    Set<OrgNumber> by(PersonId person, Side own) {
        return access.followed(own, person, clock.instant());
    }

    /** The topmost of those units. */
    List<OrgNumber> roots(PersonId person, Side own) {
        return units.topmost(places(person, own));
    }

    /** Whether they may follow what {@code unit} has sent. */
    boolean follows(PersonId person, OrgNumber unit) {
        return access.toFollow(Side.SENDER, person, unit, clock.instant())
                instanceof Clearance.Cleared;
    }

    /** The units whose cases they answer for, at one end of the letters. */
    Set<OrgNumber> answering(PersonId person, Side side) {
        return access.answering(side, person, clock.instant());
    }

    /** The units at which they were given that, and none beneath. */
    Set<OrgNumber> places(PersonId person, Side own) {
        return access.followedFrom(own, person, clock.instant());
    }
}
