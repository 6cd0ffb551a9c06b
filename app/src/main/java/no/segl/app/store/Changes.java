package no.segl.app.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.RestoreAccepted;
import no.segl.core.ledger.Right;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Sending;
import no.segl.core.letter.SendingPolicy;
import no.segl.core.letter.SendingPolicy.WhenNotReadySet;
import no.segl.core.readiness.CheckAnswered;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.RegisterFact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which letters, their paper, access and what the register says of units are
 * changed. Each call is one transaction: load the state under a lock, let {@code core} decide,
 * write the new state, the ledger's entries and the next look, commit. What is not committed has
 * not happened.
 */
public final class Changes {

    private final Commits commits;
    private final LedgerRows ledger;
    private final LetterRows letters;
    private final DispatchRows dispatches;
    private final Course course;
    private final Registering register;
    private final AccessRows access;
    private final SendingPolicies policies;
    private final Checks checks;
    private final RuleTable rules;

    public Changes(
            TransactionTemplate transaction,
            JdbcTemplate template,
            LedgerRows ledger,
            RuleTable rules) {
        JdbcClient jdbc = JdbcClient.create(template);
        this.commits = new Commits(transaction, jdbc);
        this.ledger = ledger;
        this.letters = new LetterRows(jdbc, rules);
        this.dispatches = new DispatchRows(template);
        this.course = new Course(jdbc, letters, dispatches, ledger);
        this.register = new Registering(jdbc, ledger);
        this.access = new AccessRows(jdbc);
        this.policies = new SendingPolicies(jdbc);
        this.checks = new Checks(jdbc);
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
        return commits.commit(transaction -> {
            Digest digest = Sending.digest(command);
            Optional<Sending.Earlier> earlier =
                    clearance instanceof Clearance.Denied
                            ? Optional.empty()
                            : dispatches.claim(command, idempotencyKey, digest, act.at());
            Decision<LetterFact, Sending.Reply> decision =
                    Sending.decide(command, earlier, clearance);
            if (decision.facts().isEmpty()) {
                // Or the key would be claimed for what was never sent.
                transaction.setRollbackOnly();
                return decision.reply();
            }
            dispatches.accept(command, keys, decision.facts(), act, rules.newest(), letters);
            ledger.append(
                    command.content().sender(),
                    decision.facts(),
                    act.actor(),
                    decision.right(),
                    act.at());
            return decision.reply();
        });
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
        return commit(
                () -> letters.hold(id).map(held -> course.change(held, act, decide.apply(held))));
    }

    /**
     * Changes one letter and its paper, which are held by one lock.
     *
     * @param decide as for {@link #letter}
     * @return the reply, or empty if there is no such letter
     */
    public <R> Optional<R> paper(
            LetterId id, Act act, Function<HeldPaper, Decision<? extends Fact, R>> decide) {
        return commit(() ->
                letters.hold(id)
                        .map(held -> course.change(held, act, decide.apply(course.paper(held)))));
    }

    /**
     * Changes what a sender wants done about recipients that are not ready.
     *
     * @param decide sees what holds for the unit
     */
    public SendingPolicy.Reply policy(
            OrgNumber unit,
            Act act,
            Function<Sending.Response, Decision<WhenNotReadySet, SendingPolicy.Reply>> decide) {
        return commit(() -> {
            var decision = decide.apply(policies.of(unit));
            decision.facts().forEach(policies::apply);
            ledger.append(unit, decision.facts(), act.actor(), decision.right(), act.at());
            return decision.reply();
        });
    }

    /**
     * Takes in what {@code by} answers of guided checks, each at its unit.
     *
     * @param decide sees what the store holds now
     */
    public List<CheckAnswered.Reply> checked(
            PersonId by,
            Instant now,
            Supplier<List<Decision<CheckAnswered, CheckAnswered.Reply>>> decide) {
        return commit(() -> checks.write(decide.get(), by, now, ledger));
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
        return commit(() -> changed(person, act, decide));
    }

    /**
     * The same, by what the register says of units: what it says does not change until it is done.
     */
    public <R> List<R> registeredAccesses(
            PersonId person, Act act, Supplier<List<Decision<AccessFact, R>>> decide) {
        return commit(() -> {
            register.hold();
            return changed(person, act, decide);
        });
    }

    /** Decides on something at {@code unit} that changes no person's access. */
    public <R> R unit(OrgNumber unit, Act act, Supplier<Decision<AccessFact, R>> decide) {
        return commit(() -> {
            Decision<AccessFact, R> decision = decide.get();
            decision.facts().forEach(f -> access.apply(f, act.at()));
            ledger.append(unit, decision.facts(), act.actor(), decision.right(), act.at());
            return decision.reply();
        });
    }

    /**
     * Does several acts on what one person has in one transaction: all of it has happened, or
     * nothing.
     *
     * @param units where their access may change
     * @param letters those that may change
     * @param acts each through this door
     */
    public <R> R together(
            PersonId person,
            Act act,
            Collection<OrgNumber> units,
            Collection<LetterId> letters,
            Supplier<R> acts) {
        return commit(() -> {
            access.hold(person, act.actor(), units);
            ledger.hold(units, letters);
            return acts.get();
        });
    }

    private <R> List<R> changed(
            PersonId person, Act act, Supplier<List<Decision<AccessFact, R>>> decide) {
        access.hold(person, act.actor());
        List<Decision<AccessFact, R>> decisions = decide.get();
        // Each chain is locked by its first entry: always in the same order, or two acts over
        // the same units could wait for each other.
        decisions.stream()
                .flatMap(d -> d.facts().stream().map(f -> Map.entry(f, d.right())))
                .sorted(Comparator.comparing(e -> e.getKey().unit()))
                .forEach(e -> {
                    AccessFact fact = e.getKey();
                    access.apply(fact, act.at());
                    ledger.append(fact.unit(), List.of(fact), act.actor(), e.getValue(), act.at());
                });
        return decisions.stream().map(Decision::reply).toList();
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
        return commits.commit(_ -> work.get());
    }

    /** Writes in a chain that a backup was put back. */
    public void restored(RestoreAccepted fact, Right right, Act act) {
        commit(() -> {
            ledger.append(fact.chain(), List.of(fact), act.actor(), right, act.at());
            return fact;
        });
    }

    /**
     * Enters a version of the rule table, which letters that are accepted from now on follow.
     *
     * @param by who answers for it: a role or a decision, no person
     */
    public void rules(Rules next, String by, Instant now) {
        commit(() -> {
            rules.enter(next);
            rules.entered(next.version(), by, now);
            return next;
        });
    }
}
