package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.segl.app.office.Sharer;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.SharePanel;
import no.segl.app.web.page.Term;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.party.Lineage;
import org.springframework.stereotype.Component;

/** The part of a letter's page for sharing it: shown to those who may, with whom they may. */
@Component
final class SharePanels {

    private final Sharer sharer;
    private final Administered administered;
    private final Persons persons;
    private final Units units;
    private final InstantSource clock;

    SharePanels(
            Sharer sharer,
            Administered administered,
            Persons persons,
            Units units,
            InstantSource clock) {
        this.sharer = sharer;
        this.administered = administered;
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    /** What was filled in in the form for sharing. */
    record Entered(Term term, boolean documents) {}

    /** A form in which nothing has been filled in. */
    Entered nothing() {
        return new Entered(Term.empty(Days.first(clock.instant())), true);
    }

    /** The panel, for a viewer who may read the letter by a grant and so may share it. */
    SharePanel of(Envelope envelope, PersonId viewer, Entered entered) {
        List<Share> standing = sharer.standing(envelope.id());
        Map<PersonId, String> names =
                persons.names(standing.stream().map(Share::person).collect(Collectors.toSet()));
        return new SharePanel(
                envelope.id(),
                standing.stream()
                        .map(s ->
                                new SharePanel.Standing(
                                        s.id(),
                                        Words.person(
                                                s.person(), names.getOrDefault(s.person(), "")),
                                        s.documents(),
                                        s.until()))
                        .toList(),
                candidates(envelope, viewer),
                entered.term(),
                entered.documents());
    }

    /** The person with that id, if the letter may be shared with them. */
    Optional<PersonId> chosen(Envelope envelope, PersonId viewer, String id) {
        return administered.person(List.of(main(envelope)), id).filter(p -> !p.equals(viewer));
    }

    /** Those who are known anywhere in the recipient's organisation, but for the viewer. */
    private List<Person> candidates(Envelope envelope, PersonId viewer) {
        return administered.people(List.of(main(envelope))).stream()
                .filter(p -> !p.id().equals(viewer))
                .toList();
    }

    private OrgNumber main(Envelope envelope) {
        Lineage lineage = units.lineage(envelope.recipient());
        return lineage.above().isEmpty() ? lineage.unit() : lineage.above().getLast();
    }
}
