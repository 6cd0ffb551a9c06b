package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Sharer;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.SharePanel;
import no.segl.core.access.Clearance;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.party.Lineage;
import org.springframework.stereotype.Component;

/** The part of a letter's page for sharing it: shown to those who may, with whom they may. */
@Component
final class SharePanels {

    private final PostOffice office;
    private final Sharer sharer;
    private final Administered administered;
    private final Persons persons;
    private final Units units;
    private final InstantSource clock;

    SharePanels(
            PostOffice office,
            Sharer sharer,
            Administered administered,
            Persons persons,
            Units units,
            InstantSource clock) {
        this.office = office;
        this.sharer = sharer;
        this.administered = administered;
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    /** The panel, if {@code viewer} may share the letter. */
    Optional<SharePanel> of(Envelope envelope, PersonId viewer, boolean fault) {
        if (!(office.toReply(envelope, viewer) instanceof Clearance.Cleared)) {
            return Optional.empty();
        }
        List<Share> standing = sharer.standing(envelope.id());
        Map<PersonId, String> names =
                persons.names(standing.stream().map(Share::person).collect(Collectors.toSet()));
        return Optional.of(
                new SharePanel(
                        envelope.id(),
                        standing.stream()
                                .map(s ->
                                        new SharePanel.Standing(
                                                s.id(),
                                                Words.person(
                                                        s.person(),
                                                        names.getOrDefault(s.person(), "")),
                                                s.documents(),
                                                s.until()))
                                .toList(),
                        candidates(envelope, viewer),
                        Days.first(clock.instant()),
                        fault));
    }

    /** The person with that id, if the letter may be shared with them. */
    Optional<PersonId> chosen(Envelope envelope, PersonId viewer, String id) {
        return PersonId.parse(id)
                .filter(p -> candidates(envelope, viewer).stream().anyMatch(c -> c.id().equals(p)));
    }

    /** Those who are known anywhere in the recipient's organisation, but for the viewer. */
    private List<Person> candidates(Envelope envelope, PersonId viewer) {
        Lineage lineage = units.lineage(envelope.recipient());
        OrgNumber main = lineage.above().isEmpty() ? lineage.unit() : lineage.above().getLast();
        return administered.people(List.of(main)).stream()
                .filter(p -> !p.id().equals(viewer))
                .toList();
    }
}
