package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.export.Form;
import no.segl.app.export.LetterList;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Exports;
import no.segl.app.store.ExportRows.Export;
import no.segl.app.store.ExportRows.Wish;
import no.segl.app.store.Watched;
import no.segl.app.web.page.ExportAskPage;
import no.segl.app.web.page.ExportsPage;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.ExportId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Files that take a while («Eksporter»): asked for, watched, stopped, fetched. */
@Controller
final class ExportController {

    private static final String HERE = "/eksporter";

    private final Frame frame;
    private final Questions questions;
    private final Overseen overseen;
    private final LetterList lists;
    private final Exports exports;
    private final InstantSource clock;

    ExportController(
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

    /** What stands in the form, and in the address of the page before it. */
    private record Typed(Side own, Form form, String question) {

        static Typed of(Optional<String> list, Optional<String> file, Optional<String> question) {
            return new Typed(
                    list.filter("inngaende"::equals).isPresent() ? Side.RECIPIENT : Side.SENDER,
                    file.flatMap(Form::of).orElse(Form.CSV),
                    question.orElse(""));
        }
    }

    /** The address of the page on which such a file is asked for. */
    static String toAsk(Side own, Form form, String question) {
        return HERE
                + "/ny?liste="
                + LettersController.path(own).substring(1)
                + "&fil="
                + form.ending()
                + (question.isEmpty()
                        ? ""
                        : "&sporsmal=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return page(
                200,
                frame.shell(request, Section.NONE),
                person,
                sagt.filter("TAKEN"::equals),
                false);
    }

    @GetMapping(HERE + "/ny")
    ResponseEntity<byte[]> form(
            @RequestParam Optional<String> liste,
            @RequestParam Optional<String> fil,
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.NONE);
        Typed typed = Typed.of(liste, fil, sporsmal);
        Questions.Asked read = read(typed, shell);
        if (read.isFaulty()) {
            return FrontController.seeOther(read.filter().here());
        }
        Watched.Asked asked =
                new Watched.Asked(
                        typed.own(),
                        overseen.by(person.person(), typed.own()),
                        read.question(),
                        clock.instant());
        long letters = lists.count(asked, Form.XLSX.most());
        return frame.answer(
                200,
                new ExportAskPage(
                        shell,
                        typed.own(),
                        typed.form().name(),
                        read.filter(),
                        Math.min(letters, Form.XLSX.most()),
                        letters > Form.XLSX.most(),
                        letters > typed.form().most() && typed.form() == Form.PDF,
                        Form.PDF.most()));
    }

    private Questions.Asked read(Typed typed, Shell shell) {
        return questions.read(
                LettersController.path(typed.own()),
                typed.own(),
                LettersFilter.View.LETTERS,
                typed.question(),
                shell.texts());
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> ask(
            @RequestParam Optional<String> liste,
            @RequestParam Optional<String> fil,
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.NONE, HERE);
        Typed typed = Typed.of(liste, fil, sporsmal);
        Questions.Asked read = read(typed, shell);
        if (read.isFaulty()) {
            return FrontController.seeOther(read.filter().here());
        }
        if (typed.form() == Form.PDF) {
            return FrontController.seeOther(
                    toAsk(typed.own(), typed.form(), read.filter().typed()));
        }
        return switch (exports.ask(
                person.person(),
                typed.own(),
                typed.form(),
                Language.parse(shell.language().tag()).orElse(Language.NB),
                read.filter().typed())) {
            case TAKEN -> FrontController.seeOther(HERE + "?sagt=TAKEN");
            case TOO_MANY -> page(409, shell, person, Optional.of("TOO_MANY"), true);
        };
    }

    @PostMapping(HERE + "/{id}/fjern")
    ResponseEntity<byte[]> drop(@PathVariable String id, @AuthenticationPrincipal LoggedIn person)
            throws IOException {
        Optional<ExportId> export = ExportId.parse(id);
        if (export.isPresent()) {
            exports.drop(export.get(), person.person());
        }
        return FrontController.seeOther(HERE);
    }

    @GetMapping(HERE + "/{id}/fil")
    @Nullable ResponseEntity<byte[]> file(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Export> export =
                ExportId.parse(id).flatMap(it -> exports.ready(it, person.person()));
        if (export.isEmpty()) {
            return frame.error(404, frame.shell(request, Section.NONE, HERE));
        }
        Wish wish = export.get().wish();
        Form form = Form.valueOf(wish.form());
        boolean given =
                exports.fetch(
                        export.get(),
                        () -> {
                            LetterFileController.announce(
                                    response,
                                    form,
                                    LetterList.fileName(wish.side(), form, wish.language()));
                            export.get().size().ifPresent(response::setContentLengthLong);
                            return response.getOutputStream();
                        });
        return given ? null : frame.error(404, frame.shell(request, Section.NONE, HERE));
    }

    private ResponseEntity<byte[]> page(
            int status, Shell shell, LoggedIn person, Optional<String> said, boolean fault) {
        List<ExportsPage.Row> rows =
                exports.of(person.person()).stream().map(ExportController::row).toList();
        return frame.answer(status, new ExportsPage(shell, rows, said, fault));
    }

    private static ExportsPage.Row row(Exports.Mine mine) {
        Export export = mine.export();
        Wish wish = export.wish();
        return new ExportsPage.Row(
                wish.id(),
                wish.side(),
                wish.form(),
                wish.question(),
                wish.askedAt(),
                ExportsPage.State.valueOf(export.state().name()),
                export.written(),
                export.letters(),
                export.size(),
                export.expires(),
                mine.mayHave());
    }
}
