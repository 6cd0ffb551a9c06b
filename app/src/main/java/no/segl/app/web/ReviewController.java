package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.store.Holders;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.ReviewPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Granting;
import no.segl.core.id.Uuids;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The access review: each grant that has stood for a year is kept on somebody's word, or ends. */
@Controller
final class ReviewController {

    private static final int PAGE = 100;

    private final Frame frame;
    private final NothingAdministered unadministered;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final Holders holders;
    private final SharedPanels shared;
    private final EndingController ending;
    private final ReviewPeriodController periods;
    private final Units units;
    private final InstantSource clock;

    ReviewController(
            Frame frame,
            NothingAdministered unadministered,
            Words words,
            Administered administered,
            Administration administration,
            Holders holders,
            SharedPanels shared,
            EndingController ending,
            ReviewPeriodController periods,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.unadministered = unadministered;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.holders = holders;
        this.shared = shared;
        this.ending = ending;
        this.periods = periods;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/tilganger/gjennomgang")
    ResponseEntity<byte[]> review(
            @RequestParam Optional<String> ikke,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(viewer.person());
        if (reach.roots().isEmpty()) {
            return unadministered.page(shell, viewer.person());
        }
        Words.Names names = words.categories(shell.language());
        return frame.answer(
                200,
                new ReviewPage(
                        shell,
                        Duration.between(administered.dueBefore(), clock.instant()).toDays(),
                        due(reach).stream()
                                .map(d ->
                                        new ReviewPage.Row(
                                                d.holder().grant(),
                                                Words.person(
                                                        d.holder().person(), d.holder().name()),
                                                new Party(d.holder().fromName(), d.holder().from()),
                                                d.holder().power(),
                                                d.holder().category().map(names::of),
                                                d.since()))
                                .toList(),
                        administered.due(reach),
                        ikke.map(Counts::read).orElse(List.of()),
                        periods.places(reach),
                        shared.of(units.within(reach.roots()), shell, "/tilganger/gjennomgang")));
    }

    private List<Holders.Due> due(Reach reach) {
        return reach.parts().stream()
                .flatMap(part ->
                        holders
                                .due(
                                        part.roots(),
                                        part.powers(),
                                        administered.dueBefore(),
                                        clock.instant(),
                                        PAGE)
                                .stream())
                .sorted(Comparator.comparing(Holders.Due::since))
                .limit(PAGE)
                .toList();
    }

    /** Each grant's field says whether to keep or to end it; what is not named waits. */
    @PostMapping("/tilganger/gjennomgang")
    ResponseEntity<byte[]> decide(
            @AuthenticationPrincipal LoggedIn viewer, HttpServletRequest request) {
        if (administration.reach(viewer.person()).roots().isEmpty()) {
            return unadministered.page(
                    frame.shell(request, Section.ACCESS, "/tilganger/gjennomgang"),
                    viewer.person());
        }
        boolean all = "behold".equals(request.getParameter("alle"));
        List<UUID> last = new ArrayList<>();
        int decided = 0;
        int refused = 0;
        for (var field : request.getParameterMap().entrySet()) {
            Optional<UUID> grant =
                    Optional.of(field.getKey())
                            .filter(name -> name.startsWith("f-") && field.getValue().length == 1)
                            .flatMap(name -> Uuids.parse(name.substring(2)));
            Optional<Granting.Reply> reply =
                    grant.flatMap(g ->
                            decide(viewer, g, chosen(String.valueOf(field.getValue()[0]), all)));
            reply.filter(Granting.Reply.LastAdministrator.class::isInstance)
                    .flatMap(_ -> grant)
                    .ifPresent(last::add);
            decided += reply.isPresent() ? 1 : 0;
            refused += reply.filter(Granting.Reply.Refused.class::isInstance).isPresent() ? 1 : 0;
        }
        if (!last.isEmpty()) {
            return ending.last(last.getFirst());
        }
        if (refused > 0) {
            return FrontController.seeOther(
                    "/tilganger/gjennomgang?ikke=" + Counts.written(refused, decided, 0));
        }
        return FrontController.seeOther(
                "tilganger".equals(request.getParameter("tilbake"))
                        ? "/tilganger"
                        : "/tilganger/gjennomgang");
    }

    /** To keep all is to keep those of which nothing else is said. */
    private static String chosen(String choice, boolean all) {
        return all && choice.equals("senere") ? "behold" : choice;
    }

    /** Does what was chosen; empty if it is to wait, or there is no such grant. */
    private Optional<Granting.Reply> decide(LoggedIn viewer, UUID grant, String choice) {
        return switch (choice) {
            case "behold" -> administration.confirm(viewer.person(), grant);
            case "avslutt" -> administration.end(viewer.person(), grant);
            // Later: it stays due.
            default -> Optional.empty();
        };
    }
}
