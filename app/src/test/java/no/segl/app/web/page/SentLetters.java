package no.segl.app.web.page;

import static no.segl.app.web.page.World.ADVOKAT;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.digest;
import static no.segl.app.web.page.World.letter;
import static no.segl.app.web.page.World.pick;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.SentLetterPage.Entry;
import no.segl.app.web.page.SentLetterPage.Step;
import no.segl.app.web.page.SentLetterPage.Step.Kind;
import no.segl.app.web.page.SentLetterPage.Trouble;
import no.segl.app.web.page.SentLetterPage.Withdrawal;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Side;

/** A letter at its sender's. */
final class SentLetters {

    private static final Actor MACHINE =
            new Actor.Machine(BARNEVERN.number(), "fagsystem-barnevern");
    private static final Actor PERSON =
            new Actor.Person(
                    new PersonId(new UUID(0x0198_7a33_0000_7000L, 0x8000_0000_0000_00aaL)));

    private SentLetters() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("sent-letter", l -> waiting(l, 5, new Withdrawal(false)));
        all.put("sent-letter-overdue", l -> waiting(l, -1, new Withdrawal(true)));
        all.put("sent-letter-opened", l -> closed(l, LetterStatus.OPENED, Kind.OPENED));
        all.put("sent-letter-withdrawn", l -> closed(l, LetterStatus.WITHDRAWN, Kind.WITHDRAWN));
        all.put("sent-letter-posted", l -> closed(l, LetterStatus.POSTED, Kind.POSTED));
        all.put("sent-letter-settled", l -> closed(l, LetterStatus.SETTLED, Kind.SETTLED));
        all.put("sent-letter-long", SentLetters::extreme);
    }

    private static final Newest<Refusal> NONE = new Newest<>(List.of(), 0);

    private static Page waiting(Language l, int lookInDays, Withdrawal withdrawal) {
        return page(
                l,
                ADVOKAT,
                LetterStatus.AVAILABLE,
                steps(l),
                Lists.look(l, lookInDays < 0 ? 2 : 1, lookInDays),
                new Newest<>(refusals(l), 2),
                Optional.of(withdrawal),
                Trouble.NONE);
    }

    private static Page closed(Language l, LetterStatus status, Kind last) {
        List<Step> steps = new ArrayList<>(steps(l));
        String by =
                pick(
                        l,
                        "Av en person hos mottakeren, med fullmakt",
                        "Av ein person hos mottakaren, med fullmakt",
                        "By a person at the recipient, by power of attorney");
        steps.add(
                new Step(
                        last,
                        ago(0, 2),
                        status == LetterStatus.OPENED ? Optional.of(by) : Optional.empty()));
        return page(
                l,
                ADVOKAT,
                status,
                steps,
                Optional.empty(),
                NONE,
                Optional.empty(),
                switch (last) {
                    case OPENED -> Trouble.ALREADY_OPENED;
                    case POSTED -> Trouble.ALREADY_CLOSED;
                    default -> Trouble.NONE;
                });
    }

    private static Page extreme(Language l) {
        return page(
                l,
                LONG,
                LetterStatus.AVAILABLE,
                List.of(new Step(Kind.ACCEPTED, ago(412, 0), Optional.of(World.HOSTILE))),
                Optional.of(new NextLook(ago(2, 0), World.HOSTILE, World.UNBROKEN)),
                new Newest<>(List.of(new Refusal(ago(1, 1), World.UNBROKEN, World.HOSTILE)), 4311),
                Optional.of(new Withdrawal(true)),
                Trouble.REASON_MISSING);
    }

    private static SentLetterPage page(
            Language l,
            Party to,
            LetterStatus status,
            List<Step> steps,
            Optional<NextLook> look,
            Newest<Refusal> refusals,
            Optional<Withdrawal> withdrawal,
            Trouble trouble) {
        boolean extreme = refusals.more();
        return new SentLetterPage(
                World.inside(l, Shell.Section.SENT),
                Side.SENDER,
                Optional.empty(),
                new SentLetterPage.SentLetter(
                        letter(13), BARNEVERN, to, category(l, 0), "nb", extreme ? 140 : 2),
                extreme
                        ? new References(
                                Optional.of(World.UNBROKEN),
                                Optional.of(World.UNBROKEN),
                                Optional.of(World.HOSTILE))
                        : new References(
                                Optional.of("BV-4413"), Optional.of("2026/1102"), Optional.empty()),
                extreme ? 20_480_000_000L : 1_650_429,
                status,
                steps,
                look,
                refusals,
                ledger(extreme),
                extreme,
                refusals.total() > 0 ? Optional.of("MTAyNA") : Optional.empty(),
                status == LetterStatus.ACCEPTED,
                withdrawal,
                trouble);
    }

    private static List<Step> steps(Language l) {
        return List.of(
                new Step(Kind.ACCEPTED, ago(8, 1), Optional.empty()),
                new Step(Kind.AVAILABLE, ago(8, 1).plusSeconds(2), Optional.empty()),
                new Step(
                        Kind.NOTIFIED,
                        ago(8, 0),
                        Optional.of(
                                pick(
                                        l,
                                        "E-post til varslingsadressen",
                                        "E-post til varslingsadressa",
                                        "E-mail to the notification address"))),
                new Step(Kind.RENOTIFIED, ago(1, 0), Optional.empty()));
    }

    private static List<Refusal> refusals(Language l) {
        String why = Texts.of(l).get("refused.ground.NO_GRANT");
        return List.of(
                new Refusal(ago(2, 3), PERSON.id(), why), new Refusal(ago(7, 3), PERSON.id(), why));
    }

    private static List<Entry> ledger(boolean extreme) {
        Right scope = new Right("scope", "segl:send");
        Right unknown = new Right("new-kind-of-right", World.UNBROKEN);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(1018, ago(8, 1), "LetterAccepted", MACHINE, scope));
        entries.add(
                entry(
                        1019,
                        ago(8, 1).plusSeconds(2),
                        "LetterAvailable",
                        new Actor.Segl("deliver"),
                        new Right("scope", "segl:send")));
        entries.add(entry(1031, ago(7, 3), "OpeningRefused", PERSON, Right.NONE));
        entries.add(
                entry(
                        1177,
                        ago(2, 3),
                        extreme ? "SomethingNewHappened" : "OpeningRefused",
                        PERSON,
                        Right.NONE));
        if (extreme) {
            entries.add(entry(9_999_999, ago(0, 0), World.UNBROKEN, PERSON, unknown));
        } else {
            entries.add(
                    entry(
                            1201,
                            ago(0, 2),
                            "LetterOpened",
                            PERSON,
                            new Right("grant", "0198a1b2-77c1-7000-8000-0000000000f1")));
        }
        return entries;
    }

    private static Entry entry(long number, Instant at, String fact, Actor actor, Right right) {
        return new Entry(
                number,
                at,
                fact,
                actor.kind(),
                // Whoever opens is at the other end.
                fact.equals("LetterOpened") || fact.equals("OpeningRefused")
                        ? Optional.empty()
                        : Optional.of(actor.id()),
                right,
                digest(fact + number));
    }
}
