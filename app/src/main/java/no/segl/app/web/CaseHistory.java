package no.segl.app.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.store.Cases;
import no.segl.app.store.Ledger;
import no.segl.app.store.Persons;
import no.segl.app.web.page.CasePage;
import no.segl.app.web.page.Texts;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import org.springframework.stereotype.Component;

/** What has happened to a case, from the ledger, with what was written beside it. */
@Component
final class CaseHistory {

    private static final Set<String> TYPES =
            Set.of(
                    "CaseRaised",
                    "CaseAssigned",
                    "CaseReturned",
                    "CaseCommented",
                    "CaseSnoozed",
                    "CaseOverdue",
                    "CaseClosed");

    /** How far back it goes. */
    private static final int MOST = 500;

    private final Ledger ledger;
    private final Cases cases;
    private final Persons persons;

    CaseHistory(Ledger ledger, Cases cases, Persons persons) {
        this.ledger = ledger;
        this.cases = cases;
        this.persons = persons;
    }

    /** Oldest first; each change of the case is one event, after that it became a case. */
    List<CasePage.Event> of(Cases.Row row, Texts texts) {
        String id = row.matter().id().toString();
        List<Entry> entries =
                ledger.newest(row.letter(), TYPES, MOST).reversed().stream()
                        .filter(e -> id.equals(e.values().getOrDefault("case", "")))
                        .toList();
        Map<String, String> comments =
                cases.comments(row.matter().id()).stream()
                        .collect(Collectors.toMap(c -> c.id().toString(), Cases.Comment::text));
        Map<PersonId, String> names = names(entries, row.unit());
        List<CasePage.Event> events = new ArrayList<>();
        for (Entry entry : entries) {
            events.add(
                    new CasePage.Event(
                            entry.at(),
                            Words.who(entry, names, texts),
                            what(entry, names, texts),
                            value(entry.values(), "comment")
                                    .map(c ->
                                            comments.getOrDefault(
                                                    c, texts.get("case.comment.gone")))));
        }
        closedByFact(row, entries, texts).ifPresent(events::add);
        return events;
    }

    /** What resolved it, when that was no deed of a person's with the case itself. */
    private static Optional<CasePage.Event> closedByFact(
            Cases.Row row, List<Entry> entries, Texts texts) {
        boolean byHand = entries.stream().anyMatch(e -> e.type().equals("CaseClosed"));
        return row.closedAt()
                .filter(_ -> !byHand)
                .map(at ->
                        new CasePage.Event(
                                at,
                                texts.get("ledger.actor.segl"),
                                texts.named("case.closedBy.", row.closedHow().orElse("")),
                                Optional.empty()));
    }

    private static String what(Entry entry, Map<PersonId, String> names, Texts texts) {
        Map<String, String> values = entry.values();
        String person = values.getOrDefault("person", "");
        return switch (entry.type()) {
            case "CaseAssigned" ->
                    person.equals(entry.actorId())
                            ? texts.get("case.event.taken")
                            : texts.get(
                                    "case.event.given",
                                    PersonId.parse(person)
                                            .map(p -> Words.person(p, names.getOrDefault(p, "")))
                                            .map(p -> p.name())
                                            .orElse(""));
            case "CaseReturned" ->
                    Boolean.parseBoolean(values.getOrDefault("lost", ""))
                            ? texts.get("case.event.lost")
                            : texts.get("case.event.returned");
            case "CaseSnoozed" ->
                    texts.get(
                            "case.event.snoozed",
                            until(values, texts),
                            texts.named("case.wait.", values.getOrDefault("reason", "")));
            case "CaseClosed" ->
                    texts.get(
                            "case.event.closed",
                            texts.named("case.outcome.", values.getOrDefault("outcome", "")));
            default -> texts.named("case.event.", entry.type());
        };
    }

    private static String until(Map<String, String> values, Texts texts) {
        return value(values, "until")
                .map(u -> texts.figures().lastDay(Instant.parse(u)))
                .orElse("");
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Map<PersonId, String> names(List<Entry> entries, OrgNumber unit) {
        Set<PersonId> people = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.actorKind().equals("person")) {
                PersonId.parse(entry.actorId()).ifPresent(people::add);
            }
            value(entry.values(), "person").flatMap(PersonId::parse).ifPresent(people::add);
        }
        return persons.names(people, Set.of(unit));
    }
}
