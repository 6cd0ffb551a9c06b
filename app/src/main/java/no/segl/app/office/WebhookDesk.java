package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.webhook.Signer;
import no.segl.app.connect.webhook.Target;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.WebhookChanges;
import no.segl.app.store.WebhookChanges.Begin;
import no.segl.app.store.WebhookList;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.webhook.WebhookFact.WebhookMade;
import no.segl.core.webhook.Webhooks;

/** Where webhooks are made, ended and begun anew, by machines and by those who administer. */
public final class WebhookDesk {

    private final WebhookChanges changes;
    private final Feed feed;
    private final Signer signer;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;
    private final boolean inside;

    /**
     * Makes it.
     *
     * @param inside whether addresses that are not on the open internet will do
     */
    public WebhookDesk(
            WebhookChanges changes,
            Feed feed,
            Signer signer,
            Access access,
            Ids ids,
            InstantSource clock,
            boolean inside) {
        this.changes = changes;
        this.feed = feed;
        this.signer = signer;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.inside = inside;
    }

    /** What came of making one. */
    public sealed interface Made {
        /** It is there; nobody is told the secret again. */
        record Done(UUID webhook, String secret) implements Made {}

        /** Nothing may be sent to that address. */
        record NoAddress() implements Made {}

        record TooMany() implements Made {}

        record Refused(Clearance.Denied why) implements Made {}
    }

    /** Who asks, and whether they administer the unit. */
    public record Asker(Actor actor, Clearance by) {}

    /** A person, with what they have been given. */
    public Asker person(PersonId person, OrgNumber unit) {
        return new Asker(
                new Actor.Person(person),
                access.to(Power.ADMINISTER, person, unit, clock.instant()));
    }

    /**
     * Makes one, which is told of what happens from now on.
     *
     * @param received whether also of what lies at the units
     */
    public Made make(OrgNumber unit, String address, boolean received, Asker asker) {
        Optional<Target> target = Target.parse(address, inside);
        if (target.isEmpty()) {
            return new Made.NoAddress();
        }
        UUID id = ids.uuid();
        WebhookMade made = new WebhookMade(unit, id, target.get().host(), received);
        return switch (changes.make(
                made,
                target.get().address().toString(),
                begin(feed.end()),
                asker.by(),
                act(asker))) {
            case Webhooks.Reply.Done _ -> new Made.Done(id, signer.secret(id));
            case Webhooks.Reply.TooMany _ -> new Made.TooMany();
            case Webhooks.Reply.Refused(var why) -> new Made.Refused(why);
        };
    }

    /** Ends one. */
    public Webhooks.Reply end(WebhookList.Row webhook, Asker asker) {
        return changes.end(webhook.unit(), webhook.id(), asker.by(), act(asker));
    }

    /** Sends all that happened at {@code since} or later once more. */
    public Webhooks.Reply replay(WebhookList.Row webhook, Instant since, Asker asker) {
        return replay(webhook, feed.before(since), asker);
    }

    /** Sends all that comes after {@code cursor}, which the feed must know, once more. */
    public Webhooks.Reply replay(WebhookList.Row webhook, Feed.Cursor cursor, Asker asker) {
        return changes.replay(webhook.unit(), webhook.id(), begin(cursor), asker.by(), act(asker));
    }

    private static Begin begin(Feed.Cursor cursor) {
        return new Begin(cursor.position(), cursor.mark());
    }

    private Act act(Asker asker) {
        return new Act(asker.actor(), LedgerTime.exact(clock.instant()));
    }
}
