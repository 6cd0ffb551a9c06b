package no.segl.proof.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;

/**
 * Runs one history: the next thing that happens anywhere happens, and then all is checked. The same
 * history with the same rulings runs the same way, always.
 */
final class Run {

    private static final Duration NEVER = Duration.ofDays(100_000);

    private final History history;
    private final Store store;
    private final Stage stage;
    private final Watch watch;
    private final Entered entered;
    private final Office office;
    private final Rounds rounds;
    private final PaperRounds paper;
    private final List<Node> nodes;
    private final Deque<Happening> happenings;
    private final TreeMap<Duration, Runnable> ends = new TreeMap<>();
    private Duration faultUntil = Duration.ofDays(-1);
    private long steps;

    Run(History history, Rulings rulings) {
        this(history, rulings, _ -> {}, MemoryPost::new);
    }

    /**
     * A run.
     *
     * @param reader gets each entry of the ledger when it is written
     * @param stores makes an empty store
     */
    Run(History history, Rulings rulings, Consumer<Entry> reader, Store.Maker stores) {
        this.history = history;
        SplittableRandom dice = new SplittableRandom(history.seed() ^ 0x64696365L);
        this.store = stores.make(rulings, history.rules(), dice);
        this.stage = new Stage(history, rulings, store, dice);
        NaiveAccess access = new NaiveAccess();
        this.watch = new Watch(store, access, stage.printer, history.rules(), reader);
        this.entered = new Entered(stage, Town.of(history), access);
        this.office = new Office(stage, entered, watch);
        this.rounds = new Rounds(stage, watch);
        this.paper = new PaperRounds(stage);
        this.nodes =
                List.of(
                        new Node(stage, Duration.ZERO, rounds),
                        new Node(stage, Duration.ofSeconds(23), rounds));
        this.happenings = new ArrayDeque<>(history.happenings());
    }

    /**
     * Runs it to its end.
     *
     * @return how many steps that were
     * @throws Broken if a promise was not kept
     */
    long go() {
        entered.begin();
        while (true) {
            Optional<Duration> due = store.firstDue(stage.time()).map(stage::until);
            Duration news = earliest(stage.mail.next(), receiptAt());
            due = Optional.of(min(due.orElse(NEVER), min(news, losses())));
            Duration[] nextOfNode = {nodes.get(0).next(due), nodes.get(1).next(due)};
            Duration happening = happenings.isEmpty() ? NEVER : happenings.getFirst().at();
            Duration end = ends.isEmpty() ? NEVER : ends.firstKey();
            Duration atPrinter = stage.printer.next().orElse(NEVER);
            Duration alarm = watch.next().map(stage::until).orElse(NEVER);
            Duration next = min(min(nextOfNode[0], nextOfNode[1]), min(happening, end));
            next = min(next, min(atPrinter, alarm));
            if (next.compareTo(history.lasts()) > 0) {
                break;
            }
            stage.pass(next);
            steps++;
            act(next, happening, end, atPrinter, nextOfNode);
            check();
        }
        stage.pass(history.lasts());
        watch.end(stage.time());
        return steps;
    }

    private void act(
            Duration next,
            Duration happening,
            Duration end,
            Duration atPrinter,
            Duration[] nextOfNode) {
        try {
            if (next.equals(happening)) {
                happen(happenings.removeFirst());
            } else if (next.equals(end)) {
                ends.pollFirstEntry().getValue().run();
            } else if (next.equals(atPrinter)) {
                stage.printer.go(stage.elapsed());
            } else if (next.equals(nextOfNode[0])) {
                step(nodes.get(0));
            } else if (next.equals(nextOfNode[1])) {
                step(nodes.get(1));
            }
        } catch (IllegalStateException e) {
            throw new Broken("what is decided can follow", String.valueOf(e.getMessage()));
        }
    }

    private void step(Node node) {
        if (!stage.isClockTrusted()) {
            node.waitForClock();
        } else if (node.step()) {
            watch.fault(stage.time());
        }
    }

