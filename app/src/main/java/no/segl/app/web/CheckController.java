package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.CheckDesk;
import no.segl.app.web.page.CheckPage;
import no.segl.app.web.page.ChecksPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.CheckAnswered;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Checklist.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Guided checks: how they are done, what was answered, and answering them. */
@Controller
final class CheckController {

    private static final int PAGE = 50;

    /** Those first that somebody must see to. */
    private static final Comparator<Status> ORDER =
            Comparator.comparing(Status::state)
                    .thenComparing(s -> s.place().name().toLowerCase(Locale.ROOT))
                    .thenComparing(s -> s.place().unit());

    private final Frame frame;
    private final Surveyed surveyed;
    private final CheckDesk desk;

    CheckController(Frame frame, Surveyed surveyed, CheckDesk desk) {
        this.frame = frame;
        this.surveyed = surveyed;
        this.desk = desk;
    }

    @GetMapping(CheckPage.LIST)
    ResponseEntity<byte[]> all(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SURVEY);
        Surveyed.Scope scope = surveyed.of(person.person());
        if (scope.roots().isEmpty()) {
            return frame.error(404, shell);
        }
        Checklist list = desk.list(scope.roots());
        return frame.answer(
                200,
                new ChecksPage(
                        shell,
                        Arrays.stream(Check.values())
                                .map(c -> new ChecksPage.Item(c, Checklist.figures(list.of(c))))
                                .toList()));
    }

    /** What stands in the address. */
    private record Typed(Optional<String> text, Optional<String> after, boolean said) {
        private static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty(), false);
    }

    @GetMapping(CheckPage.LIST + "/{code}")
    ResponseEntity<byte[]> one(
            @PathVariable String code,
            @RequestParam Optional<String> sok,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> sagt,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SURVEY);
        Optional<Check> check = check(code);
        if (check.isPresent() && Search.isPersonsNumber(sok)) {
            return FrontController.seeOther(CheckPage.of(check.get()) + "?nummer");
        }
        Surveyed.Scope scope = surveyed.of(person.person());
        return check.filter(_ -> !scope.roots().isEmpty())
                .map(c ->
                        frame.answer(
                                200,
                                page(
                                        c,
                                        scope,
                                        shell,
                                        new Typed(sok, etter, sagt.isPresent()),
                                        nummer.isPresent() ? "NUMBER" : "")))
                .orElseGet(() -> frame.error(404, shell));
    }

    @PostMapping(CheckPage.LIST + "/{code}")
    ResponseEntity<byte[]> answer(
            @PathVariable String code,
            @RequestParam Optional<List<String>> enhet,
            @RequestParam Optional<String> svar,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Check> check = check(code);
        Shell shell =
                frame.shell(
                        request, Section.SURVEY, check.map(CheckPage::of).orElse(CheckPage.LIST));
        Surveyed.Scope scope = surveyed.of(person.person());
        if (check.isEmpty() || scope.reach().roots().isEmpty()) {
            return frame.error(404, shell);
        }
        List<OrgNumber> units =
                enhet.orElse(List.of()).stream().flatMap(n -> OrgNumber.parse(n).stream()).toList();
        Optional<Check.Answer> answer =
                Arrays.stream(Check.Answer.values())
                        .filter(a -> svar.filter(a.name()::equals).isPresent())
                        .findFirst();
        if (units.isEmpty() || answer.isEmpty()) {
            String fault = units.isEmpty() ? "UNITS" : "ANSWER";
            return frame.answer(422, page(check.get(), scope, shell, Typed.NOTHING, fault));
        }
        boolean done =
                desk.answer(person.person(), units, check.get(), answer.get()).stream()
                        .allMatch(CheckAnswered.Reply.Done.class::isInstance);
        return done
                ? FrontController.seeOther(CheckPage.of(check.get()) + "?sagt=ja")
                : frame.error(404, shell);
    }

    private static Optional<Check> check(String code) {
        return Arrays.stream(Check.values()).filter(c -> c.name().equals(code)).findFirst();
    }

    private CheckPage page(
            Check check, Surveyed.Scope scope, Shell shell, Typed typed, String fault) {
        String text = Search.text(typed.text());
        List<Status> all =
                desk.list(scope.roots()).of(check).stream()
                        .filter(s -> isCalled(s, text))
                        .sorted(ORDER)
                        .toList();
        List<Status> rest =
                typed.after()
                        .flatMap(a -> cursor(a, all))
                        .map(from -> all.stream().filter(s -> isAfter(s, from)).toList())
                        .orElse(all);
        List<Status> shown = rest.subList(0, Math.min(PAGE, rest.size()));
        return new CheckPage(
                shell,
                check,
                text,
                fault.equals("NUMBER"),
                surveyed.checks(shown, scope),
                typed.after().isPresent(),
                rest.size() > PAGE
                        ? Optional.of(
                                shown.getLast().state()
                                        + "."
                                        + shown.getLast().place().unit().value())
                        : Optional.empty(),
                typed.said(),
                fault.equals("NUMBER") ? "" : fault);
    }

    private static boolean isCalled(Status status, String text) {
        return text.isEmpty()
                || status.place().unit().value().startsWith(text)
                || status.place()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT));
    }

    /** Where the list had come to, with the state that it had then. */
    private static Optional<Status> cursor(String text, List<Status> all) {
        int dot = text.indexOf('.');
        return Arrays.stream(Checklist.State.values())
                .filter(state -> dot > 0 && text.substring(0, dot).equals(state.name()))
                .findFirst()
                .flatMap(state ->
                        all.stream()
                                .filter(s ->
                                        s.place().unit().value().equals(text.substring(dot + 1)))
                                .findFirst()
                                .map(s ->
                                        new Status(s.place(), s.check(), state, Optional.empty())));
    }

    private static boolean isAfter(Status status, Status from) {
        return ORDER.compare(status, from) > 0;
    }
}
