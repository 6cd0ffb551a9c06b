package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Grants;
import no.segl.app.store.Inbox;
import no.segl.app.web.page.Choice;
import no.segl.app.web.page.InboxFilter;
import no.segl.app.web.page.InboxPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.Shell;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.stereotype.Component;

/** The inbox's page, for somebody who is logged in. */
@Component
final class InboxPages {

    private static final int PAGE = 50;

    private final Words words;
    private final Inbox inbox;
    private final Grants grants;
    private final CarePanels cares;
    private final Givers givers;
    private final Levels levels;
    private final KeyRoleLogin keyRoles;
    private final InstantSource clock;

    InboxPages(
            Words words,
            Inbox inbox,
            Grants grants,
            CarePanels cares,
            Givers givers,
            Levels levels,
            KeyRoleLogin keyRoles,
            InstantSource clock) {
        this.words = words;
        this.inbox = inbox;
        this.grants = grants;
        this.cares = cares;
        this.givers = givers;
        this.levels = levels;
        this.keyRoles = keyRoles;
        this.clock = clock;
    }

    /** What of the inbox is asked for, as it came; what is not well formed counts as nothing. */
    record Asked(Optional<String> view, Optional<String> unit, Optional<String> category) {

        private Inbox.Question of(PersonId person, Instant at) {
            return new Inbox.Question(
                    person,
                    at,
                    Inbox.View.valueOf(shown().name()),
                    unit.flatMap(OrgNumber::parse),
                    category.filter(Category::isWellFormed).map(Category::new));
        }

        /** Where it is asked for. */
        String address() {
            return new InboxFilter(
                            shown(),
                            unit.flatMap(OrgNumber::parse).map(OrgNumber::value).orElse(""),
                            category.filter(Category::isWellFormed).orElse(""),
                            List.of(),
                            List.of())
                    .here();
        }

        private InboxFilter.View shown() {
            return InboxFilter.View.of(view.orElse(""));
        }
    }

    InboxPage page(
            Shell shell,
            LoggedIn person,
            Asked asked,
            Optional<Inbox.Cursor> after,
            Optional<InboxPage.Outcome> outcome) {
        Instant now = clock.instant();
        PersonId reader = person.person();
        Inbox.Question question = asked.of(reader, now);
        Inbox.Page page = inbox.page(question, after, PAGE);
        Inbox.Summary summary = inbox.summary(question);
        Words.Names categories = words.categories(shell.language());
        Set<Category> readable = readable(reader, now);
        InboxFilter filter = filter(asked, question, readable, categories);
        boolean access = !readable.isEmpty() || !page.rows().isEmpty() || !filter.units().isEmpty();
        List<Person> people =
                cares.candidates(
                        page.rows().stream().map(Inbox.Row::id).toList(), reader, shell.texts());
        return new InboxPage(
                shell,
                page.rows().stream().map(r -> row(r, categories, person, people)).toList(),
                summary.unopened(),
                summary.oldest(),
                after.isPresent(),
                page.next().map(Inbox.Cursor::toString),
                access,
                access ? List.of() : givers.whomToAsk(reader),
                keyRoles.wanted().isPresent(),
                filter,
                people,
                outcome,
                false);
    }

    private InboxFilter filter(
            Asked asked, Inbox.Question question, Set<Category> readable, Words.Names names) {
        return new InboxFilter(
                asked.shown(),
                question.unit().map(OrgNumber::value).orElse(""),
                question.category().map(Category::code).orElse(""),
                inbox.places(question.person(), question.at()).stream()
                        .map(p -> new Party(p.name(), p.number()))
                        .toList(),
                readable.stream()
                        .map(c -> new Choice(c.code(), names.of(c)))
                        .sorted(Comparator.comparing(Choice::name))
                        .toList());
    }

    private Set<Category> readable(PersonId reader, Instant now) {
        return grants.of(reader).stream()
                .filter(g -> g.power() == Power.READ && g.holdsAt(now))
                .flatMap(g -> g.category().stream())
                .collect(Collectors.toSet());
    }

    /** What those of {@code letters} that are in the person's inbox are called there. */
    Map<LetterId, String> named(List<LetterId> letters, Shell shell, LoggedIn person) {
        Map<LetterId, String> names = new LinkedHashMap<>();
        Words.Names categories = words.categories(shell.language());
        inbox.among(letters, person.person(), clock.instant())
                .forEach(r -> {
                    InboxPage.Row row = row(r, categories, person, List.of());
                    String from = shell.texts().get("letter.from", row.sender().name());
                    names.put(row.id(), row.title().orElse(from));
                });
        return names;
    }

    private InboxPage.Row row(
            Inbox.Row row, Words.Names categories, LoggedIn person, List<Person> people) {
        // A title reveals nothing, and tells readers one unopened letter from another. It is shown
        // only at the level that content needs all the same.
        boolean content = person.level().reaches(levels.content());
        return new InboxPage.Row(
                row.id(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                categories.of(row.category()),
                Optional.of(row.title()).filter(t -> content && !t.isEmpty()),
                row.language(),
                row.availableAt(),
                row.openedAt(),
                row.shared(),
                row.assignee()
                        .map(a ->
                                new InboxPage.Assignee(
                                        Words.person(a.person(), a.name()).name(),
                                        a.person().equals(person.person()),
                                        CarePanels.mayBeAmong(people, a.person()))),
                row.handledAt());
    }
}
