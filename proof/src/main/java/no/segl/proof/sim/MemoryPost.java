package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.NextLook;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.Sending;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintFolding;
import no.segl.core.print.PrintJob;

/**
 * The store on memory. A call works on copies and puts them in place at its end, so that what
 * throws has not happened; the order of what it does is that of app.store.Changes.
 */
final class MemoryPost extends DueOnMemory {

    private final Map<List<String>, Sending.Earlier> sent = new LinkedHashMap<>();
    private final Map<OrgNumber, ChainHead> heads = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<LetterId> touched = new LinkedHashSet<>();
    private int newest;

    /**
     * An empty store.
     *
     * @param rules the version of the rule table that new letters follow
     */
    MemoryPost(Rulings rulings, int rules, RandomGenerator dice) {
        super(rulings, () -> new UUID(dice.nextLong(), dice.nextLong()));
        this.newest = rules;
    }

    /** A later version holds from now on. */
    void newRules(int version) {
        newest = version;
    }

    int rules() {
        return newest;
    }

    @Override
    public Sending.Reply send(Sending.Command command, String key, Clearance clearance, Act act) {
        List<String> claim = List.of(command.content().sender().value(), key);
        Decision<LetterFact, Sending.Reply> decision =
                Sending.decide(command, Optional.ofNullable(sent.get(claim)), clearance);
        if (decision.facts().isEmpty()) {
            return decision.reply();
        }
        Map<LetterId, Letter> states = new LinkedHashMap<>();
        for (LetterFact fact : decision.facts()) {
            if (fact instanceof LetterAccepted accepted) {
                states.put(fact.letter(), new Letter.Draft(accepted.envelope()));
            }
            states.computeIfPresent(
                    fact.letter(),
                    (_, letter) -> Folding.after(letter, fact, act.at(), act.actor()));
        }
        sent.put(claim, new Sending.Earlier(command.id(), Sending.digest(command)));
        states.values().forEach(letter -> place(new Drawer(letter, newest)));
        append(command.content().sender(), decision.facts(), act, decision.right());
        return decision.reply();
    }

    @Override
    public <R> Optional<R> letter(
            LetterId id, Act act, Function<HeldLetter, Decision<LetterFact, R>> decide) {
        return find(id).map(drawer -> {
            Decision<LetterFact, R> decision = decide.apply(held(drawer));
            change(drawer, act, decision.facts(), decision.right());
            return decision.reply();
        });
    }

    private HeldLetter held(Drawer d) {
        return new HeldLetter(
                d.letter,
                d.care,
                d.destroyed,
                rulings().following(Tables.rules(d.rules), Tables.rules(newest)));
    }

    private void change(Drawer drawer, Act act, List<LetterFact> facts, Right right) {
        if (facts.isEmpty()) {
            return;
        }
        Letter after = drawer.letter;
        for (LetterFact fact : facts) {
            after = Folding.after(after, fact, act.at(), act.actor());
        }
        boolean closing = after.isClosed() && !drawer.letter.isClosed();
        boolean moved = !after.equals(drawer.letter);
        out(drawer);
        for (LetterFact fact : facts) {
            drawer.apply(fact, act.at());
            drawer.care = drawer.care.after(fact, act.at(), act.actor());
            drawer.destroyed |= fact instanceof ContentDestroyed;
            remember(drawer, fact, act);
        }
        drawer.letter = after;
        if (closing) {
            drawer.closed(act.at());
        }
        if (moved || drawer.destroyed) {
            // As a row's update does, which a claim does not outlive.
            drawer.claimedUntil = Optional.empty();
            schedule(drawer);
        }
        in(drawer);
        append(after.envelope().sender(), facts, act, right);
        if (closing) {
            stopPaper(drawer, act, right);
        }
    }

    private void schedule(Drawer drawer) {
        Letter letter = drawer.letter;
        drawer.nextLook = rulings().nextLook(letter, held(drawer).rules());
        drawer.destroyAt =
                drawer.destroyed
                        ? Optional.empty()
                        : Deadlines.destruction(letter, Tables.rules(drawer.rules))
                                .map(NextLook::at);
    }

