package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.segl.core.letter.Sending.Response;

/** Draws histories: what people do, and what goes wrong, from one seed. */
final class Drawing {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Response> RESPONSES = List.of(Response.values());
    private static final List<Happening.Deed> DEEDS = List.of(Happening.Deed.values());
    private static final Instant FIRST = Instant.parse("2026-01-05T06:00:00Z");

    private final SplittableRandom random;

    /** By itself, so that what else happens is as it was before vaults broke. */
    private final SplittableRandom vault;

    /** By itself, for the same reason: who takes back what may be on paper already. */
    private final SplittableRandom late;

    /** By itself, too: of what a look throws, and of clocks. */
    private final SplittableRandom poison;

    private final Duration troubled;

    /**
     * Of so many letters one is out of the ordinary, where others are sent, chased and in the end
     * settled by somebody.
     */
    private final int odd;

    private final List<Happening> happenings = new ArrayList<>();

    private Drawing(long seed, Duration troubled, int odd) {
        this.odd = odd;
        this.random = new SplittableRandom(seed);
        this.vault = new SplittableRandom(seed ^ 0x7661756cL);
        this.late = new SplittableRandom(seed ^ 0x6c617465L);
        this.poison = new SplittableRandom(seed ^ 0x706f6973L);
        this.troubled = troubled;
    }

    /** A short one: a few units and letters, a month or two of troubles, and then quiet. */
    static History brief(long seed) {
        SplittableRandom size = new SplittableRandom(seed ^ 0x73697a65L);
        Duration troubled = Duration.ofDays(15 + size.nextInt(25));
        Drawing drawing = new Drawing(seed, troubled, 1);
        int letters = 5 + size.nextInt(9);
        for (int i = 0; i < letters; i++) {
            drawing.send(i);
        }
        drawing.people(2 + size.nextInt(10));
        drawing.paper(troubled.plusDays(45), 2);
        drawing.world(size.nextInt(3), size.nextInt(12));
        return drawing.history(
                seed,
                FIRST.plus(Duration.ofMinutes(size.nextInt(660 * 24 * 60))),
                3 + size.nextInt(3),
                size.nextInt(10) == 0 ? 1 : 2,
                troubled.plusDays(45));
    }

    /** A long one: years of letters, fifty a year to and from each organisation, and visits. */
    static History years(long seed, int years, int organisations) {
        Duration lasts = Duration.ofDays(365L * years);
        Drawing drawing = new Drawing(seed, lasts.minusDays(35), 10);
        for (int i = 0; i < years * organisations * 50; i++) {
            drawing.send(i);
        }
        drawing.people(years * organisations * 2);
        for (int i = 0; i < years * organisations * 150; i++) {
            drawing.add(new Happening.Visit(drawing.any(lasts), drawing.random.nextInt(1 << 20)));
        }
        drawing.paper(lasts, 1);
        drawing.world(years * 4, years * 400);
        return drawing.history(seed, FIRST, organisations, 2, lasts);
    }

    private History history(
            long seed, Instant start, int organisations, int rules, Duration lasts) {
        happenings.sort(Comparator.comparing(Happening::at));
        return new History(seed, start, organisations, rules, happenings, lasts);
    }

    private void add(Happening happening) {
        happenings.add(happening);
    }

    private Duration any(Duration within) {
        return Duration.ofSeconds(random.nextLong(within.toSeconds()));
    }

