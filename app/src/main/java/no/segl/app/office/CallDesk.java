package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.core.deadline.Calling;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Side;

/** Where it is written down what came of a telephone call about what somebody has sent. */
public final class CallDesk {

    private final Changes changes;
    private final Cases cases;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;

    public CallDesk(Changes changes, Cases cases, Access access, Ids ids, InstantSource clock) {
        this.changes = changes;
        this.cases = cases;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes it down of one letter, under its lock.
     *
     * @param seen the version of each case that the caller has seen
     * @return empty if there is no such letter
     */
    public Optional<Calling.Reply> note(
            LetterId letter, Calling.Call call, Map<UUID, Integer> seen) {
        return changes.letter(
                letter,
                new Act(new Actor.Person(call.by()), now()),
                held ->
                        Calling.decide(
                                held.letter(),
                                new Calling.Call(
                                        call.by(),
                                        call.text(),
                                        call.awaits(),
                                        LedgerTime.exact(call.until())),
                                around(held, call, seen),
                                held.rules(),
                                now()));
    }

    private Calling.Around around(HeldLetter held, Calling.Call call, Map<UUID, Integer> seen) {
        var envelope = held.letter().envelope();
        return new Calling.Around(
                cases.of(List.of(envelope.id()), Side.SENDER).stream()
                        .map(Cases.Row::matter)
                        .toList(),
                seen,
                access.toAnswer(Side.SENDER, call.by(), envelope.sender(), now()),
                ids::uuid);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
