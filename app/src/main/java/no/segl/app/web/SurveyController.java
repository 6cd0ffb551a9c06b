package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.CheckDesk;
import no.segl.app.store.Categories;
import no.segl.app.store.Surveys;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.SurveyFilter;
import no.segl.app.web.page.SurveyPage;
import no.segl.app.web.page.UnitSurveyPage;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Survey;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where what comes can be opened and is told of: every unit, and one of them. */
@Controller
final class SurveyController {

    private static final int PAGE = 50;

    private final Frame frame;
    private final Words words;
    private final Surveyed surveyed;
    private final Surveys surveys;
    private final CheckDesk checks;
    private final Categories categories;
    private final InstantSource clock;

    SurveyController(
            Frame frame,
            Words words,
            Surveyed surveyed,
            Surveys surveys,
            CheckDesk checks,
            Categories categories,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.surveyed = surveyed;
        this.surveys = surveys;
        this.checks = checks;
        this.categories = categories;
        this.clock = clock;
    }

    @GetMapping(SurveyFilter.HERE)
    ResponseEntity<byte[]> matrix(
            @RequestParam Optional<String> sok,
            @RequestParam Optional<String> kategori,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        if (Search.isPersonsNumber(sok)) {
            return FrontController.seeOther(SurveyFilter.HERE + "?nummer");
        }
        Optional<Category> category = kategori.flatMap(categories::find);
        SurveyFilter filter =
                new SurveyFilter(
                        Search.text(sok),
                        category.map(Category::code).orElse(""),
                        vis.filter(v ->
                                        v.equals(SurveyFilter.GAPS)
                                                || SurveyFilter.views().contains(v))
                                .orElse(""));
        Shell shell = frame.shell(request, Section.SURVEY);
        Surveyed.Scope scope = surveyed.of(person.person());
        Survey survey =
                scope.roots().isEmpty()
                        ? new Survey(List.of())
                        : surveys.of(scope.roots(), clock.instant()).about(category, filter.text());
        Survey.Page page = survey.page(shown(filter), etter, PAGE);
        Map<OrgNumber, Surveys.Reach> reach =
                surveys.reach(page.places().stream().map(Survey.Place::unit).toList());
        Words.Names names = words.categories(shell.language());
        return frame.answer(
                200,
                new SurveyPage(
                        shell,
                        !scope.roots().isEmpty(),
                        filter,
                        nummer.isPresent(),
                        words.choices(shell.language()),
                        survey.figures(),
                        page.places().stream().map(p -> row(p, names, reach, scope)).toList(),
                        etter.isPresent(),
                        page.next(),
                        checks.list(scope.roots()).due(scope.roots()).stream()
                                .mapToLong(Checklist.Due::checks)
                                .sum(),
                        !scope.reach().roots().isEmpty()));
    }

    private static Optional<Predicate<Survey.Cell>> shown(SurveyFilter filter) {
        Optional<Predicate<Survey.Cell>> gaps =
                filter.view().equals(SurveyFilter.GAPS)
                        ? Optional.of(Survey.Cell::isGap)
                        : Optional.empty();
        return filter.verdict()
                .<Predicate<Survey.Cell>>map(v -> c -> c.readiness().verdict() == v)
                .or(() -> gaps);
    }

    private static SurveyPage.Row row(
            Survey.Place place,
            Words.Names names,
            Map<OrgNumber, Surveys.Reach> reach,
            Surveyed.Scope scope) {
        return new SurveyPage.Row(
                new Party(place.name(), place.unit()),
                place.kind(),
                place.above(),
                Surveyed.cells(place, names),
                Surveyed.reached(place.unit(), reach),
                scope.reach().includes(place.unit()));
    }

    @GetMapping(SurveyFilter.HERE + "/enhet/{number}")
    ResponseEntity<byte[]> unit(
            @PathVariable String number,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SURVEY);
        Surveyed.Scope scope = surveyed.of(person.person());
        return OrgNumber.parse(number)
                .filter(unit -> surveyed.includes(scope, unit))
                .map(unit -> frame.answer(200, page(unit, scope, shell)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private UnitSurveyPage page(OrgNumber unit, Surveyed.Scope scope, Shell shell) {
        Instant now = clock.instant();
        Survey.Place place = surveys.at(unit, now).places().getFirst();
        return new UnitSurveyPage(
                shell,
                new Party(place.name(), unit),
                place.kind(),
                place.above(),
                Surveyed.cells(place, words.categories(shell.language())),
                Surveyed.reached(unit, surveys.reach(List.of(unit))),
                surveyed.checks(checks.list(List.of(unit)).of(unit), scope),
                scope.reach().includes(unit));
    }
}
