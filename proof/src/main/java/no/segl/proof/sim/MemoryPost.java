package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Rules;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.Sending;
import no.segl.core.print.Consequences;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintFact.PrintContentRead;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintFolding;

/**
 * The store on memory. The order of what it does is that of app.store.Changes and its Course; what
 * throws ends the history.
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

    @Override
    public void newRules(int version) {
        newest = version;
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
        for (LetterFact fact : decision.facts()) {
            get(fact.letter()).apply(fact, act.at());
        }
        append(command.content().sender(), decision.facts(), act, decision.right());
        return decision.reply();
    }

    @Override
    public <R> Optional<R> letter(
            LetterId id, Act act, Function<HeldLetter, Decision<LetterFact, R>> decide) {
        return find(id).map(drawer -> change(drawer, act, decide.apply(held(drawer))));
    }

    @Override
    public <R> Optional<R> paper(
            LetterId id, Act act, Function<HeldPaper, Decision<? extends Fact, R>> decide) {
        return find(id).map(d ->
                change(
                        d,
                        act,
                        decide.apply(
                                new HeldPaper(
                                        held(d),
                                        () -> d.jobs.stream().map(row -> row.job).toList(),
                                        d::raised,
                                        d.readJobs::contains))));
    }

    private HeldLetter held(Drawer d) {
        return new HeldLetter(
                d.letter,
                d.care,
                d.destroyed,
                rulings().following(Tables.rules(d.rules), Tables.rules(newest)),
                d.anew);
    }

    private <R> R change(Drawer drawer, Act act, Decision<? extends Fact, R> decision) {
        if (decision.facts().isEmpty()) {
            return decision.reply();
        }
        Letter before = drawer.letter;
        boolean wasDestroyed = drawer.destroyed;
        out(drawer);
        List<Fact> written = new ArrayList<>();
        Deque<Fact> facts = new ArrayDeque<>(decision.facts());
        while (!facts.isEmpty()) {
            Fact fact = facts.removeFirst();
            written.add(fact);
            facts.addAll(
                    switch (fact) {
                        case LetterFact f -> take(drawer, f, act, decision.right());
                        case PrintFact f -> take(drawer, f, act);
                        default -> throw new IllegalStateException("a fact of something else");
                    });
        }
        if (!drawer.letter.equals(before) || drawer.destroyed != wasDestroyed) {
            Optional<Instant> look = drawer.nextLook.map(NextLook::at);
            schedule(drawer);
            if (!drawer.nextLook.map(NextLook::at).equals(look)) {
                // As a row's update does, which a claim does not outlive.
                drawer.claimedUntil = Optional.empty();
                drawer.attempts = 0;
            }
        }
        in(drawer);
        append(before.envelope().sender(), written, act, decision.right());
        return decision.reply();
    }

    private List<PrintFact> take(Drawer drawer, LetterFact fact, Act act, Right right) {
        Letter before = drawer.letter;
        drawer.letter = rulings().after(before, fact, act.at(), act.actor());
        drawer.apply(fact, act.at());
        drawer.care = drawer.care.after(fact, act.at(), act.actor());
        remember(drawer, fact, act);
        if (before.isClosed() || !drawer.letter.isClosed()) {
            return List.of();
        }
        drawer.closed(fact);
        return drawer.job()
                .map(job -> rulings().ofClosing(drawer.letter, job, right))
                .orElse(List.of());
    }

    private List<LetterFact> take(Drawer drawer, PrintFact fact, Act act) {
        Rules rules = held(drawer).rules();
        if (fact instanceof PrintOrdered ordered) {
            if (drawer.job().filter(job -> !job.isEnded()).isPresent()) {
                throw new IllegalStateException("it is on its way to paper already");
            }
            drawer.jobs.add(new JobRow(PrintFolding.begun(ordered, act.at()), act.at()));
        } else {
            drawer.jobs.stream()
                    .filter(row -> row.id().equals(fact.job()))
                    .forEach(row ->
                            row.become(
                                    PrintFolding.after(row.job, fact, act.at(), act.actor()),
                                    rules,
                                    act.at()));
        }
        if (fact instanceof PrintContentRead) {
            drawer.readJobs.add(fact.job());
        }
        return rulings()
                .ofPaper(
                        drawer.letter,
                        fact,
                        new Consequences.Around(
                                drawer.raised(), () -> Uuids.v7(act.at(), own), rules, act.at()));
    }

    private void schedule(Drawer drawer) {
        Letter letter = drawer.letter;
        drawer.anew = false;
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
                            fact instanceof OpeningRefused(_, var why)
                                    ? fact.type() + ":" + why.ground()
                                    : fact.type(),
                            act.at());
        }
    }

    @Override
    public void give(Grant grant, Act act) {
        rolls().give(grant);
        moved();
        append(grant.unit(), List.of(new AccessFact.AccessGiven(grant)), act, Right.NONE);
    }

    @Override
    public void end(Grant grant, Act act) {
        if (rolls().end(grant.id(), act.at())) {
            moved();
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

    @Override
    public List<Entry> drainEntries() {
        List<Entry> drained = List.copyOf(entries);
        entries.clear();
        return drained;
    }

    @Override
    public List<LetterId> drainTouched() {
        List<LetterId> drained = List.copyOf(touched);
        touched.clear();
        return drained;
    }
}
