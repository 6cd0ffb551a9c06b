package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.core.access.Power;

/** The access review, and what is shared letter by letter. */
final class ReviewSamples {

    private ReviewSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("review", ReviewSamples::review);
        all.put(
                "may-not",
                l ->
                        new MayNotPage(
                                World.inside(l, Shell.Section.ACCESS),
                                MayNotPage.GIVE,
                                "ENDED",
                                SKOLE,
                                List.of(
                                        new AccessGiver(
                                                World.KOMMUNE, List.of(AccessPages.KARI.name()))),
                                2,
                                3));
        all.put(
                "may-not-two",
                l ->
                        new MayNotPage(
                                World.inside(l, Shell.Section.ACCESS),
                                MayNotPage.REQUIRE_TWO,
                                "NO_GRANT",
                                World.KOMMUNE,
                                List.of(
                                        new AccessGiver(
                                                World.KOMMUNE, List.of(AccessPages.KARI.name()))),
                                0,
                                1));
        all.put(
                "review-none",
                l ->
                        new ReviewPage(
                                World.inside(l, Shell.Section.ACCESS),
                                365,
                                List.of(),
                                0,
                                List.of(),
                                List.of(),
                                new SharedPanel(List.of(), 0, "")));
    }

    private static Page review(Language l) {
        return new ReviewPage(
                World.inside(l, Shell.Section.ACCESS),
                365,
                List.of(
                        new ReviewPage.Row(
                                new UUID(4, 1),
                                AccessPages.KARI,
                                SKOLE,
                                Power.READ,
                                Optional.of(category(l, 0)),
                                ago(412, 3)),
                        new ReviewPage.Row(
                                new UUID(4, 2),
                                AccessPages.ODD,
                                ADVOKAT,
                                Power.MANAGE_ACCESS,
                                Optional.empty(),
                                ago(380, 3))),
                311,
                List.of(2, 14, 0),
                List.of(
                        place(World.KOMMUNE, Optional.of("QUARTERLY")),
                        place(LONG, Optional.empty())),
                shared(l));
    }

    private static ReviewPage.Place place(Party unit, Optional<String> period) {
        LocalDate first = LocalDate.of(2026, 10, 1);
        return new ReviewPage.Place(
                unit,
                period,
                List.of(
                        new ReviewPage.Span(first, LocalDate.of(2026, 12, 31)),
                        new ReviewPage.Span(first.minusMonths(3), first.minusDays(1))));
    }

    /** What was done at a unit, of which there is more. */
    static Newest<UnitAccessPage.Change> changes(Language l) {
        return new Newest<>(
                List.of(
                        new UnitAccessPage.Change(
                                ago(1, 0),
                                "AccessConfirmed",
                                Optional.of(AccessPages.KARI),
                                Optional.of(Power.READ),
                                Optional.of(category(l, 0)),
                                AccessPages.MARTE.name()),
                        new UnitAccessPage.Change(
                                ago(2, 0),
                                "AccessEnded",
                                Optional.of(AccessPages.ODD),
                                Optional.of(Power.MANAGE_ACCESS),
                                Optional.empty(),
                                World.HOSTILE)),
                140,
                false,
                Optional.of("endret.17"));
    }

    static SharedPanel shared(Language l) {
        return new SharedPanel(
                List.of(
                        new SharedPanel.Row(
                                new UUID(6, 2),
                                World.letter(5),
                                AccessPages.ODD,
                                LONG,
                                category(l, 1),
                                true,
                                true,
                                ago(40, 0),
                                Optional.empty()),
                        new SharedPanel.Row(
                                new UUID(6, 3),
                                World.letter(6),
                                AccessPages.MARTE,
                                SKOLE,
                                category(l, 0),
                                false,
                                false,
                                ago(3, 0),
                                Optional.of(ago(-9, 0)))),
                1214,
                "/tilganger/gjennomgang");
    }
}
