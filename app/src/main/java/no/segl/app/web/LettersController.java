package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Bookmarks;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Side;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has been sent, and what has come: the letters that a question is about. */
@Controller
final class LettersController {

    private final Frame frame;
    private final ListPages pages;
    private final Bookmarks bookmarks;
    private final Overseen overseen;

    LettersController(Frame frame, ListPages pages, Bookmarks bookmarks, Overseen overseen) {
        this.frame = frame;
        this.pages = pages;
        this.bookmarks = bookmarks;
        this.overseen = overseen;
    }

    @GetMapping("/sendt")
    ResponseEntity<byte[]> sent(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return list(
                Side.SENDER,
                new ListPages.Typed(sporsmal, vis, etter, nummer.isPresent()),
                person,
                request);
    }

    @GetMapping("/inngaende")
    ResponseEntity<byte[]> received(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return list(
                Side.RECIPIENT,
                new ListPages.Typed(sporsmal, vis, etter, nummer.isPresent()),
                person,
                request);
    }

    static String path(Side own) {
        return own == Side.SENDER ? "/sendt" : "/inngaende";
    }

    /** Where it leads that somebody's national identity number stands in the address. */
    static String withoutNumber(Side own) {
        return path(own) + "?nummer";
    }

    private ResponseEntity<byte[]> list(
            Side own, ListPages.Typed typed, LoggedIn person, HttpServletRequest request) {
        if (Search.isPersonsNumber(typed.question())) {
            return FrontController.seeOther(withoutNumber(own));
        }
        Shell shell = frame.shell(request, section(own));
        return pages.answer(own, typed, person, shell, ListPages.Keeping.NOTHING);
    }

    static Section section(Side own) {
        return own == Side.SENDER ? Section.SENT : Section.RECEIVED;
    }

    @PostMapping("/sendt/visninger")
    ResponseEntity<byte[]> keepSent(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> navn,
            @RequestParam Optional<String> enhet,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return keep(
                Side.SENDER,
                new ListPages.Typed(sporsmal, vis, Optional.empty(), false),
                new ListPages.Keeping(navn.orElse(""), enhet.orElse(""), Optional.empty()),
                person,
                request);
    }

    @PostMapping("/inngaende/visninger")
    ResponseEntity<byte[]> keepReceived(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> navn,
            @RequestParam Optional<String> enhet,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return keep(
                Side.RECIPIENT,
                new ListPages.Typed(sporsmal, vis, Optional.empty(), false),
                new ListPages.Keeping(navn.orElse(""), enhet.orElse(""), Optional.empty()),
                person,
                request);
    }

    @PostMapping("/sendt/visninger/{id}/slett")
    ResponseEntity<byte[]> removeSent(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return remove(Side.SENDER, id, person, request);
    }

    @PostMapping("/inngaende/visninger/{id}/slett")
    ResponseEntity<byte[]> removeReceived(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return remove(Side.RECIPIENT, id, person, request);
    }

    private ResponseEntity<byte[]> keep(
            Side own,
            ListPages.Typed typed,
            ListPages.Keeping keeping,
            LoggedIn person,
            HttpServletRequest request) {
        Shell page = frame.shell(request, section(own), path(own));
        Questions.Asked read = pages.read(own, typed, page.texts());
        Shell shell = page.backTo(read.filter().here());
        if (overseen.by(person.person(), own).isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<OrgNumber> unit = OrgNumber.parse(keeping.unit());
        Bookmarks.Reply reply =
                unit.isEmpty() && !keeping.unit().isEmpty()
                        ? Bookmarks.Reply.REFUSED
                        : bookmarks.keep(
                                person.person(),
                                own,
                                unit,
                                keeping.name(),
                                read.filter().typed(),
                                read.filter().view().word());
        return reply == Bookmarks.Reply.DONE && !read.isFaulty()
                ? FrontController.seeOther(read.filter().here())
                : pages.answer(own, typed, person, shell, keeping.with(reply.name()));
    }

    private ResponseEntity<byte[]> remove(
            Side own, String id, LoggedIn person, HttpServletRequest request) {
        boolean done =
                Uuids.parse(id)
                        .map(kept ->
                                bookmarks.remove(
                                        person.person(),
                                        own,
                                        overseen.by(person.person(), own),
                                        kept))
                        .filter(Bookmarks.Reply.DONE::equals)
                        .isPresent();
        return done
                ? FrontController.seeOther(path(own))
                : frame.error(404, frame.shell(request, section(own), path(own)));
    }
}
