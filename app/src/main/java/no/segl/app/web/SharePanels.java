package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.office.Sharer;
import no.segl.app.store.Contacts;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Persons;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.SharePanel;
import no.segl.app.web.page.Term;
import no.segl.core.access.Share;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Notice;
import org.springframework.stereotype.Component;

/** The part of a letter's page for sharing it: shown to those who may, with whom they may. */
@Component
final class SharePanels {

    private final Sharer sharer;
    private final Administered administered;
    private final Persons persons;
    private final Givers givers;
    private final LetterContents contents;
    private final Contacts contacts;
    private final InstantSource clock;

    SharePanels(
            Sharer sharer,
            Administered administered,
            Persons persons,
            Givers givers,
            LetterContents contents,
            Contacts contacts,
            InstantSource clock) {
        this.sharer = sharer;
        this.administered = administered;
        this.persons = persons;
        this.givers = givers;
        this.contents = contents;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What was filled in in the form for sharing. */
    record Entered(Term term, boolean documents, boolean sealed) {}

    /** A form in which nothing has been filled in. */
    Entered nothing() {
        return new Entered(Term.empty(Days.first(clock.instant())), true, false);
    }

    /** The panel, for a viewer who may read the letter by a grant and so may share it. */
    SharePanel of(Envelope envelope, PersonId viewer, Entered entered) {
        List<Share> standing = sharer.standing(envelope.id());
        Map<PersonId, String> names =
                persons.names(
                        standing.stream()
                                .flatMap(s ->
                                        Stream.concat(
                                                Stream.of(s.person()), s.deputyFor().stream()))
                                .collect(Collectors.toSet()),
                        Set.of(envelope.recipient()));
        return new SharePanel(
                envelope.id(),
                standing.stream()
                        .map(s ->
                                new SharePanel.Standing(
                                        s.id(),
                                        Words.person(
                                                s.person(), names.getOrDefault(s.person(), "")),
                                        s.documents(),
                                        s.sealed(),
                                        s.until(),
                                        s.deputyFor()
                                                .map(p ->
                                                        Words.person(p, names.getOrDefault(p, ""))),
                                        contacts.reach(new Notice.To.Person(s.person())).isEmpty()))
                        .toList(),
                candidates(envelope, viewer),
                givers.at(envelope.recipient(), viewer),
                entered.term(),
                entered.documents(),
                seal(envelope, entered.sealed()));
    }

    private Optional<SharePanel.Seal> seal(Envelope envelope, boolean begun) {
        return contents.find(envelope.id())
                .flatMap(inside -> {
                    List<Document> sealed =
                            inside.documents().stream().filter(Document::sealed).toList();
                    return sealed.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new SharePanel.Seal(
                                            inside.caseWorker().orElse(""),
                                            sealed.size(),
                                            sealed.stream().mapToLong(Document::size).sum(),
                                            begun));
                });
    }

    /** Whether something of the letter is sealed for its named case worker. */
    boolean isSealed(LetterId letter) {
        return contents.documents(letter).stream().anyMatch(Document::sealed);
    }

    /** The person with that id, if the letter may be shared with them. */
    Optional<PersonId> chosen(Envelope envelope, PersonId viewer, String id) {
        return candidates(envelope, viewer).stream()
                .map(Person::id)
                .filter(p -> p.toString().equals(id))
                .findFirst();
    }

    /**
     * Those who are known at the recipient, above it or beneath it, but for the viewer: what comes
     * to a whole organisation is for somebody in one of its units.
     */
    private List<Person> candidates(Envelope envelope, PersonId viewer) {
        return administered.peopleAround(envelope.recipient()).stream()
                .filter(p -> !p.id().equals(viewer))
                .toList();
    }
}
