package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.POLITI;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.ahead;
import static no.segl.app.web.page.World.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/** The routine in its states: controls, what was done, figures by e-mail, and possible breaches. */
final class ControlSamples {

    private ControlSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("controls", ControlSamples::controls);
        all.put("controls-empty", l -> empty(l, true));
        all.put("controls-no-access", l -> empty(l, false));
        all.put("control", l -> runs(l, true, Optional.empty()));
        all.put("control-not-ended", l -> runs(l, true, Optional.of("control.trouble.NOT_SURE")));
        all.put("control-runs", l -> runs(l, false, Optional.empty()));
        all.put("control-runs-empty", ControlSamples::noRuns);
        all.put("control-run", l -> run(l, RunStatus.TO_DO));
        all.put("control-run-missed", l -> run(l, RunStatus.MISSED));
        all.put("control-run-done", l -> run(l, RunStatus.DONE));
        all.put("control-new", l -> form(l, false, true, Optional.empty()));
        all.put("control-new-unit", l -> form(l, false, false, Optional.empty()));
        all.put("control-new-fault", l -> form(l, false, true, Optional.of("NO_QUESTION")));
        all.put("control-report", l -> form(l, true, true, Optional.empty()));
        all.put("breaches", l -> breaches(l, true));
        all.put("breaches-empty", l -> breaches(l, false));
    }

    private static UUID id(int n) {
        return new UUID(0x0198_7a35_0000_7000L, 100 + n);
    }

    private static Shell shell(Language l) {
        return World.inside(l, Shell.Section.CONTROLS);
    }

    private static String what(Language l, int n) {
        Texts t = Texts.of(l);
        return switch (n % 3) {
            case 0 ->
                    t.get(
                            "control.what",
                            t.get("control.about.RECEIVED"),
                            World.pick(
                                    l, "uåpnet > 7 dager", "uopna > 7 dagar", "unopened > 7 days"));
            case 1 ->
                    t.get(
                            "control.what",
                            t.get("control.about.SENT"),
                            World.pick(
                                    l,
                                    "uåpnet > 1 dag " + category(l, 0),
                                    "uopna > 1 dag " + category(l, 0),
                                    "unopened > 1 day " + category(l, 0)));
            default -> t.get("control.about.READINESS");
        };
    }

    private static String rhythm(Language l, int n) {
        Texts t = Texts.of(l);
        return switch (n % 3) {
            case 0 -> t.get("control.rhythm.WEEK", t.get("weekday.MONDAY"), "08.00");
            case 1 -> t.get("control.rhythm.DAY", "08.00");
            default -> t.get("control.rhythm.MONTH", "1", "09.00");
        };
    }

    private static ControlsPage.Run one(Language l, int n, RunStatus status) {
        Texts t = Texts.of(l);
        boolean open = status == RunStatus.TO_DO || status == RunStatus.MISSED;
        return new ControlsPage.Run(
                id(n),
                what(l, n),
                rhythm(l, n),
                n == 4 ? LONG : KOMMUNE,
                status,
                n == 3 ? Optional.empty() : Optional.of(n % 2 == 0 ? "Kari Nordgård" : "Odd Vik"),
                status == RunStatus.TO_DO ? ahead(1) : ago(n, 2),
                open ? Optional.empty() : Optional.of(ago(n, 5)),
                open
                        ? Optional.empty()
                        : Optional.of(
                                n % 3 == 2
                                        ? t.get("control.found.READINESS", "57", "312")
                                        : t.get(
                                                "control.found.oldest",
                                                t.count("letters.count", 3),
                                                t.count("age.days", 12))));
    }

    private static ControlsPage.Control control(Language l, int n, Optional<RunStatus> last) {
        return new ControlsPage.Control(
                id(n),
                what(l, n),
                rhythm(l, n),
                n == 2 ? LONG : KOMMUNE,
                "Kari Nordgård",
                n == 1 ? Optional.empty() : Optional.of("Odd Vik"),
                last.map(s -> one(l, n + 1, s)),
                ahead(n + 1));
    }

    private static Page controls(Language l) {
        return new ControlsPage(
                shell(l),
                List.of(one(l, 3, RunStatus.MISSED), one(l, 1, RunStatus.TO_DO)),
                List.of(
                        control(l, 0, Optional.of(RunStatus.DONE)),
                        control(l, 1, Optional.of(RunStatus.MISSED)),
                        control(l, 2, Optional.empty())),
                List.of(
                        new ControlsPage.Report(
                                id(30),
                                KOMMUNE,
                                rhythm(l, 0),
                                "Ingrid Solbakken",
                                ahead(4),
                                Optional.of(ago(3, 4))),
                        new ControlsPage.Report(
                                id(31), LONG, rhythm(l, 2), "Odd Vik", ahead(7), Optional.empty())),
                new ControlsPage.Score(26, 24, 1),
                true);
    }

    private static Page empty(Language l, boolean access) {
        return new ControlsPage(
                access ? shell(l) : World.without(shell(l), true, false),
                List.of(),
                List.of(),
                List.of(),
                ControlsPage.Score.NONE,
                access);
    }

    private static Page runs(Language l, boolean ofOne, Optional<String> trouble) {
        List<ControlsPage.Run> rows = new ArrayList<>();
        int n = 0;
        for (RunStatus status : RunStatus.values()) {
            rows.add(one(l, ofOne ? 3 * n : n, status));
            n++;
        }
        return new RunsPage(
                shell(l),
                ofOne ? Optional.of(control(l, 0, Optional.empty())) : Optional.empty(),
                false,
                !ofOne,
                rows,
                false,
                Optional.of("1764000000000000_" + id(9)),
                trouble.map(key -> Texts.of(l).get(key)));
    }

    private static Page noRuns(Language l) {
        return new RunsPage(
                shell(l),
                Optional.empty(),
                false,
                false,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Page run(Language l, RunStatus status) {
        Texts t = Texts.of(l);
        boolean done = status == RunStatus.DONE;
        boolean missed = status == RunStatus.MISSED;
        String found =
                t.get("control.found.oldest", t.count("letters.count", 3), t.count("age.days", 12));
        return new RunPage(
                shell(l),
                one(l, 3, status),
                control(l, 0, Optional.empty()),
                missed ? 2 : 0,
                done ? Optional.empty() : Optional.of(ahead(1)),
                !missed,
                found,
                "/inngaende?sporsmal=u%C3%A5pnet",
                Optional.of(Side.RECIPIENT),
                done || missed ? LetterLists.rows(l) : List.of(),
                done
                        ? Optional.of(
                                new RunPage.Account(
                                        ago(1, 2), "Kari Nordgård", found, World.HOSTILE))
                        : Optional.empty(),
                missed ? World.HOSTILE : "",
                missed ? Optional.of(t.get("control.trouble.BAD_TEXT")) : Optional.empty());
    }

    private static Page form(Language l, boolean report, boolean chosen, Optional<String> trouble) {
        return new ControlForm(
                shell(l),
                report,
                List.of(KOMMUNE, SKOLE, LONG),
                chosen ? Optional.of(KOMMUNE) : Optional.empty(),
                chosen ? List.of(AccessPages.KARI, AccessPages.ODD) : List.of(),
                ControlForm.Entered.USUAL,
                trouble.map(code -> Texts.of(l).get("control.trouble." + code)));
    }

    private static Page breaches(Language l, boolean some) {
        List<BreachesPage.Row> rows =
                List.of(
                        row(l, 0, Matter.Reason.BREACH_UNOPENED, false),
                        row(l, 1, Matter.Reason.BREACH_MISDIRECTED, false),
                        row(l, 2, Matter.Reason.BREACH_UNOPENED, true));
        return new BreachesPage(
                World.inside(l, Shell.Section.FOLLOW_UP),
                !some,
                some ? rows : List.of(),
                some ? 2 : 0,
                some ? 1 : 0,
                false,
                some ? Optional.of(id(9).toString()) : Optional.empty(),
                true);
    }

    private static BreachesPage.Row row(Language l, int n, Matter.Reason reason, boolean decided) {
        return new BreachesPage.Row(
                id(n),
                reason,
                n == 1 ? Side.SENDER : Side.RECIPIENT,
                n == 2 ? LONG : BARNEVERN,
                n == 1 ? ADVOKAT : POLITI,
                category(l, n),
                n == 0 ? Optional.of("Kari Nordgård") : Optional.empty(),
                ago(n + 1, 0),
                n == 1 ? ago(0, 5) : ahead(2),
                decided ? Optional.of(ago(0, 3)) : Optional.empty(),
                decided ? Optional.of(Matter.Outcome.NO_BREACH_CAME_OTHERWISE) : Optional.empty(),
                decided ? Optional.of("Odd Vik") : Optional.empty());
    }
}
