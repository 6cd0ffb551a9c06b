package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.Units;
import no.segl.app.web.page.ControlForm;
import no.segl.app.web.page.ControlForm.Entered;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Routine.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Side;
import no.segl.core.overview.Question;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting controls up and ending them, and ordering figures by e-mail. */
@Controller
final class ControlFormController {

    private static final int MOST_UNITS = 500;
    private static final int LONGEST_QUESTION = 400;

    private final Frame frame;
    private final Overseen overseen;
    private final ControlDesk desk;
    private final ControlsController pages;
    private final Questions questions;
    private final Units units;

    ControlFormController(
            Frame frame,
            Overseen overseen,
            ControlDesk desk,
            ControlsController pages,
            Questions questions,
            Units units) {
        this.frame = frame;
        this.overseen = overseen;
        this.desk = desk;
        this.pages = pages;
        this.questions = questions;
        this.units = units;
    }

    @GetMapping("/kontroller/ny")
    ResponseEntity<byte[]> control(
            @RequestParam Optional<String> enhet,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return empty(false, enhet, person, request);
    }

    @GetMapping("/kontroller/rapport")
    ResponseEntity<byte[]> report(
            @RequestParam Optional<String> enhet,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return empty(true, enhet, person, request);
    }

    private ResponseEntity<byte[]> empty(
            boolean report, Optional<String> unit, LoggedIn person, HttpServletRequest request) {
        return form(
                200,
                new Asked(report, unit, person, frame.shell(request, Section.CONTROLS)),
                Entered.USUAL,
                Optional.empty());
    }

    @PostMapping("/kontroller/ny")
    ResponseEntity<byte[]> set(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Entered entered = ControlFields.entered(fields);
        Shell shell = frame.shell(request, Section.CONTROLS, "/kontroller/ny");
        Asked asked =
                new Asked(false, Optional.of(fields.getOrDefault("enhet", "")), person, shell);
        Optional<OrgNumber> unit = asked.unit().flatMap(OrgNumber::parse);
        if (unit.isEmpty()) {
            return form(422, asked, entered, Optional.of("NO_UNIT"));
        }
        Optional<Control.About> about =
                ControlFields.named(Control.About.values(), entered.about());
        Optional<Rhythm> rhythm = ControlFields.rhythm(entered);
        Optional<PersonId> responsible = PersonId.parse(entered.responsible());
        Optional<Integer> within = ControlFields.number(entered.within(), Control.MOST_WITHIN);
        if (about.isEmpty() || rhythm.isEmpty() || within.isEmpty()) {
            return form(422, asked, entered, Optional.of("NO_TIME"));
        }
        if (responsible.isEmpty()) {
            return form(422, asked, entered, Optional.of("NOT_THEIRS"));
        }
        Optional<String> bad = fault(about.get(), entered.question(), shell);
        if (bad.isPresent()) {
            return form(422, asked, entered, bad);
        }
        boolean letters = about.get() != Control.About.READINESS;
        return answer(
                asked,
                entered,
                desk.set(
                        new ControlDesk.Wish(
                                unit.get(),
                                about.get(),
                                letters ? entered.question().strip() : "",
                                rhythm.get(),
                                within.get(),
                                responsible.get(),
                                PersonId.parse(entered.deputy())),
                        person.person()));
    }

    @PostMapping("/kontroller/rapport")
    ResponseEntity<byte[]> order(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Entered entered = ControlFields.entered(fields);
        Shell shell = frame.shell(request, Section.CONTROLS, "/kontroller/rapport");
        Asked asked = new Asked(true, Optional.of(fields.getOrDefault("enhet", "")), person, shell);
        Optional<OrgNumber> unit = asked.unit().flatMap(OrgNumber::parse);
        Optional<Rhythm> rhythm =
                ControlFields.rhythm(entered).filter(r -> r.every() != Rhythm.Every.DAY);
        Optional<PersonId> to = PersonId.parse(entered.responsible());
        if (unit.isEmpty() || rhythm.isEmpty() || to.isEmpty()) {
            return form(
                    422,
                    asked,
                    entered,
                    Optional.of(
                            unit.isEmpty() ? "NO_UNIT" : to.isEmpty() ? "NOT_THEIRS" : "NO_TIME"));
        }
        return answer(
                asked, entered, desk.report(unit.get(), rhythm.get(), to.get(), person.person()));
    }

