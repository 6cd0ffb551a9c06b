package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Deputies;
import no.segl.app.store.Grants;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/**
 * Puts somebody in the place of whoever is away, from a first day through a last: they read what
 * the absent one reads, by grants and by single letters that are shared with them. It is decided on
 * the word of those who give access there.
 */
public final class Deputising {

    private final Changes changes;
    private final Administration administration;
    private final Sharer sharer;
    private final SecondPerson second;
    private final Grants grants;
    private final Shares shares;
    private final Deputies deputies;
    private final Units units;
    private final Ids ids;
    private final InstantSource clock;

    public Deputising(
            Changes changes,
            Administration administration,
            Sharer sharer,
            SecondPerson second,
            Grants grants,
            Shares shares,
            Deputies deputies,
            Units units,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.administration = administration;
        this.sharer = sharer;
        this.second = second;
        this.grants = grants;
        this.shares = shares;
        this.deputies = deputies;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param grants of each grant
     * @param letters how many shared letters the deputy has too
     * @param left how many not, since two persons are needed to give access to read where they came
     */
    public record Given(List<Granting.Reply> grants, int letters, int left) {}

    /**
     * Lets {@code deputy} read whatever {@code absent} may read by grants and shares of their own
     * that {@code by} may give, from {@code from} until {@code until}. What the deputy has already
     * for as long stays as it is; what they had in the same place for another term ends.
     */
    public Given deputise(
            PersonId by, PersonId absent, PersonId deputy, Instant from, Instant until) {
        Instant now = now();
        Instant begin = from.isAfter(now) ? from : now;
        Set<OrgNumber> within = within(by);
        Collection<Grant> wanted = wanted(absent, deputy, within, begin, until);
        List<Share> shared =
                shares.with(absent, within, begin).stream()
                        .filter(s -> s.holdsAt(begin))
                        // What they have in another's place ends with the other's, not with theirs.
                        .filter(s -> s.deputyFor().isEmpty())
                        .toList();
        return changes.together(
                deputy,
                new Act(new Actor.Person(by), now),
                wanted.stream().map(Grant::unit).collect(Collectors.toSet()),
                shared.stream().map(Share::letter).collect(Collectors.toSet()),
                () -> {
                    List<Granting.Reply> given =
                            administration.give(by, deputy, List.copyOf(wanted), now);
                    Sharer.Deputised letters =
                            sharer.deputise(by, deputy, shared, begin, until, second::isNeeded);
                    return new Given(given, letters.given(), letters.left());
                });
    }

    /** One for each unit and category: what holds longest. */
    private Collection<Grant> wanted(
            PersonId absent, PersonId deputy, Set<OrgNumber> within, Instant begin, Instant until) {
        Map<List<Object>, Grant> wanted = new LinkedHashMap<>();
        grants.of(absent).stream()
                .filter(g -> g.power() == Power.READ && g.holdsAt(begin))
                .filter(g -> within.contains(g.unit()))
                // What they have in another's place is not theirs to be away from.
                .filter(g -> g.deputyFor().isEmpty())
                .map(g ->
                        new Grant(
                                        ids.uuid(),
                                        deputy,
                                        g.unit(),
                                        Power.READ,
                                        g.category(),
                                        begin,
                                        Optional.of(g.until().filter(until::isAfter).orElse(until)))
                                .asDeputyOf(absent))
                .sorted(Comparator.comparing((Grant g) -> g.until().orElse(until)).reversed())
                .forEach(g -> wanted.putIfAbsent(List.of(g.unit(), g.category()), g));
        return wanted.values();
    }

    /**
     * Ends what {@code deputy} has in the place of {@code absent} and {@code by} may end, also what
     * has not begun. What they have where others give access stands: it is those others' to end.
     *
     * @return what became of each grant
     */
    public List<Granting.Reply> end(PersonId by, PersonId absent, PersonId deputy) {
        Instant now = now();
        Set<OrgNumber> within = within(by);
        List<Grant> theirs =
                grants.of(deputy).stream()
                        .filter(g -> g.deputyFor().filter(absent::equals).isPresent())
                        .filter(g -> within.contains(g.unit()) && !g.hasEndedAt(now))
                        .toList();
        List<Share> letters =
                shares.with(deputy, within, now).stream()
                        .filter(s -> s.deputyFor().filter(absent::equals).isPresent())
                        .toList();
        return changes.together(
                deputy,
                new Act(new Actor.Person(by), now),
                theirs.stream().map(Grant::unit).collect(Collectors.toSet()),
                letters.stream().map(Share::letter).collect(Collectors.toSet()),
                () -> {
                    List<Granting.Reply> replies = new ArrayList<>();
                    theirs.forEach(g -> administration.end(by, g.id()).ifPresent(replies::add));
                    letters.forEach(s -> sharer.administer(s.letter(), s.id(), by));
                    return List.copyOf(replies);
                });
    }

    /**
     * Who is in whose place, as far as {@code viewer} gives access there.
     *
     * @param of who is, or will be, in the person's place
     * @param by in whose place the person is, or will be
     * @param vacated in whose place the person was, and nobody is now
     */
    public record Terms(
            List<Deputies.Term> of, List<Deputies.Term> by, List<Deputies.Term> vacated) {}

    /** What stands for {@code person} at {@code units}. */
    public Terms terms(PersonId person, Set<OrgNumber> units) {
        Instant now = now();
        return new Terms(
                deputies.of(person, units, now),
                deputies.by(person, units, now),
                deputies.vacated(person, units, now));
    }

    private Set<OrgNumber> within(PersonId by) {
        return units.within(administration.reach(by).roots());
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
