package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.office.TakeOver;
import no.segl.app.store.Successions;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.TakeOverPage;
import no.segl.core.access.Granting;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a merger left behind, for those who administer access at the unit that took over. */
@Controller
final class TakeOverController {

    private final Frame frame;
    private final Words words;
    private final Administration administration;
    private final TakeOver takeOver;
    private final Successions successions;
    private final InstantSource clock;

    TakeOverController(
            Frame frame,
            Words words,
            Administration administration,
            TakeOver takeOver,
            Successions successions,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.administration = administration;
        this.takeOver = takeOver;
        this.successions = successions;
        this.clock = clock;
    }

    /** A unit that is gone, and the one that took over. */
    private record Merged(OrgNumber gone, OrgNumber successor) {}

    private Optional<Merged> merged(Reach reach, String number) {
        return OrgNumber.parse(number)
                .flatMap(gone -> successions.successor(gone).map(to -> new Merged(gone, to)))
                .filter(m -> reach.includes(m.successor()));
    }

    @GetMapping("/tilganger/overtatt/{number}")
    ResponseEntity<byte[]> left(
            @PathVariable String number,
            @RequestParam Optional<String> gitt,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(viewer.person());
        return merged(reach, number)
                .map(m -> frame.answer(200, page(m, reach, shell, Counts.read(gitt.orElse("")))))
                .orElseGet(() -> frame.error(404, shell));
    }

    @PostMapping("/tilganger/overtatt/{number}")
    ResponseEntity<byte[]> carryOver(
            @PathVariable String number,
            @RequestParam(name = "fullmakt") Optional<Set<String>> chosen,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/overtatt/" + number);
        Optional<Merged> merged = merged(administration.reach(viewer.person()), number);
        if (merged.isEmpty()) {
            return frame.error(404, shell);
        }
        Set<UUID> grants =
                chosen.orElse(Set.of()).stream()
                        .flatMap(id -> Uuids.parse(id).stream())
                        .collect(Collectors.toSet());
        List<Granting.Reply> replies =
                takeOver.carryOver(viewer.person(), merged.get().gone(), grants);
        return FrontController.seeOther(
                "/tilganger/overtatt/"
                        + merged.get().gone()
                        + "?gitt="
                        + Counts.written(
                                count(replies, Granting.Reply.Done.class),
                                count(replies, Granting.Reply.Asked.class),
                                count(replies, Granting.Reply.Refused.class)
                                        + count(replies, Granting.Reply.LastAdministrator.class)));
    }

    private static long count(List<Granting.Reply> replies, Class<? extends Granting.Reply> which) {
        return replies.stream().filter(which::isInstance).count();
    }

    private TakeOverPage page(Merged merged, Reach reach, Shell shell, List<Integer> said) {
        Instant now = clock.instant();
        Words.Names names = words.categories(shell.language());
        return new TakeOverPage(
                shell,
                frame.party(merged.gone()),
                frame.party(merged.successor()),
                successions.left(merged.gone(), merged.successor(), now).stream()
                        .map(h ->
                                new TakeOverPage.Left(
                                        h.grant(),
                                        Words.person(h.person(), h.name()),
                                        h.power(),
                                        h.category().map(names::of),
                                        h.until(),
                                        reach.mayGive(h.power(), merged.successor())))
                        .toList(),
                successions.waiting(merged.gone()),
                said);
    }
}
