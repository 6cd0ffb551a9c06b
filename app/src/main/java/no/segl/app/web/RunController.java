package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.ControlNotices;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.Watched;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.LettersPage;
import no.segl.app.web.page.RunPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Clearance;
import no.segl.core.control.Control;
import no.segl.core.control.Routine.Reply;
import no.segl.core.control.Run.Outcome;
import no.segl.core.id.LetterId;
import no.segl.core.id.Uuids;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doing a control: the list that it is about, and the word that it was done. */
@Controller
final class RunController {

    private final Frame frame;
    private final ControlDesk desk;
    private final ControlWords words;
    private final Words names;
    private final Questions questions;
    private final Lists lists;
    private final InstantSource clock;

    RunController(
            Frame frame,
            ControlDesk desk,
            ControlWords words,
            Words names,
            Questions questions,
            Lists lists,
            InstantSource clock) {
        this.frame = frame;
        this.desk = desk;
        this.words = words;
        this.names = names;
        this.questions = questions;
        this.lists = lists;
        this.clock = clock;
    }

    /** Where what is shown is asked for. */
    @Component
    record Lists(Controls controls, ControlRuns runs, ControlNotices notices, Watched watched) {}

    @GetMapping("/kontroller/gjennomforing/{id}")
    ResponseEntity<byte[]> run(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return page(200, id, person, frame.shell(request, Section.CONTROLS), "", Optional.empty());
    }

    @PostMapping("/kontroller/gjennomforing/{id}/utfort")
    ResponseEntity<byte[]> done(
            @PathVariable String id,
            @RequestParam Optional<String> merknad,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return account(id, Outcome.DONE, merknad.orElse(""), person, request);
    }

    @PostMapping("/kontroller/gjennomforing/{id}/ikke-utfort")
    ResponseEntity<byte[]> notDone(
            @PathVariable String id,
            @RequestParam Optional<String> merknad,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return account(id, Outcome.NOT_DONE, merknad.orElse(""), person, request);
    }

    private ResponseEntity<byte[]> account(
            String id,
            Outcome outcome,
            String remark,
            LoggedIn person,
            HttpServletRequest request) {
        Optional<UUID> run = Uuids.parse(id);
        String here = run.map(r -> "/kontroller/gjennomforing/" + r).orElse("/kontroller");
        Shell shell = frame.shell(request, Section.CONTROLS, here);
        Optional<Reply> reply = run.flatMap(r -> desk.account(r, outcome, remark, person.person()));
        return switch (reply.orElse(Reply.REFUSED)) {
            case DONE -> FrontController.seeOther(here);
            case REFUSED, NOT_THEIRS, SAME_PERSON, NOTHING_TO_DO -> frame.error(404, shell);
            case ACCOUNTED -> page(409, id, person, shell, remark, Optional.of("ACCOUNTED"));
            case NOT_MISSED -> page(409, id, person, shell, remark, Optional.of("NOT_MISSED"));
            case BAD_TEXT -> page(422, id, person, shell, remark, Optional.of("BAD_TEXT"));
        };
    }

    private ResponseEntity<byte[]> page(
            int status,
            String id,
            LoggedIn person,
            Shell shell,
            String entered,
            Optional<String> trouble) {
        return Uuids.parse(id)
                .flatMap(lists.runs()::find)
                .filter(row ->
                        desk.oversees(person.person(), row.run().control().unit())
                                instanceof Clearance.Cleared)
                .map(row -> frame.answer(status, shown(row, shell, entered, trouble)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private RunPage shown(
            ControlRuns.Row row, Shell shell, String entered, Optional<String> trouble) {
        Instant now = clock.instant();
        Texts texts = shell.texts();
        Control control = row.run().control();
        Optional<Watched.Asked> asked = desk.asked(control, now);
        return new RunPage(
                shell,
                words.run(row, texts, now),
                words.control(
                        lists.controls().find(control.id()).orElseThrow(),
                        Optional.empty(),
                        texts,
                        now),
                row.skipped(),
                row.run().next(),
                lists.notices().told(row.run().id()),
                ControlWords.found(control, desk.found(control, now), now, texts),
                asked.map(a ->
                                LettersFilter.letters(
                                        LettersController.path(a.own()),
                                        questions.write(a.question(), texts)))
                        .orElse("/tilganger?hull=ja"),
                asked.map(Watched.Asked::own),
                asked.map(a -> letters(a, row, shell)).orElseGet(List::of),
                row.record()
                        .map(r ->
                                new RunPage.Account(
                                        r.at(),
                                        Words.person(r.person(), r.name()).name(),
                                        ControlWords.found(control, r.found(), r.at(), texts),
                                        r.remark())),
                entered,
                trouble.map(code -> texts.named("control.trouble.", code)));
    }

    /** Those on its list now; once it is accounted for, those that were, each as it is now. */
    private List<LettersPage.Row> letters(Watched.Asked asked, ControlRuns.Row row, Shell shell) {
        List<Watched.Row> found;
        if (row.record().isEmpty()) {
            found = lists.watched().page(asked, Optional.empty(), ControlDesk.MOST_LISTED).rows();
        } else {
            List<LetterId> were = lists.runs().letters(row.run().id());
            Map<LetterId, Watched.Row> byId =
                    lists.watched().these(asked.own(), asked.units(), were).stream()
                            .collect(Collectors.toMap(Watched.Row::id, r -> r));
            found = were.stream().map(byId::get).filter(Objects::nonNull).toList();
        }
        Words.Names categories = names.categories(shell.language());
        return found.stream()
                .map(r -> ListPages.row(r, asked.own(), categories, Map.of(), shell))
                .toList();
    }
}
