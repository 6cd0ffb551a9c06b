package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Numbers;
import no.segl.app.office.Reach;
import no.segl.app.store.Grants;
import no.segl.app.store.Persons;
import no.segl.app.store.Readiness;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.PersonAccessPage;
import no.segl.app.web.page.PersonAccessPage.Alone;
import no.segl.app.web.page.PersonAccessPage.Held;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Term;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Access as it stands for one person, and what becomes of it when they are away or leave. */
@Controller
final class PersonAccessController {

    private static final int SHOWN = 200;
    private static final int ALONE = 20;

    /** For how long it is said what an ended access left without a reader. */
    private static final Duration LEFT = Duration.ofDays(90);

    private final Frame frame;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final Grants grants;
    private final Shares shares;
    private final SentLetters sent;
    private final Persons persons;
    private final Readiness readiness;
    private final Units units;
    private final Numbers numbers;
    private final Unpermitted unpermitted;
    private final InstantSource clock;

    PersonAccessController(
            Frame frame,
            Words words,
            Administered administered,
            Administration administration,
            Grants grants,
            Shares shares,
            SentLetters sent,
            Persons persons,
            Readiness readiness,
            Units units,
            Numbers numbers,
            Unpermitted unpermitted,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.grants = grants;
        this.shares = shares;
        this.sent = sent;
        this.persons = persons;
        this.readiness = readiness;
        this.units = units;
        this.numbers = numbers;
        this.unpermitted = unpermitted;
        this.clock = clock;
    }

    @GetMapping("/tilganger/person/{id}")
    ResponseEntity<byte[]> person(
            @PathVariable String id,
            @RequestParam Optional<String> avsluttet,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        State state = avsluttet.isPresent() ? State.ENDED : State.LOOKING;
        List<Integer> with = avsluttet.map(Counts::read).orElse(List.of());
        Reach reach = administration.reach(viewer.person());
        return administered
                .person(reach.roots(), id)
                .map(p -> frame.answer(200, page(p, reach, shell, state, none()).endedWith(with)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private enum State {
        LOOKING,
        LEAVING,
        ENDED
    }

    private Term none() {
        return Term.empty(Days.first(clock.instant()));
    }

    @GetMapping("/tilganger/person/{id}/avslutt")
    ResponseEntity<byte[]> leaving(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(viewer.person());
        return administered
                .person(reach.roots(), id)
                .map(p -> frame.answer(200, page(p, reach, shell, State.LEAVING, none())))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** Ends all, and shows what then stands without a reader. */
    @PostMapping("/tilganger/person/{id}/avslutt")
    ResponseEntity<byte[]> leave(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Optional<PersonId> leaver =
                administered.person(administration.reach(viewer.person()).roots(), id);
        if (leaver.isEmpty()) {
            return frame.error(404, shell);
        }
        Administration.Ended ended = administration.endAll(viewer.person(), leaver.get());
        return FrontController.seeOther(
                "/tilganger/person/"
                        + leaver.get()
                        + "?avsluttet="
                        + Counts.written(ended.shares(), ended.letters(), ended.requests()));
    }

    /** Shows the number, once: it is in this answer and nowhere else. */
    @PostMapping("/tilganger/person/{id}/nummer")
    ResponseEntity<byte[]> number(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Reach reach = administration.reach(viewer.person());
        Optional<PersonId> person = administered.person(reach.roots(), id);
        if (person.isEmpty()) {
            return frame.error(404, shell);
        }
        PersonAccessPage page = page(person.get(), reach, shell, State.LOOKING, none());
        return Optional.of(person.get())
                .filter(_ -> page.there())
                .flatMap(p -> numbers.show(viewer.person(), p))
                .map(number -> frame.answer(200, page.showing(number.digits())))
                .orElseGet(() -> frame.answer(200, page));
    }

    @PostMapping("/tilganger/person/{id}/vikar")
    ResponseEntity<byte[]> deputise(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Reach reach = administration.reach(viewer.person());
        Optional<PersonId> absent = administered.person(reach.roots(), id);
        if (absent.isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<PersonId> deputy = administered.choosable(reach.roots(), to.orElse(""));
        Days.Entered day = Days.read(until, clock.instant());
        Term term =
                new Term(
                        to.orElse(""),
                        until.orElse(""),
                        Days.first(clock.instant()),
                        deputy.filter(d -> !d.equals(absent.get())).isEmpty(),
                        day.end().isEmpty());
        if (term.isFaulty()) {
            return frame.answer(422, page(absent.get(), reach, shell, State.LOOKING, term));
        }
        List<Granting.Reply> replies =
                administration.deputise(
                        viewer.person(), absent.get(), deputy.get(), day.end().orElseThrow());
        return unpermitted
                .page(shell, viewer.person(), replies)
                .orElseGet(() ->
                        FrontController.seeOther(
                                replies.stream().anyMatch(Granting.Reply.Asked.class::isInstance)
                                        ? "/tilganger/to-personer?sagt=ASKED"
                                        : "/tilganger/person/" + deputy.get()));
    }

    private PersonAccessPage page(
            PersonId person, Reach reach, Shell shell, State state, Term deputy) {
        var now = clock.instant();
        List<OrgNumber> roots = reach.roots();
        Words.Names names = words.categories(shell.language());
        Set<OrgNumber> within = units.within(roots);
        List<Share> shared = shares.with(person, within, now);
        String name = persons.names(Set.of(person), roots).getOrDefault(person, "");
        return new PersonAccessPage(
                shell,
                Words.person(person, name),
                administered.choosable(roots, person.toString()).isPresent(),
                held(person, within, reach, names),
                new Newest<>(
                        shared.reversed().stream().limit(SHOWN).map(s -> shared(s, names)).toList(),
                        shared.size()),
                alone(readiness.withoutReader(roots, person, now, ALONE), names),
                alone(readiness.leftBy(roots, person, now.minus(LEFT), now, ALONE), names),
                state == State.LEAVING,
                state == State.ENDED,
                List.of(),
                new PersonAccessPage.Identity(numbers.isKnown(person), Optional.empty()),
                administered.people(roots).stream().filter(p -> !p.id().equals(person)).toList(),
                deputy);
    }

    private List<Held> held(
            PersonId person, Set<OrgNumber> within, Reach reach, Words.Names names) {
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
                                reach.mayGive(g.power(), g.unit())))
                .toList();
    }

    private PersonAccessPage.Shared shared(Share share, Words.Names names) {
        SentLetters.Row letter = sent.find(share.letter()).orElseThrow();
        return new PersonAccessPage.Shared(
                share.id(),
                share.letter(),
                new Party(letter.recipientName(), letter.recipient()),
                names.of(letter.category()),
                share.documents(),
                share.sealed(),
                share.from(),
                share.until());
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
