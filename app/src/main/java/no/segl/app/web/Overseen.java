package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Grants;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
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

    /** To send is to follow what one has sent; what comes in is for those who oversee. */
    private static final Map<Side, Set<Power>> POWERS =
            Map.of(
                    Side.SENDER, Set.of(Power.SEND, Power.OVERSEE),
                    Side.RECIPIENT, Set.of(Power.OVERSEE));

    private final PostOffice office;
    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    Overseen(PostOffice office, Grants grants, Units units, InstantSource clock) {
        this.office = office;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    /** Those whose letters they may follow at one end, and all beneath them that inherit. */
    Set<OrgNumber> by(PersonId person, Side own) {
        return held(person, Objects.requireNonNull(POWERS.get(own)));
    }

    /** The topmost of those units. */
    List<OrgNumber> roots(PersonId person, Side own) {
        return units.topmost(given(person, Objects.requireNonNull(POWERS.get(own))));
    }

    /** Whether they may follow what {@code unit} has sent. */
    boolean follows(PersonId person, OrgNumber unit) {
        return Objects.requireNonNull(POWERS.get(Side.SENDER)).stream()
                .map(power -> office.to(power, person, unit))
                .anyMatch(Clearance.Cleared.class::isInstance);
    }

    /** The units whose cases they answer for, at one end of the letters. */
    Set<OrgNumber> answering(PersonId person, Side side) {
        return held(person, Matter.answeredBy(side));
    }

    private Set<OrgNumber> held(PersonId person, Collection<Power> powers) {
        return units.within(given(person, powers));
    }

    private Set<OrgNumber> given(PersonId person, Collection<Power> powers) {
        Instant now = clock.instant();
        return grants.of(person).stream()
                .filter(g -> powers.contains(g.power()) && g.holdsAt(now))
                .map(Grant::unit)
                .collect(Collectors.toSet());
    }
}
