package no.segl.app.web;

import java.util.List;
import java.util.Optional;
import no.segl.app.web.page.MayNotPage;
import no.segl.app.web.page.Shell;
import no.segl.core.access.Clearance;
import no.segl.core.access.Granting;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What somebody is told who may not give what they tried to give: why, and who may. */
@Component
final class Unpermitted {

    private final Frame frame;
    private final Givers givers;

    Unpermitted(Frame frame, Givers givers) {
        this.frame = frame;
        this.givers = givers;
    }

    /** The page; empty if nothing was refused. */
    Optional<ResponseEntity<byte[]>> page(
            Shell shell, PersonId viewer, List<Granting.Reply> replies) {
        return replies.stream()
                .filter(Granting.Reply.Refused.class::isInstance)
                .map(Granting.Reply.Refused.class::cast)
                .findFirst()
                .map(Granting.Reply.Refused::why)
                .map(why ->
                        frame.answer(
                                403,
                                new MayNotPage(
                                        shell,
                                        MayNotPage.GIVE,
                                        why.ground().name(),
                                        frame.party(why.unit()),
                                        givers.at(why.unit(), viewer),
                                        Math.toIntExact(
                                                replies.stream()
                                                        .filter(r ->
                                                                !(r
                                                                        instanceof
                                                                        Granting.Reply.Refused))
                                                        .count()),
                                        replies.size())));
    }

    /** What somebody is told who may not decide whether two persons are needed. */
    ResponseEntity<byte[]> requireTwo(Shell shell, PersonId viewer, Clearance.Denied why) {
        return frame.answer(
                403,
                new MayNotPage(
                        shell,
                        MayNotPage.REQUIRE_TWO,
                        why.ground().name(),
                        frame.party(why.unit()),
                        givers.administratorsAt(why.unit(), viewer),
                        0,
                        1));
    }
}
