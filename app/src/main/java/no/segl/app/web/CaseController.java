package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Handling.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving one letter to one of its readers, and marking it as handled. */
@Controller
final class CaseController {

    private final Frame frame;
    private final LetterPages letters;
    private final PostOffice office;
    private final CaseDesk desk;

    CaseController(Frame frame, LetterPages letters, PostOffice office, CaseDesk desk) {
        this.frame = frame;
        this.letters = letters;
        this.office = office;
        this.desk = desk;
    }

    /** Gives the letter to somebody, or, if nobody is chosen, takes it from whoever has it. */
    @PostMapping("/brev/{id}/tildel")
    ResponseEntity<byte[]> assign(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> to,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        if (to.orElse("").isEmpty()) {
            return answer(id, person, request, desk::release);
        }
        Optional<PersonId> chosen = to.flatMap(PersonId::parse);
        return answer(
                id,
                person,
                request,
                (letter, by) -> chosen.flatMap(c -> desk.assign(letter, by, c)));
    }

    @PostMapping("/brev/{id}/handtert")
    ResponseEntity<byte[]> handle(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(id, person, request, desk::handle);
    }

    @PostMapping("/brev/{id}/gjenoppta")
    ResponseEntity<byte[]> reopen(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(id, person, request, desk::reopen);
    }

    private ResponseEntity<byte[]> answer(
            String id,
            LoggedIn person,
            HttpServletRequest request,
            BiFunction<LetterId, PersonId, Optional<Reply>> act) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Optional<LetterId> letter = LetterId.parse(id);
        Optional<Reply> reply = letter.flatMap(l -> act.apply(l, person.person()));
        if (letter.isEmpty() || reply.isEmpty()) {
            return frame.error(404, shell);
        }
        return switch (reply.get()) {
            case Reply.Done _, Reply.Already _ -> FrontController.seeOther("/brev/" + id);
            case Reply.CannotRead _ -> {
                Opening opening = office.look(letter.get(), person.person(), person.level());
                yield letters.notAssigned(opening, shell, person);
            }
            // The page says that it must be opened first, or what is sealed in it read.
            case Reply.NotOpened _, Reply.SealedUnread _ -> FrontController.seeOther("/brev/" + id);
            case Reply.NotThere _, Reply.Refused _ -> frame.error(404, shell);
        };
    }
}
