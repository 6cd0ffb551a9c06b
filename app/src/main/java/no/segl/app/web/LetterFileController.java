package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import no.segl.app.export.Form;
import no.segl.app.export.LetterList;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Exports;
import no.segl.app.store.Watched;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The letters that a question is about, as a file. A long one is made while whoever asked waits
 * elsewhere: they are led to where they ask for it. What cannot be read to its end is broken off,
 * so that no file is taken for whole that is not.
 */
@Controller
final class LetterFileController {

    private final Frame frame;
    private final Questions questions;
    private final Overseen overseen;
    private final LetterList lists;
    private final Exports exports;
    private final InstantSource clock;

    LetterFileController(
            Frame frame,
            Questions questions,
            Overseen overseen,
            LetterList lists,
            Exports exports,
            InstantSource clock) {
        this.frame = frame;
        this.questions = questions;
        this.overseen = overseen;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping({"/sendt/liste.csv", "/sendt/liste.xlsx", "/sendt/liste.pdf"})
    void sent(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(Side.SENDER, sporsmal, person, request, response);
    }

    @GetMapping({"/inngaende/liste.csv", "/inngaende/liste.xlsx", "/inngaende/liste.pdf"})
    void incoming(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(Side.RECIPIENT, sporsmal, person, request, response);
    }

    private static Form form(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Form.of(path.substring(path.lastIndexOf('.') + 1)).orElse(Form.CSV);
    }

    private void file(
            Side own,
            Optional<String> typed,
            LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (Search.isPersonsNumber(typed)) {
            response.sendRedirect(LettersController.withoutNumber(own), 303);
            return;
        }
        Form form = form(request);
        String path = LettersController.path(own);
        Shell shell = frame.shell(request, Section.NONE, path);
        Questions.Asked read =
                questions.read(
                        path, own, LettersFilter.View.LETTERS, typed.orElse(""), shell.texts());
        if (read.isFaulty()) {
            response.sendRedirect(read.filter().here());
            return;
        }
        Watched.Asked asked =
                new Watched.Asked(
                        own, overseen.by(person.person(), own), read.question(), clock.instant());
        int most = Math.min(form.most(), Exports.AT_ONCE);
        if (lists.count(asked, most) > most) {
            response.sendRedirect(ExportController.toAsk(own, form, read.filter().typed()));
            return;
        }
        if (!exports.handOut(person.person(), own, form)) {
            response.sendRedirect(read.filter().here());
            return;
        }
        Language language = Language.parse(shell.language().tag()).orElse(Language.NB);
        announce(response, form, LetterList.fileName(own, form, language));
        try {
            // Not closed when it fails: what is closed looks whole.
            lists.write(
                    form,
                    asked,
                    read.filter().described(shell.texts()),
                    language,
                    response.getOutputStream(),
                    _ -> {});
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
    }

    /** Says that a file follows, and what it is called. */
    static void announce(HttpServletResponse response, Form form, String name) {
        response.setContentType(form.mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
