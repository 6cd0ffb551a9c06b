package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.print.PrintOrder.Route;

/**
 * Who may do what at an instant, worked out again: by what was given and ended, and by where units
 * stand, without core's clearances; and how what a unit sends goes on paper.
 */
final class NaiveAccess {

    private final Map<OrgNumber, Unit> units = new LinkedHashMap<>();
    private final Map<OrgNumber, Map<String, Held>> given = new LinkedHashMap<>();
    private final Map<OrgNumber, Route> routes = new LinkedHashMap<>();
    private final Set<String> taking = new HashSet<>();
    private final Set<UUID> bouncing = new HashSet<>();
    private final Map<String, UUID> addresses = new HashMap<>();
    private final Map<UUID, Integer> entries = new HashMap<>();

    /** A power, from when until when. */
    private record Held(
            PersonId person,
            Power power,
            Optional<Category> category,
            Instant from,
            Instant until) {

        boolean holdsAt(Instant at) {
            return from.compareTo(at) <= 0 && until.compareTo(at) > 0;
        }
    }

    void unit(Unit unit) {
        units.put(unit.number(), unit);
    }

    void given(Grant grant) {
        given.computeIfAbsent(grant.unit(), _ -> new TreeMap<>())
                .put(
                        grant.id().toString(),
                        new Held(
                                grant.person(),
                                grant.power(),
                                grant.category(),
                                grant.from(),
                                grant.until().orElse(Instant.MAX)));
    }

    void ended(Grant grant, Instant at) {
        Optional.ofNullable(given.get(grant.unit()))
                .ifPresent(there ->
                        there.computeIfPresent(
                                grant.id().toString(),
                                (_, h) ->
                                        h.until().isAfter(at)
                                                ? new Held(
                                                        h.person(),
                                                        h.power(),
                                                        h.category(),
                                                        h.from(),
                                                        at)
                                                : h));
    }

    void allowed(OrgNumber unit, Route route) {
        routes.put(unit, route);
    }

    void entered(Contact contact) {
        if (contact.address().contains(FakeMail.Address.TAKES.name())) {
            taking.add(contact.owner().code());
        }
        if (contact.channel() == Notice.Channel.EMAIL
                && contact.address().contains(FakeMail.Address.BOUNCES.name())) {
            bouncing.add(contact.id());
        }
        // One that is entered again keeps its id, and begins anew.
        UUID id =
                addresses.computeIfAbsent(
                        contact.owner().code() + contact.channel() + contact.address(),
                        _ -> contact.id());
        entries.merge(id, 1, Integer::sum);
    }

    /** Whether they have an address of their own that certainly takes what is sent. */
    boolean isReached(String owner) {
        return taking.contains(owner);
    }

    /** Whether it has one, or a unit above it. */
    boolean isUnitReached(OrgNumber unit) {
        return up(unit).stream().anyMatch(u -> isReached("unit:" + u.number()));
    }

    /** How often an address was entered. */
    int entries(UUID contact) {
        return entries.getOrDefault(contact, 0);
    }

    /** Whether what is sent there comes back, late. */
    boolean bounces(UUID contact) {
        return bouncing.contains(contact);
    }

    /** Everybody who may read letters of a category at a unit at {@code at}. */
    Set<PersonId> readers(OrgNumber unit, Category category, Instant at) {
        Set<PersonId> readers = new LinkedHashSet<>();
        Optional<Unit> here = Optional.ofNullable(units.get(unit));
        while (here.isPresent()) {
            for (Held held : given.getOrDefault(here.get().number(), Map.of()).values()) {
                if (held.power() == Power.READ
                        && held.category().filter(category::equals).isPresent()
                        && held.holdsAt(at)) {
                    readers.add(held.person());
                }
            }
            // What is given above comes down to a sub-unit, and to nothing else.
            here = here.get().kind() == UnitKind.SUBUNIT ? above(here.get()) : Optional.empty();
        }
        return readers;
    }

    /** Everybody who answers for cases at that end of a letter. */
    Set<PersonId> answering(Side side, OrgNumber unit, Instant at) {
        Set<Power> powers =
                side == Side.SENDER
                        ? Set.of(Power.SEND, Power.OVERSEE, Power.ADMINISTER)
                        : Set.of(Power.MANAGE_ACCESS, Power.ADMINISTER);
        Set<PersonId> answering = new LinkedHashSet<>();
        for (Unit here : up(unit)) {
            for (Held held : given.getOrDefault(here.number(), Map.of()).values()) {
                if (powers.contains(held.power()) && held.holdsAt(at)) {
                    answering.add(held.person());
                }
            }
        }
        return answering;
    }

    /** How what {@code sender} sends goes on paper; empty if it does not. */
    Optional<Route> route(OrgNumber sender) {
        for (Unit here : up(sender)) {
            Optional<Route> route = Optional.ofNullable(routes.get(here.number()));
            if (route.isPresent()) {
                return route;
            }
        }
        return Optional.empty();
    }

    /** Whether somebody can open it there, and certainly hears of it. */
    boolean isReady(OrgNumber unit, Category category, Instant at) {
        Set<PersonId> readers = readers(unit, category, at);
        boolean heard =
                readers.stream().anyMatch(r -> taking.contains("person:" + r))
                        || isUnitReached(unit);
        return !readers.isEmpty() && heard;
    }

    private List<Unit> up(OrgNumber unit) {
        List<Unit> up = new ArrayList<>();
        Optional<Unit> here = Optional.ofNullable(units.get(unit));
        while (here.isPresent()) {
            up.add(here.get());
            here = above(here.get());
        }
        return up;
    }

    private Optional<Unit> above(Unit unit) {
        return unit.parent().map(units::get);
    }
}
