package no.segl.app.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.segl.app.vault.WrappedKey;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Rules;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Care;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.Sending;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.RegisterFact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which letters, access and what the register says of units are changed. Each
 * call is one transaction: load the state under a lock, let {@code core} decide, write the new
 * state, the ledger's entries and the next look, commit. What is not committed has not happened.
 */
public final class Changes {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final LedgerRows ledger;
    private final LetterRows letters;
    private final Cares cares;
    private final ShareRows shares;
    private final DispatchRows dispatches;
    private final ChaseRows chase;
    private final Registering register;
    private final AccessRows access;
    private final RuleTable rules;

    public Changes(
            TransactionTemplate transaction,
            JdbcTemplate template,
            LedgerRows ledger,
            RuleTable rules) {
        this.transaction = transaction;
        this.jdbc = JdbcClient.create(template);
        this.ledger = ledger;
        this.letters = new LetterRows(jdbc, rules);
        this.cares = new Cares(jdbc);
        this.shares = new ShareRows(jdbc);
        this.dispatches = new DispatchRows(template);
        this.chase = new ChaseRows(jdbc);
        this.register = new Registering(jdbc, ledger);
        this.access = new AccessRows(jdbc);
        this.rules = rules;
    }

    /** What the ledger says of who did it, and when. */
    public record Act(Actor actor, Instant at) {}

    /**
     * Sends. The documents must lie sealed in the vault already.
     *
     * @param keys the wrapped data key of each new letter
     */
    public Sending.Reply send(
            Sending.Command command,
            String idempotencyKey,
            Map<LetterId, WrappedKey> keys,
            Clearance clearance,
            Act act) {
        return commit(() -> {
            Digest digest = Sending.digest(command);
            Optional<Sending.Earlier> earlier =
                    clearance instanceof Clearance.Denied
                            ? Optional.empty()
                            : dispatches.claim(command, idempotencyKey, digest, act.at());
            Decision<LetterFact, Sending.Reply> decision =
                    Sending.decide(command, earlier, clearance);
            accept(command, keys, decision.facts(), act);
            ledger.append(
                    command.content().sender(),
                    decision.facts(),
                    act.actor(),
                    decision.right(),
                    act.at());
            return decision.reply();
        });
    }

    private void accept(
            Sending.Command command,
            Map<LetterId, WrappedKey> keys,
            List<LetterFact> facts,
            Act act) {
        if (facts.isEmpty()) {
            return;
        }
        Map<LetterId, Letter> states = new LinkedHashMap<>();
        for (LetterFact fact : facts) {
            if (fact instanceof LetterAccepted accepted) {
                states.put(fact.letter(), new Letter.Draft(accepted.envelope()));
            }
            states.computeIfPresent(
                    fact.letter(),
                    (_, letter) -> Folding.after(letter, fact, act.at(), act.actor()));
        }
        Rules newest = rules.newest();
        for (Map.Entry<LetterId, Letter> state : states.entrySet()) {
            LetterId id = state.getKey();
            letters.insert(state.getValue(), newest);
            dispatches.insertKey(id, requireNonNull(keys.get(id)));
            dispatches.insertDocuments(id, command.documents());
        }
    }

    /**
     * Changes one letter.
     *
     * @param decide sees the letter under a lock; what it reads of the store is of the same
     *     transaction
     * @return the reply, or empty if there is no such letter
     */
    public <R> Optional<R> letter(
            LetterId id, Act act, Function<HeldLetter, Decision<LetterFact, R>> decide) {
        return commit(() -> letters.hold(id).map(held -> change(held, act, decide.apply(held))));
    }

    private <R> R change(HeldLetter held, Act act, Decision<LetterFact, R> decision) {
        if (decision.facts().isEmpty()) {
            return decision.reply();
        }
        Letter letter = held.letter();
        Care care = held.care();
        int refusals = 0;
        Optional<Instant> destroyedAt = Optional.empty();
        boolean changed = false;
        for (LetterFact fact : decision.facts()) {
            Letter after = Folding.after(letter, fact, act.at(), act.actor());
            changed |= !after.equals(letter);
            letter = after;
            if (fact instanceof OpeningRefused) {
                refusals++;
            }
            shares.apply(fact, act.at());
            chase.apply(fact, letter, act.at(), act.actor());
            care = care.after(fact, act.at(), act.actor());
            if (fact instanceof ContentDestroyed) {
                destroyedAt = Optional.of(act.at());
                dispatches.destroy(letter.envelope());
            }
        }
        if (letter.isClosed() && !held.letter().isClosed()) {
            chase.closed(letter.envelope().id(), decision.facts().getLast(), act.at());
        }
        if (changed || destroyedAt.isPresent()) {
            letters.update(letter, held.rules(), destroyedAt);
        }
        if (!care.equals(held.care())) {
            cares.update(letter.envelope().id(), care);
        }
        letters.countRefusals(letter.envelope().id(), refusals);
        ledger.append(
                letter.envelope().sender(),
                decision.facts(),
                act.actor(),
                decision.right(),
                act.at());
        return decision.reply();
    }

    /**
     * Changes what a person has been given.
     *
     * @param decide sees no other change of that person's access until it is done
     */
    public <R> R access(PersonId person, Act act, Supplier<Decision<AccessFact, R>> decide) {
        return accesses(person, act, () -> List.of(decide.get())).getFirst();
    }

    /**
     * Changes what a person has been given in several respects at once, each on its own right.
     *
     * @param decide sees no other change of that person's access until it is done, nor of that of
     *     the person who does it: a right that ends at the same moment ends before or after
     */
    public <R> List<R> accesses(
            PersonId person, Act act, Supplier<List<Decision<AccessFact, R>>> decide) {
        return commit(() -> {
            access.hold(person, act.actor());
            List<Decision<AccessFact, R>> decisions = decide.get();
            // Each chain is locked by its first entry: always in the same order, or two acts over
            // the same units could wait for each other.
            decisions.stream()
                    .flatMap(d -> d.facts().stream().map(f -> Map.entry(f, d.right())))
                    .sorted(Comparator.comparing(e -> e.getKey().unit()))
                    .forEach(e -> {
                        access.apply(e.getKey(), act.at());
                        ledger.append(
                                e.getKey().unit(),
                                List.of(e.getKey()),
                                act.actor(),
                                e.getValue(),
                                act.at());
                    });
            return decisions.stream().map(Decision::reply).toList();
        });
    }

    /**
     * Takes in what the register answers about units.
     *
     * @param answers a unit's parent before the unit, unless it is known already
     * @return what has happened to them, by what Segl knew
     */
    public List<RegisterFact> registered(List<Answer> answers, Act act) {
        return commit(() -> register.units(answers, act));
    }

    /** Takes in which key roles are held at {@code unit} now, by what the register answers. */
    public List<RegisterFact> keyRoles(OrgNumber unit, List<KeyRole> held, Act act) {
        return commit(() -> register.roles(unit, held, act));
    }

    private <R> R commit(Supplier<R> work) {
        return requireNonNull(transaction.execute(_ -> work.get()));
    }
}
