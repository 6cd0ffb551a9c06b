package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Sharing;

/** Gives, confirms and ends access, on the word of those who administer it. */
public final class Administration {

    private final Changes changes;
    private final Access access;
    private final Grants grants;
    private final Shares shares;
    private final Units units;
    private final Ids ids;
    private final InstantSource clock;

    public Administration(
            Changes changes,
            Access access,
            Grants grants,
            Shares shares,
            Units units,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.grants = grants;
        this.shares = shares;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /** A power to be given: where, which, and until when. */
    public record Wish(
            OrgNumber unit, Power power, Optional<Category> category, Optional<Instant> until) {}

    /** The topmost units at which {@code person} may give and end access; none if nowhere. */
    public List<OrgNumber> roots(PersonId person) {
        Instant now = now();
        Set<OrgNumber> administered =
                grants.of(person).stream()
                        .filter(g -> g.power().isOverAccess() && g.holdsAt(now))
                        .map(Grant::unit)
                        .collect(Collectors.toSet());
        return units.topmost(administered);
    }

    /** May {@code person} give and end {@code power} at {@code unit}? */
    public Clearance toGive(Power power, PersonId person, OrgNumber unit) {
        return access.toGive(power, person, unit, now());
    }

    /** Gives {@code to} all of {@code wishes}, from now on, each that may be given. */
    public List<Granting.Reply> give(PersonId by, PersonId to, List<Wish> wishes) {
        Instant now = now();
        return changes.accesses(
                to,
                new Act(new Actor.Person(by), now),
                () ->
                        wishes.stream()
                                .map(w ->
                                        Granting.give(
                                                standing(to, now),
                                                grant(to, w, now),
                                                access.toGive(w.power(), by, w.unit(), now)))
                                .toList());
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
     * Lets {@code deputy} read, until {@code until}, whatever {@code absent} may read by grants
     * that {@code by} may give.
     */
    public List<Granting.Reply> deputise(
            PersonId by, PersonId absent, PersonId deputy, Instant until) {
        List<Wish> wishes =
                standing(absent, now()).stream()
                        .filter(g -> g.power() == Power.READ)
                        .map(g ->
                                new Wish(
                                        g.unit(),
                                        g.power(),
                                        g.category(),
                                        Optional.of(
                                                g.until().filter(until::isAfter).orElse(until))))
                        .toList();
        return give(by, deputy, wishes);
    }

    /**
     * Ends a grant.
     *
     * @return empty if there is none with that id
     */
    public Optional<Granting.Reply> end(PersonId by, UUID grant) {
        return change(by, grant, (g, now) -> Granting.end(g, toEnd(g, by, now), now));
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
                                () -> decide.apply(grants.find(id).orElseThrow(), now)));
    }

    /**
     * Ends all that {@code leaver} holds and {@code by} may end: the grants in one act, and then
     * what is shared with them, letter by letter.
     */
    public void endAll(PersonId by, PersonId leaver) {
        Instant now = now();
        changes.accesses(
                leaver,
                new Act(new Actor.Person(by), now),
                () ->
                        grants.of(leaver).stream()
                                .filter(g -> g.until().map(now::isBefore).orElse(true))
                                .map(g -> Granting.end(g, toEnd(g, by, now), now))
                                .toList());
        for (Share share : shares.with(leaver, units.within(roots(by)), now)) {
            changes.letter(
                    share.letter(),
                    new Act(new Actor.Person(by), now),
                    held ->
                            Sharing.end(
                                    shares.find(share.id()).orElseThrow(),
                                    access.toGive(
                                            Power.READ,
                                            by,
                                            held.letter().envelope().recipient(),
                                            now),
                                    now));
        }
    }

    private Clearance toEnd(Grant grant, PersonId by, Instant now) {
        return access.toGive(grant.power(), by, grant.unit(), now);
    }

    private List<Grant> standing(PersonId person, Instant now) {
        return grants.of(person).stream().filter(g -> g.holdsAt(now)).toList();
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
