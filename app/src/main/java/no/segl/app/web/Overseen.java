package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.store.Grants;
import no.segl.app.store.Units;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.springframework.stereotype.Component;

/** The units whose letters somebody may see the status of, and whose cases they answer for. */
@Component
final class Overseen {

    private static final Set<Power> POWERS = Set.of(Power.SEND, Power.OVERSEE);

    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    Overseen(Grants grants, Units units, InstantSource clock) {
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    /** Those, and all beneath them that inherit. */
    Set<OrgNumber> by(PersonId person) {
        return held(person, POWERS);
    }

    /** The units whose cases they answer for, at one end of the letters. */
    Set<OrgNumber> answering(PersonId person, Side side) {
        return held(person, Matter.answeredBy(side));
    }

    private Set<OrgNumber> held(PersonId person, Collection<Power> powers) {
        Instant now = clock.instant();
        return units.within(
                grants.of(person).stream()
                        .filter(g -> powers.contains(g.power()) && g.holdsAt(now))
                        .map(Grant::unit)
                        .collect(Collectors.toSet()));
    }
}
