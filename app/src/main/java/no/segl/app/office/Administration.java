package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.store.Units;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;

/** Gives, confirms and ends access, on the word of those who administer it. */
public final class Administration {

    private final Changes changes;
    private final Access access;
    private final Grants grants;
    private final Sharer sharer;
    private final SecondPerson second;
    private final Control control;
    private final Memberships memberships;
    private final Units units;
    private final Ids ids;
    private final InstantSource clock;

    public Administration(
            Changes changes,
            Access access,
            Grants grants,
            Sharer sharer,
            SecondPerson second,
            Holders holders,
            Memberships memberships,
            Units units,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.grants = grants;
        this.sharer = sharer;
        this.second = second;
        this.control = new Control(holders, units);
        this.memberships = memberships;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /** A power to be given: where, which, and until when. */
    public record Wish(
            OrgNumber unit, Power power, Optional<Category> category, Optional<Instant> until) {}

    /** Where and what {@code person} may give and end now. */
    public Reach reach(PersonId person) {
        return new Reach(units, grants.of(person), now());
    }

    /**
     * Gives {@code to} all of {@code wishes}, from now on, each that may be given; where two are
     * needed to give it, it is asked for.
     */
    public List<Granting.Reply> give(PersonId by, PersonId to, List<Wish> wishes) {
        Instant now = now();
        return give(by, to, wishes.stream().map(w -> grant(to, w, now)).toList(), now);
    }

    /** The same for grants that are made already, all to {@code to}. */
    List<Granting.Reply> give(PersonId by, PersonId to, List<Grant> wanted, Instant now) {
        return changes.accesses(
                to,
                new Act(new Actor.Person(by), now),
                () -> {
                    // After the lock: a right that ended while this waited is seen to have ended.
                    Instant at = now();
                    return wanted.stream().map(g -> give(by, g, at)).toList();
                });
    }

    private Decision<AccessFact, Granting.Reply> give(PersonId by, Grant grant, Instant at) {
        List<Grant> standing = standing(grant.person(), at);
        Clearance clearance = access.toGive(grant.power(), by, grant.unit(), at);
        return grant.power() == Power.READ && second.isNeeded(grant.unit())
                ? second.ask(grant, standing, by, clearance, at)
                : Granting.give(standing, grant, clearance, control.isWith(standing, grant, at));
    }

    private Grant grant(PersonId to, Wish wish, Instant now) {
        return new Grant(
                ids.uuid(),
                to,
                wish.unit(),
                wish.power(),
                wish.category(),
                now,
                wish.until().map(LedgerTime::exact));
    }

    /**
     * Ends a grant.
     *
     * @return empty if there is none with that id
     */
    public Optional<Granting.Reply> end(PersonId by, UUID grant) {
        return change(
                by,
                grant,
                (g, now) -> Granting.end(g, toEnd(g, by, now), control.isLast(g, now), now));
    }

    /**
     * Confirms that a grant is still needed.
     *
     * @return empty if there is none with that id
     */
    public Optional<Granting.Reply> confirm(PersonId by, UUID grant) {
        return change(by, grant, (g, now) -> Granting.confirm(g, toEnd(g, by, now), now));
    }

    private Optional<Granting.Reply> change(
            PersonId by,
            UUID id,
            BiFunction<Grant, Instant, Decision<AccessFact, Granting.Reply>> decide) {
        Instant now = now();
        return grants.find(id)
                .map(found ->
                        changes.access(
                                found.person(),
                                new Act(new Actor.Person(by), now),
                                // As it is now, under the person's lock.
                                () -> decide.apply(grants.find(id).orElseThrow(), now())));
    }

    /**
     * What ended with somebody's access.
     *
     * @param shares letters that were shared with them
     * @param letters letters that they had, and that nobody in particular has now
     * @param requests what waited for a second person that they had asked for, or would receive
     */
    public record Ended(int shares, int letters, int requests) {}

    /**
     * Ends all that {@code leaver} holds and {@code by} may end, or nothing of it: the grants, what
     * waits for a second person, what is shared with them and what they have. They are not offered
     * there any more to be given something, until they are entered anew.
     */
    public Ended endAll(PersonId by, PersonId leaver) {
        Set<OrgNumber> within = units.within(reach(by).roots());
        Act act = new Act(new Actor.Person(by), now());
        return changes.together(
                leaver,
                act,
                grants.of(leaver).stream().map(Grant::unit).collect(Collectors.toSet()),
                sharer.with(leaver, within),
                () -> endAll(by, leaver, within, act));
    }

    private Ended endAll(PersonId by, PersonId leaver, Set<OrgNumber> within, Act act) {
        boolean own = by.equals(leaver);
        // Before the grants end: whoever ends their own administers nothing afterwards.
        Sharer.Freed before = own ? sharer.free(leaver, within, by) : Sharer.Freed.NOTHING;
        List<Granting.Reply> replies =
                changes.accesses(
                        leaver,
                        act,
                        () -> {
                            Instant at = now();
                            return Stream.concat(
                                            grants.of(leaver).stream()
                                                    .filter(g ->
                                                            g.until()
                                                                    .map(at::isBefore)
                                                                    .orElse(true))
                                                    .map(g ->
                                                            Granting.end(
                                                                    g,
                                                                    toEnd(g, by, at),
                                                                    control.isLast(g, at),
                                                                    at)),
                                            second.drop(leaver, by, at).stream())
                                    .toList();
                        });
        Sharer.Freed freed = own ? before : sharer.free(leaver, within, by);
        memberships.leave(leaver, within, now());
        int dropped =
                (int) replies.stream().filter(Granting.Reply.Dropped.class::isInstance).count();
        return new Ended(freed.shares(), freed.letters(), dropped);
    }

    private Clearance toEnd(Grant grant, PersonId by, Instant now) {
        return access.toGive(grant.power(), by, grant.unit(), now);
    }

    /** What holds, and what has not begun. */
    private List<Grant> standing(PersonId person, Instant now) {
        return grants.of(person).stream().filter(g -> !g.hasEndedAt(now)).toList();
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