    private static void remember(Drawer drawer, LetterFact fact, Act act) {
        if (act.actor() instanceof Actor.Person(PersonId person)) {
            drawer.read
                    .computeIfAbsent(person, _ -> new LinkedHashMap<>())
                    .put(
                            fact instanceof OpeningRefused(_, var ground)
                                    ? fact.type() + ":" + ground
                                    : fact.type(),
                            act.at());
        }
    }

    private void stopPaper(Drawer drawer, Act act, Right right) {
        if (!(drawer.letter instanceof Letter.Closed(_, _, _, Letter.How.Posted _))) {
            PrintJob.StopGround ground =
                    switch (drawer.letter) {
                        case Letter.Closed(_, _, _, Letter.How.Withdrawn _) ->
                                PrintJob.StopGround.WITHDRAWN;
                        case Letter.Closed _ -> PrintJob.StopGround.SETTLED;
                        default -> PrintJob.StopGround.OPENED;
                    };
            drawer.job
                    .map(job -> rulings().stop(job, ground, right))
                    .ifPresent(stop -> printed(drawer, act, stop.facts(), stop.right()));
        }
    }

    @Override
    public <R> Optional<R> paper(
            LetterId id,
            Act act,
            BiFunction<HeldLetter, Optional<PrintJob>, Decision<PrintFact, R>> decide) {
        return find(id).map(drawer -> {
            Decision<PrintFact, R> decision = decide.apply(held(drawer), drawer.job);
            printed(drawer, act, decision.facts(), decision.right());
            return decision.reply();
        });
    }

    private void printed(Drawer drawer, Act act, List<PrintFact> facts, Right right) {
        if (facts.isEmpty()) {
            return;
        }
        Optional<PrintJob> job = drawer.job;
        for (PrintFact fact : facts) {
            job =
                    Optional.of(
                            fact instanceof PrintOrdered ordered
                                    ? PrintFolding.begun(ordered, act.at())
                                    : PrintFolding.after(
                                            job.orElseThrow(), fact, act.at(), act.actor()));
        }
        out(drawer);
        drawer.job = job;
        drawer.jobDue =
                needsWork(job.orElseThrow())
                        ? drawer.jobDue.or(() -> Optional.of(act.at()))
                        : Optional.empty();
        in(drawer);
        append(drawer.letter.envelope().sender(), facts, act, right);
        for (PrintFact fact : facts) {
            if (fact instanceof PaperPosted posted && !drawer.letter.isClosed()) {
                change(
                        drawer,
                        act,
                        rulings().posted(new LetterPosted(drawer.id, posted.job().value())),
                        right);
            }
        }
    }

    private static boolean needsWork(PrintJob job) {
        return switch (job.next()) {
            case HAND_OVER, ASK_WHETHER_HANDED_OVER, RECALL -> true;
            case AWAIT_RECEIPT, AWAIT_PERSON, NOTHING -> false;
        };
    }

    @Override
    public void give(Grant grant, Act act) {
        rolls().give(grant);
        append(grant.unit(), List.of(new AccessFact.AccessGiven(grant)), act, Right.NONE);
    }

    @Override
    public void end(Grant grant, Act act) {
        if (rolls().end(grant.id(), act.at())) {
            append(
                    grant.unit(),
                    List.of(new AccessFact.AccessEnded(grant.unit(), grant.id())),
                    act,
                    Right.NONE);
        }
    }

    private void place(Drawer drawer) {
        schedule(drawer);
        add(drawer);
    }

    private void append(OrgNumber chain, List<? extends Fact> facts, Act act, Right right) {
        for (Fact fact : facts) {
            if (fact instanceof LetterFact about) {
                touched.add(about.letter());
            } else if (fact instanceof PrintFact about) {
                touched.add(about.letter());
            }
            if (rulings().isWritten(fact)) {
                ChainHead head = heads.getOrDefault(chain, new ChainHead(chain, 0, Digest.ZERO));
                Entry entry = rulings().append(head, fact, act.actor(), right, act.at());
                entries.add(entry);
                heads.put(chain, requireNonNull(entry.head()));
            }
        }
    }

    /** What has been written since this was last asked. */
    List<Entry> drainEntries() {
        List<Entry> drained = List.copyOf(entries);
        entries.clear();
        return drained;
    }

    /** Which letters have changed since this was last asked. */
    List<LetterId> drainTouched() {
        List<LetterId> drained = List.copyOf(touched);
        touched.clear();
        return drained;
    }
}
