package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Changes;
import no.segl.app.store.Recipients;
import no.segl.app.store.SendingPolicies;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Content;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Sending.Response;
import no.segl.core.letter.SendingPolicy;
import no.segl.core.readiness.Readiness;

/** Says before a letter is sent whether anybody can open it, and what its sender then wants. */
public final class ReadyDesk {

    /** The most recipients that are asked of at once. */
    public static final int MOST = 5000;

    private final Recipients recipients;
    private final SendingPolicies policies;
    private final Changes changes;
    private final Access access;
    private final InstantSource clock;

    public ReadyDesk(
            Recipients recipients,
            SendingPolicies policies,
            Changes changes,
            Access access,
            InstantSource clock) {
        this.recipients = recipients;
        this.policies = policies;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    /** Whether {@code units} can receive {@code category}, by number. */
    public List<Readiness> ready(Collection<OrgNumber> units, Category category) {
        return recipients.ready(units, category, now());
    }

    /**
     * Those recipients of {@code content} that are not ready.
     *
     * @param asked what the sender wants this time; empty for what it always wants
     */
    public Map<OrgNumber, Sending.NotReady> notReady(Content content, Optional<Response> asked) {
        Map<OrgNumber, Sending.NotReady> notReady = new HashMap<>();
        List<Readiness> found = ready(content.recipients(), content.category());
        if (found.stream().allMatch(Readiness::isReady)) {
            return notReady;
        }
        Response response = asked.orElseGet(() -> policies.of(content.sender()));
        found.stream()
                .filter(r -> !r.isReady())
                .forEach(r ->
                        notReady.put(
                                r.unit(),
                                new Sending.NotReady(
                                        r.verdict().name(), r.ground().name(), response)));
        return notReady;
    }

    /** What holds for {@code unit}. */
    public Response policy(OrgNumber unit) {
        return policies.of(unit);
    }

    /** Decides for {@code unit}, for {@code person} who administers it. */
    public SendingPolicy.Reply decide(OrgNumber unit, Response response, PersonId person) {
        Instant now = now();
        return changes.policy(
                unit,
                new Changes.Act(new Actor.Person(person), now),
                standing ->
                        SendingPolicy.set(
                                unit,
                                response,
                                standing,
                                access.to(Power.ADMINISTER, person, unit, now)));
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
