package no.segl.app.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Grants;
import no.segl.app.store.Ledger;
import no.segl.app.store.Persons;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.UnitAccessPage;
import no.segl.core.access.Grant;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Entry;
import org.springframework.stereotype.Component;

/** What the ledger says of access at a unit: who was given what, and who confirmed or ended it. */
@Component
final class AccessRecord {

    private static final Set<String> TYPES =
            Set.of("AccessGiven", "KeyRoleTold", "AccessConfirmed", "AccessEnded");

    private final Words words;
    private final Ledger ledger;
    private final Grants grants;
    private final Persons persons;

    AccessRecord(Words words, Ledger ledger, Grants grants, Persons persons) {
        this.words = words;
        this.ledger = ledger;
        this.grants = grants;
        this.persons = persons;
    }

    /** What was given at the unit itself, confirmed and ended, the newest first. */
    Newest<UnitAccessPage.Change> of(OrgNumber unit, Shell shell, Older older) {
        Optional<Long> before = older.entry(Older.Of.ACCESS);
        Part<Entry> entries =
                Part.of(
                        ledger.newest(unit, TYPES, before.orElse(Long.MAX_VALUE), Part.SHOWN + 1),
                        before.isPresent(),
                        last -> Older.Of.ACCESS.after(last.number()),
                        () -> ledger.count(unit, TYPES));
        Map<UUID, Grant> changed =
                grants.all(
                        entries.shown().stream()
                                .flatMap(e -> grant(e).stream())
                                .collect(Collectors.toSet()));
        Map<PersonId, String> names = names(entries.shown(), changed.values().stream(), unit);
        Words.Names categories = words.categories(shell.language());
        return entries.as(e -> {
            Optional<Grant> of = grant(e).flatMap(id -> Optional.ofNullable(changed.get(id)));
            return new UnitAccessPage.Change(
                    e.at(),
                    e.type(),
                    of.map(Grant::person).map(p -> Words.person(p, names.getOrDefault(p, ""))),
                    of.map(Grant::power),
                    of.flatMap(Grant::category).map(categories::of),
                    Words.who(e, names, shell.texts()));
        });
    }

    private static Optional<UUID> grant(Entry entry) {
        return Uuids.parse(entry.values().getOrDefault("grant", ""));
    }

    /** What everybody is called at the unit: those who did it, and those it was done to. */
    private Map<PersonId, String> names(
            List<Entry> entries, Stream<Grant> changed, OrgNumber unit) {
        Set<PersonId> ids = new HashSet<>();
        entries.forEach(e -> PersonId.parse(e.actorId()).ifPresent(ids::add));
        changed.forEach(g -> ids.add(g.person()));
        return persons.names(ids, Set.of(unit));
    }
}
