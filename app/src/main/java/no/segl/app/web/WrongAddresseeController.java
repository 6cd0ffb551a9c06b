package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.FollowUp;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.deadline.CaseDue;
import no.segl.core.id.LetterId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody who may read a letter says that it is not for them: a case at its sender. */
@Controller
final class WrongAddresseeController {

    private final Frame frame;
    private final FollowUp followUp;

    WrongAddresseeController(Frame frame, FollowUp followUp) {
        this.frame = frame;
        this.followUp = followUp;
    }

    @PostMapping("/brev/{id}/feil-mottaker")
    ResponseEntity<byte[]> report(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<CaseDue.Reply> reply =
                LetterId.parse(id).flatMap(l -> followUp.wrongAddressee(l, person.person()));
        return switch (reply.orElse(CaseDue.Reply.REFUSED)) {
            case DONE, NOTHING_TO_DO -> FrontController.seeOther("/brev/" + id);
            case REFUSED -> frame.error(404, frame.shell(request, Section.INBOX, "/innboks"));
        };
    }
}
