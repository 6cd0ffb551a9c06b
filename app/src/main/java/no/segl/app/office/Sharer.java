package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Cares;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Deputies;
import no.segl.app.store.Shares;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Handling;
import no.segl.core.letter.Sharing;

/** Shares single letters, and ends that. */
public final class Sharer {

    private final Changes changes;
    private final Access access;
    private final Shares shares;
    private final Cares cares;
    private final Deputies deputies;
    private final Ids ids;
    private final InstantSource clock;

    public Sharer(
            Changes changes,
            Access access,
            Shares shares,
            Cares cares,
            Deputies deputies,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.shares = shares;
        this.cares = cares;
        this.deputies = deputies;
        this.ids = ids;
        this.clock = clock;
    }

    /** The shares of a letter that hold, or will, for those who may read it by a grant. */
    public List<Share> standing(LetterId letter) {
        Instant now = clock.instant();
        return shares.of(letter).stream().filter(s -> !s.hasEndedAt(now)).toList();
    }

    /**
     * Shares a letter with {@code with}.
     *
     * @param documents whether its documents too
     * @param sealed whether what is sealed for the named case worker is handed over too
     * @param until when it ends by itself; empty for never
     * @return empty if there is no such letter
     */
    public Optional<Sharing.Reply> share(
            LetterId letter,
            PersonId by,
            PersonId with,
            boolean documents,
            boolean sealed,
            Optional<Instant> until) {
        Instant now = LedgerTime.exact(clock.instant());
        Share share =
                new Share(
                        ids.uuid(),
                        letter,
                        with,
                        documents,
                        sealed,
                        now,
                        until.map(LedgerTime::exact));
        return changes.letter(
                letter,
                new Act(new Actor.Person(by), now),
                held -> {
                    // After the lock: what was given or ended while this waited is seen.
                    Instant at = LedgerTime.exact(clock.instant());
                    List<Share> before = shares.of(letter);
                    var shared =
                            Sharing.share(
                                    held.letter(),
                                    by,
                                    access.byGrant(held.letter().envelope(), by, at),
                                    before,
                                    share,
                                    ids.uuid(),
                                    at);
                    return Sharing.andDeputies(
                            shared, inPlaceOf(share, by, held.letter().envelope(), at), at);
                });
    }

    /**
     * What those have of a share who are in the place of whom it is with, while they are away:
     * where the letter came, or where access there is inherited from. Whoever named a deputy
     * elsewhere could perhaps not have let them read it.
     */
    private List<Sharing.Told> inPlaceOf(Share share, PersonId by, Envelope envelope, Instant at) {
        return deputies.around(share.person(), access.readFrom(envelope.recipient()), at).stream()
                .filter(d -> !d.deputy().equals(by))
                .map(d -> share.forDeputy(ids.uuid(), d.deputy(), d.from(), d.until()))
                // Shared for so short that they never are.
                .filter(s -> s.until().filter(s.from()::isBefore).isPresent())
                .map(s -> new Sharing.Told(s, ids.uuid()))
                .toList();
    }

    /**
     * How many letters a deputy got.
     *
     * @param left how many they did not get, since two are needed to give access where they came
     */
    record Deputised(int given, int left) {}

    /**
     * Lets {@code deputy} read {@code shared}, each as long as it holds within the term.
     *
     * @param two whether two are needed to give access to read at a unit
     */
    Deputised deputise(
            PersonId by,
            PersonId deputy,
            List<Share> shared,
            Instant from,
            Instant until,
            Predicate<OrgNumber> two) {
        int given = 0;
        int left = 0;
        for (Share share : shared) {
            Share theirs = share.forDeputy(ids.uuid(), deputy, from, until);
            Optional<Sharing.Reply> reply =
                    changes.letter(
                            share.letter(),
                            new Act(new Actor.Person(by), LedgerTime.exact(clock.instant())),
                            held -> {
                                Instant at = LedgerTime.exact(clock.instant());
                                OrgNumber unit = held.letter().envelope().recipient();
                                if (shares.find(share.id()).filter(Share::ended).isPresent()) {
                                    // It ended while this waited.
                                    return Decision.nothing(new Sharing.Reply.Already());
                                }
                                return two.test(unit)
                                        ? Decision.nothing(new Sharing.Reply.NotThere())
                                        : Sharing.deputise(
                                                held.letter(),
                                                access.toGive(Power.READ, by, unit, at),
                                                shares.of(share.letter()),
                                                theirs,
                                                at);
                            });
            given += reply.filter(Sharing.Reply.Done.class::isInstance).isPresent() ? 1 : 0;
            left += reply.filter(Sharing.Reply.NotThere.class::isInstance).isPresent() ? 1 : 0;
        }
        return new Deputised(given, left);
    }

