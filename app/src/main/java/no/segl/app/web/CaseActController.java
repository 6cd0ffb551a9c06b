package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.FollowUp;
import no.segl.app.web.page.CasePage.Entered;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Casework.Reply;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Settling;
import no.segl.core.print.Reordering;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do about a case. What cannot be done comes back with what was filled in. */
@Controller
final class CaseActController {

    private static final int NOTHING_SEEN = -1;

    private final Frame frame;
    private final CasePages pages;
    private final FollowUp followUp;
    private final InstantSource clock;

    CaseActController(Frame frame, CasePages pages, FollowUp followUp, InstantSource clock) {
        this.frame = frame;
        this.pages = pages;
        this.followUp = followUp;
        this.clock = clock;
    }

    @PostMapping("/oppfolging/{id}/ta")
    ResponseEntity<byte[]> take(
            @PathVariable String id,
            @RequestParam Optional<String> versjon,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        int seen = seen(versjon);
        return answer(
                new Asked(id, person, shell(request, id), seen, Entered.NOTHING),
                matter(id)
                        .flatMap(m -> followUp.assign(m, seen, person.person(), person.person())));
    }

    /** Gives the case to somebody, or, if nobody is chosen, back to the unit. */
    @PostMapping("/oppfolging/{id}/tildel")
    ResponseEntity<byte[]> give(
            @PathVariable String id,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam Optional<String> versjon,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        int seen = seen(versjon);
        Optional<PersonId> chosen = to.flatMap(PersonId::parse);
        PersonId by = person.person();
        return answer(
                new Asked(
                        id,
                        person,
                        shell(request, id),
                        seen,
                        new Entered("", to.orElse(""), "", "", "", "")),
                matter(id)
                        .flatMap(m ->
                                to.orElse("").isEmpty()
                                        ? followUp.release(m, seen, by)
                                        : chosen.flatMap(c -> followUp.assign(m, seen, by, c))));
    }

    @PostMapping("/oppfolging/{id}/kommentar")
    ResponseEntity<byte[]> comment(
            @PathVariable String id,
            @RequestParam Optional<String> tekst,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        String text = tekst.orElse("");
        return answer(
                new Asked(
                        id,
                        person,
                        shell(request, id),
                        NOTHING_SEEN,
                        new Entered(text, "", "", "", "", "")),
                matter(id).flatMap(m -> followUp.comment(m, person.person(), text)));
    }

    @PostMapping("/oppfolging/{id}/utsett")
    ResponseEntity<byte[]> snooze(
            @PathVariable String id,
            @RequestParam Optional<String> grunn,
            @RequestParam Optional<String> til,
            @RequestParam Optional<String> versjon,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Matter.Wait> reason = named(Matter.Wait.values(), grunn);
        Days.Entered until = Days.read(til, clock.instant());
        int seen = seen(versjon);
        Asked asked =
                new Asked(
                        id,
                        person,
                        shell(request, id),
                        seen,
                        new Entered("", "", grunn.orElse(""), til.orElse(""), "", ""));
        if (reason.isEmpty()) {
            return again(asked, 422, "NO_REASON");
        }
        return until.end().isEmpty()
                ? again(asked, 422, "BAD_TIME")
                : answer(
                        asked,
                        matter(id)
                                .flatMap(m ->
                                        followUp.snooze(
                                                m,
                                                seen,
                                                person.person(),
                                                reason.get(),
                                                until.end().get())));
    }

    @PostMapping("/oppfolging/{id}/lukk")
    ResponseEntity<byte[]> close(
            @PathVariable String id,
            @RequestParam Optional<String> utfall,
            @RequestParam Optional<String> versjon,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Matter.Outcome> outcome = named(Matter.Outcome.values(), utfall);
        int seen = seen(versjon);
        Asked asked =
                new Asked(
                        id,
                        person,
                        shell(request, id),
                        seen,
                        new Entered("", "", "", "", utfall.orElse(""), ""));
        return outcome.isEmpty()
                ? again(asked, 422, "NO_REASON")
                : answer(
                        asked,
                        matter(id)
                                .flatMap(m ->
                                        followUp.close(m, seen, person.person(), outcome.get())));
    }

