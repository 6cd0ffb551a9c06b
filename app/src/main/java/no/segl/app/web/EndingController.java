package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Sharer;
import no.segl.app.store.Grants;
import no.segl.app.web.page.AccessPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Granting;
import no.segl.core.id.LetterId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Sharing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ends what somebody holds, piece by piece: a grant, or a letter that is shared with them. */
@Controller
final class EndingController {

    private final Frame frame;
    private final Administration administration;
    private final Sharer sharer;
    private final Grants grants;

    EndingController(Frame frame, Administration administration, Sharer sharer, Grants grants) {
        this.frame = frame;
        this.administration = administration;
        this.sharer = sharer;
        this.grants = grants;
    }

    @PostMapping("/tilganger/person/{id}/deling/{letter}/{share}/avslutt")
    ResponseEntity<byte[]> endShare(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String share,
            @RequestParam Optional<String> tilbake,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/person/" + id);
        boolean done =
                LetterId.parse(letter)
                        .flatMap(l ->
                                Uuids.parse(share)
                                        .flatMap(s -> sharer.administer(l, s, viewer.person())))
                        .filter(r -> !(r instanceof Sharing.Reply.Refused))
                        .isPresent();
        return done ? back(tilbake, shell.path(), "ENDED") : frame.error(404, shell);
    }

    @PostMapping("/tilganger/fullmakt/{grant}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String grant,
            @RequestParam Optional<String> tilbake,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger");
        Optional<Granting.Reply> reply =
                Uuids.parse(grant).flatMap(id -> administration.end(viewer.person(), id));
        if (reply.isEmpty() || reply.get() instanceof Granting.Reply.Refused) {
            // Not there, or not theirs to end: alike.
            return frame.error(404, shell);
        }
        return reply.get() instanceof Granting.Reply.LastAdministrator
                ? last(Uuids.parse(grant).orElseThrow())
                : back(tilbake, "/tilganger", "ENDED");
    }

    /** To the unit of a grant that cannot end, which says why. */
    ResponseEntity<byte[]> last(UUID grant) {
        return FrontController.seeOther(
                AccessPage.of(grants.find(grant).orElseThrow().unit()) + "?sagt=LAST");
    }

    /** To the page it was asked from; a unit's says what was done. */
    private static ResponseEntity<byte[]> back(
            Optional<String> asked, String otherwise, String said) {
        String back = asked.filter(t -> t.matches("/tilganger[0-9a-z/-]*")).orElse(otherwise);
        return FrontController.seeOther(
                back.startsWith("/tilganger/enhet/") ? back + "?sagt=" + said : back);
    }
}