    /**
     * Ends a share, for somebody who may read the letter by a grant.
     *
     * @return empty if there is no such share of that letter
     */
    public Optional<Sharing.Reply> end(LetterId letter, UUID id, PersonId by) {
        return end(letter, id, by, (envelope, now) -> access.byGrant(envelope, by, now));
    }

    /**
     * Ends a share, for somebody who administers access where the letter came.
     *
     * @return empty if there is no such share of that letter
     */
    public Optional<Sharing.Reply> administer(LetterId letter, UUID id, PersonId by) {
        return end(letter, id, by, toGiveWhereItCame(by));
    }

    private BiFunction<Envelope, Instant, Clearance> toGiveWhereItCame(PersonId by) {
        return (envelope, at) -> access.toGive(Power.READ, by, envelope.recipient(), at);
    }

    private Optional<Sharing.Reply> end(
            LetterId letter,
            UUID id,
            PersonId by,
            BiFunction<Envelope, Instant, Clearance> cleared) {
        return end(letter, id, by, cleared, true);
    }

    /**
     * @param deputies whether with it what deputies have of it
     */
    private Optional<Sharing.Reply> end(
            LetterId letter,
            UUID id,
            PersonId by,
            BiFunction<Envelope, Instant, Clearance> cleared,
            boolean deputies) {
        Instant now = LedgerTime.exact(clock.instant());
        return shares.find(id)
                .filter(s -> s.letter().equals(letter))
                .flatMap(_ ->
                        changes.letter(
                                letter,
                                new Act(new Actor.Person(by), now),
                                held -> {
                                    // After the lock: both the share and the right as they are now.
                                    Instant at = LedgerTime.exact(clock.instant());
                                    List<Share> standing = shares.of(letter);
                                    return Sharing.endWithDeputies(
                                            shares.find(id).orElseThrow(),
                                            deputies ? standing : List.of(),
                                            cleared.apply(held.letter().envelope(), at),
                                            at);
                                }));
    }

    /** The letters to {@code units} that are shared with somebody, or that they have. */
    Set<LetterId> with(PersonId person, Set<OrgNumber> units) {
        return Stream.concat(
                        shares.with(person, units, clock.instant()).stream().map(Share::letter),
                        cares.with(person, units).stream())
                .collect(Collectors.toSet());
    }

    /** How many shares ended, and how many letters nobody in particular has any longer. */
    record Freed(int shares, int letters) {
        static final Freed NOTHING = new Freed(0, 0);
    }

    /**
     * Ends what is shared with somebody of letters to {@code units}, which {@code by} administers,
     * and takes from them those that they have and can no longer read. Whoever leaves of their own
     * will lets go of all that they have.
     */
    Freed free(PersonId leaver, Set<OrgNumber> units, PersonId by) {
        int ended = 0;
        for (Share share : shares.with(leaver, units, clock.instant())) {
            // What deputies have stands: letters of whoever is gone must be read by somebody.
            Optional<Sharing.Reply> reply =
                    end(share.letter(), share.id(), by, toGiveWhereItCame(by), false);
            ended += reply.filter(Sharing.Reply.Done.class::isInstance).isPresent() ? 1 : 0;
        }
        int freed = 0;
        for (LetterId letter : cares.with(leaver, units)) {
            Optional<Handling.Reply> reply = take(letter, leaver, by);
            freed += reply.filter(Handling.Reply.Done.class::isInstance).isPresent() ? 1 : 0;
        }
        return new Freed(ended, freed);
    }

    private Optional<Handling.Reply> take(LetterId letter, PersonId from, PersonId by) {
        Instant now = LedgerTime.exact(clock.instant());
        return changes.letter(
                letter,
                new Act(new Actor.Person(by), now),
                held -> {
                    Instant at = LedgerTime.exact(clock.instant());
                    Envelope envelope = held.letter().envelope();
                    boolean theirs =
                            held.care().assigned().filter(a -> a.person().equals(from)).isPresent();
                    boolean reads =
                            !from.equals(by)
                                    && access.toFetch(envelope, from, at)
                                            instanceof Clearance.Cleared;
                    return theirs && !reads
                            ? Handling.release(
                                    held.letter(),
                                    held.care(),
                                    access.toGive(Power.READ, by, envelope.recipient(), at))
                            : Decision.nothing(new Handling.Reply.Already());
                });
    }
}