    private void check() {
        if (stage.elapsed().compareTo(faultUntil) <= 0) {
            watch.fault(stage.time());
        }
        watch.check(stage.time());
    }

    private Duration losses() {
        return stage.rulings.isLossSeen() ? stage.until(rounds.nextLosses()) : NEVER;
    }

    private Optional<Duration> receiptAt() {
        return stage.printer.receipt().map(_ -> stage.elapsed());
    }

    private static Duration earliest(Optional<Duration> one, Optional<Duration> other) {
        return min(one.orElse(NEVER), other.orElse(NEVER));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void happen(Happening happening) {
        if (!stage.isClockTrusted() && happening.isAsked()) {
            return;
        }
        switch (happening) {
            case Happening.Send send -> office.send(send);
            case Happening.Ask ask -> office.ask(ask);
            case Happening.Visit visit -> office.visit(visit);
            case Happening.Close close -> office.close(close);
            case Happening.Give give -> entered.give(give);
            case Happening.Release release -> office.release(release);
            case Happening.Report report -> office.report(report);
            case Happening.Work work -> office.work(work);
            case Happening.End end -> {
                entered.end(end);
                watch.accessMoved();
            }
            case Happening.Enter enter -> entered.enter(enter);
            case Happening.Move move -> {
                entered.move(move);
                watch.accessMoved();
            }
            case Happening.Print print -> paper.order(office.clerk(), print.byHand());
            case Happening.NewRules _ -> {
                store.newRules(3);
                watch.newRules(3);
            }
            case Happening.MailBroken(_, var lasts, var away) -> {
                stage.mail.breakDown(away);
                stage.texts.breakDown(!away);
                later(lasts, stage.mail::mend);
                later(lasts, stage.texts::mend);
            }
            case Happening.PrinterBroken(_, var lasts, var away) -> {
                stage.printer.breakDown(away);
                later(lasts, stage.printer::mend);
            }
            case Happening.VaultBroken(_, var lasts) -> {
                stage.isVaultAway = true;
                later(lasts, () -> stage.isVaultAway = false);
            }
            case Happening.LookBroken broken -> lookBroken(broken);
            case Happening.Crash(_, var node, var steps) -> nodes.get(node).dieAfter(steps);
            case Happening.Stall(_, var node, var lasts) -> {
                nodes.get(node).stall(lasts);
                faulty(lasts);
            }
            case Happening.ClockOff(_, var by, var lasts) -> {
                stage.clockOff(by);
                later(lasts, () -> stage.clockOff(Duration.ZERO));
                faulty(lasts);
            }
            case Happening.Jump(_, var by) -> {
                stage.moveClock(by);
                watch.fault(stage.time());
            }
        }
    }

    private void faulty(Duration lasts) {
        Duration until = stage.elapsed().plus(lasts);
        faultUntil = until.compareTo(faultUntil) > 0 ? until : faultUntil;
    }

    private void lookBroken(Happening.LookBroken broken) {
        office.letter(broken.key(), broken.recipient())
                .ifPresent(letter -> {
                    stage.unlookable.add(letter);
                    watch.lookBroken(letter, stage.time());
                    later(broken.lasts(), () -> lookMended(letter));
                });
    }

    private void lookMended(LetterId letter) {
        stage.unlookable.remove(letter);
        watch.lookMended(letter, stage.time());
    }

    private void later(Duration lasts, Runnable end) {
        Duration at = stage.elapsed().plus(lasts);
        while (ends.putIfAbsent(at, end) != null) {
            at = at.plusMillis(1);
        }
    }

    /** How many letters there have been, by how they stand. */
    Map<String, Integer> letters() {
        return store.standing();
    }

    /** The last hash of each chain: equal for equal histories only. */
    Map<OrgNumber, Digest> heads() {
        return watch.heads();
    }

    /** How many facts of each kind there have been. */
    Map<String, Integer> facts() {
        return watch.facts();
    }
}
