package no.segl.app.web;

import static no.segl.app.web.page.WebhooksPage.PATH;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.event.CloudEvent;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.office.WebhookDesk;
import no.segl.app.store.Units;
import no.segl.app.store.WebhookList;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.WebhooksPage;
import no.segl.app.web.page.WebhooksPage.Entered;
import no.segl.app.web.page.WebhooksPage.Said;
import no.segl.core.access.Power;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.webhook.Webhooks;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where those who administer an organisation have events sent to its systems. */
@Controller
final class WebhookPageController {

    private static final int SHOWN = 20;

    private final Frame frame;
    private final NothingAdministered unadministered;
    private final Administration administration;
    private final WebhookDesk desk;
    private final WebhookList list;
    private final Units units;
    private final InstantSource clock;

    WebhookPageController(
            Frame frame,
            NothingAdministered unadministered,
            Administration administration,
            WebhookDesk desk,
            WebhookList list,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.unadministered = unadministered;
        this.administration = administration;
        this.desk = desk;
        this.list = list;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        if (roots(viewer.person()).isEmpty()) {
            return unadministered.page(shell, viewer.person());
        }
        Said said =
                Arrays.stream(Said.values())
                        .filter(s -> sagt.filter(s.name()::equals).isPresent())
                        .findFirst()
                        .orElse(Said.NOTHING);
        return show(200, shell, viewer.person(), Optional.empty(), Entered.NOTHING, said);
    }

    private List<OrgNumber> roots(PersonId person) {
        Reach reach = administration.reach(person);
        return reach.roots().stream().filter(r -> reach.mayGive(Power.ADMINISTER, r)).toList();
    }

    private ResponseEntity<byte[]> show(
            int status,
            Shell shell,
            PersonId person,
            Optional<WebhooksPage.Secret> secret,
            Entered entered,
            Said said) {
        return frame.answer(
                status,
                new WebhooksPage(
                        shell,
                        places(roots(person)),
                        secret,
                        entered,
                        said,
                        LocalDate.ofInstant(clock.instant(), WorkingDays.NORWAY)));
    }

    /** Each topmost organisation, and those beneath it that have webhooks of their own. */
    private List<WebhooksPage.Place> places(List<OrgNumber> roots) {
        List<WebhookList.Row> all = list.of(units.within(roots));
        Set<OrgNumber> shown = new HashSet<>(roots);
        all.forEach(row -> shown.add(row.unit()));
        return units.names(shown).entrySet().stream()
                .map(named ->
                        new WebhooksPage.Place(
                                new Party(named.getValue(), named.getKey()),
                                all.stream()
                                        .filter(row -> row.unit().equals(named.getKey()))
                                        .map(this::hook)
                                        .toList()))
                .sorted(Comparator.comparing(p -> p.unit().name()))
                .toList();
    }

    private WebhooksPage.Hook hook(WebhookList.Row row) {
        List<WebhookList.Aside> aside =
                row.aside() == 0 ? List.of() : list.aside(row.id(), Long.MAX_VALUE, SHOWN);
        return new WebhooksPage.Hook(
                row.id(),
                row.address(),
                row.received(),
                row.madeAt(),
                row.takenAt(),
                row.silentSince(),
                row.fault(),
                row.nextAt(),
                new Newest<>(
                        aside.stream()
                                .map(a ->
                                        new WebhooksPage.Aside(
                                                a.event(),
                                                a.at(),
                                                a.type().substring(CloudEvent.PREFIX.length()),
                                                a.failures(),
                                                a.fault()))
                                .toList(),
                        row.aside()));
    }

    @PostMapping(PATH + "/{number}")
    ResponseEntity<byte[]> make(
            @PathVariable String number,
            @RequestParam Optional<String> adresse,
            @RequestParam Optional<String> inngaende,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        PersonId person = viewer.person();
        Optional<OrgNumber> unit = OrgNumber.parse(number).filter(u -> isWithin(u, person));
        if (unit.isEmpty()) {
            return frame.error(404, shell);
        }
        String address = adresse.orElse("").strip();
        boolean received = inngaende.isPresent();
        return switch (desk.make(unit.get(), address, received, desk.person(person, unit.get()))) {
            case WebhookDesk.Made.Done(_, var secret) ->
                    show(
                            200,
                            shell,
                            person,
                            Optional.of(new WebhooksPage.Secret(address, secret)),
                            Entered.NOTHING,
                            Said.NOTHING);
            case WebhookDesk.Made.NoAddress _ ->
                    faulty(shell, person, new Entered(unit, address, received, "ADDRESS"));
            case WebhookDesk.Made.TooMany _ ->
                    faulty(shell, person, new Entered(unit, address, received, "TOO_MANY"));
            case WebhookDesk.Made.Refused _ -> frame.error(403, shell);
        };
    }

    private boolean isWithin(OrgNumber unit, PersonId person) {
        return units.find(unit).isPresent()
                && Stream.concat(Stream.of(unit), units.lineage(unit).above().stream())
                        .anyMatch(roots(person)::contains);
    }

    private ResponseEntity<byte[]> faulty(Shell shell, PersonId person, Entered entered) {
        return show(400, shell, person, Optional.empty(), entered, Said.NOTHING);
    }

    @PostMapping(PATH + "/krok/{id}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        return mine(id, viewer.person())
                .map(hook ->
                        said(
                                desk.end(hook, desk.person(viewer.person(), hook.unit())),
                                Said.ENDED,
                                shell))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** Sends all again that happened on a day or later. */
    @PostMapping(PATH + "/krok/{id}/igjen")
    ResponseEntity<byte[]> again(
            @PathVariable String id,
            @RequestParam Optional<String> fra,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        Optional<WebhookList.Row> hook = mine(id, viewer.person());
        if (hook.isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<Instant> from = day(fra.orElse(""));
        if (from.isEmpty()) {
            return FrontController.seeOther(PATH + "?sagt=" + Said.NO_DAY);
        }
        return said(
                desk.replay(
                        hook.get(), from.get(), desk.person(viewer.person(), hook.get().unit())),
                Said.REPLAYED,
                shell);
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(WorkingDays.NORWAY).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** One that lies within reach; the others are as if they were not. */
    private Optional<WebhookList.Row> mine(String id, PersonId person) {
        return Uuids.parse(id).flatMap(list::find).filter(row -> isWithin(row.unit(), person));
    }

    private ResponseEntity<byte[]> said(Webhooks.Reply reply, Said said, Shell shell) {
        return reply instanceof Webhooks.Reply.Done
                ? FrontController.seeOther(PATH + "?sagt=" + said)
                : frame.error(403, shell);
    }
}
