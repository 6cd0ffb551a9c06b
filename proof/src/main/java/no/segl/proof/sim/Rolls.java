package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.readiness.Readiness;
import no.segl.core.readiness.Standing;

/** Units, grants and addresses, as tables; each question is one of app.store's. */
final class Rolls {

    private final Map<OrgNumber, Unit> units = new LinkedHashMap<>();
    private final Map<UUID, Grant> grants = new LinkedHashMap<>();
    private final Map<OrgNumber, List<UUID>> grantsAt = new LinkedHashMap<>();
    private final Map<PersonId, List<UUID>> grantsOf = new LinkedHashMap<>();
    private final Map<Notice.To, List<Contact>> contacts = new LinkedHashMap<>();
    private final Map<UUID, Integer> bounces = new LinkedHashMap<>();

    private final Map<OrgNumber, Route> routes = new LinkedHashMap<>();

    void enter(Unit unit) {
        if (unit.parent().filter(p -> lineage(p).isWithin(unit.number())).isPresent()) {
            throw new IllegalArgumentException("a unit would stand beneath itself");
        }
        units.put(unit.number(), unit);
    }

    Lineage lineage(OrgNumber number) {
        List<OrgNumber> above = new ArrayList<>();
        List<OrgNumber> inherits = new ArrayList<>();
        boolean comesDown = true;
        Unit unit = units.get(number);
        while (unit != null && unit.parent().isPresent()) {
            Unit parent = units.get(unit.parent().get());
            if (parent == null) {
                break;
            }
            comesDown &= unit.kind() == UnitKind.SUBUNIT && parent.kind() != UnitKind.SUBUNIT;
            above.add(parent.number());
            if (comesDown) {
                inherits.add(parent.number());
            }
            unit = parent;
        }
        return new Lineage(number, above, inherits);
    }

    void give(Grant grant) {
        if (grants.put(grant.id(), grant) == null) {
            grantsAt.computeIfAbsent(grant.unit(), _ -> new ArrayList<>()).add(grant.id());
            grantsOf.computeIfAbsent(grant.person(), _ -> new ArrayList<>()).add(grant.id());
        }
    }

    /** Ends it at {@code at}, or leaves it as it is if it ends before. */
    boolean end(UUID id, Instant at) {
        Grant grant = Optional.ofNullable(grants.get(id)).orElseThrow();
        if (grant.until().filter(end -> !end.isAfter(at)).isPresent()) {
            return false;
        }
        grants.put(
                id,
                new Grant(
                        id,
                        grant.person(),
                        grant.unit(),
                        grant.power(),
                        grant.category(),
                        grant.from(),
                        Optional.of(at)));
        return true;
    }

    List<Grant> of(PersonId person) {
        return grantsOf.getOrDefault(person, List.of()).stream()
                .sorted(Comparator.comparing(UUID::toString))
                .map(id -> Optional.ofNullable(grants.get(id)).orElseThrow())
                .toList();
    }

    List<PersonId> readers(OrgNumber unit, Category category, Instant at) {
        Lineage lineage = lineage(unit);
        List<OrgNumber> where = new ArrayList<>(lineage.inheritsFrom());
        where.addFirst(unit);
        return where.stream()
                .flatMap(this::at)
                .filter(g -> g.power() == Power.READ && g.holdsAt(at))
                .filter(g -> g.category().filter(category::equals).isPresent())
                .map(Grant::person)
                .distinct()
                .sorted(Comparator.comparing(PersonId::toString))
                .toList();
    }

    List<PersonId> givers(OrgNumber unit, Instant at) {
        return answering(Side.RECIPIENT, unit, at);
    }

    /** Who answers for cases at that end of letters, where it is {@code unit}. */
    List<PersonId> answering(Side side, OrgNumber unit, Instant at) {
        return up(unit).stream()
                .flatMap(this::at)
                .filter(g -> Matter.answeredBy(side).contains(g.power()) && g.holdsAt(at))
                .map(Grant::person)
                .distinct()
                .sorted(Comparator.comparing(PersonId::toString))
                .toList();
    }

