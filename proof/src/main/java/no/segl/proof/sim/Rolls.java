package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;

/** Units, grants and addresses, as tables; each question is one of app.store's. */
final class Rolls {

    private final Map<OrgNumber, Unit> units = new LinkedHashMap<>();
    private final Map<UUID, Grant> grants = new LinkedHashMap<>();
    private final Map<OrgNumber, List<UUID>> grantsAt = new LinkedHashMap<>();
    private final Map<PersonId, List<UUID>> grantsOf = new LinkedHashMap<>();
    private final Map<Notice.To, List<Contact>> contacts = new LinkedHashMap<>();

    private final Set<UUID> bouncing = new HashSet<>();

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
                .toList();
    }

    List<PersonId> givers(OrgNumber unit, Instant at) {
        List<OrgNumber> where = new ArrayList<>(lineage(unit).above());
        where.addFirst(unit);
        return where.stream()
                .flatMap(this::at)
                .filter(g -> g.power().isOverAccess() && g.holdsAt(at))
                .map(Grant::person)
                .distinct()
                .toList();
    }

    private java.util.stream.Stream<Grant> at(OrgNumber unit) {
        return grantsAt.getOrDefault(unit, List.of()).stream()
                .map(id -> Optional.ofNullable(grants.get(id)).orElseThrow());
    }

    /** What an address does that was ever entered. */
    boolean bounces(UUID contact) {
        return bouncing.contains(contact);
    }

    /** Enters an address; one that was refused before is tried anew. */
    void enter(Contact contact) {
        List<Contact> own = contacts.computeIfAbsent(contact.owner(), _ -> new ArrayList<>());
        own.removeIf(c -> c.address().equals(contact.address()));
        own.add(contact);
        if (contact.address().startsWith(FakeMail.Address.BOUNCES.name())) {
            bouncing.add(contact.id());
        }
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

    List<Contact> reach(Notice.To to) {
        return switch (to) {
            case Notice.To.Person _ -> takes(to);
            case Notice.To.Unit(var unit) -> {
                List<OrgNumber> up = new ArrayList<>(lineage(unit).above());
                up.addFirst(unit);
                yield up.stream()
                        .map(number -> takes(new Notice.To.Unit(number)))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
            }
        };
    }

    private List<Contact> takes(Notice.To to) {
        return contacts.getOrDefault(to, List.of()).stream()
                .filter(c -> c.refusedAt().isEmpty())
                .toList();
    }
}
