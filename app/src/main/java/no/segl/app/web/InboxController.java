package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Inbox;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.LetterId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox, and letters being opened and read. */
@Controller
final class InboxController {

    private final Frame frame;
    private final PostOffice office;
    private final InboxPages inbox;
    private final LetterPages letters;
    private final ClosedLetters closed;

    InboxController(
            Frame frame,
            PostOffice office,
            InboxPages inbox,
            LetterPages letters,
            ClosedLetters closed) {
        this.frame = frame;
        this.office = office;
        this.inbox = inbox;
        this.letters = letters;
        this.closed = closed;
    }

    @GetMapping("/innboks")
    ResponseEntity<byte[]> inbox(
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> enhet,
            @RequestParam Optional<String> kategori,
            @RequestParam Optional<String> innlogging,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return frame.answer(
                200,
                inbox.page(
                                frame.shell(request, Section.INBOX),
                                person,
                                new InboxPages.Asked(vis, enhet, kategori),
                                etter.flatMap(Inbox.Cursor::parse),
                                Optional.empty())
                        .afterLogin(innlogging.isPresent()));
    }

    @GetMapping("/brev/{id}")
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @RequestParam Optional<String> dok,
            @RequestParam Optional<String> sendt,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.look(letter, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        Optional<ResponseEntity<byte[]>> gone =
                opening instanceof Opening.NotThere
                        ? LetterId.parse(id)
                                .flatMap(letter -> closed.page(letter, person.person(), shell))
                        : Optional.empty();
        return gone.orElseGet(() ->
                letters.answer(
                        opening,
                        shell,
                        person,
                        new LetterPages.Asked(dok, sendt.isPresent(), new Older(etter))));
    }

    @PostMapping("/brev/{id}/apne")
    ResponseEntity<byte[]> open(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.open(letter, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        return opening instanceof Opening.Open open
                ? FrontController.seeOther("/brev/" + open.envelope().id())
                : letters.answer(opening, shell, person, LetterPages.Asked.PLAINLY);
    }
}
