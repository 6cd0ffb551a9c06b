package no.segl.app.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.segl.app.store.Categories;
import no.segl.app.store.Persons;
import no.segl.app.store.SentLetters;
import no.segl.app.web.page.Choice;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.LetterStatus;
import no.segl.app.web.page.NextLook;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import org.springframework.stereotype.Component;

/** Turns codes into words of the page's language. */
@Component
final class Words {

    private final Categories categories;
    private final Persons persons;

    Words(Categories categories, Persons persons) {
        this.categories = categories;
        this.persons = persons;
    }

    /** What the categories are called, for a whole page. */
    Names categories(Language language) {
        no.segl.core.letter.Language wanted =
                no.segl.core.letter.Language.parse(language.tag()).orElseThrow();
        Map<Category, String> names = new HashMap<>();
        categories
                .all()
                .forEach(c -> names.put(c.category(), String.valueOf(c.names().get(wanted))));
        return new Names(names);
    }

    /** Every category, to choose from, in the order in which they are shown. */
    List<Choice> choices(Language language) {
        Names names = categories(language);
        return categories.all().stream()
                .map(c -> new Choice(c.category().code(), names.of(c.category())))
                .toList();
    }

    /** The categories' names in one language. */
    record Names(Map<Category, String> names) {

        /** A category's name, or its code if it has none. */
        String of(Category category) {
            return names.getOrDefault(category, category.code());
        }
    }

    static LetterStatus status(SentLetters.Status status) {
        return LetterStatus.valueOf(status.name());
    }

    static NextLook look(SentLetters.Look look, Texts texts) {
        return new NextLook(
                look.at(),
                texts.named("look.reason.", look.reason()),
                texts.named("look.owner.", look.owner()));
    }

    /** Why a page is not shown. */
    static RefusedPage.Reason reason(Ground ground) {
        return switch (ground) {
            case ENDED -> RefusedPage.Reason.GRANT_ENDED;
            case NOT_YET -> RefusedPage.Reason.GRANT_NOT_YET;
            case DOCUMENTS_NOT_SHARED -> RefusedPage.Reason.DOCUMENTS_NOT_SHARED;
            case NO_GRANT, SEALED, SCOPE_MISSING, OTHER_ORGANISATION -> RefusedPage.Reason.NO_GRANT;
        };
    }

    /** What the persons who acted in {@code entries} are called at {@code unit}. */
    Map<PersonId, String> names(Collection<Entry> entries, OrgNumber unit) {
        Set<PersonId> ids = new HashSet<>();
        entries.stream()
                .filter(e -> e.actorKind().equals("person"))
                .forEach(e -> PersonId.parse(e.actorId()).ifPresent(ids::add));
        return persons.names(ids, Set.of(unit));
    }

    /** Somebody, by name if there is one, else by the last signs of the pseudonym. */
    static Person person(PersonId id, String name) {
        return new Person(id, name.isBlank() ? signs(id) : name);
    }

    /** The last signs of a pseudonym: enough to tell two people apart. */
    static String signs(PersonId id) {
        return "… " + lastSigns(id.toString());
    }

    private static String lastSigns(String id) {
        return id.substring(id.length() - 6);
    }

    /** Who acted, by name where one is known, else by the last signs of the pseudonym. */
    static String who(Entry entry, Map<PersonId, String> names, Texts texts) {
        String pseudonym =
                texts.named("ledger.actor.", entry.actorKind())
                        + (entry.actorKind().equals("person")
                                ? " " + lastSigns(entry.actorId())
                                : "");
        return PersonId.parse(entry.actorId())
                .map(names::get)
                .filter(name -> !name.isBlank())
                .orElse(pseudonym);
    }
}
