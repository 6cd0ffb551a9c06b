package no.segl.app.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.office.Deputising;
import no.segl.app.office.Numbers;
import no.segl.app.office.Reach;
import no.segl.app.store.Deputies;
import no.segl.app.store.Grants;
import no.segl.app.store.Persons;
import no.segl.app.store.Readiness;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.PersonAccessPage;
import no.segl.app.web.page.PersonAccessPage.Alone;
import no.segl.app.web.page.PersonAccessPage.Held;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Term;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.stereotype.Component;

/** The pages of one person's access, as far as the viewer administers it. */
@Component
final class PersonAccessPages {

    private static final int SHOWN = 200;
    private static final int ALONE = 20;

    /** For how long it is said what an ended access left without a reader. */
    private static final Duration LEFT = Duration.ofDays(90);

    private final Words words;
    private final Administered administered;
    private final Grants grants;
    private final Shares shares;
    private final SentLetters sent;
    private final Persons persons;
    private final Readiness readiness;
    private final Units units;
    private final Numbers numbers;
    private final Deputising deputising;
    private final InstantSource clock;

    PersonAccessPages(
            Words words,
            Administered administered,
            Grants grants,
            Shares shares,
            SentLetters sent,
            Persons persons,
            Readiness readiness,
            Units units,
            Numbers numbers,
            Deputising deputising,
            InstantSource clock) {
        this.words = words;
        this.administered = administered;
        this.grants = grants;
        this.shares = shares;
        this.sent = sent;
        this.persons = persons;
        this.readiness = readiness;
        this.units = units;
        this.numbers = numbers;
        this.deputising = deputising;
        this.clock = clock;
    }

    /** What the viewer is doing. */
    enum State {
        LOOKING,
        LEAVING,
        ENDED
    }

    /** The page, with nothing filled in. */
    PersonAccessPage page(PersonId person, Reach reach, Shell shell, State state) {
        return page(person, reach, shell, state, Term.empty(Days.first(clock.instant())));
    }

    /** The page, with what was filled in of a deputy. */
    PersonAccessPage page(PersonId person, Reach reach, Shell shell, State state, Term deputy) {
        var now = clock.instant();
        List<OrgNumber> roots = reach.roots();
        Words.Names names = words.categories(shell.language());
        Set<OrgNumber> within = units.within(roots);
        List<Share> shared = shares.with(person, within, now);
        Deputising.Terms terms = deputising.terms(person, within);
        Called called = called(person, roots, terms);
        return new PersonAccessPage(
                shell,
                called.person(person),
                administered.choosable(roots, person.toString()).isPresent(),
                held(person, within, reach, names, called),
                new Newest<>(
                        shared.reversed().stream()
                                .limit(SHOWN)
                                .map(s -> shared(s, names, called))
                                .toList(),
                        shared.size()),
                // Who is away now opens nothing, also where they could.
                alone(
                        readiness.withoutReader(roots, person, away(terms.by(), now), now, ALONE),
                        names),
                alone(
                        readiness.leftBy(
                                roots,
                                person,
                                away(terms.vacated(), now),
                                now.minus(LEFT),
                                now,
                                ALONE),
                        names),
                new PersonAccessPage.Terms(
                        places(terms.of(), Deputies.Term::deputy, called, now),
                        places(terms.by(), Deputies.Term::absent, called, now),
                        places(terms.vacated(), Deputies.Term::absent, called, now)),
                state == State.LEAVING,
                state == State.ENDED,
                List.of(),
                new PersonAccessPage.Identity(numbers.isKnown(person), Optional.empty()),
                administered.people(roots).stream().filter(p -> !p.id().equals(person)).toList(),
                deputy);
    }

    /** What people are called where the viewer administers access. */
    private record Called(Map<PersonId, String> names) {
        Person person(PersonId id) {
            return Words.person(id, names.getOrDefault(id, ""));
        }
    }

    private Called called(PersonId person, List<OrgNumber> roots, Deputising.Terms terms) {
        Set<PersonId> people = new HashSet<>(Set.of(person));
        Stream.of(terms.of(), terms.by(), terms.vacated())
                .flatMap(List::stream)
                .forEach(t -> {
                    people.add(t.absent());
                    people.add(t.deputy());
                });
        return new Called(persons.names(people, roots));
    }

    private static Set<PersonId> away(List<Deputies.Term> terms, Instant now) {
        return terms.stream()
                .filter(t -> !t.from().isAfter(now))
                .map(Deputies.Term::absent)
                .collect(Collectors.toSet());
    }

    private static List<PersonAccessPage.Place> places(
            List<Deputies.Term> terms,
            Function<Deputies.Term, PersonId> who,
            Called called,
            Instant now) {
        return terms.stream()
                .map(t ->
                        new PersonAccessPage.Place(
                                called.person(who.apply(t)),
                                t.from(),
                                t.until(),
                                t.from().isAfter(now),
                                t.grants(),
                                t.letters()))
                .toList();
    }

    private List<Held> held(
            PersonId person, Set<OrgNumber> within, Reach reach, Words.Names names, Called called) {
        Instant now = clock.instant();
        Map<UUID, Instant> confirmed = grants.confirmed(person);
        Set<UUID> byKeyRole = grants.byKeyRole(person);
        List<Grant> held =
                grants.of(person).stream()
                        .filter(g -> g.holdsAt(now) && within.contains(g.unit()))
                        .toList();
        Set<OrgNumber> where = held.stream().map(Grant::unit).collect(Collectors.toSet());
        Map<OrgNumber, String> unitNames = units.names(where);
        Map<OrgNumber, Long> inheriting = units.beneath(where, true);
        Map<OrgNumber, Long> beneath = units.beneath(where, false);
        return held.stream()
                .map(g ->
                        new Held(
                                g.id(),
                                new Party(
                                        unitNames.getOrDefault(g.unit(), g.unit().grouped()),
                                        g.unit()),
                                g.power(),
                                g.category().map(names::of),
                                (g.power() == Power.READ ? inheriting : beneath)
                                        .getOrDefault(g.unit(), 0L),
                                confirmed.getOrDefault(g.id(), g.from()),
                                g.until(),
                                byKeyRole.contains(g.id()),
                                g.deputyFor().map(called::person),
                                reach.mayGive(g.power(), g.unit())))
                .toList();
    }

    private PersonAccessPage.Shared shared(Share share, Words.Names names, Called called) {
        SentLetters.Row letter = sent.find(share.letter()).orElseThrow();
        return new PersonAccessPage.Shared(
                share.id(),
                share.letter(),
                new Party(letter.recipientName(), letter.recipient()),
                names.of(letter.category()),
                share.documents(),
                share.sealed(),
                share.from(),
                share.until(),
                share.deputyFor().map(called::person));
    }

    private static Alone alone(Readiness.Soles soles, Words.Names names) {
        return new Alone(
                soles.first().stream()
                        .map(s ->
                                new PersonAccessPage.Cell(
                                        new Party(s.name(), s.unit()),
                                        names.of(s.category()),
                                        s.waiting()))
                        .toList(),
                soles.total());
    }
}
