package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.Situations;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.deadline.Reminding;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.print.Reordering;

/**
 * Where an unopened letter is chased because somebody asks for it, beside its plan: its recipient
 * is reminded, it goes on paper, or it is settled. What would come of it can be asked first: that
 * is decided in the same way, under the same lock, and not written. Each answer is empty if there
 * is no such letter.
 */
public final class Chaser {

    private final Changes changes;
    private final Situations situations;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;

    public Chaser(
            Changes changes, Situations situations, Access access, Ids ids, InstantSource clock) {
        this.changes = changes;
        this.situations = situations;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for. */
    public sealed interface Deed {

        /** Those who can open it are told; where nobody can, those who can change that. */
        record Remind() implements Deed {}

        /** It goes on paper. */
        record ToPaper() implements Deed {}

        /** It is closed: what it says has come through in another way. */
        record Settle(Settling.Reason reason) implements Deed {}
    }

    /** What came of it, or would. */
    public enum Outcome {
        REMINDED,
        ADMINISTRATORS_TOLD,
        ORDERED,
        SETTLED,
        TOLD_LATELY,
        UNDER_WAY,
        MAYBE_ON_PAPER,
        NO_ROUTE,
        CLOSED,
        NOT_YET,
        REFUSED;

        /** Whether something was done, or would be. */
        public boolean isDone() {
            return this == REMINDED
                    || this == ADMINISTRATORS_TOLD
                    || this == ORDERED
                    || this == SETTLED;
        }
    }

    /**
     * Does it for somebody at one end of the letter. At the recipient, nothing but a reminder can
     * be asked for.
     */
    public Optional<Outcome> act(LetterId letter, Side end, Deed deed, PersonId by) {
        return decide(letter, end, deed, by, true);
    }

    /** What would come of it now. */
    public Optional<Outcome> rehearse(LetterId letter, Side end, Deed deed, PersonId by) {
        return decide(letter, end, deed, by, false);
    }

    /**
     * Reminds its recipient.
     *
     * @param clearance whether who asks may, given the sender
     */
    public Optional<Reminding.Reply> remind(
            LetterId letter, Actor actor, Function<OrgNumber, Clearance> clearance) {
        return change(letter, actor, held -> reminding(held, clearance.apply(sender(held))));
    }

    /**
     * Has it put on paper.
     *
     * @param clearance whether who asks may, given the sender
     */
    public Optional<Reordering.Reply> order(
            LetterId letter, Actor actor, Function<OrgNumber, Clearance> clearance) {
        return change(letter, actor, held -> ordering(held, clearance.apply(sender(held))));
    }

    /** Has it put on paper for somebody at its sender. */
    Optional<Reordering.Reply> order(LetterId letter, PersonId by) {
        return order(letter, new Actor.Person(by), sender -> toSend(by, sender));
    }

    /** Settles it for somebody at its sender. */
    Optional<Settling.Reply> settle(LetterId letter, PersonId by, Settling.Reason reason) {
        return change(letter, new Actor.Person(by), held -> settling(held, by, reason));
    }

    private Optional<Outcome> decide(
            LetterId letter, Side end, Deed deed, PersonId by, boolean written) {
        return change(
                letter,
                new Actor.Person(by),
                held -> {
                    Decision<? extends Fact, Outcome> decided = decided(held, end, deed, by);
                    return written ? decided : Decision.nothing(decided.reply());
                });
    }

    private Decision<? extends Fact, Outcome> decided(
            HeldPaper held, Side end, Deed deed, PersonId by) {
        if (end == Side.RECIPIENT && !(deed instanceof Deed.Remind)) {
            return Decision.nothing(Outcome.REFUSED);
        }
        return switch (deed) {
            case Deed.Remind _ -> {
                OrgNumber unit = end.unit(held.held().letter().envelope());
                yield told(reminding(held, access.toFollow(end, by, unit, now())));
            }
            case Deed.ToPaper _ -> told(ordering(held, toSend(by, sender(held))));
            case Deed.Settle(var reason) -> {
                var settled = settling(held, by, reason);
                yield with(
                        settled,
                        switch (settled.reply()) {
                            case SETTLED -> Outcome.SETTLED;
                            case ALREADY_CLOSED -> Outcome.CLOSED;
                            case NOT_YET -> Outcome.NOT_YET;
                            case NOT_A_PERSON, REFUSED -> Outcome.REFUSED;
                        });
            }
        };
    }

    private static <F extends Fact> Decision<F, Outcome> told(
            Decision<F, ? extends Enum<?>> decision) {
        return with(decision, Outcome.valueOf(decision.reply().name()));
    }

    private static <F extends Fact> Decision<F, Outcome> with(
            Decision<F, ?> decision, Outcome outcome) {
        return new Decision<>(decision.right(), decision.facts(), outcome);
    }

    private Decision<? extends Fact, Settling.Reply> settling(
            HeldPaper held, PersonId by, Settling.Reason reason) {
        return Settling.decide(
                held.held().letter(), reason, toSend(by, sender(held)), new Actor.Person(by));
    }

    private Decision<? extends Fact, Reminding.Reply> reminding(HeldPaper held, Clearance by) {
        var letter = held.held().letter();
        return Reminding.decide(
                letter,
                situations.notices(letter.envelope().id()),
                () -> situations.of(letter.envelope(), now()),
                by,
                held.held().rules(),
                now());
    }

    private Decision<? extends Fact, Reordering.Reply> ordering(HeldPaper held, Clearance by) {
        var letter = held.held().letter();
        return Reordering.decide(
                letter,
                held.jobs(),
                situations.route(letter.envelope().id(), sender(held)),
                new PrintJobId(ids.uuid()),
                by);
    }

    private Clearance toSend(PersonId by, OrgNumber sender) {
        return access.to(Power.SEND, by, sender, now());
    }

    private static OrgNumber sender(HeldPaper held) {
        return held.held().letter().envelope().sender();
    }

    private <R> Optional<R> change(
            LetterId letter, Actor actor, Function<HeldPaper, Decision<? extends Fact, R>> decide) {
        return changes.paper(letter, new Act(actor, now()), decide);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
