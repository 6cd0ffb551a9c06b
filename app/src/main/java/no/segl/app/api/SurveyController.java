package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.CheckDesk;
import no.segl.app.store.Categories;
import no.segl.app.store.Surveys;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Survey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How ready the machine's organisation is, unit by unit: the same as the page has. */
@RestController("apiSurvey")
public final class SurveyController {

    /** As the list itself gives it. */
    private static final Pattern CURSOR = Pattern.compile("[hk][0-9]{9}");

    private final Refusals refusals;
    private final Surveys surveys;
    private final CheckDesk checks;
    private final Categories categories;
    private final InstantSource clock;

    SurveyController(
            Refusals refusals,
            Surveys surveys,
            CheckDesk checks,
            Categories categories,
            InstantSource clock) {
        this.refusals = refusals;
        this.surveys = surveys;
        this.checks = checks;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * One category at one unit.
     *
     * @param asOf when the ground was known, in UTC
     * @param holders how many people can open
     * @param unopened how many letters lie there
     */
    public record CellAnswer(
            String category,
            String readiness,
            String ground,
            String asOf,
            long holders,
            long unopened) {}

    /**
     * Where notices to a unit go.
     *
     * @param own how many addresses it has itself
     * @param refused how many of those take nothing
     * @param reachedAt the unit whose addresses are used
     * @param verifiedAt when a message was last known to have come there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AddressAnswer(
            long own, long refused, @Nullable String reachedAt, @Nullable String verifiedAt) {}

    /** One unit. */
    public record UnitAnswer(
            String unit, String name, List<CellAnswer> categories, AddressAnswer addresses) {}

    /** At how many units a guided check stands in each way. */
    public record CheckAnswer(
            String check, long wrong, long expired, long neverAnswered, long holds, long notUsed) {}

    /**
     * How ready the organisation is.
     *
     * @param units how many units
     * @param ready how many of them are ready for every category that was asked about
     * @param unopenedWhereNobodyCanOpen how many letters lie where nobody can open them
     * @param list a part of the units, those with gaps first
     * @param next the {@code after} of the part that follows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SurveyAnswer(
            String asOf,
            long units,
            long ready,
            long unopenedWhereNobodyCanOpen,
            List<UnitAnswer> list,
            @Nullable String next,
            List<CheckAnswer> checks) {}

    @GetMapping("/api/v1/overview/readiness")
    SurveyAnswer readiness(
            @RequestParam Optional<String> category,
            @RequestParam Optional<String> gaps,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.RECEIVE);
        QueryFields query = new QueryFields();
        Optional<Category> only =
                query.read("/category", category, categories::find, Rule.UNKNOWN_CATEGORY);
        boolean onlyGaps = query.flag("/gaps", gaps);
        Optional<String> from =
                query.read("/after", after, t -> Optional.of(t).filter(CURSOR.asMatchPredicate()));
        int most = query.limit(limit);
        query.check();
        Instant now = clock.instant();
        Set<OrgNumber> roots = Set.of(machine.organisation());
        Survey survey = surveys.of(roots, now).about(only, "");
        Survey.Page page =
                survey.page(
                        onlyGaps ? Optional.of(Survey.Cell::isGap) : Optional.empty(), from, most);
        Map<OrgNumber, Surveys.Reach> reach =
                surveys.reach(
                        page.places().stream().map(Survey.Place::unit).collect(Collectors.toSet()));
        Survey.Figures figures = survey.figures();
        return new SurveyAnswer(
                now.toString(),
                figures.units(),
                figures.ready(),
                figures.stuck(),
                page.places().stream().map(p -> unit(p, reach)).toList(),
                page.next().orElse(null),
                checks(checks.list(roots)));
    }

    private static UnitAnswer unit(Survey.Place place, Map<OrgNumber, Surveys.Reach> found) {
        Surveys.Reach reach = found.getOrDefault(place.unit(), Surveys.Reach.NOWHERE);
        return new UnitAnswer(
                place.unit().value(),
                place.name(),
                place.cells().stream().map(SurveyController::cell).toList(),
                new AddressAnswer(
                        reach.own(),
                        reach.refused(),
                        reach.nearest().map(n -> n.unit().value()).orElse(null),
                        reach.verifiedAt().map(Instant::toString).orElse(null)));
    }

    private static CellAnswer cell(Survey.Cell cell) {
        return new CellAnswer(
                cell.readiness().category().code(),
                word(cell.readiness().verdict()),
                word(cell.readiness().ground()),
                cell.readiness().asOf().toString(),
                cell.holders(),
                cell.waiting());
    }

    static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<CheckAnswer> checks(Checklist list) {
        return List.of(Check.values()).stream()
                .map(check -> {
                    Map<Checklist.State, Long> states = Checklist.figures(list.of(check));
                    return new CheckAnswer(
                            word(check),
                            states.getOrDefault(Checklist.State.WRONG, 0L),
                            states.getOrDefault(Checklist.State.EXPIRED, 0L),
                            states.getOrDefault(Checklist.State.NEVER, 0L),
                            states.getOrDefault(Checklist.State.HOLDS, 0L),
                            states.getOrDefault(Checklist.State.NOT_USED, 0L));
                })
                .toList();
    }
}
