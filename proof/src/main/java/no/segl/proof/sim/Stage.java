package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.core.id.LetterId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/**
 * What every part of a running history works with: the store, the outside, the clock and the dice.
 */
final class Stage {

    final Rulings rulings;
    final Post post;
    final FakeMail mail;

    /** The gateway for text messages: a relay from which nothing comes back. */
    final FakeMail texts;

    final FakePrinter printer;

    /** Whether what is to go on paper cannot be had from the vault. */
    boolean isVaultAway;

    /** Letters that cannot be looked at, whatever is wrong with them. */
    final Set<LetterId> unlookable = new HashSet<>();

    final SplittableRandom dice;
    private final Instant start;
    private Duration elapsed = Duration.ZERO;
    private Duration moved = Duration.ZERO;

    /** How far Segl's clock is ahead of the database's. */
    private Duration off = Duration.ZERO;

    Stage(History history, Rulings rulings, Post post, SplittableRandom dice) {
        this.start = history.start();
        this.rulings = rulings;
        this.post = post;
        this.mail = new FakeMail(history.seed());
        this.texts = new FakeMail(~history.seed());
        this.printer = new FakePrinter(history.seed());
        this.dice = dice;
    }

    /** How long the history has lasted, by a clock that nobody moves. */
    Duration elapsed() {
        return elapsed;
    }

    void pass(Duration until) {
        if (until.compareTo(elapsed) > 0) {
            elapsed = until;
        }
    }

    /** What Segl's clock says. */
    Instant now() {
        return time().plus(off);
    }

    /** What the database's clock says, which is right. */
    Instant time() {
        return LedgerTime.exact(start.plus(elapsed).plus(moved));
    }

    /** Segl's clock is ahead of the database's, or behind it. */
    void clockOff(Duration by) {
        off = by;
    }

    /** Whether Segl does anything, by the clock that it has. */
    boolean isClockTrusted() {
        return off.isZero() || !rulings.isClockCompared();
    }

    /** When, by the clock that nobody moves, Segl's clock will say {@code at} if it is right. */
    Duration until(Instant at) {
        return Duration.between(start, at).minus(moved);
    }

    void moveClock(Duration by) {
        moved = moved.plus(by);
    }

    Act act(String task) {
        return new Act(new Actor.Segl(task), now());
    }

    /** A new id. */
    UUID id() {
        return Uuids.v7(now(), dice);
    }
}
