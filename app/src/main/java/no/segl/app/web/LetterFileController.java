package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Watched;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The letters that a question is about, as a file for a spreadsheet. What cannot be read to its end
 * is broken off, so that no file is taken for whole that is not.
 */
@Controller
final class LetterFileController {

    /** More rows than a spreadsheet holds are of no use in a file. */
    private static final int MOST_ROWS = 1_000_000;

    private final Frame frame;
    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final Watched watched;
    private final InstantSource clock;

    LetterFileController(
            Frame frame,
            Words words,
            Questions questions,
            Overseen overseen,
            Watched watched,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.watched = watched;
        this.clock = clock;
    }

    @GetMapping("/sendt/liste.csv")
    void sent(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(Side.SENDER, sporsmal, person, request, response);
    }

    @GetMapping("/inngaende/liste.csv")
    void incoming(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(Side.RECIPIENT, sporsmal, person, request, response);
    }

    private void file(
            Side own,
            Optional<String> typed,
            LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String path = LettersController.path(own);
        Shell shell = frame.shell(request, Section.NONE, path);
        Questions.Asked read =
                questions.read(
                        path, own, LettersFilter.View.LETTERS, typed.orElse(""), shell.texts());
        if (read.isFaulty()) {
            response.sendRedirect(read.filter().here());
            return;
        }
        Instant now = clock.instant();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(shell.texts().get("letters.file." + own.name()) + ".csv")
                        .build()
                        .toString());
        LetterTable table =
                new LetterTable(own, shell.texts(), words.categories(shell.language()), now);
        // Not closed when it fails: what is closed looks whole.
        CsvWriter csv = new CsvWriter(response.getOutputStream());
        try {
            csv.row(table.head());
            boolean more =
                    watched.each(
                            new Watched.Asked(
                                    own, overseen.by(person.person(), own), read.question(), now),
                            MOST_ROWS,
                            row -> csv.row(table.cells(row)));
            if (more) {
                csv.row(List.of(shell.texts().get("letters.csv.more")));
            }
            csv.flush();
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
    }
}
