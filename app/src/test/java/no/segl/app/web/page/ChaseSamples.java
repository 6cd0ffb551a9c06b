package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.SYKEHUS;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.ahead;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.CallPage.Entered;
import no.segl.app.web.page.CallPage.Followed;
import no.segl.app.web.page.CallPage.Said;
import no.segl.app.web.page.ChosenPage.Deed;
import no.segl.app.web.page.ChosenPage.Line;
import no.segl.app.web.page.LettersFilter.View;
import no.segl.core.letter.Side;
import no.segl.core.readiness.Readiness.Ground;

/** What somebody does about many letters: chosen ones, kept questions, calls. */
final class ChaseSamples {

    private ChaseSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("chosen-remind", l -> chosen(l, Deed.REMIND, false, Optional.empty()));
        all.put("chosen-paper", l -> chosen(l, Deed.PAPER, false, Optional.empty()));
        all.put("chosen-settle", l -> chosen(l, Deed.SETTLE, false, Optional.of("NOT_SURE")));
        all.put("chosen-done", l -> chosen(l, Deed.REMIND, true, Optional.empty()));
        all.put("chosen-none", ChaseSamples::none);
        all.put("call-list", l -> calls(l, List.of(call(l, 0), call(l, 1), call(l, 2)), true));
        all.put("call-list-empty", l -> calls(l, List.of(), true));
        all.put("call-list-no-access", l -> calls(l, List.of(), false));
        all.put("call", l -> call(l, Optional.empty(), Optional.empty()));
        all.put("call-noted", l -> call(l, Optional.empty(), Optional.of(new Said(2, 1, 1))));
        all.put("call-faults", l -> call(l, Optional.of("BAD_TIME"), Optional.empty()));
    }

    static KeptViews kept(String path, String typed) {
        if (typed.isEmpty()) {
            return KeptViews.NONE;
        }
        boolean extreme = typed.equals(World.UNBROKEN);
        return new KeptViews(
                List.of(
                        new KeptViews.Kept(
                                id(1), "Mandag morgen", Optional.empty(), path, !extreme),
                        new KeptViews.Kept(
                                id(2),
                                extreme ? World.UNBROKEN.substring(0, 60) : "Barnevern over en uke",
                                Optional.of(extreme ? LONG.name() : KOMMUNE.name()),
                                path,
                                false)),
                List.of(KOMMUNE, extreme ? LONG : SKOLE),
                extreme ? World.HOSTILE : "",
                "",
                extreme ? Optional.of("NAME_TAKEN") : Optional.empty());
    }

    private static UUID id(int n) {
        return new UUID(0x0198_7a36_0000_7000L, n);
    }

    private static Shell shell(Language l) {
        return World.inside(l, Shell.Section.SENT);
    }

    private static ChosenPage chosen(
            Language l, Deed deed, boolean done, Optional<String> trouble) {
        String outcome =
                switch (deed) {
                    case REMIND -> "REMINDED";
                    case PAPER -> "ORDERED";
                    case SETTLE -> "SETTLED";
                };
        return new ChosenPage(
                shell(l),
                Side.SENDER,
                deed,
                done,
                List.of(
                        line(l, 11, ADVOKAT, outcome),
                        line(l, 12, SYKEHUS, outcome),
                        line(l, 13, SKOLE, deed == Deed.REMIND ? "ADMINISTRATORS_TOLD" : outcome)),
                List.of(
                        line(l, 14, LONG, deed == Deed.REMIND ? "TOLD_LATELY" : "REFUSED"),
                        line(l, 15, ADVOKAT, "CLOSED"),
                        new Line(
                                Optional.empty(),
                                Texts.of(l).get("bulk.unknown"),
                                "",
                                Optional.empty(),
                                "NOT_THERE")),
                Optional.empty(),
                trouble,
                "uåpnet > 7 dager",
                "",
                "/sendt?sporsmal=u%C3%A5pnet");
    }

    private static Line line(Language l, int n, Party there, String outcome) {
        return new Line(
                Optional.of(letter(n)),
                there.name(),
                category(l, n % 3),
                Optional.of(ago(n, 2)),
                outcome);
    }

    private static Page none(Language l) {
        return new ChosenPage(
                World.inside(l, Shell.Section.RECEIVED),
                Side.RECIPIENT,
                Deed.REMIND,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of("NOTHING_CHOSEN"),
                "",
                "",
                "/inngaende");
    }

    private static Call call(Language l, int n) {
        Ground ground =
                List.of(Ground.NOBODY_HAS_ACCESS, Ground.HELD, Ground.KEY_ROLE_NOT_USED).get(n);
        Party party = List.of(ADVOKAT, BARNEVERN, LONG).get(n);
        return new Call(
                party,
                14 - n,
                ago(31 - n, 1),
                n == 1
                        ? List.of(ask(l, ground, 0, 13))
                        : List.of(ask(l, ground, 0, 9), ask(l, Ground.HELD, 1, 5)),
                n == 1 ? Optional.of(List.of("post@barnevern.example")) : Optional.empty(),
                "/sendt/ringeliste/" + party.number().value());
    }

    private static Call.Ask ask(Language l, Ground ground, int category, long letters) {
        Texts t = Texts.of(l);
        String what = t.get("calls.share", category(l, category), t.figures().number(letters));
        return new Call.Ask(
                t.get("calls.ask." + ground.name(), what),
                t.get("ready.ground." + ground.name()),
                ago(0, 1),
                ground != Ground.HELD);
    }

    private static Page calls(Language l, List<Call> calls, boolean access) {
        Texts texts = Texts.of(l);
        return new CallListPage(
                shell(l),
                new LettersFilter(
                        "/sendt",
                        View.PARTIES,
                        "uåpnet > 7 dager",
                        List.of(texts.get("status.AVAILABLE"), texts.count("asked.moreThan", 7)),
                        List.of()),
                calls,
                calls.size() > 2,
                access);
    }

    private static Page call(Language l, Optional<String> trouble, Optional<Said> said) {
        boolean faulty = trouble.isPresent();
        return new CallPage(
                shell(l),
                call(l, faulty ? 2 : 0),
                List.of(
                        row(l, 21, List.of()),
                        row(l, 22, List.of(followed(1, true))),
                        row(l, 23, List.of(followed(2, false), followed(3, false)))),
                faulty,
                faulty
                        ? new Entered(World.HOSTILE, "ANSWER_EXPECTED", "2027-12-24")
                        : new Entered("", "", ""),
                trouble,
                said,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 14),
                "uåpnet > 7 dager",
                "/sendt/ringeliste");
    }

    private static Followed followed(int n, boolean self) {
        return new Followed(
                id(n),
                n,
                n == 3 ? Optional.empty() : Optional.of(n == 2 ? "Marte Aas" : "Kari Nordgård"),
                self,
                ahead(n));
    }

    private static CallPage.Row row(Language l, int n, List<Followed> followed) {
        return new CallPage.Row(
                letter(n),
                category(l, n % 3),
                new References(
                        Optional.of("BV-44" + n), Optional.of("2026/11" + n), Optional.empty()),
                ago(n, 1),
                followed);
    }
}
