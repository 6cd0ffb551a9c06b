package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Requests;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance;
import no.segl.core.access.FourEyes;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.Request;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.party.Lineage;

/** Where two persons are needed to give access to read: what is asked, and what comes of it. */
public final class SecondPerson {

    private final Changes changes;
    private final Access access;
    private final Requests requests;
    private final Grants grants;
    private final Holders holders;
    private final Units units;
    private final RuleTable rules;
    private final Ids ids;
    private final InstantSource clock;

    public SecondPerson(
            Changes changes,
            Access access,
            Requests requests,
            Grants grants,
            Holders holders,
            Units units,
            RuleTable rules,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.requests = requests;
        this.grants = grants;
        this.holders = holders;
        this.units = units;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether two are needed to give access to read at {@code unit}. */
    boolean isNeeded(OrgNumber unit) {
        Lineage lineage = units.lineage(unit);
        List<OrgNumber> up = new ArrayList<>(lineage.above());
        up.add(unit);
        return !requests.fourEyes(up).isEmpty();
    }

    /** Decides on asking for a grant, within the act of who gives it. */
    Decision<AccessFact, Granting.Reply> ask(
            Grant grant, List<Grant> standing, PersonId by, Clearance clearance, Instant at) {
        Request request = request(grant.unit(), Optional.of(grant), by, at);
        return FourEyes.ask(request, standing, requests.waitingAt(grant.unit(), at), clearance);
    }

    private Request request(OrgNumber unit, Optional<Grant> grant, PersonId by, Instant at) {
        Instant lapses =
                FourEyes.lapses(
                        at,
                        rules.newest().row(Rule.ASK_ACCESS).period(),
                        grant.flatMap(Grant::until));
        return new Request(ids.uuid(), unit, grant, by, at, lapses);
    }

    /** Lets what concerns {@code leaver} fall away, within the act that ends their access. */
    List<Decision<AccessFact, Granting.Reply>> drop(PersonId leaver, PersonId by, Instant at) {
        return requests.concerning(leaver, at).stream()
                .map(r ->
                        FourEyes.drop(r, requests.holdUnanswered(r.id()), clearance(r, by, at), at))
                .toList();
    }

    /** Two are needed at {@code unit} and beneath from now on. */
    public Granting.Reply require(PersonId by, OrgNumber unit) {
        Instant now = now();
        return changes.access(
                by,
                new Act(new Actor.Person(by), now),
                () -> {
                    units.hold(unit);
                    return FourEyes.require(
                            unit,
                            givers(unit, now),
                            !requests.fourEyes(List.of(unit)).isEmpty(),
                            access.to(Power.ADMINISTER, by, unit, now()));
                });
    }

    /** Those for a time are not counted: the day after there would be nobody to approve. */
    private int givers(OrgNumber unit, Instant now) {
        return (int)
                holders.others(unit, List.of(Power.ADMINISTER), now).stream()
                        .filter(h -> h.until().isEmpty())
                        .map(Holders.Holder::person)
                        .distinct()
                        .count();
    }

    /** Asks that two are no longer needed at {@code unit}. */
    public Granting.Reply askToEnd(PersonId by, OrgNumber unit) {
        Instant now = now();
        return changes.access(
                by,
                new Act(new Actor.Person(by), now),
                () -> {
                    Clearance clearance = access.to(Power.ADMINISTER, by, unit, now());
                    if (clearance instanceof Clearance.Cleared
                            && requests.fourEyes(List.of(unit)).isEmpty()) {
                        return Decision.nothing(new Granting.Reply.Already());
                    }
                    return FourEyes.ask(
                            request(unit, Optional.empty(), by, now),
                            List.of(),
                            requests.waitingAt(unit, now),
                            clearance);
                });
    }

    /**
     * Approves a request, or declines it.
     *
     * @return empty if there is none with that id
     */
    public Optional<Granting.Reply> answer(PersonId by, UUID id, boolean approved) {
        Instant now = now();
        return requests.find(id)
                .map(request ->
                        changes.access(
                                request.grant().map(Grant::person).orElse(by),
                                new Act(new Actor.Person(by), now),
                                () -> answer(request, by, approved)));
    }

    private Decision<AccessFact, Granting.Reply> answer(
            Request request, PersonId by, boolean approved) {
        boolean waiting = requests.holdUnanswered(request.id());
        Instant at = now();
        Clearance clearance = clearance(request, by, at);
        if (!approved) {
            return FourEyes.decline(request, waiting, clearance, at);
        }
        List<Grant> standing =
                request.grant().stream()
                        .flatMap(g -> grants.of(g.person()).stream())
                        .filter(g -> !g.hasEndedAt(at))
                        .toList();
        Clearance asker = clearance(request, request.by(), at);
        return FourEyes.approve(request, waiting, standing, by, asker, clearance, at);
    }

    private Clearance clearance(Request request, PersonId by, Instant at) {
        return request.grant().isPresent()
                ? access.toGive(Power.READ, by, request.unit(), at)
                : access.to(Power.ADMINISTER, by, request.unit(), at);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
