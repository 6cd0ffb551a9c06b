package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Sharer;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Term;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Sharing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sharing one letter with one case worker, by those who may read it by a grant. */
@Controller
final class ShareController {

    private final Frame frame;
    private final LetterPages letters;
    private final SharePanels panels;
    private final PostOffice office;
    private final Sharer sharer;
    private final InstantSource clock;

    ShareController(
            Frame frame,
            LetterPages letters,
            SharePanels panels,
            PostOffice office,
            Sharer sharer,
            InstantSource clock) {
        this.frame = frame;
        this.letters = letters;
        this.panels = panels;
        this.office = office;
        this.sharer = sharer;
        this.clock = clock;
    }

    @PostMapping("/brev/{id}/del")
    ResponseEntity<byte[]> share(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> with,
            @RequestParam(name = "dokumenter") Optional<String> documents,
            @RequestParam(name = "forseglet") Optional<String> handover,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Optional<LetterId> letter = LetterId.parse(id);
        Opening opening =
                letter.map(l -> office.look(l, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        Days.Entered day = Days.read(until, clock.instant());
        Optional<PersonId> chosen =
                opening.envelopeIfThere()
                        .flatMap(e -> panels.chosen(e, person.person(), with.orElse("")));
        if (letter.isEmpty() || chosen.isEmpty() || day.isFaulty()) {
            Term term =
                    new Term(
                            with.orElse(""),
                            until.orElse(""),
                            Days.first(clock.instant()),
                            chosen.isEmpty(),
                            day.isFaulty());
            return letters.badlyShared(
                    opening,
                    shell,
                    person,
                    new SharePanels.Entered(term, documents.isPresent(), handover.isPresent()));
        }
        Optional<Sharing.Reply> reply =
                sharer.share(
                        letter.get(),
                        person.person(),
                        chosen.get(),
                        documents.isPresent() || handover.isPresent(),
                        handover.isPresent() && panels.isSealed(letter.get()),
                        day.end());
        return answer(reply, id, shell);
    }

    @PostMapping("/brev/{id}/del/{share}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String id,
            @PathVariable String share,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        return answer(
                LetterId.parse(id)
                        .flatMap(letter ->
                                Uuids.parse(share)
                                        .flatMap(s -> sharer.end(letter, s, person.person()))),
                id,
                shell);
    }

    private ResponseEntity<byte[]> answer(Optional<Sharing.Reply> reply, String id, Shell shell) {
        boolean done =
                reply.filter(r ->
                                r instanceof Sharing.Reply.Done
                                        || r instanceof Sharing.Reply.Already)
                        .isPresent();
        return done ? FrontController.seeOther("/brev/" + id) : frame.error(404, shell);
    }
}