    private int index() {
        return random.nextInt(1 << 20);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private void send(int number) {
        Duration at = any(troubled);
        String key = "S" + number;
        List<Integer> to = one(3) ? List.of(index(), index()) : List.of(index());
        Response response =
                one(odd) ? RESPONSES.get(random.nextInt(RESPONSES.size())) : Response.SEND;
        add(
                new Happening.Send(
                        at, key, index(), to, random.nextBoolean(), one(4) ? 2 : 1, response));
        if ((response == Response.HOLD || response == Response.ASK) && one(3)) {
            add(new Happening.Release(at.plus(any(Duration.ofDays(9))), key, index()));
        }
        if (!one(odd)) {
            add(new Happening.Close(at.plus(any(Duration.ofDays(35))), key, index(), true));
        }
        if (one(12 * odd)) {
            add(new Happening.Report(at.plus(any(Duration.ofDays(9))), key, index(), index()));
        }
        if (odd == 1 && late.nextInt(2) == 0) {
            Duration after = Duration.ofHours(24L * 8 + late.nextInt(24 * 32));
            add(
                    new Happening.Close(
                            at.plus(after), key, late.nextInt(1 << 20), late.nextBoolean()));
        }
        for (int works = random.nextInt(6); works > 0; works--) {
            work(key, at.plus(any(Duration.ofDays(30L * odd))));
        }
        for (int asks = random.nextInt(4); asks > 0; asks--) {
            Duration after = Duration.ofMinutes(random.nextInt(20 * 24 * 60));
            add(new Happening.Ask(at.plus(after), key, index(), index()));
        }
        if (one(6)) {
            Duration after = Duration.ofMinutes(random.nextInt(20 * 24 * 60));
            add(new Happening.Close(at.plus(after), key, index(), random.nextBoolean()));
        }
    }

    private void work(String key, Duration at) {
        Happening.Deed deed =
                one(odd) ? DEEDS.get(random.nextInt(DEEDS.size())) : Happening.Deed.CLOSE;
        add(new Happening.Work(at, key, index(), index(), index(), deed));
    }

    private void people(int many) {
        for (int i = 0; i < many; i++) {
            Duration at = any(troubled);
            switch (random.nextInt(5)) {
                case 0, 1 ->
                        add(
                                new Happening.Give(
                                        at,
                                        index(),
                                        index(),
                                        random.nextBoolean(),
                                        one(2)
                                                ? Optional.of(any(Duration.ofDays(15)))
                                                : Optional.empty()));
                case 2 -> leaver(i, at);
                case 3 -> add(new Happening.Visit(at, index()));
                default ->
                        add(
                                new Happening.Enter(
                                        at,
                                        random.nextBoolean(),
                                        index(),
                                        Town.anyAddress(random),
                                        Town.anyChannel(random)));
            }
        }
    }

    /** Somebody whose access ends, and who tries it once more. */
    private void leaver(int number, Duration at) {
        int who = index();
        int unit = index();
        boolean childWelfare = random.nextBoolean();
        Duration end = at.plus(any(Duration.ofDays(9)));
        String key = "L" + number;
        add(new Happening.Give(at, who, unit, childWelfare, Optional.empty()));
        add(new Happening.Send(end, key, index(), List.of(unit), childWelfare, 1, Response.SEND));
        add(new Happening.End(end.plusMinutes(1), who, unit));
        add(new Happening.Ask(end.plus(any(Duration.ofHours(2))).plusMinutes(2), key, 0, who));
    }

    /** Letters to one unit, a day or so apart, while the relay is away. */
    private void outage(int number, Duration from) {
        boolean childWelfare = random.nextBoolean();
        Duration at = from;
        for (int i = 0; i < 3; i++) {
            at = at.plusHours(1 + random.nextInt(40));
            String key = "M" + number + "-" + i;
            add(new Happening.Send(at, key, index(), List.of(0), childWelfare, 1, Response.SEND));
        }
    }

    private void paper(Duration lasts, int days) {
        for (Duration at = DAY; at.compareTo(lasts) < 0; at = at.plusDays(days)) {
            add(new Happening.Print(at.plus(any(Duration.ofHours(8))), one(4)));
        }
    }

    /** Somebody opens what was on its way to paper: it must be stopped, for the work goes on. */
    private void printerBroken(Duration from, Duration lasts) {
        add(new Happening.PrinterBroken(from, lasts, random.nextBoolean()));
        for (int i = 0; i < 8; i++) {
            add(new Happening.Visit(from.plus(any(lasts.plusDays(1))), random.nextInt(1 << 20)));
        }
    }

    private void world(int long_, int crashes) {
        if (one(2)) {
            add(new Happening.NewRules(any(troubled)));
        }
        for (int i = 0; i < long_; i++) {
            Duration lasts = one(2) ? Duration.ofDays(7) : any(Duration.ofDays(4));
            Duration from = any(troubled);
            boolean away = random.nextBoolean();
            add(new Happening.MailBroken(from, lasts, away));
            if (away) {
                outage(i, from);
            }
            printerBroken(any(troubled), any(Duration.ofDays(9)));
            add(
                    new Happening.VaultBroken(
                            Duration.ofSeconds(vault.nextLong(troubled.toSeconds())),
                            Duration.ofDays(6 + vault.nextInt(12))));
            add(new Happening.Move(any(troubled), index(), index(), one(2) ? 2 : 1));
            Duration by =
                    one(2)
                            ? Duration.ofMinutes(-1 - random.nextInt(50))
                            : any(Duration.ofDays(3)).plusSeconds(1);
            add(new Happening.Jump(any(troubled), by));
            add(new Happening.Stall(any(troubled), random.nextInt(2), any(Duration.ofHours(5))));
        }
        if (odd == 1 && poison.nextInt(4) == 0) {
            add(
                    new Happening.LookBroken(
                            Duration.ofSeconds(poison.nextLong(troubled.toSeconds())),
                            "S" + poison.nextInt(9),
                            poison.nextInt(1 << 20),
                            Duration.ofHours(6 + poison.nextInt(150))));
        }
        if (odd == 1 && poison.nextInt(4) == 0) {
            Duration by = Duration.ofHours(6 + poison.nextInt(24 * 400));
            add(
                    new Happening.ClockOff(
                            Duration.ofSeconds(poison.nextLong(troubled.toSeconds())),
                            poison.nextInt(4) == 0 ? by.negated() : by,
                            Duration.ofMinutes(2 + poison.nextInt(300))));
        }
        for (int i = 0; i < crashes; i++) {
            add(new Happening.Crash(any(troubled), random.nextInt(2), random.nextInt(40)));
        }
    }
}