    /** Closes the letter itself, which takes a word that it is meant. */
    @PostMapping("/oppfolging/{id}/gjor-opp")
    ResponseEntity<byte[]> settle(
            @PathVariable String id,
            @RequestParam Optional<String> grunn,
            @RequestParam Optional<String> sikker,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Settling.Reason> reason = named(Settling.Reason.values(), grunn);
        Asked asked =
                new Asked(
                        id,
                        person,
                        shell(request, id),
                        NOTHING_SEEN,
                        new Entered("", "", "", "", "", grunn.orElse("?")));
        if (reason.isEmpty()) {
            return again(asked, 422, "NO_REASON");
        }
        if (sikker.isEmpty()) {
            return again(asked, 422, "NOT_SURE");
        }
        Optional<Settling.Reply> reply =
                matter(id).flatMap(m -> followUp.settle(m, person.person(), reason.get()));
        return switch (reply.orElse(Settling.Reply.REFUSED)) {
            case SETTLED -> FrontController.seeOther("/oppfolging/" + id);
            case ALREADY_CLOSED -> again(asked, 409, "CLOSED");
            case NOT_YET, NOT_A_PERSON, REFUSED -> again(asked, 403, "REFUSED");
        };
    }

    /** Has the letter put on paper anew. */
    @PostMapping("/oppfolging/{id}/bestill-utskrift")
    ResponseEntity<byte[]> order(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Asked asked = new Asked(id, person, shell(request, id), NOTHING_SEEN, Entered.NOTHING);
        Optional<Reordering.Reply> reply =
                matter(id).flatMap(m -> followUp.order(m, person.person()));
        return switch (reply.orElse(Reordering.Reply.REFUSED)) {
            case ORDERED, UNDER_WAY -> FrontController.seeOther("/oppfolging/" + id);
            case MAYBE_ON_PAPER -> again(asked, 409, "MAYBE_ON_PAPER");
            case NO_ROUTE -> again(asked, 409, "NO_ROUTE");
            case CLOSED -> again(asked, 409, "CLOSED");
            case REFUSED -> again(asked, 403, "NOT_SENDER");
        };
    }

    /** What was asked for, and by whom. */
    private record Asked(String id, LoggedIn person, Shell shell, int seen, Entered entered) {}

    private ResponseEntity<byte[]> answer(Asked asked, Optional<Reply> reply) {
        return switch (reply.orElse(Reply.REFUSED)) {
            case DONE, ALREADY -> FrontController.seeOther("/oppfolging/" + asked.id());
            case REFUSED -> frame.error(404, asked.shell());
            case CHANGED, CLOSED ->
                    pages.answer(
                            409,
                            asked.id(),
                            asked.person(),
                            asked.shell(),
                            new CasePages.Came(
                                    reply.map(Reply::name),
                                    Optional.of(asked.seen()).filter(seen -> seen >= 0)),
                            asked.entered());
            case NOT_THEIRS, BAD_TIME, BAD_TEXT, DOES_NOT_FIT, STILL_SO, ON_ITS_WAY ->
                    again(asked, 422, reply.orElseThrow().name());
        };
    }

    private ResponseEntity<byte[]> again(Asked asked, int status, String trouble) {
        return pages.answer(
                status,
                asked.id(),
                asked.person(),
                asked.shell(),
                new CasePages.Came(Optional.of(trouble), Optional.empty()),
                asked.entered());
    }

    private Shell shell(HttpServletRequest request, String id) {
        return frame.shell(
                request,
                Section.FOLLOW_UP,
                matter(id).map(m -> "/oppfolging/" + m).orElse("/oppfolging"));
    }

    private static Optional<UUID> matter(String id) {
        return Uuids.parse(id);
    }

    private static int seen(Optional<String> version) {
        return version.filter(v -> v.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(NOTHING_SEEN);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, Optional<String> name) {
        return name.flatMap(n -> Arrays.stream(values).filter(v -> v.name().equals(n)).findFirst());
    }
}
