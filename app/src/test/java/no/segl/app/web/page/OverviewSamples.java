package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SYKEHUS;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.web.page.OverviewPage.Cases;
import no.segl.app.web.page.OverviewPage.End;
import no.segl.app.web.page.OverviewPage.Fresh;
import no.segl.app.web.page.OverviewPage.Lying;
import no.segl.app.web.page.OverviewPage.Month;
import no.segl.app.web.page.OverviewPage.Oldest;
import no.segl.app.web.page.OverviewPage.Opening;
import no.segl.app.web.page.OverviewPage.Part;
import no.segl.app.web.page.OverviewPage.Ready;
import no.segl.app.web.page.OverviewPage.Routine;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;

/** The overview in its states. */
final class OverviewSamples {

    private OverviewSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put(
                "overview",
                l ->
                        new OverviewPage(
                                shell(l),
                                List.of(end(l, Side.SENDER, 1307), end(l, Side.RECIPIENT, 41)),
                                new Ready(312, 57, 14),
                                new Cases(23, 4),
                                new Routine(new ControlsPage.Score(26, 24, 1), true, 7, 2),
                                new Fresh(
                                        Optional.of(ago(0, 0).minusSeconds(40)),
                                        false,
                                        Optional.of(ago(0, 5)))));
        all.put(
                "overview-calm",
                l ->
                        new OverviewPage(
                                shell(l),
                                List.of(calm(Side.SENDER), calm(Side.RECIPIENT)),
                                new Ready(6, 0, 0),
                                new Cases(0, 0),
                                new Routine(ControlsPage.Score.NONE, true, 0, 0),
                                new Fresh(Optional.of(ago(0, 4)), true, Optional.empty())));
        all.put(
                "overview-no-access",
                l ->
                        new OverviewPage(
                                World.without(shell(l), true, false),
                                List.of(),
                                new Ready(0, 0, 0),
                                new Cases(0, 0),
                                Routine.NONE,
                                new Fresh(Optional.empty(), false, Optional.empty())));
    }

    private static Shell shell(Language l) {
        return World.inside(l, Shell.Section.OVERVIEW);
    }

    private static End end(Language l, Side own, long unopened) {
        String path = own == Side.SENDER ? "/sendt" : "/inngaende";
        List<Lying> lying = new ArrayList<>();
        long left = unopened;
        for (Age age : Age.values()) {
            long letters = age == Age.DAYS_21_MORE ? left : left / 3;
            left -= letters;
            lying.add(new Lying(age, letters, path + "?sporsmal=u%C3%A5pnet"));
        }
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long available = unopened * (10 + (i * 7) % 5);
            months.add(
                    new Month(
                            LocalDate.of(2025, 12, 1).plusMonths(i),
                            available,
                            available * (60 + i * 3) / 100));
        }
        return new End(
                own,
                unopened,
                path + "?sporsmal=u%C3%A5pnet",
                Optional.of(new Oldest(ago(412, 0), path + "/1")),
                lying,
                new Opening(
                        unopened * 3,
                        Texts.of(l).count("age.hours", 5),
                        Texts.of(l).count("age.days", 6)),
                months,
                List.of(
                        new Part(ADVOKAT.name(), 14, path),
                        new Part(SYKEHUS.name(), 3, path),
                        new Part(LONG.name(), 1, path)),
                List.of(new Part(category(l, 0), 31, path), new Part(category(l, 1), 10, path)));
    }

    private static End calm(Side own) {
        return new End(
                own,
                0,
                "/sendt?sporsmal=u%C3%A5pnet",
                Optional.empty(),
                Arrays.stream(Age.values()).map(a -> new Lying(a, 0, "/sendt")).toList(),
                new Opening(0, "", ""),
                List.of(new Month(LocalDate.of(2026, 11, 1), 0, 0)),
                List.of(),
                List.of());
    }
}
