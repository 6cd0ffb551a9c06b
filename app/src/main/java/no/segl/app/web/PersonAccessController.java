package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Numbers;
import no.segl.app.office.Reach;
import no.segl.app.web.PersonAccessPages.State;
import no.segl.app.web.page.PersonAccessPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
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

    private final Frame frame;
    private final Administered administered;
    private final Administration administration;
    private final PersonAccessPages pages;
    private final Numbers numbers;

    PersonAccessController(
            Frame frame,
            Administered administered,
            Administration administration,
            PersonAccessPages pages,
            Numbers numbers) {
        this.frame = frame;
        this.administered = administered;
        this.administration = administration;
        this.pages = pages;
        this.numbers = numbers;
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
                .map(p -> frame.answer(200, pages.page(p, reach, shell, state).endedWith(with)))
                .orElseGet(() -> frame.error(404, shell));
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
                .map(p -> frame.answer(200, pages.page(p, reach, shell, State.LEAVING)))
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
        PersonAccessPage page = pages.page(person.get(), reach, shell, State.LOOKING);
        return Optional.of(person.get())
                .filter(_ -> page.there())
                .flatMap(p -> numbers.show(viewer.person(), p))
                .map(number -> frame.answer(200, page.showing(number.digits())))
                .orElseGet(() -> frame.answer(200, page));
    }
}
