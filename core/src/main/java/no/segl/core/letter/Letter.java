package no.segl.core.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;

/**
 * A letter, in the state it is in. Every letter that is not closed has a next look; see the package
 * {@code deadline}.
 */
public sealed interface Letter {

    /** Clocks that are right are not further apart: what lies beyond was written by a wrong one. */
    Duration AHEAD = Duration.ofDays(1);

    Envelope envelope();

    /** Whether nothing more needs to be watched. */
    default boolean isClosed() {
        return false;
    }

    /**
     * Being put together: documents are sealed under its name, and nobody has answered for it yet.
     * It lives from its first byte until it is accepted; what is left of one that never was is
     * swept from the vault.
     */
    record Draft(Envelope envelope) implements Letter {}

    /**
     * Segl answers for it: stored, sealed and written down. Not where the recipient can see: held
     * back until somebody there can open it, as its sender has asked.
     *
     * @param lastLook when it was last looked at
     * @param forPaper whether it is to go on paper as soon as it is available
     */
    record Accepted(
            Envelope envelope, Instant acceptedAt, Optional<Instant> lastLook, boolean forPaper)
            implements Letter {

        /** One that goes on paper when its plan comes to that. */
        public Accepted(Envelope envelope, Instant acceptedAt, Optional<Instant> lastLook) {
            this(envelope, acceptedAt, lastLook, false);
        }

        /** One that has not been looked at. */
        public Accepted(Envelope envelope, Instant acceptedAt) {
            this(envelope, acceptedAt, Optional.empty());
        }
    }

    /**
     * In the recipient's inbox, not opened. («Tilgjengelig, ikke åpnet».)
     *
     * @param looks how many times it has been looked at since
     * @param lastLook when it was last looked at
     * @param chase how far it has been chased
     */
    record Available(
            Envelope envelope,
            Instant acceptedAt,
            Instant availableAt,
            int looks,
            Optional<Instant> lastLook,
            Chase chase)
            implements Letter {

        /** One that has not been chased. */
        public Available(
                Envelope envelope,
                Instant acceptedAt,
                Instant availableAt,
                int looks,
                Optional<Instant> lastLook) {
            this(envelope, acceptedAt, availableAt, looks, lastLook, Chase.NONE);
        }

        /** The same, chased so far. */
        Available with(Chase chased) {
            return new Available(envelope, acceptedAt, availableAt, looks, lastLook, chased);
        }
    }

    /** {@code at}, unless that lies far ahead of {@code now}. */
    static Instant notAhead(Instant at, Instant now) {
        return at.isAfter(now.plus(AHEAD)) ? now : at;
    }

    /**
     * How far an unopened letter has been chased.
     *
     * @param steps how many steps of its plan have been taken
     * @param told by which notices those who can open it have been told of it, the first of them
     *     first: those that have not failed since, and of very many the first
     * @param renotified whether those who can open it have been told once more since then, as the
     *     law asks
     * @param readerless whether nobody could open it when last looked at
     * @param chasedAt when a look last did more than look: a step of its plan, the second notice,
     *     or one that found that somebody could open it where nobody could, or the other way round
     * @param forPaper whether its sender wants it on paper at once, since nobody could open it
     */
    record Chase(
            int steps,
            List<Told> told,
            boolean renotified,
            boolean readerless,
            Optional<Instant> chasedAt,
            boolean forPaper) {

        /** How many notices are remembered at most, each of which could still come back. */
        static final int REMEMBERED = 20;

        public Chase {
            told = List.copyOf(told);
        }

        /** A notice to somebody who can open it went out, and has not failed since. */
        public record Told(UUID notice, Instant at) {

            private static final UUID UNKNOWN = new UUID(0, 0);

            /** By a notice that is not known, as of letters from before they were remembered. */
            public static Told byUnknown(Instant at) {
                return new Told(UNKNOWN, at);
            }
        }

        /** Of one that no look has chased, and that was told of by a notice that is not known. */
        public Chase(
                int steps, Optional<Instant> notifiedAt, boolean renotified, boolean readerless) {
            this(
                    steps,
                    notifiedAt.map(Told::byUnknown).stream().toList(),
                    renotified,
                    readerless,
                    Optional.empty(),
                    false);
        }

        /** When somebody who can open it was first told of it. */
        public Optional<Instant> notifiedAt() {
            return told.stream().findFirst().map(Told::at);
        }

        /** The same after {@code notice} went out to somebody who can open it. */
        Chase told(UUID notice, Instant at) {
            boolean isKnown = told.stream().anyMatch(t -> t.notice().equals(notice));
            if (isKnown || told.size() >= REMEMBERED) {
                return this;
            }
            List<Told> all = new ArrayList<>(told);
            all.add(new Told(notice, at));
            return with(all, renotified && !told.isEmpty());
        }

        /** The same after {@code notice} failed: what nobody got has told nobody. */
        Chase failed(UUID notice) {
            List<Told> left = told.stream().filter(t -> !t.notice().equals(notice)).toList();
            // Whoever is the first now is owed a second notice since then.
            return left.size() == told.size()
                    ? this
                    : with(left, renotified && left.contains(told.getFirst()));
        }

        /** The same with nothing far ahead of {@code now}, where a clock was wrong. */
        Chase notAhead(Instant now) {
            return new Chase(
                    steps,
                    told.stream()
                            .map(t -> new Told(t.notice(), Letter.notAhead(t.at(), now)))
                            .toList(),
                    renotified,
                    readerless,
                    chasedAt.map(at -> Letter.notAhead(at, now)),
                    forPaper);
        }

        private Chase with(List<Told> all, boolean again) {
            return new Chase(steps, all, again, readerless, chasedAt, forPaper);
        }

        /** The same, last chased then. */
        public Chase chased(Instant at) {
            return new Chase(steps, told, renotified, readerless, Optional.of(at), forPaper);
        }

        /** The same, of a letter that is to go on paper at once, or is not. */
        public Chase forPaper(boolean wanted) {
            return new Chase(steps, told, renotified, readerless, chasedAt, wanted);
        }

        /** Not at all. */
        public static final Chase NONE = new Chase(0, Optional.empty(), false, false);
    }

    /** Opened, by somebody with a right to. */
    record Opened(
            Envelope envelope,
            Instant acceptedAt,
            Instant availableAt,
            Instant openedAt,
            PersonId openedBy)
            implements Letter {
        @Override
        public boolean isClosed() {
            return true;
        }
    }

    /**
     * Closed in another way than by opening.
     *
     * @param availableAt when it became available; empty if it was withdrawn before that
     */
    record Closed(
            Envelope envelope,
            Instant acceptedAt,
            Optional<Instant> availableAt,
            Instant closedAt,
            How how)
            implements Letter {
        @Override
        public boolean isClosed() {
            return true;
        }
    }

    /** How a letter was closed when it was not opened. */
    sealed interface How {

        /** Who, or what, closed it. */
        Actor by();

        /** The sender took it back before anybody opened it. */
        record Withdrawn(Actor by) implements How {}

        /** A named person closed it for the sender. */
        record Settled(Actor by) implements How {}

        /** It went on paper. */
        record Posted(Actor by) implements How {}
    }
}
