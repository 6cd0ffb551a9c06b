package no.segl.app.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.store.Rounds;
import no.segl.app.store.Troubles;
import no.segl.app.store.Upkeep;

/**
 * Where what Segl says comes from, and how fresh it is. What is not connected, has never been
 * looked at or has not been tried is its own state, and never looks fine.
 */
public final class Sources {

    private static final Duration OFTEN = Duration.ofMinutes(15);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int DAYS = 14;

    /** The sources, in the order in which they are shown. */
    public enum Name {
        /** Segl's own post office looks at what falls due. */
        LOOKS("look", OFTEN),
        CASES("cases", OFTEN),
        /** The ledger is signed. */
        SIGNING("checkpoint", HALF_HOUR),
        REGISTER("register", Duration.ofDays(1), Troubles.Name.REGISTER),
        MAIL("notices", OFTEN, Troubles.Name.MAIL),
        /** Mails that come back are read. */
        BOUNCES("reports", HALF_HOUR),
        SMS("notices", OFTEN, Troubles.Name.SMS),
        PRINTER("prints", OFTEN, Troubles.Name.PRINTING_HOUSE),
        /** Letters outside of Segl: nothing is connected yet. */
        ALTINN,
        SVARUT,
        EFORMIDLING;

        private final Optional<String> work;
        private final Duration patience;
        private final Optional<Troubles.Name> trouble;

        Name() {
            this.work = Optional.empty();
            this.patience = Duration.ZERO;
            this.trouble = Optional.empty();
        }

        Name(String work, Duration patience) {
            this.work = Optional.of(work);
            this.patience = patience;
            this.trouble = Optional.empty();
        }

        Name(String work, Duration patience, Troubles.Name trouble) {
            this.work = Optional.of(work);
            this.patience = patience;
            this.trouble = Optional.of(trouble);
        }
    }

    /** How it stands with a source. */
    public enum State {
        FINE,
        /** Nothing has gone through it yet, so that nobody knows whether it works. */
        UNTRIED,
        /** The last control is too long ago. */
        LATE,
        /** There has never been one. */
        NEVER,
        /** It does not answer, or takes nothing. */
        TROUBLE,
        OFF;

        /** Whether nothing is amiss. */
        public boolean isFine() {
            return this == FINE;
        }

        /** Whether somebody must see to it. */
        public boolean isAmiss() {
            return this == LATE || this == NEVER || this == TROUBLE;
        }
    }

    /**
     * A source.
     *
     * @param last when it was last controlled
     * @param used when something last went out by it; empty if nothing has lately, or nothing does
     * @param since since when there has been trouble
     * @param patience how long it may be from one control to the next
     */
    public record Source(
            Name name,
            State state,
            Optional<Instant> last,
            Optional<Instant> used,
            Optional<Instant> since,
            Duration patience) {}

    /**
     * The controls of Segl's own letters lately.
     *
     * @param days on how many of the last days there was any
     * @param of how many days that is
     * @param longest the longest from one to the next
     */
    public record Lately(int days, int of, Duration longest) {}

    private final Rounds rounds;
    private final Troubles troubles;
    private final Upkeep upkeep;
    private final Set<Name> connected;
    private final InstantSource clock;

    /**
     * The sources of a Segl.
     *
     * @param connected those that it has
     */
    public Sources(
            Rounds rounds,
            Troubles troubles,
            Upkeep upkeep,
            Set<Name> connected,
            InstantSource clock) {
        this.rounds = rounds;
        this.troubles = troubles;
        this.upkeep = upkeep;
        this.connected = Set.copyOf(connected);
        this.clock = clock;
    }

    /** Every source, as it stands now. */
    public List<Source> all() {
        Instant now = clock.instant();
        List<String> failing = upkeep.failing();
        return Arrays.stream(Name.values()).map(n -> source(n, failing, now)).toList();
    }

    private Source source(Name name, List<String> failing, Instant now) {
        if (!connected.contains(name) || name.work.isEmpty()) {
            return new Source(
                    name,
                    State.OFF,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    name.patience);
        }
        String work = name.work.get();
        Optional<Instant> last = rounds.last(work, now);
        Optional<Instant> since = name.trouble.flatMap(troubles::since);
        Optional<Instant> used = used(name);
        return new Source(
                name,
                since.isPresent() || failing.contains(work)
                        ? State.TROUBLE
                        : last.isEmpty()
                                ? State.NEVER
                                : last.get().isBefore(now.minus(name.patience))
                                        ? State.LATE
                                        : isWayOut(name) && used.isEmpty()
                                                ? State.UNTRIED
                                                : State.FINE,
                last,
                used,
                since,
                name.patience);
    }

    private static boolean isWayOut(Name name) {
        return name == Name.MAIL || name == Name.SMS;
    }

    private Optional<Instant> used(Name name) {
        return switch (name) {
            case MAIL -> upkeep.lastSent("EMAIL");
            case SMS -> upkeep.lastSent("SMS");
            default -> Optional.empty();
        };
    }

    /** How Segl's own letters were looked after in the last days. */
    public Lately lately() {
        List<Rounds.Day> days = rounds.days("look", DAYS);
        return new Lately(
                days.size(),
                DAYS,
                days.stream()
                        .map(Rounds.Day::longestGap)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }
}
