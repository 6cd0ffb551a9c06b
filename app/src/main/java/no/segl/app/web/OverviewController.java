package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.export.MeetingPdf;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Breaches;
import no.segl.app.store.Cases;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Rounds;
import no.segl.app.store.Surveys;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.OverviewPage;
import no.segl.app.web.page.OverviewPage.Fresh;
import no.segl.app.web.page.OverviewPage.Ready;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import no.segl.core.readiness.Survey;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How it stands with every letter of the units that somebody oversees, in figures. */
@Controller
final class OverviewController {

    /** The same as the alarm outside has. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final Frame frame;
    private final Overseen overseen;
    private final OverviewEnds ends;
    private final Surveys surveys;
    private final Cases cases;
    private final ControlRuns runs;
    private final Breaches breaches;
    private final Rounds rounds;

    OverviewController(
            Frame frame,
            Overseen overseen,
            OverviewEnds ends,
            Surveys surveys,
            Cases cases,
            ControlRuns runs,
            Breaches breaches,
            Rounds rounds) {
        this.frame = frame;
        this.overseen = overseen;
        this.ends = ends;
        this.surveys = surveys;
        this.cases = cases;
        this.runs = runs;
        this.breaches = breaches;
        this.rounds = rounds;
    }

    @GetMapping("/oversikt")
    ResponseEntity<byte[]> overview(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        return frame.answer(200, page(person.person(), frame.shell(request, Section.OVERVIEW)));
    }

    /** The same figures, to lay on the table. Whoever follows no unit has none. */
    @GetMapping("/oversikt/mote.pdf")
    ResponseEntity<byte[]> meeting(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request)
            throws IOException {
        OverviewPage page =
                page(person.person(), frame.shell(request, Section.OVERVIEW, "/oversikt"));
        if (page.ends().isEmpty()) {
            return frame.error(404, page.shell());
        }
        MeetingPdf pdf = new MeetingPdf(page);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(pdf.fileName()).build().toString())
                .body(pdf.bytes());
    }

    /** All of it at one instant: that which the page says. */
    private OverviewPage page(PersonId person, Shell shell) {
        Instant now = shell.now();
        Map<Side, Set<OrgNumber>> own = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Set<OrgNumber> units = overseen.by(person, side);
            if (!units.isEmpty()) {
                own.put(side, units);
            }
        }
        if (own.isEmpty()) {
            return new OverviewPage(
                    shell,
                    List.of(),
                    new Ready(0, 0, 0),
                    new OverviewPage.Cases(0, 0),
                    OverviewPage.Routine.NONE,
                    new Fresh(Optional.empty(), false, Optional.empty()));
        }
        return new OverviewPage(
                shell,
                own.entrySet().stream()
                        .map(e -> ends.of(e.getKey(), e.getValue(), now, shell))
                        .toList(),
                ready(person, now),
                cases(person, now),
                routine(person, own.getOrDefault(Side.RECIPIENT, Set.of()), now),
                fresh(now));
    }

    private Ready ready(PersonId person, Instant now) {
        List<OrgNumber> roots = overseen.roots(person, Side.RECIPIENT);
        if (roots.isEmpty()) {
            return new Ready(0, 0, 0);
        }
        Survey.Figures figures = surveys.of(roots, now).figures();
        return new Ready(figures.cells(), figures.gaps(), figures.stuck());
    }

    private OverviewPage.Cases cases(PersonId person, Instant now) {
        Cases.Count count =
                cases.count(
                        new Cases.Question(
                                overseen.answering(person, Side.RECIPIENT),
                                overseen.answering(person, Side.SENDER),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        now);
        return new OverviewPage.Cases(count.open(), count.late());
    }

    private OverviewPage.Routine routine(PersonId person, Set<OrgNumber> own, Instant now) {
        ControlRuns.Score score = runs.score(own, now.minus(ControlsController.LATELY), now);
        Breaches.Count count =
                breaches.count(
                        overseen.answering(person, Side.RECIPIENT),
                        overseen.answering(person, Side.SENDER),
                        now);
        return new OverviewPage.Routine(
                new ControlsPage.Score(score.due(), score.onTime(), score.missed()),
                !own.isEmpty(),
                count.open(),
                count.late());
    }

    private Fresh fresh(Instant now) {
        Optional<Instant> looked = rounds.last("look", now);
        return new Fresh(
                looked,
                looked.filter(at -> at.isBefore(now.minus(LATE))).isPresent(),
                rounds.last("register", now));
    }
}
