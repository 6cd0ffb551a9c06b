package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.DueCursor;
import no.segl.app.store.FigureReports;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.RunsPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Side;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The routine of the units that somebody oversees: its controls, and whether they were done. */
@Controller
final class ControlsController {

    /** What «lately» is, as on the overview. */
    static final Duration LATELY = Duration.ofDays(30);

    private static final int PAGE = 50;
    private static final int MOST_OPEN = 200;

    private final Frame frame;
    private final Overseen overseen;
    private final ControlWords words;
    private final Controls controls;
    private final ControlRuns runs;
    private final FigureReports reports;
    private final InstantSource clock;

    ControlsController(
            Frame frame,
            Overseen overseen,
            ControlWords words,
            Controls controls,
            ControlRuns runs,
            FigureReports reports,
            InstantSource clock) {
        this.frame = frame;
        this.overseen = overseen;
        this.words = words;
        this.controls = controls;
        this.runs = runs;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/kontroller")
    ResponseEntity<byte[]> controls(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.CONTROLS);
        Set<OrgNumber> units = overseen.by(person.person(), Side.RECIPIENT);
        Instant now = clock.instant();
        Texts texts = shell.texts();
        Map<UUID, ControlRuns.Row> last =
                runs.last(units).stream()
                        .collect(
                                Collectors.toMap(r -> r.run().control().id(), Function.identity()));
        ControlRuns.Score score = runs.score(units, now.minus(LATELY), now);
        return frame.answer(
                200,
                new ControlsPage(
                        shell,
                        runs
                                .page(
                                        new ControlRuns.Question(
                                                units, Optional.empty(), Optional.empty(), true),
                                        Optional.empty(),
                                        MOST_OPEN)
                                .rows()
                                .stream()
                                .map(r -> words.run(r, texts, now))
                                .sorted(Comparator.comparing(ControlsPage.Run::due))
                                .toList(),
                        controls.of(units).stream()
                                .map(c ->
                                        words.control(
                                                c,
                                                Optional.ofNullable(last.get(c.control().id())),
                                                texts,
                                                now))
                                .toList(),
                        reports.of(units).stream().map(r -> report(r, texts)).toList(),
                        new ControlsPage.Score(score.due(), score.onTime(), score.missed()),
                        !units.isEmpty()));
    }

    /** The last thirty days. */
    static ControlRuns.Span lately(Instant now) {
        return new ControlRuns.Span(now.minus(LATELY), now);
    }

    private static ControlsPage.Report report(FigureReports.Row row, Texts texts) {
        return new ControlsPage.Report(
                row.report().id(),
                new Party(row.unitName(), row.report().unit()),
                ControlWords.rhythm(row.report().rhythm(), texts),
                Words.person(row.report().person(), row.personName()).name(),
                row.next(),
                row.sent());
    }

    /** What was done of every control; with {@code siste}, in the last thirty days. */
    @GetMapping("/kontroller/gjennomforinger")
    ResponseEntity<byte[]> runs(
            @RequestParam Optional<String> siste,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.CONTROLS);
        return frame.answer(
                200,
                page(shell, person, Optional.empty(), siste.isPresent(), etter, Optional.empty()));
    }

    /** One control, with every time that it fell due. */
    @GetMapping("/kontroller/{id}")
    ResponseEntity<byte[]> control(
            @PathVariable String id,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return one(
                200, id, etter, person, frame.shell(request, Section.CONTROLS), Optional.empty());
    }

    /**
     * The page of one control, if it is of a unit that they oversee.
     *
     * @param trouble the code of why what was asked for was not done
     */
    ResponseEntity<byte[]> one(
            int status,
            String id,
            Optional<String> after,
            LoggedIn person,
            Shell shell,
            Optional<String> trouble) {
        return Uuids.parse(id)
                .flatMap(controls::find)
                .filter(row ->
                        overseen.by(person.person(), Side.RECIPIENT).contains(row.control().unit()))
                .map(row ->
                        frame.answer(
                                status,
                                page(shell, person, Optional.of(row), false, after, trouble)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private RunsPage page(
            Shell shell,
            LoggedIn person,
            Optional<Controls.Row> control,
            boolean lately,
            Optional<String> after,
            Optional<String> trouble) {
        Instant now = clock.instant();
        Texts texts = shell.texts();
        Optional<DueCursor> from = after.flatMap(DueCursor::parse);
        ControlRuns.Page page =
                runs.page(
                        new ControlRuns.Question(
                                overseen.by(person.person(), Side.RECIPIENT),
                                control.map(c -> c.control().id()),
                                lately ? Optional.of(lately(now)) : Optional.empty(),
                                false),
                        from,
                        PAGE);
        return new RunsPage(
                shell,
                control.map(c -> words.control(c, Optional.empty(), texts, now)),
                control.flatMap(Controls.Row::ended).isPresent(),
                lately,
                page.rows().stream().map(r -> words.run(r, texts, now)).toList(),
                from.isPresent(),
                page.next().map(DueCursor::toString),
                trouble.map(code -> texts.named("control.trouble.", code)));
    }
}
