package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.export.CsvSheet;
import no.segl.app.export.Sheet;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.DueCursor;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of the routine as a file for a spreadsheet: what was done, by whom, and what not. */
@Controller
final class RunFileController {

    private static final int AT_ONCE = 500;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.NORWAY);

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "unit",
                    "number",
                    "what",
                    "rhythm",
                    "planned",
                    "opened",
                    "due",
                    "status",
                    "accounted",
                    "who",
                    "found",
                    "remark");

    private final Frame frame;
    private final Overseen overseen;
    private final ControlWords words;
    private final ControlRuns runs;
    private final InstantSource clock;

    RunFileController(
            Frame frame,
            Overseen overseen,
            ControlWords words,
            ControlRuns runs,
            InstantSource clock) {
        this.frame = frame;
        this.overseen = overseen;
        this.words = words;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping("/kontroller/gjennomforinger.csv")
    void file(
            @RequestParam Optional<String> siste,
            @RequestParam Optional<String> kontroll,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Shell shell = frame.shell(request, Section.NONE, "/kontroller");
        Instant now = clock.instant();
        Set<OrgNumber> units = overseen.by(person.person(), Side.RECIPIENT);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(shell.texts().get("control.file") + ".csv")
                        .build()
                        .toString());
        Sheet csv = new CsvSheet(response.getOutputStream());
        csv.head(COLUMNS.stream().map(c -> shell.texts().named("control.csv.", c)).toList());
        ControlRuns.Question question =
                new ControlRuns.Question(
                        units,
                        kontroll.flatMap(Uuids::parse),
                        siste.map(_ -> ControlsController.lately(now)),
                        false);
        Optional<DueCursor> after = Optional.empty();
        do {
            ControlRuns.Page page = runs.page(question, after, AT_ONCE);
            for (ControlRuns.Row row : page.rows()) {
                csv.row(cells(row, shell.texts(), now));
            }
            after = page.next();
        } while (after.isPresent());
        csv.end();
    }

    private List<Sheet.Cell> cells(ControlRuns.Row row, Texts texts, Instant now) {
        ControlsPage.Run run = words.run(row, texts, now);
        return Stream.of(
                        run.id().toString(),
                        run.unit().name(),
                        run.unit().number().value(),
                        run.what(),
                        run.rhythm(),
                        TIME.format(row.run().planned()),
                        TIME.format(row.run().opened()),
                        TIME.format(run.due()),
                        texts.named("control.status.", run.status().name()),
                        run.accounted().map(TIME::format).orElse(""),
                        run.who().orElse(""),
                        run.found().orElse(""),
                        row.record().map(ControlRuns.Account::remark).orElse(""))
                .<Sheet.Cell>map(Sheet.Cell.Text::new)
                .toList();
    }
}
