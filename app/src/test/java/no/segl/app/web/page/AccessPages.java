package no.segl.app.web.page;

import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.AccessPage.Cell;
import no.segl.app.web.page.GiveForm.Fault;
import no.segl.app.web.page.UnitAccessPage.Said;
import no.segl.core.access.Power;
import no.segl.core.id.PersonId;
import no.segl.core.party.UnitKind;

/** The pages of those who administer access. */
final class AccessPages {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Person KARI = new Person(new PersonId(new UUID(7, 1)), "Kari Nordgård");
    static final Person MARTE = new Person(new PersonId(new UUID(7, 2)), "Marte Aas");
    static final Person ODD =
            new Person(new PersonId(new UUID(7, 3)), World.HOSTILE + World.UNBROKEN);

    private AccessPages() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("access", l -> access(l, rows(l), "", false));
        all.put("access-none", l -> access(l, List.of(), World.HOSTILE, true));
        all.put("access-long", l -> access(l, longRows(l), "", true));
        all.put("unit-access", l -> unit(l, SKOLE, Said.GIVEN, Fault.NONE));
        all.put("give", l -> give(l, Fault.NONE));
        all.put("give-person", l -> give(l, Fault.PERSON));
        all.put("give-date", l -> give(l, Fault.DATE));
        all.put("unit-access-faulty", l -> unit(l, LONG, Said.NOTHING, Fault.POWER));
        PersonAccessSamples.add(all);
        all.put("people", AccessPages::people);
        all.put("four-eyes", l -> AttentionSamples.fourEyes(l, true));
        all.put("four-eyes-none", l -> AttentionSamples.fourEyes(l, false));
        all.put("take-over", l -> AttentionSamples.takeOver(l, false));
        all.put("take-over-done", l -> AttentionSamples.takeOver(l, true));
        all.put("key-role", AccessPages::keyRole);
        all.put("key-role-none", l -> keyRole(l, List.of()));
        ReviewSamples.add(all);
    }

    private static Page keyRole(Language l) {
        return keyRole(
                l,
                List.of(
                        new KeyRolePage.Told(
                                KOMMUNE, KeyRolePage.Outcome.GIVEN, Optional.of(ago(-1, 0))),
                        new KeyRolePage.Told(LONG, KeyRolePage.Outcome.NOT_HELD, Optional.empty()),
                        new KeyRolePage.Told(
                                SKOLE, KeyRolePage.Outcome.DISSOLVED, Optional.empty())));
    }

    private static Page keyRole(Language l, List<KeyRolePage.Told> told) {
        return new KeyRolePage(World.inside(l, Shell.Section.ACCESS), told);
    }

    private static Page access(Language l, List<AccessPage.Row> rows, String text, boolean gaps) {
        return new AccessPage(
                World.inside(l, Shell.Section.ACCESS),
                new AccessPage.Summary(3214, gaps ? 0 : 41, 112, gaps ? 0 : 3),
                text,
                gaps,
                List.of(category(l, 0), category(l, 1), category(l, 2)),
                rows,
                7,
                gaps,
                gaps ? Optional.empty() : Optional.of("310451231"),
                text.isEmpty() && !gaps ? List.of() : List.of(KOMMUNE, LONG),
                gaps,
                !gaps,
                gaps ? AttentionPanel.NOTHING : AttentionSamples.attention(l));
    }

    private static List<AccessPage.Row> rows(Language l) {
        return List.of(
                row(l, KOMMUNE, UnitKind.MAIN_UNIT, 0, 0, 2),
                row(l, BARNEVERN, UnitKind.ORG_SECTION, 1, 1, 0),
                row(l, SKOLE, UnitKind.SUBUNIT, 2, 4, 0));
    }

    private static List<AccessPage.Row> longRows(Language l) {
        List<AccessPage.Row> rows = new ArrayList<>();
        for (int depth = 0; depth < 7; depth++) {
            Party unit = World.party(LONG.name(), 50 + depth);
            rows.add(row(l, unit, UnitKind.ORG_SECTION, depth, 4311, 7012));
        }
        return rows;
    }

    private static AccessPage.Row row(
            Language l, Party unit, UnitKind kind, int depth, long holders, long waiting) {
        return new AccessPage.Row(
                unit,
                kind,
                depth,
                List.of(
                        new Cell(category(l, 0), holders, holders > 1 ? 1 : 0, waiting),
                        new Cell(category(l, 1), 1, 1, 0),
                        new Cell(category(l, 2), holders, 0, 0)));
    }

    private static Page unit(Language l, Party unit, Said said, Fault fault) {
        return new UnitAccessPage(
                World.inside(l, Shell.Section.ACCESS),
                unit,
                UnitKind.SUBUNIT,
                List.of(
                        new UnitAccessPage.Openers(
                                "CHILD_WELFARE", category(l, 0), 0, holders(KARI, MARTE)),
                        new UnitAccessPage.Openers(
                                "HEALTH_SOCIAL_WELFARE", category(l, 1), 3, List.of()),
                        new UnitAccessPage.Openers(
                                "UPBRINGING_EDUCATION", category(l, 2), 1, holders(ODD))),
                List.of(
                        new UnitAccessPage.Holder(
                                new UUID(1, 9),
                                MARTE,
                                Power.ADMINISTER,
                                Optional.of(KOMMUNE),
                                Optional.of(ago(-1, 2)),
                                Optional.of(ago(0, 2)),
                                Optional.empty(),
                                false)),
                ReviewSamples.shared(l),
                ReviewSamples.changes(l),
                form(l, List.of(unit), fault),
                fault == Fault.NONE
                        ? UnitAccessPage.Newcomer.NOTHING
                        : new UnitAccessPage.Newcomer(World.HOSTILE, true, true),
                said);
    }

    private static GiveForm form(Language l, List<Party> units, Fault fault) {
        return new GiveForm(
                units.stream().map(Party::number).toList(),
                List.of(KARI, MARTE, ODD),
                List.of(
                        new Choice("CHILD_WELFARE", category(l, 0)),
                        new Choice("HEALTH_SOCIAL_WELFARE", category(l, 1))),
                List.of(Power.SEND, Power.OVERSEE),
                TODAY,
                new GiveForm.Entered(
                        KARI.id().toString(),
                        Set.of("CHILD_WELFARE"),
                        Set.of("SEND"),
                        "2026-12-01"),
                fault);
    }

    private static Page give(Language l, Fault fault) {
        List<Party> units = List.of(SKOLE, BARNEVERN, LONG);
        return new GivePage(World.inside(l, Shell.Section.ACCESS), units, form(l, units, fault));
    }

    private static List<UnitAccessPage.Holder> holders(Person... people) {
        List<UnitAccessPage.Holder> holders = new ArrayList<>();
        for (Person person : people) {
            holders.add(
                    new UnitAccessPage.Holder(
                            new UUID(2, holders.size()),
                            person,
                            Power.READ,
                            holders.isEmpty() ? Optional.empty() : Optional.of(LONG),
                            holders.isEmpty() ? Optional.empty() : Optional.of(ago(-30, 0)),
                            Optional.empty(),
                            holders.isEmpty() ? Optional.empty() : Optional.of("Odd Hansen"),
                            true));
        }
        return holders;
    }

    private static Page people(Language l) {
        return new PeoplePage(
                World.inside(l, Shell.Section.ACCESS),
                "",
                List.of(new PeoplePage.Row(KARI, 3), new PeoplePage.Row(ODD, 1)),
                true);
    }

    static SharePanel panel(boolean fault) {
        return panel(fault, false, Optional.empty());
    }

    /** With something sealed for a case worker, handed over or not. */
    static SharePanel sealing(String caseWorker, boolean handed, boolean fault) {
        return panel(
                fault,
                handed,
                Optional.of(new SharePanel.Seal(caseWorker, handed ? 2 : 1, 81_920, fault)));
    }

    private static SharePanel panel(boolean fault, boolean handed, Optional<SharePanel.Seal> seal) {
        return new SharePanel(
                World.letter(1),
                List.of(
                        new SharePanel.Standing(
                                new UUID(5, 1),
                                MARTE,
                                true,
                                handed,
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        new SharePanel.Standing(
                                new UUID(5, 2),
                                ODD,
                                false,
                                false,
                                Optional.of(ago(-9, 0)),
                                Optional.of(MARTE),
                                false)),
                List.of(KARI, MARTE, ODD),
                List.of(new AccessGiver(World.KOMMUNE, List.of("Kari Nordmann"))),
                new Term("", fault ? "2019-01-01" : "", TODAY, fault, fault),
                !fault,
                seal);
    }
}