    @PostMapping("/kontroller/{id}/avslutt")
    ResponseEntity<byte[]> end(
            @PathVariable String id,
            @RequestParam Optional<String> sikker,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell =
                frame.shell(
                        request,
                        Section.CONTROLS,
                        Uuids.parse(id).map(i -> "/kontroller/" + i).orElse("/kontroller"));
        if (sikker.isEmpty()) {
            return pages.one(422, id, Optional.empty(), person, shell, Optional.of("NOT_SURE"));
        }
        return ended(id, person, shell, desk::end);
    }

    @PostMapping("/kontroller/rapport/{id}/avslutt")
    ResponseEntity<byte[]> endReport(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return ended(
                id, person, frame.shell(request, Section.CONTROLS, "/kontroller"), desk::endReport);
    }

    private ResponseEntity<byte[]> ended(
            String id,
            LoggedIn person,
            Shell shell,
            BiFunction<UUID, PersonId, Optional<Reply>> end) {
        Optional<Reply> reply = Uuids.parse(id).flatMap(i -> end.apply(i, person.person()));
        return reply.filter(r -> r != Reply.REFUSED)
                .map(_ -> FrontController.seeOther("/kontroller"))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** Who asks for which form. */
    private record Asked(boolean report, Optional<String> unit, LoggedIn person, Shell shell) {}

    private ResponseEntity<byte[]> answer(Asked asked, Entered entered, Reply reply) {
        return switch (reply) {
            case DONE -> FrontController.seeOther("/kontroller");
            case REFUSED -> frame.error(404, asked.shell());
            case NOTHING_TO_DO, NOT_THEIRS, SAME_PERSON, ACCOUNTED, NOT_MISSED, BAD_TEXT ->
                    form(422, asked, entered, Optional.of(reply.name()));
        };
    }

    private ResponseEntity<byte[]> form(
            int status, Asked asked, Entered entered, Optional<String> trouble) {
        Set<OrgNumber> own = overseen.by(asked.person().person(), Side.RECIPIENT);
        if (own.isEmpty()) {
            return frame.error(404, asked.shell());
        }
        List<Party> choices =
                units.names(own).entrySet().stream()
                        .map(e -> new Party(e.getValue(), e.getKey()))
                        .sorted(
                                Comparator.comparing(Party::name)
                                        .thenComparing(p -> p.number().value()))
                        .limit(MOST_UNITS)
                        .toList();
        Optional<Party> unit =
                asked.unit()
                        .flatMap(OrgNumber::parse)
                        .flatMap(
                                n -> choices.stream().filter(p -> p.number().equals(n)).findFirst())
                        .or(() ->
                                choices.size() == 1
                                        ? Optional.of(choices.getFirst())
                                        : Optional.empty());
        List<Person> people =
                unit.map(u ->
                                desk.people(u.number()).stream()
                                        .map(h -> Words.person(h.person(), h.name()))
                                        .toList())
                        .orElseGet(List::of);
        return frame.answer(
                status,
                new ControlForm(
                        asked.shell(),
                        asked.report(),
                        choices,
                        unit,
                        people,
                        entered,
                        trouble.map(
                                code -> asked.shell().texts().named("control.trouble.", code))));
    }

    /** What is wrong with a question that a control asks; empty if nothing is. */
    private Optional<String> fault(Control.About about, String typed, Shell shell) {
        if (about == Control.About.READINESS) {
            return Optional.empty();
        }
        if (typed.isBlank() || typed.length() > LONGEST_QUESTION) {
            return Optional.of("NO_QUESTION");
        }
        Side own = about == Control.About.SENT ? Side.SENDER : Side.RECIPIENT;
        Questions.Asked read =
                questions.read("", own, LettersFilter.View.LETTERS, typed, shell.texts());
        if (read.isFaulty()) {
            return Optional.of(String.join(" ", read.filter().faults()));
        }
        Question question = read.question();
        // What could be somebody's name, or tells of one case, is no routine.
        boolean narrow =
                !question.names().isEmpty()
                        || question.reference().isPresent()
                        || question.caseNumber().isPresent();
        return narrow ? Optional.of("NARROW") : Optional.empty();
    }
}
