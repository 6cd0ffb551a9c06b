package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Leaders;
import no.segl.app.store.Grants;
import no.segl.app.web.page.KeyRolePage;
import no.segl.app.web.page.KeyRolePage.Outcome;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Grant;
import no.segl.core.access.KeyRoles.Registered;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody comes who has logged in to show that they hold a key role. */
@Controller
final class KeyRoleController {

    private final Frame frame;
    private final KeyRoleLogin login;
    private final Leaders leaders;
    private final Grants grants;
    private final InstantSource clock;

    KeyRoleController(
            Frame frame, KeyRoleLogin login, Leaders leaders, Grants grants, InstantSource clock) {
        this.frame = frame;
        this.login = login;
        this.leaders = leaders;
        this.grants = grants;
        this.clock = clock;
    }

    @GetMapping("/tilganger/nokkelrolle")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        if (login.wanted().isEmpty()) {
            return frame.error(404, shell);
        }
        Instant now = clock.instant();
        List<Grant> held =
                grants.of(person.person()).stream()
                        .filter(g -> g.power() == Power.ADMINISTER && g.holdsAt(now))
                        .toList();
        return frame.answer(
                200,
                new KeyRolePage(
                        shell, person.leads().stream().map(unit -> told(unit, held)).toList()));
    }

    private KeyRolePage.Told told(OrgNumber unit, List<Grant> held) {
        Optional<Grant> here = held.stream().filter(g -> g.unit().equals(unit)).findFirst();
        Outcome outcome = here.isPresent() ? Outcome.GIVEN : outcome(leaders.registered(unit));
        return new KeyRolePage.Told(frame.party(unit), outcome, here.flatMap(Grant::until));
    }

    private static Outcome outcome(Registered registered) {
        return switch (registered) {
            case NOT_KNOWN -> Outcome.NOT_KNOWN;
            case DISSOLVED -> Outcome.DISSOLVED;
            case NOT_HELD -> Outcome.NOT_HELD;
            case HELD -> Outcome.ENDED;
        };
    }
}
