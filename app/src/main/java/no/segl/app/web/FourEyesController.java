package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.office.SecondPerson;
import no.segl.app.store.Persons;
import no.segl.app.store.Requests;
import no.segl.app.store.Units;
import no.segl.app.web.page.FourEyesPage;
import no.segl.app.web.page.FourEyesPage.Said;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.Request;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where two persons are needed to give access to read: what waits, and where it is so. */
@Controller
final class FourEyesController {

    private static final String PATH = "/tilganger/to-personer";
    private static final int SHOWN = 200;

    /** For how long it is said that nobody answered. */
    private static final Duration LAPSED_SHOWN = Duration.ofDays(30);

    private final Frame frame;
    private final NothingAdministered unadministered;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final SecondPerson second;
    private final Requests requests;
    private final Persons persons;
    private final Units units;
    private final Unpermitted unpermitted;
    private final InstantSource clock;

    FourEyesController(
            Frame frame,
            NothingAdministered unadministered,
            Words words,
            Administered administered,
            Administration administration,
            SecondPerson second,
            Requests requests,
            Persons persons,
            Units units,
            Unpermitted unpermitted,
            InstantSource clock) {
        this.frame = frame;
        this.unadministered = unadministered;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.second = second;
        this.requests = requests;
        this.persons = persons;
        this.units = units;
        this.unpermitted = unpermitted;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(viewer.person());
        if (reach.roots().isEmpty()) {
            return unadministered.page(shell, viewer.person());
        }
        Said said =
                Arrays.stream(Said.values())
                        .filter(s -> sagt.filter(s.name()::equals).isPresent())
                        .findFirst()
                        .orElse(Said.NOTHING);
        Instant now = clock.instant();
        List<Request> waiting = requests.waiting(reach.roots(), now, SHOWN);
        Requests.Lapsed lapsed =
                requests.lapsed(reach.roots(), now.minus(LAPSED_SHOWN), now, SHOWN);
        Called called = called(waiting, lapsed.first(), reach, shell);
        return frame.answer(
                200,
                new FourEyesPage(
                        shell,
                        waiting.stream().map(r -> waiting(r, called, viewer.person())).toList(),
                        waiting.size() < SHOWN
                                ? waiting.size()
                                : requests.countWaiting(reach.roots(), now),
                        new Newest<>(
                                lapsed.first().stream()
                                        .map(r -> lapsed(r, called, viewer.person()))
                                        .toList(),
                                lapsed.total()),
                        places(reach),
                        said));
    }

    /** What everything is called that requests speak of. */
    private record Called(
            Map<PersonId, String> people, Map<OrgNumber, String> units, Words.Names categories) {

        Party unit(Request r) {
            return new Party(units.getOrDefault(r.unit(), r.unit().grouped()), r.unit());
        }

        Person person(PersonId id) {
            return Words.person(id, people.getOrDefault(id, ""));
        }

        Optional<Person> receiver(Request r) {
            return r.grant().map(g -> person(g.person()));
        }

        Optional<String> category(Request r) {
            return r.grant().flatMap(Grant::category).map(categories::of);
        }
    }

    private Called called(List<Request> waiting, List<Request> lapsed, Reach reach, Shell shell) {
        Set<PersonId> people = new HashSet<>();
        Set<OrgNumber> where = new HashSet<>();
        Stream.concat(waiting.stream(), lapsed.stream())
                .forEach(r -> {
                    people.add(r.by());
                    r.grant().ifPresent(g -> people.add(g.person()));
                    where.add(r.unit());
                });
        return new Called(
                persons.names(people, reach.roots()),
                units.names(where),
                words.categories(shell.language()));
    }

    private static FourEyesPage.Waiting waiting(Request r, Called called, PersonId viewer) {
        return new FourEyesPage.Waiting(
                r.id(),
                called.unit(r),
                called.receiver(r),
                called.category(r),
                r.grant().flatMap(Grant::until),
                called.person(r.by()),
                r.asked(),
                r.lapses(),
                r.by().equals(viewer));
    }

    private static FourEyesPage.Lapsed lapsed(Request r, Called called, PersonId viewer) {
        return new FourEyesPage.Lapsed(
                called.unit(r),
                called.receiver(r),
                called.category(r),
                called.person(r.by()),
                r.asked(),
                r.lapses(),
                r.by().equals(viewer));
    }

    private List<FourEyesPage.Place> places(Reach reach) {
        Set<OrgNumber> required = requests.fourEyes(reach.roots());
        return reach.roots().stream()
                .filter(r -> reach.mayGive(Power.ADMINISTER, r))
                .flatMap(r -> units.find(r).stream())
                .filter(u -> u.kind() == UnitKind.MAIN_UNIT)
                .map(u ->
                        new FourEyesPage.Place(
                                new Party(u.name(), u.number()), required.contains(u.number())))
                .toList();
    }

    /** Two are needed from now on, or it is asked that they no longer are. */
    @PostMapping(PATH + "/{number}")
    ResponseEntity<byte[]> decide(
            @PathVariable String number,
            @RequestParam Optional<String> krev,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        Optional<Unit> unit =
                administered
                        .unit(administration.reach(viewer.person()), number)
                        .filter(u -> u.kind() == UnitKind.MAIN_UNIT);
        if (unit.isEmpty()) {
            return frame.error(404, shell);
        }
        Granting.Reply reply =
                krev.filter("ja"::equals).isPresent()
                        ? second.require(viewer.person(), unit.get().number())
                        : second.askToEnd(viewer.person(), unit.get().number());
        return switch (reply) {
            case Granting.Reply.Refused(var why) ->
                    unpermitted.requireTwo(shell, viewer.person(), why);
            case Granting.Reply.TooFew _ -> said(Said.TOO_FEW);
            case Granting.Reply.Asked _ -> said(Said.ASKED);
            case Granting.Reply.Done _ -> said(Said.REQUIRED);
            case Granting.Reply.Already _,
                    Granting.Reply.OwnRequest _,
                    Granting.Reply.AskerMayNot _,
                    Granting.Reply.Dropped _,
                    Granting.Reply.LastAdministrator _ ->
                    FrontController.seeOther(PATH);
        };
    }

    @PostMapping(PATH + "/svar/{id}")
    ResponseEntity<byte[]> answer(
            @PathVariable String id,
            @RequestParam Optional<String> svar,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        boolean approved = svar.filter("godkjenn"::equals).isPresent();
        Granting.Reply reply =
                Uuids.parse(id)
                        .flatMap(r -> second.answer(viewer.person(), r, approved))
                        .orElse(null);
        return switch (reply) {
            // Nothing is told of what is not theirs to give.
            case null -> frame.error(404, shell);
            case Granting.Reply.Refused _ -> frame.error(404, shell);
            case Granting.Reply.OwnRequest _ -> said(Said.OWN);
            case Granting.Reply.AskerMayNot _ -> said(Said.ASKER_GONE);
            case Granting.Reply.Done _ -> said(approved ? Said.APPROVED : Said.DECLINED);
            case Granting.Reply.Already _,
                    Granting.Reply.Asked _,
                    Granting.Reply.TooFew _,
                    Granting.Reply.Dropped _,
                    Granting.Reply.LastAdministrator _ ->
                    said(Said.LATE);
        };
    }

    private static ResponseEntity<byte[]> said(Said said) {
        return FrontController.seeOther(PATH + "?sagt=" + said);
    }
}
