package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.app.store.Readiness;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.PeoplePage;
import no.segl.app.web.page.PersonAccessPage;
import no.segl.app.web.page.PersonAccessPage.Alone;
import no.segl.app.web.page.PersonAccessPage.Held;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Access as it stands for one person, and what becomes of it when they are away or leave. */
@Controller
final class PersonAccessController {

    private static final int SHOWN = 200;
    private static final int ALONE = 20;

    private final Frame frame;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final Grants grants;
    private final Shares shares;
    private final Holders holders;
    private final Persons persons;
    private final Readiness readiness;
    private final Units units;
    private final InstantSource clock;

    PersonAccessController(
            Frame frame,
            Words words,
            Administered administered,
            Administration administration,
            Grants grants,
            Shares shares,
            Holders holders,
            Persons persons,
            Readiness readiness,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.grants = grants;
        this.shares = shares;
        this.holders = holders;
        this.persons = persons;
        this.readiness = readiness;
        this.units = units;
        this.clock = clock;
    }

    /** A search is sent in a form, since a name does not belong in an address. */
    @RequestMapping(
            path = "/tilganger/personer",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> people(
            @RequestParam Optional<String> sok,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/personer");
        List<OrgNumber> roots = administration.roots(person.person());
        if (roots.isEmpty()) {
            return frame.error(403, shell);
        }
        String text = AccessController.searched(sok);
        List<Holders.Known> found = holders.people(roots, text, clock.instant(), SHOWN + 1);
        return frame.answer(
                200,
                new PeoplePage(
                        shell,
                        text,
                        found.stream()
                                .limit(SHOWN)
                                .map(k ->
                                        new PeoplePage.Row(
                                                Words.person(k.person(), k.name()), k.grants()))
                                .toList(),
                        found.size() > SHOWN));
    }

    @GetMapping("/tilganger/person/{id}")
    ResponseEntity<byte[]> person(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        return administered
                .person(viewer.person(), id)
                .map(p -> frame.answer(200, page(p, viewer, shell, State.LOOKING)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private enum State {
        LOOKING,
        LEAVING,
        DEPUTY_MISSING
    }

    @GetMapping("/tilganger/person/{id}/avslutt")
    ResponseEntity<byte[]> leaving(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        return administered
                .person(viewer.person(), id)
                .map(p -> frame.answer(200, page(p, viewer, shell, State.LEAVING)))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** Ends all, and shows what then stands without a reader. */
    @PostMapping("/tilganger/person/{id}/avslutt")
    ResponseEntity<byte[]> leave(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Optional<PersonId> leaver = administered.person(viewer.person(), id);
        if (leaver.isEmpty()) {
            return frame.error(404, shell);
        }
        List<OrgNumber> roots = administration.roots(viewer.person());
        Alone broke = alone(roots, leaver.get(), shell);
        administration.endAll(viewer.person(), leaver.get());
        PersonAccessPage after = page(leaver.get(), viewer, shell, State.LOOKING);
        return frame.answer(
                200,
                new PersonAccessPage(
                        shell,
                        after.person(),
                        after.held(),
                        after.shared(),
                        broke,
                        false,
                        true,
                        after.people(),
                        after.first(),
                        false));
    }

    @PostMapping("/tilganger/person/{id}/vikar")
    ResponseEntity<byte[]> deputise(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Optional<PersonId> absent = administered.person(viewer.person(), id);
        if (absent.isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<PersonId> deputy = administered.person(viewer.person(), to.orElse(""));
        Days.Entered day = Days.read(until, clock.instant());
        if (deputy.filter(d -> !d.equals(absent.get())).isEmpty() || day.end().isEmpty()) {
            return frame.answer(422, page(absent.get(), viewer, shell, State.DEPUTY_MISSING));
        }
        administration.deputise(
                viewer.person(), absent.get(), deputy.get(), day.end().orElseThrow());
        return FrontController.seeOther("/tilganger/person/" + deputy.get());
    }

    @PostMapping("/tilganger/fullmakt/{grant}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String grant,
            @RequestParam Optional<String> tilbake,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger");
        Optional<Granting.Reply> reply =
                Words.uuid(grant).flatMap(id -> administration.end(viewer.person(), id));
        if (reply.isEmpty() || reply.get() instanceof Granting.Reply.Refused) {
            // Not there, or not theirs to end: alike.
            return frame.error(404, shell);
        }
        String back = tilbake.filter(t -> t.matches("/tilganger[0-9a-z/-]*")).orElse("/tilganger");
        return FrontController.seeOther(
                back.startsWith("/tilganger/enhet/") ? back + "?sagt=ENDED" : back);
    }

    private PersonAccessPage page(PersonId person, LoggedIn viewer, Shell shell, State state) {
        var now = clock.instant();
        List<OrgNumber> roots = administration.roots(viewer.person());
        Map<UUID, java.time.Instant> confirmed = grants.confirmed(person);
        Words.Names names = words.categories(shell.language());
        Set<OrgNumber> within = units.within(roots);
        List<Held> held =
                grants.of(person).stream()
                        .filter(g -> g.holdsAt(now) && within.contains(g.unit()))
                        .map(g -> held(g, confirmed.getOrDefault(g.id(), g.from()), viewer, names))
                        .toList();
        String name = persons.names(Set.of(person)).getOrDefault(person, "");
        return new PersonAccessPage(
                shell,
                Words.person(person, name),
                held,
                shares.with(person, within, now).size(),
                alone(roots, person, shell),
                state == State.LEAVING,
                false,
                administered.people(roots).stream().filter(p -> !p.id().equals(person)).toList(),
                Days.first(now),
                state == State.DEPUTY_MISSING);
    }

    private Held held(
            Grant grant, java.time.Instant confirmed, LoggedIn viewer, Words.Names names) {
        boolean mayEnd =
                administration.toGive(grant.power(), viewer.person(), grant.unit())
                        instanceof Clearance.Cleared;
        return new Held(
                grant.id(),
                frame.party(grant.unit()),
                grant.power(),
                grant.category().map(names::of),
                grant.power() == Power.READ
                        ? units.inheriting(grant.unit())
                        : units.within(Set.of(grant.unit())).size() - 1L,
                confirmed,
                grant.until(),
                mayEnd);
    }

    private Alone alone(List<OrgNumber> roots, PersonId person, Shell shell) {
        Words.Names names = words.categories(shell.language());
        Readiness.Soles soles = readiness.withoutReader(roots, person, clock.instant(), ALONE);
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
