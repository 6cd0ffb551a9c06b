package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Deputising;
import no.segl.app.office.Reach;
import no.segl.app.web.PersonAccessPages.State;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Term;
import no.segl.core.access.Granting;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is in somebody's place while they are away, from a first day through a last. */
@Controller
final class DeputyController {

    private final Frame frame;
    private final Administered administered;
    private final Administration administration;
    private final Deputising deputising;
    private final PersonAccessPages pages;
    private final Unpermitted unpermitted;
    private final InstantSource clock;

    DeputyController(
            Frame frame,
            Administered administered,
            Administration administration,
            Deputising deputising,
            PersonAccessPages pages,
            Unpermitted unpermitted,
            InstantSource clock) {
        this.frame = frame;
        this.administered = administered;
        this.administration = administration;
        this.deputising = deputising;
        this.pages = pages;
        this.unpermitted = unpermitted;
        this.clock = clock;
    }

    @PostMapping("/tilganger/person/{id}/vikar")
    ResponseEntity<byte[]> deputise(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam(name = "fra") Optional<String> from,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        Reach reach = administration.reach(viewer.person());
        Optional<PersonId> absent = administered.person(reach.roots(), id);
        if (absent.isEmpty()) {
            return frame.error(404, shell);
        }
        Instant now = clock.instant();
        Optional<PersonId> deputy =
                administered
                        .choosable(reach.roots(), to.orElse(""))
                        .filter(d -> !d.equals(absent.get()));
        Optional<Instant> begin = Days.begin(from, now);
        Optional<Instant> end = Days.read(until, now).end();
        Term term =
                new Term(
                        to.orElse(""),
                        from.orElse(""),
                        until.orElse(""),
                        Days.first(now),
                        deputy.isEmpty(),
                        begin.isEmpty(),
                        end.filter(e -> begin.map(e::isAfter).orElse(true)).isEmpty());
        if (term.isFaulty()) {
            return frame.answer(422, pages.page(absent.get(), reach, shell, State.LOOKING, term));
        }
        Deputising.Given given =
                deputising.deputise(
                        viewer.person(),
                        absent.get(),
                        deputy.orElseThrow(),
                        begin.orElseThrow(),
                        end.orElseThrow());
        return unpermitted
                .page(shell, viewer.person(), given.grants())
                .orElseGet(() ->
                        FrontController.seeOther(
                                given.grants().stream()
                                                .anyMatch(Granting.Reply.Asked.class::isInstance)
                                        ? "/tilganger/to-personer?sagt=ASKED"
                                        : "/tilganger/person/" + deputy.get()));
    }

    /** Whoever was away is back before their time, or somebody else is to be in their place. */
    @PostMapping("/tilganger/person/{id}/vikar/{deputy}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String id,
            @PathVariable String deputy,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        List<OrgNumber> roots = administration.reach(viewer.person()).roots();
        Optional<PersonId> absent = administered.person(roots, id);
        Optional<PersonId> theirs = administered.person(roots, deputy);
        if (absent.isEmpty() || theirs.isEmpty()) {
            return frame.error(404, shell);
        }
        deputising.end(viewer.person(), absent.get(), theirs.get());
        return FrontController.seeOther("/tilganger/person/" + absent.get());
    }
}
