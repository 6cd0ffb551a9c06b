package no.segl.app.web.page;

import static no.segl.app.web.page.AccessPages.KARI;
import static no.segl.app.web.page.AccessPages.ODD;
import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.POLITI;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.ahead;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.CasesFilter.View;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Side;

/** Cases, and the addresses where people are told of things. */
final class CaseSamples {

    private static final List<CaseStatus> STATUSES =
            List.of(CaseStatus.NEW, CaseStatus.TAKEN, CaseStatus.SNOOZED, CaseStatus.LATE);

    private CaseSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("cases", l -> cases(l, View.ALL));
        all.put("cases-recipients", l -> cases(l, View.RECIPIENTS));
        all.put("cases-empty", l -> empty(l, true));
        all.put("cases-no-access", l -> empty(l, false));
        all.put("case", l -> matter(l, Side.RECIPIENT, CaseStatus.LATE));
        all.put("case-changed", l -> matter(l, Side.SENDER, CaseStatus.TAKEN));
        all.put("case-paper", l -> matter(l, Side.SENDER, CaseStatus.NEW));
        all.put("case-breach", l -> matter(l, Side.SENDER, CaseStatus.SNOOZED));
        all.put("case-done", l -> matter(l, Side.SENDER, CaseStatus.DONE));
        all.put("addresses", l -> addresses(l, true));
        all.put("addresses-faults", l -> addresses(l, false));
        all.put("addresses-own", CaseSamples::own);
        all.put("address-places", CaseSamples::places);
    }

    private static UUID id(int n) {
        return new UUID(0x0198_7a35_0000_7000L, n);
    }

    private static CasesFilter filter(View view) {
        return new CasesFilter(view, Optional.empty(), "", "", List.of(KOMMUNE, SKOLE, LONG));
    }

    private static Page cases(Language l, View view) {
        List<CasesPage.Row> rows = new ArrayList<>();
        int n = 0;
        for (Reason reason : Reason.values()) {
            boolean recipient = reason == Reason.NOBODY_CAN_OPEN;
            rows.add(
                    new CasesPage.Row(
                            id(n),
                            reason,
                            recipient ? Side.RECIPIENT : Side.SENDER,
                            recipient ? SKOLE : KOMMUNE,
                            n == 3 ? LONG : recipient ? POLITI : ADVOKAT,
                            category(l, n % 3),
                            STATUSES.get(n % STATUSES.size()),
                            n % 2 == 0 ? Optional.empty() : Optional.of("Kari Nordgård"),
                            n == 3,
                            ago(Math.abs(9 - n), 3),
                            ahead(n - 2),
                            reason.isBreach() ? Optional.of(ahead(n - 9)) : Optional.empty()));
            n++;
        }
        boolean grouped = view == View.RECIPIENTS;
        return new CasesPage(
                World.inside(l, Shell.Section.FOLLOW_UP),
                filter(view),
                grouped ? List.of() : rows,
                grouped
                        ? List.of(
                                new CasesPage.Group(ADVOKAT, 14, 12, ahead(1)),
                                new CasesPage.Group(LONG, 1, 1, ago(1, 0)))
                        : List.of(),
                rows.size(),
                2,
                false,
                Optional.of("1764000000000000-" + id(9)),
                true);
    }

    private static Page empty(Language l, boolean access) {
        return new CasesPage(
                World.inside(l, Shell.Section.FOLLOW_UP),
                filter(View.ALL),
                List.of(),
                List.of(),
                0,
                0,
                false,
                Optional.empty(),
                access);
    }

    private static Page matter(Language l, Side at, CaseStatus status) {
        Texts t = Texts.of(l);
        boolean recipient = at == Side.RECIPIENT;
        List<CasePage.Event> history =
                List.of(
                        event(t.get("ledger.actor.segl"), t.get("case.event.CaseRaised"), ""),
                        event("Kari Nordgård", t.get("case.event.taken"), ""),
                        event("Kari Nordgård", t.get("case.event.CaseCommented"), "Ola, 12 34."),
                        event("Odd", t.get("case.event.CaseCommented"), World.HOSTILE));
        boolean changed = status == CaseStatus.TAKEN;
        boolean paper = status == CaseStatus.NEW;
        boolean breach = status == CaseStatus.SNOOZED;
        Reason unopened = breach ? Reason.BREACH_UNOPENED : Reason.LONG_UNOPENED;
        Reason reason = recipient ? Reason.NOBODY_CAN_OPEN : paper ? Reason.PRINT_FAILED : unopened;
        String steps = paper ? "case.paper.NEVER_ON_PAPER." : "case.do." + reason + "." + at + ".";
        return new CasePage(
                World.inside(l, Shell.Section.FOLLOW_UP),
                new CasePage.Shown(
                        id(1),
                        3,
                        letter(3),
                        reason,
                        at,
                        POLITI,
                        recipient ? BARNEVERN : LONG,
                        category(l, 0),
                        status == CaseStatus.DONE ? LetterStatus.OPENED : LetterStatus.AVAILABLE,
                        Optional.of(ago(9, 2)),
                        status,
                        changed ? Optional.of(KARI) : Optional.empty(),
                        changed,
                        ahead(2),
                        recipient ? 2 : 0,
                        breach ? Optional.of(ahead(1)) : Optional.empty()),
                List.of(t.get(steps + "1", LONG.name()), t.get(steps + "2", LONG.name())),
                List.of(
                        new CasePage.Answering(KARI, true, List.of("+4791234567")),
                        new CasePage.Answering(ODD, false, List.of())),
                history,
                changed ? history.subList(2, 4) : List.of(),
                changed ? Optional.of(t.get("case.trouble.CHANGED")) : Optional.empty(),
                changed
                        ? new CasePage.Entered("Ringte", "", "PERSON_AWAY", "2026-12-01", "", "?")
                        : CasePage.Entered.NOTHING,
                changed,
                paper,
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 7));
    }

    private static CasePage.Event event(String who, String what, String text) {
        return new CasePage.Event(
                ago(1, 0), who, what, Optional.of(text).filter(x -> !x.isEmpty()));
    }

    private static AddressesPage.Row row(int n, String address, boolean refused) {
        return new AddressesPage.Row(
                id(n),
                address.contains("@"),
                address,
                "nn",
                refused ? Optional.of(ago(4, 0)) : Optional.empty());
    }

    private static Page addresses(Language l, boolean well) {
        return new AddressesPage(
                World.inside(l, Shell.Section.ACCESS),
                Optional.of(well ? KOMMUNE : LONG),
                "/varsling/enhet/" + KOMMUNE.number(),
                List.of(
                        row(1, "postmottak.for.taushetsbelagt.post@fjordvik.example", !well),
                        row(2, "+4791234567", false)),
                Optional.empty(),
                well
                        ? AddressesPage.Entered.NOTHING
                        : new AddressesPage.Entered(
                                "BAD_ADDRESS", id(1).toString(), World.HOSTILE, "en"),
                false,
                well);
    }

    private static Page own(Language l) {
        return new AddressesPage(
                World.inside(l, Shell.Section.NONE),
                Optional.empty(),
                "/varsling/min",
                List.of(),
                Optional.empty(),
                new AddressesPage.Entered("BAD_ADDRESS", "", "22 33", "nb"),
                true,
                false);
    }

    private static Page places(Language l) {
        return new AddressPlacesPage(
                World.inside(l, Shell.Section.ACCESS),
                List.of(
                        new AddressPlacesPage.Row(KOMMUNE, 2, 1, true),
                        new AddressPlacesPage.Row(SKOLE, 0, 0, true),
                        new AddressPlacesPage.Row(LONG, 0, 0, false)),
                "",
                true,
                OptionalLong.of(3),
                false,
                Optional.of("skole 310042041"));
    }
}
