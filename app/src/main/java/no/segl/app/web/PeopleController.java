package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.store.Holders;
import no.segl.app.web.page.PeoplePage;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a person, to see what they can open. */
@Controller
final class PeopleController {

    private static final int SHOWN = 200;

    private final Frame frame;
    private final NothingAdministered unadministered;
    private final Administration administration;
    private final Holders holders;
    private final InstantSource clock;

    PeopleController(
            Frame frame,
            NothingAdministered unadministered,
            Administration administration,
            Holders holders,
            InstantSource clock) {
        this.frame = frame;
        this.unadministered = unadministered;
        this.administration = administration;
        this.holders = holders;
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
        List<OrgNumber> roots = administration.reach(person.person()).roots();
        if (roots.isEmpty()) {
            return unadministered.page(shell, person.person());
        }
        String text = request.getMethod().equals("POST") ? Search.text(sok) : "";
        List<Holders.Known> found = holders.people(roots, text, clock.instant(), SHOWN + 1);
        return frame.answer(
                200,
                new PeoplePage(
                        shell,
                        text,
                        rows(found.subList(0, Math.min(SHOWN, found.size()))),
                        found.size() > SHOWN));
    }

    private static List<PeoplePage.Row> rows(List<Holders.Known> found) {
        List<PeoplePage.Row> rows = new ArrayList<>();
        List<Person> named = Administered.named(found);
        for (int i = 0; i < found.size(); i++) {
            rows.add(new PeoplePage.Row(named.get(i), found.get(i).grants()));
        }
        return rows;
    }
}
