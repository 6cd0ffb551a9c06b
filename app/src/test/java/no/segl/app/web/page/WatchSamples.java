package no.segl.app.web.page;

import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.HELSE;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.core.party.UnitKind;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.Checklist.State;
import no.segl.core.readiness.Readiness.Ground;
import no.segl.core.readiness.Readiness.Verdict;
import no.segl.core.readiness.Survey;

/** Readiness and guided checks, in their states. */
final class WatchSamples {

    private static final SurveyPage.Reached OWN =
            new SurveyPage.Reached(
                    2, 1, Optional.of(ago(3, 0)), Optional.empty(), true, Optional.of(ago(1, 0)));
    private static final SurveyPage.Reached ABOVE =
            new SurveyPage.Reached(
                    0, 0, Optional.empty(), Optional.of(KOMMUNE), true, Optional.empty());
    private static final SurveyPage.Reached NOWHERE =
            new SurveyPage.Reached(
                    0, 0, Optional.empty(), Optional.empty(), false, Optional.empty());
    private static final SurveyPage.Reached REFUSED =
            new SurveyPage.Reached(
                    1, 1, Optional.of(ago(9, 0)), Optional.empty(), false, Optional.empty());

    private WatchSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("survey", l -> survey(l, SurveyFilter.ALL, rows(l), true));
        all.put(
                "survey-category",
                l ->
                        survey(
                                l,
                                new SurveyFilter("skole", "CHILD_WELFARE", SurveyFilter.GAPS),
                                rows(l).stream().map(WatchSamples::first).toList(),
                                true));
        all.put(
                "survey-none",
                l ->
                        survey(
                                l,
                                new SurveyFilter(World.HOSTILE, "", Verdict.UNKNOWN.name()),
                                List.of(),
                                true));
        all.put("survey-no-access", l -> survey(l, SurveyFilter.ALL, List.of(), false));
        all.put("unit-survey", l -> unit(l, rows(l).getFirst(), true));
        all.put("unit-survey-others", l -> unit(l, rows(l).get(1), false));
        all.put("unit-survey-ready", l -> unit(l, rows(l).getLast(), true));
        all.put("checks", WatchSamples::checks);
        for (Check check : Check.values()) {
            all.put("check-" + check.name(), l -> check(l, check, false, ""));
        }
        all.put("check-kept", l -> check(l, Check.ALTINN_HOLDERS, true, ""));
        all.put("check-faulty", l -> check(l, Check.ALTINN_HOLDERS, false, "ANSWER"));
        LogSamples.add(all);
    }

    private static SurveyPage survey(
            Language l, SurveyFilter filter, List<SurveyPage.Row> rows, boolean access) {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, rows.isEmpty() ? 0L : 7L + verdict.name().length());
        }
        return new SurveyPage(
                World.inside(l, Shell.Section.SURVEY),
                access,
                filter,
                false,
                List.of(
                        new Choice("CHILD_WELFARE", category(l, 0)),
                        new Choice("HEALTH", category(l, 1)),
                        new Choice("POLICE", category(l, 2))),
                rows.isEmpty()
                        ? new Survey.Figures(0, 0, 0, verdicts, verdicts, 0, 0)
                        : new Survey.Figures(1_041, 937, 3_123, verdicts, verdicts, 14, 31),
                rows,
                false,
                rows.isEmpty() ? Optional.empty() : Optional.of("h310042006"),
                rows.isEmpty() ? 0 : 12,
                true);
    }

    /** One for each ground. */
    private static List<SurveyPage.Row> rows(Language l) {
        return List.of(
                row(l, SKOLE, ABOVE, Ground.NOBODY_HAS_ACCESS, Ground.KEY_ROLE_NOT_USED, true),
                row(l, LONG, REFUSED, Ground.ADDRESS_REFUSED, Ground.NOBODY_CAN_GIVE_ACCESS, false),
                row(l, HELSE, NOWHERE, Ground.NO_ADDRESS, Ground.ROLES_NOT_READ, true),
                row(l, BARNEVERN, OWN, Ground.HELD, Ground.HELD, true));
    }

    private static SurveyPage.Row row(
            Language l,
            Party unit,
            SurveyPage.Reached reached,
            Ground one,
            Ground other,
            boolean mayGive) {
        return new SurveyPage.Row(
                unit,
                UnitKind.SUBUNIT,
                Optional.of(KOMMUNE.name()),
                List.of(cell(l, 0, one, 3), cell(l, 1, other, 0), cell(l, 2, Ground.HELD, 0)),
                reached,
                mayGive);
    }

    private static SurveyPage.Cell cell(Language l, int category, Ground ground, long waiting) {
        boolean opens =
                ground.verdict() == Verdict.READY || ground.verdict() == Verdict.NO_NOTICE_ADDRESS;
        return new SurveyPage.Cell(
                category(l, category),
                ground.verdict().name(),
                ground.name(),
                ago(2, 0),
                opens ? 3 : 0,
                waiting);
    }

    private static SurveyPage.Row first(SurveyPage.Row row) {
        return new SurveyPage.Row(
                row.unit(),
                row.kind(),
                row.above(),
                row.cells().subList(0, 1),
                row.reached(),
                row.mayGive());
    }

    private static Page unit(Language l, SurveyPage.Row row, boolean mayGive) {
        return new UnitSurveyPage(
                World.inside(l, Shell.Section.SURVEY),
                row.unit(),
                row.kind(),
                row.above(),
                row.cells(),
                row.reached(),
                answers(Check.ALTINN_HOLDERS, mayGive).subList(0, 2),
                mayGive);
    }

    private static Page checks(Language l) {
        List<ChecksPage.Item> items = new ArrayList<>();
        for (Check check : Check.values()) {
            Map<State, Long> states = new EnumMap<>(State.class);
            if (check != Check.ALTINN_LEAVERS) {
                states.put(State.HOLDS, 3L);
                states.put(
                        check == Check.ALTINN_HOLDERS ? State.EXPIRED : State.NEVER,
                        check == Check.SVARUT_PAPER ? 0L : 1_038L);
            }
            items.add(new ChecksPage.Item(check, states));
        }
        return new ChecksPage(World.inside(l, Shell.Section.SURVEY), items);
    }

    private static Page check(Language l, Check check, boolean said, String fault) {
        return new CheckPage(
                World.inside(l, Shell.Section.SURVEY),
                check,
                "",
                false,
                check == Check.ALTINN_LEAVERS
                        ? List.of()
                        : answers(check, check != Check.SVARUT_FETCHING),
                false,
                check.of() == Check.Of.UNIT ? Optional.of("HOLDS.310042006") : Optional.empty(),
                said,
                fault);
    }

    private static List<CheckPage.Row> answers(Check check, boolean mayAnswer) {
        return List.of(
                new CheckPage.Row(
                        check,
                        SKOLE,
                        State.WRONG,
                        Optional.of(
                                new CheckPage.Given(
                                        "NOT_AS_IT_SHOULD",
                                        AccessPages.KARI,
                                        ago(4, 0),
                                        World.ahead(86),
                                        Optional.empty())),
                        mayAnswer),
                new CheckPage.Row(
                        check,
                        LONG,
                        State.EXPIRED,
                        Optional.of(
                                new CheckPage.Given(
                                        "AS_IT_SHOULD",
                                        AccessPages.ODD,
                                        ago(120, 0),
                                        ago(30, 0),
                                        Optional.empty())),
                        mayAnswer),
                new CheckPage.Row(check, HELSE, State.NEVER, Optional.empty(), mayAnswer),
                new CheckPage.Row(
                        check,
                        BARNEVERN,
                        State.NOT_USED,
                        Optional.of(
                                new CheckPage.Given(
                                        "NOT_USED",
                                        AccessPages.MARTE,
                                        ago(1, 0),
                                        World.ahead(89),
                                        Optional.of(KOMMUNE))),
                        mayAnswer));
    }
}