    private List<OrgNumber> up(OrgNumber unit) {
        List<OrgNumber> up = new ArrayList<>(lineage(unit).above());
        up.addFirst(unit);
        return up;
    }

    void allow(OrgNumber unit, Route route) {
        routes.put(unit, route);
    }

    Optional<Route> route(OrgNumber sender) {
        return up(sender).stream()
                .filter(routes::containsKey)
                .findFirst()
                .map(unit -> Optional.ofNullable(routes.get(unit)).orElseThrow());
    }

    /** As app.store.Recipients has it, of units that no register has told of. */
    Readiness ready(OrgNumber unit, Category category, Instant at) {
        List<PersonId> readers = readers(unit, category, at);
        List<Contact> addresses =
                Stream.concat(
                                readers.stream().map(Notice.To.Person::new),
                                up(unit).stream().map(Notice.To.Unit::new))
                        .flatMap(owner -> contacts.getOrDefault(owner, List.of()).stream())
                        .toList();
        return Readiness.of(
                new Standing(
                        unit,
                        category,
                        Standing.Registered.LIVING,
                        !readers.isEmpty(),
                        !givers(unit, at).isEmpty(),
                        new Standing.KeyRoles(Optional.empty(), Optional.empty()),
                        new Standing.Notices(
                                addresses.stream().anyMatch(c -> c.refusedAt().isEmpty()),
                                addresses.stream()
                                        .flatMap(c -> c.refusedAt().stream())
                                        .max(Comparator.naturalOrder()))),
                at);
    }

    private Stream<Grant> at(OrgNumber unit) {
        return grantsAt.getOrDefault(unit, List.of()).stream()
                .map(id -> Optional.ofNullable(grants.get(id)).orElseThrow());
    }

    /** Enters an address; one that was refused before is tried anew. */
    void enter(Contact contact) {
        List<Contact> own = contacts.computeIfAbsent(contact.owner(), _ -> new ArrayList<>());
        Optional<Contact> before =
                own.stream()
                        .filter(c -> c.channel() == contact.channel())
                        .filter(c -> c.address().equals(contact.address()))
                        .findFirst();
        before.ifPresent(own::remove);
        before.ifPresent(c -> bounces.remove(c.id()));
        own.add(
                new Contact(
                        before.map(Contact::id).orElse(contact.id()),
                        contact.owner(),
                        contact.channel(),
                        contact.address(),
                        contact.language(),
                        Optional.empty()));
        own.sort(Comparator.comparing(Contact::channel).thenComparing(Contact::address));
    }

    void refused(UUID id, Instant at) {
        contacts.values()
                .forEach(own ->
                        own.replaceAll(c ->
                                c.id().equals(id)
                                        ? new Contact(
                                                c.id(),
                                                c.owner(),
                                                c.channel(),
                                                c.address(),
                                                c.language(),
                                                Optional.of(at))
                                        : c));
    }

    /** Counts a message that came back; whether the address takes nothing any more. */
    boolean bounced(UUID id, int most, Instant at) {
        if (bounces.merge(id, 1, Integer::sum) >= most) {
            refused(id, at);
        }
        return contacts.values().stream()
                .flatMap(List::stream)
                .filter(c -> c.id().equals(id))
                .allMatch(c -> c.refusedAt().isPresent());
    }

    List<Contact> reach(Notice.To to) {
        return switch (to) {
            case Notice.To.Person _ -> takes(to);
            case Notice.To.Unit(var unit) ->
                    up(unit).stream()
                            .map(number -> takes(new Notice.To.Unit(number)))
                            .filter(found -> !found.isEmpty())
                            .findFirst()
                            .orElse(List.of());
        };
    }

    private List<Contact> takes(Notice.To to) {
        return contacts.getOrDefault(to, List.of()).stream()
                .filter(c -> c.refusedAt().isEmpty())
                .toList();
    }
}
