package no.segl.app.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.core.id.OrgNumber;
import no.segl.core.readiness.Readiness;

/** The page that tells whether recipients can open what would be sent to them, made up. */
final class ReadyPages {

    private ReadyPages() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("ready", l -> page(l, "", List.of(), "", List.of(), false));
        all.put("ready-kept", l -> page(l, "", List.of(), "", List.of(), true));
        all.put("ready-nobody", l -> page(l, "", List.of(), "NOBODY", List.of(), false));
        all.put(
                "ready-category",
                l -> page(l, "310451223", List.of(), "CATEGORY", List.of(), false));
        all.put(
                "ready-too-many",
                l -> page(l, "310451223", List.of(), "TOO_MANY", List.of(), false));
        all.put(
                "ready-answered",
                l ->
                        page(
                                l,
                                "310 451 223\n" + World.UNBROKEN,
                                List.of(World.UNBROKEN, "310451224"),
                                "",
                                rows(),
                                false));
    }

    private static Page page(
            Language l,
            String text,
            List<String> faults,
            String fault,
            List<ReadyPage.Row> rows,
            boolean done) {
        return new ReadyPage(
                World.inside(l, Shell.Section.SENT),
                text,
                List.of(
                        new Choice("CHILD_WELFARE", World.category(l, 0)),
                        new Choice("GENERAL", World.category(l, 1))),
                "CHILD_WELFARE",
                faults,
                fault,
                rows,
                List.of(
                        new ReadyPage.Policy(World.BARNEVERN, "SEND", true),
                        new ReadyPage.Policy(World.LONG, "HOLD", true),
                        new ReadyPage.Policy(World.SKOLE, "ASK", false)),
                done);
    }

    /** One for each ground. */
    private static List<ReadyPage.Row> rows() {
        return List.of(Readiness.Ground.values()).stream()
                .map(ground ->
                        new ReadyPage.Row(
                                ground == Readiness.Ground.NOT_REGISTERED
                                        ? Optional.empty()
                                        : Optional.of(World.LONG.name()),
                                new OrgNumber("310451223"),
                                ground.verdict().name(),
                                ground.name(),
                                World.NOW.minus(Duration.ofDays(ground.name().length()))))
                .toList();
    }
}
