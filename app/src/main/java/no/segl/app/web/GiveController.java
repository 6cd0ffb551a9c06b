package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Reach;
import no.segl.app.store.Categories;
import no.segl.app.web.page.AccessPage;
import no.segl.app.web.page.GiveForm.Entered;
import no.segl.app.web.page.GiveForm.Fault;
import no.segl.app.web.page.GivePage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Unit;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving one person access, at one unit or at several that were chosen together. */
@Controller
final class GiveController {

    private final Frame frame;
    private final Administered administered;
    private final Administration administration;
    private final GiveForms forms;
    private final Categories categories;
    private final Unpermitted unpermitted;
    private final InstantSource clock;

    GiveController(
            Frame frame,
            Administered administered,
            Administration administration,
            GiveForms forms,
            Categories categories,
            Unpermitted unpermitted,
            InstantSource clock) {
        this.frame = frame;
        this.administered = administered;
        this.administration = administration;
        this.forms = forms;
        this.categories = categories;
        this.unpermitted = unpermitted;
        this.clock = clock;
    }

    @GetMapping("/tilganger/gi")
    ResponseEntity<byte[]> chosen(
            @RequestParam(name = "enhet") Optional<List<String>> numbers,
            @RequestParam(name = "person") Optional<String> to,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(person.person());
        if (numbers.isEmpty() && !reach.roots().isEmpty()) {
            return FrontController.seeOther("/tilganger");
        }
        Entered entered = new Entered(to.orElse(""), Set.of(), Set.of(), "");
        return units(reach, numbers)
                .map(units -> frame.answer(200, page(units, reach, shell, entered, Fault.NONE)))
                .orElseGet(() -> frame.error(404, shell));
    }

    @PostMapping("/tilganger/gi")
    ResponseEntity<byte[]> give(
            @RequestParam(name = "enhet") Optional<List<String>> numbers,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam(name = "kategori") Optional<Set<String>> opens,
            @RequestParam(name = "fullmakt") Optional<Set<String>> powers,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger");
        Reach reach = administration.reach(person.person());
        Optional<Map<OrgNumber, Unit>> units = units(reach, numbers);
        if (units.isEmpty()) {
            return frame.error(404, shell);
        }
        Entered entered =
                new Entered(
                        to.orElse(""),
                        opens.orElse(Set.of()),
                        powers.orElse(Set.of()),
                        until.orElse(""));
        Optional<PersonId> receiver = administered.choosable(reach.roots(), entered.person());
        Days.Entered day = Days.read(until, clock.instant());
        List<Wish> wishes = wishes(units.get().keySet(), entered, day);
        Fault fault = fault(receiver, day, wishes);
        if (fault != Fault.NONE) {
            return frame.answer(422, page(units.get(), reach, shell, entered, fault));
        }
        List<Granting.Reply> replies =
                administration.give(person.person(), receiver.orElseThrow(), wishes);
        return unpermitted
                .page(shell, person.person(), replies)
                .orElseGet(() -> given(List.copyOf(units.get().keySet()), wishes, replies));
    }

    /** To the page that says what came of it. */
    private static ResponseEntity<byte[]> given(
            List<OrgNumber> units, List<Wish> wishes, List<Granting.Reply> replies) {
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof Granting.Reply.LastAdministrator) {
                return FrontController.seeOther(AccessPage.of(wishes.get(i).unit()) + "?sagt=LAST");
            }
        }
        if (replies.stream().anyMatch(Granting.Reply.Asked.class::isInstance)) {
            return FrontController.seeOther("/tilganger/to-personer?sagt=ASKED");
        }
        boolean done = replies.stream().anyMatch(Granting.Reply.Done.class::isInstance);
        if (units.size() > 1) {
            return FrontController.seeOther("/tilganger?gitt");
        }
        return FrontController.seeOther(
                AccessPage.of(units.getFirst()) + (done ? "?sagt=GIVEN" : "?sagt=ALREADY"));
    }

    private static Fault fault(Optional<PersonId> receiver, Days.Entered day, List<Wish> wishes) {
        if (receiver.isEmpty()) {
            return Fault.PERSON;
        }
        if (day.isFaulty()) {
            return Fault.DATE;
        }
        return wishes.isEmpty() ? Fault.POWER : Fault.NONE;
    }

    /**
     * The units, in the order given; empty if there is none, or one is not theirs to administer.
     */
    private Optional<Map<OrgNumber, Unit>> units(Reach reach, Optional<List<String>> numbers) {
        Map<OrgNumber, Unit> units = new LinkedHashMap<>();
        for (String number : numbers.orElse(List.of())) {
            Optional<Unit> unit = administered.unit(reach, number);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            units.put(unit.get().number(), unit.get());
        }
        return Optional.of(units).filter(u -> !u.isEmpty());
    }

    private List<Wish> wishes(Set<OrgNumber> units, Entered entered, Days.Entered day) {
        List<Wish> wishes = new ArrayList<>();
        for (OrgNumber unit : units) {
            categories.all().stream()
                    .map(Categories.Named::category)
                    .filter(c -> entered.categories().contains(c.code()))
                    .forEach(
                            c -> wishes.add(new Wish(unit, Power.READ, Optional.of(c), day.end())));
            for (Power power : Power.values()) {
                if (power != Power.READ && entered.powers().contains(power.name())) {
                    wishes.add(new Wish(unit, power, Optional.empty(), day.end()));
                }
            }
        }
        return wishes;
    }

    private GivePage page(
            Map<OrgNumber, Unit> units, Reach reach, Shell shell, Entered entered, Fault fault) {
        return new GivePage(
                shell,
                units.values().stream().map(u -> new Party(u.name(), u.number())).toList(),
                forms.form(List.copyOf(units.keySet()), reach, shell, entered, fault));
    }
}
