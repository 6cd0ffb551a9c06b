package no.segl.app.web.page;

import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.HELSE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.web.page.InboxPage.Act;
import no.segl.app.web.page.InboxPage.Left;

/** The inbox after acts with several letters, its views, and who has a letter. */
final class InboxPages {

    private InboxPages() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("inbox-acted", l -> acted(l, Act.HANDLE, 2));
        all.put("inbox-acted-all", l -> acted(l, Act.ASSIGN, 3, List.of()));
        all.put("inbox-acted-nothing", l -> acted(l, Act.NOTHING_CHOSEN, 0, List.of()));
        all.put(
                "inbox-handled",
                l -> inbox(l, InboxFilter.View.HANDLED, Lists.rows(l).subList(6, 7)));
        all.put("inbox-mine-none", l -> inbox(l, InboxFilter.View.MINE, List.of()));
    }

    static InboxFilter filter(
            Language l, InboxFilter.View view, String category, List<Party> units) {
        return new InboxFilter(
                view,
                "",
                category,
                units,
                List.of(
                        new Choice("CHILD_WELFARE", category(l, 0)),
                        new Choice("HEALTH_SOCIAL_WELFARE", category(l, 1))));
    }

    private static Page acted(Language l, Act act, long done) {
        Texts texts = Texts.of(l);
        return acted(
                l,
                act,
                done,
                List.of(
                        new Left(Optional.of(letter(1)), "Oversending av rapport", "NOT_OPENED"),
                        new Left(Optional.of(letter(2)), World.UNBROKEN, "CANNOT_READ"),
                        new Left(Optional.empty(), texts.get("bulk.unknown"), "NOT_THERE")));
    }

    private static Page acted(Language l, Act act, long done, List<Left> left) {
        InboxPage page = inbox(l, InboxFilter.View.NOT_HANDLED, Lists.rows(l).subList(0, 6));
        return new InboxPage(
                page.shell(),
                page.rows(),
                page.unopened(),
                page.oldest(),
                page.continued(),
                page.next(),
                page.access(),
                page.givers(),
                page.keyRole(),
                page.filter(),
                page.people(),
                Optional.of(new InboxPage.Outcome(act, done, left)),
                false);
    }

    private static InboxPage inbox(Language l, InboxFilter.View view, List<InboxPage.Row> rows) {
        return new InboxPage(
                World.inside(l, Shell.Section.INBOX),
                rows,
                4,
                Optional.of(ago(9, 3)),
                false,
                Optional.empty(),
                true,
                List.of(),
                false,
                filter(l, view, "", List.of(BARNEVERN, HELSE)),
                List.of(AccessPages.KARI, AccessPages.MARTE),
                Optional.empty(),
                false);
    }

    /** Who has a letter, from nobody to somebody who can no longer read it. */
    static CarePanel care(boolean opened, boolean may, boolean odd) {
        return new CarePanel(
                letter(1),
                opened
                        ? Optional.of(
                                new CarePanel.Assigned(
                                        odd ? AccessPages.ODD : AccessPages.MARTE,
                                        false,
                                        ago(1, 3),
                                        !odd))
                        : Optional.empty(),
                Optional.empty(),
                opened,
                odd,
                may,
                List.of(AccessPages.KARI, AccessPages.MARTE, AccessPages.ODD),
                odd,
                odd);
    }

    /** A letter that somebody was done with. */
    static CarePanel handled() {
        CarePanel care = care(true, true, false);
        return new CarePanel(
                care.letter(),
                care.assigned(),
                Optional.of(new CarePanel.Handled("Marte Aas", ago(0, 2))),
                true,
                false,
                true,
                care.people(),
                false,
                false);
    }
}
