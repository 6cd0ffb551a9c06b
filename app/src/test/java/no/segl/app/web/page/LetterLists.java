package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.HELSE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.POLITI;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.SYKEHUS;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.web.page.LettersFilter.View;
import no.segl.app.web.page.LettersPage.Group;
import no.segl.app.web.page.LettersPage.Row;
import no.segl.core.letter.Side;
import org.jspecify.annotations.Nullable;

/** What was sent and what has come, in their states. */
final class LetterLists {

    private LetterLists() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("sent", l -> page(l, Side.SENDER, "", rows(l), List.of()));
        all.put(
                "sent-unopened",
                l -> page(l, Side.SENDER, "uåpnet > 7 dager", rows(l).subList(1, 4), List.of()));
        all.put("sent-empty", l -> page(l, Side.SENDER, "", List.of(), List.of()));
        all.put("sent-none-asked", l -> page(l, Side.SENDER, "uåpnet", List.of(), List.of()));
        all.put("sent-no-access", l -> without(l, Side.SENDER));
        all.put("sent-long", l -> page(l, Side.SENDER, World.UNBROKEN, longRows(l), List.of()));
        all.put("sent-groups", l -> page(l, Side.SENDER, "uåpnet", List.of(), groups()));
        all.put("sent-misread", LetterLists::misread);
        all.put(
                "received",
                l -> page(l, Side.RECIPIENT, "uåpnet", rows(l).subList(1, 4), List.of()));
        all.put("received-empty", l -> page(l, Side.RECIPIENT, "", List.of(), List.of()));
        all.put("received-groups", l -> page(l, Side.RECIPIENT, "uåpnet", List.of(), groups()));
        all.put("received-no-access", l -> without(l, Side.RECIPIENT));
    }

    private static Page page(
            Language l, Side own, String typed, List<Row> rows, List<Group> groups) {
        Texts texts = Texts.of(l);
        List<String> understood =
                typed.isEmpty()
                        ? List.of()
                        : List.of(
                                texts.get("status.AVAILABLE"),
                                texts.count("asked.moreThan", 7),
                                typed.equals(World.UNBROKEN) ? typed : category(l, 0));
        return new LettersPage(
                shell(l, own),
                own,
                new LettersFilter(
                        path(own),
                        groups.isEmpty() ? View.LETTERS : View.PARTIES,
                        typed,
                        understood,
                        List.of()),
                rows,
                groups,
                new LettersPage.Count(
                        rows.isEmpty() ? groups.size() * 4L : rows.size() * 31L,
                        rows.size() > 4,
                        rows.isEmpty() && groups.isEmpty()
                                ? Optional.empty()
                                : Optional.of(ago(16, 1))),
                false,
                rows.size() > 4 ? Optional.of("MjAyNg") : Optional.empty(),
                true,
                ChaseSamples.kept(path(own), typed));
    }

    private static Page misread(Language l) {
        Texts texts = Texts.of(l);
        return new LettersPage(
                shell(l, Side.SENDER),
                Side.SENDER,
                new LettersFilter(
                        "/sendt",
                        View.LETTERS,
                        "uåpnet > dager tittel:x",
                        List.of(),
                        List.of(
                                texts.get("asked.misread.NO_NUMBER", ">"),
                                texts.get("asked.misread.NO_KEY", "tittel"))),
                List.of(),
                List.of(),
                new LettersPage.Count(0, false, Optional.empty()),
                false,
                Optional.empty(),
                true,
                KeptViews.NONE);
    }

    private static Page without(Language l, Side own) {
        return new LettersPage(
                World.without(shell(l, own), true, false),
                own,
                new LettersFilter(path(own), View.LETTERS, "", List.of(), List.of()),
                List.of(),
                List.of(),
                new LettersPage.Count(0, false, Optional.empty()),
                false,
                Optional.empty(),
                false,
                KeptViews.NONE);
    }

    private static Shell shell(Language l, Side own) {
        return World.inside(l, own == Side.SENDER ? Shell.Section.SENT : Shell.Section.RECEIVED);
    }

    private static String path(Side own) {
        return own == Side.SENDER ? "/sendt" : "/inngaende";
    }

    private static List<Group> groups() {
        return List.of(
                new Group(ADVOKAT, 14, ago(31, 1), "/sendt?sporsmal=1"),
                new Group(SYKEHUS, 3, ago(9, 1), "/sendt?sporsmal=2"),
                new Group(LONG, 1, ago(0, 1), "/sendt?sporsmal=3"));
    }

    /** Letters of every status. */
    static List<Row> rows(Language l) {
        return List.of(
                row(l, 11, SYKEHUS, LetterStatus.ACCEPTED, 0, Lists.look(l, 0, 1), "2026/1184"),
                row(l, 12, POLITI, LetterStatus.AVAILABLE, 2, Lists.look(l, 1, 5), "2026/1179"),
                row(l, 13, ADVOKAT, LetterStatus.AVAILABLE, 8, Lists.look(l, 2, -1), "2026/1102"),
                row(l, 14, SKOLE, LetterStatus.AVAILABLE, 16, Lists.look(l, 3, 2), null),
                row(l, 15, HELSE, LetterStatus.OPENED, 17, Optional.empty(), "2026/0990"),
                row(l, 16, ADVOKAT, LetterStatus.POSTED, 33, Optional.empty(), "2026/0871"),
                row(l, 17, POLITI, LetterStatus.WITHDRAWN, 35, Optional.empty(), "2026/0870"),
                row(l, 18, SYKEHUS, LetterStatus.SETTLED, 51, Optional.empty(), "2026/0702"));
    }

    private static List<Row> longRows(Language l) {
        return List.of(
                new Row(
                        letter(19),
                        LONG,
                        LONG,
                        category(l, 1),
                        new References(
                                Optional.of(World.UNBROKEN),
                                Optional.of("2026/" + "123456789".repeat(6)),
                                Optional.empty()),
                        LetterStatus.AVAILABLE,
                        ago(412, 0),
                        Optional.of("NO_KEY_ROLE"),
                        Optional.of(
                                new NextLook(
                                        ago(2, 0), World.HOSTILE, LONG.name() + ", arkivet"))));
    }

    private static Row row(
            Language l,
            int n,
            Party there,
            LetterStatus status,
            int days,
            Optional<NextLook> look,
            @Nullable String caseNumber) {
        return new Row(
                letter(n),
                n % 3 == 0 ? SKOLE : BARNEVERN,
                there,
                category(l, n % 3),
                caseNumber == null
                        ? References.NONE
                        : new References(
                                Optional.of("BV-" + (4400 + n)),
                                Optional.of(caseNumber),
                                Optional.empty()),
                status,
                ago(days, 1),
                look.map(_ ->
                        switch (n) {
                            case 13 -> "NO_HOLDER";
                            case 14 -> "UNKNOWN";
                            default -> "READY";
                        }),
                look);
    }
}
