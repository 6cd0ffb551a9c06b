package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.HELSE;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.POLITI;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.SYKEHUS;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.ahead;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The inbox and the sent list in their states. */
final class Lists {

    private Lists() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("inbox", l -> inbox(l, rows(l), 4, Optional.of("MjAyNg"), false));
        all.put("inbox-continued", l -> inbox(l, rows(l).subList(4, 7), 4, Optional.empty(), true));
        all.put(
                "inbox-all-opened",
                l -> inbox(l, rows(l).subList(4, 7), 0, Optional.empty(), false));
        all.put("inbox-empty", l -> inbox(l, List.of(), 0, Optional.empty(), false));
        all.put("inbox-past-end", l -> inbox(l, List.of(), 1, Optional.empty(), true));
        all.put("inbox-no-access", Lists::noInbox);
        all.put("inbox-long", l -> inbox(l, longRows(l), 1204, Optional.of("MjAyNg"), false));
        LetterLists.add(all);
        OverviewSamples.add(all);
        ChaseSamples.add(all);
    }

    private static Page inbox(
            Language l,
            List<InboxPage.Row> rows,
            long unopened,
            Optional<String> next,
            boolean continued) {
        return new InboxPage(
                World.inside(l, Shell.Section.INBOX),
                rows,
                unopened,
                unopened == 0 ? Optional.empty() : Optional.of(ago(9, 3)),
                continued,
                next,
                true,
                List.of(),
                false,
                InboxPages.filter(
                        l,
                        InboxFilter.View.NOT_HANDLED,
                        continued ? "CHILD_WELFARE" : "",
                        unopened > 1000 ? List.of(BARNEVERN, LONG) : List.of(BARNEVERN, HELSE)),
                List.of(AccessPages.MARTE),
                Optional.empty(),
                false);
    }

    private static Page noInbox(Language l) {
        return new InboxPage(
                World.without(World.inside(l, Shell.Section.INBOX), true, false),
                List.of(),
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                List.of(
                        new AccessGiver(KOMMUNE, List.of("Ingrid Solbakken", "Jonas Vik")),
                        new AccessGiver(BARNEVERN, List.of())),
                true,
                InboxPages.filter(l, InboxFilter.View.NOT_HANDLED, "", List.of()),
                List.of(),
                Optional.empty(),
                true);
    }

    static List<InboxPage.Row> rows(Language l) {
        return List.of(
                row(l, 1, POLITI, BARNEVERN, 0, "Oversending av rapport", ago(9, 3), -1),
                row(l, 2, SYKEHUS, HELSE, 1, "Epikrise og plan for oppfølging", ago(3, 2), -1),
                row(l, 3, ADVOKAT, BARNEVERN, 0, "Innsyn i sak", ago(0, 5), -1),
                row(l, 4, POLITI, BARNEVERN, 2, null, ago(0, 0).minusSeconds(1260), -1),
                row(l, 5, SYKEHUS, HELSE, 1, "Svar på henvendelse", ago(1, 2), 0),
                row(l, 6, KOMMUNE, SKOLE, 0, "Referat frå møte 12. november", ago(6, 4), 5),
                row(l, 7, POLITI, BARNEVERN, 0, "Melding om bekymring", ago(14, 1), 13));
    }

    private static List<InboxPage.Row> longRows(Language l) {
        return List.of(
                row(l, 8, LONG, LONG, 1, World.HOSTILE.repeat(2), ago(412, 3), -1),
                row(l, 9, LONG, BARNEVERN, 1, World.UNBROKEN, ago(61, 3), -1),
                row(l, 10, LONG, LONG, 1, null, ago(60, 3), 2));
    }

    private static InboxPage.Row row(
            Language l,
            int n,
            Party from,
            Party to,
            int category,
            @org.jspecify.annotations.Nullable String title,
            Instant available,
            int openedDaysAgo) {
        return new InboxPage.Row(
                letter(n),
                from,
                to,
                category(l, category),
                Optional.ofNullable(title),
                n == 6 ? "nn" : "nb",
                available,
                openedDaysAgo < 0 ? Optional.empty() : Optional.of(ago(openedDaysAgo, 1)),
                n == 3,
                switch (n) {
                    case 3 -> Optional.of(new InboxPage.Assignee("Kari Nordgård", true, true));
                    case 5 -> Optional.of(new InboxPage.Assignee("Marte Aas", false, false));
                    case 8 -> Optional.of(new InboxPage.Assignee(World.UNBROKEN, false, true));
                    default -> Optional.empty();
                },
                n == 7 || n == 10 ? Optional.of(ago(0, 2)) : Optional.empty());
    }

    static Optional<NextLook> look(Language l, int reason, int inDays) {
        Texts texts = Texts.of(l);
        String why =
                texts.get(
                        "look.reason."
                                + List.of("NOT_AVAILABLE", "FIRST_LOOK", "NEXT_LOOK", "NEXT_LOOK")
                                        .get(reason));
        String owner = texts.get("look.owner." + (reason == 0 ? "OPERATOR" : "SENDER"));
        return Optional.of(new NextLook(inDays < 0 ? ago(-inDays, 0) : ahead(inDays), why, owner));
    }
}
