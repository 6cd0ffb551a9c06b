package no.segl.app.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.web.page.AccessGiver;
import no.segl.app.web.page.Party;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.stereotype.Component;

/** Who can give access at a unit: those who administer it there, or above it. */
@Component
final class Givers {

    /** At how many units somebody is told whom to ask. */
    private static final int PLACES = 5;

    private final Frame frame;
    private final Holders holders;
    private final Memberships memberships;
    private final InstantSource clock;

    Givers(Frame frame, Holders holders, Memberships memberships, InstantSource clock) {
        this.frame = frame;
        this.holders = holders;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Whom somebody without access can ask, where they are known; nobody if they are nowhere. */
    List<AccessGiver> whomToAsk(PersonId person) {
        return memberships.placesOf(person, clock.instant(), PLACES).stream()
                .flatMap(unit -> at(unit, person).stream())
                .distinct()
                .toList();
    }

    /** The main administrators where somebody is known; nobody if they are nowhere. */
    List<AccessGiver> administrators(PersonId person) {
        return memberships.placesOf(person, clock.instant(), PLACES).stream()
                .flatMap(unit ->
                        named(
                                unit,
                                holders.others(unit, List.of(Power.ADMINISTER), clock.instant()))
                                .stream())
                .distinct()
                .toList();
    }

    /**
     * The nearest first; where nobody is entered, or the viewer is not of that organisation, or has
     * left it, the unit with nobody named.
     */
    List<AccessGiver> at(OrgNumber unit, PersonId viewer) {
        if (!memberships.isOf(viewer, unit, clock.instant())) {
            return List.of(new AccessGiver(frame.party(unit), List.of()));
        }
        return named(unit, holders.givers(unit, clock.instant()));
    }

    /** The same, main administrators alone. */
    List<AccessGiver> administratorsAt(OrgNumber unit, PersonId viewer) {
        return memberships.isOf(viewer, unit, clock.instant())
                ? named(unit, holders.others(unit, List.of(Power.ADMINISTER), clock.instant()))
                : List.of(new AccessGiver(frame.party(unit), List.of()));
    }

    private List<AccessGiver> named(OrgNumber unit, List<Holders.Holder> found) {
        Map<Party, List<String>> byUnit = new LinkedHashMap<>();
        found.forEach(h -> {
            List<String> names =
                    byUnit.computeIfAbsent(
                            new Party(h.fromName(), h.from()), _ -> new ArrayList<>());
            String name = Words.person(h.person(), h.name()).name();
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        if (byUnit.isEmpty()) {
            return List.of(new AccessGiver(frame.party(unit), List.of()));
        }
        return byUnit.entrySet().stream()
                .map(e -> new AccessGiver(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }
}
