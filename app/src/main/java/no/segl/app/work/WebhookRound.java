package no.segl.app.work;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import no.segl.app.connect.webhook.Webhook;
import no.segl.app.connect.webhook.Webhook.Result;
import no.segl.app.event.CloudEvent;
import no.segl.app.event.CloudEvents;
import no.segl.app.office.Feed;
import no.segl.app.store.DueWebhooks;
import no.segl.app.store.DueWebhooks.Claim;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.store.WebhookList;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.webhook.Delivering;
import no.segl.core.webhook.Delivering.Next;
import no.segl.core.webhook.Delivering.Outcome;
import no.segl.core.webhook.Delivering.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends events to webhooks that are behind the feed. Each is worked by whoever claims it, event
 * after event: those of one letter come in order. That one was taken is written down after it was:
 * what dies in between is sent once more, with the same id.
 */
public final class WebhookRound {

    /** How long a claim holds: well over what {@link #TURN} and one slow answer take. */
    private static final Duration HELD = Duration.ofMinutes(10);

    /** How long one webhook is worked before others have their turn. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private static final int PAGE = 50;

    private final Parts parts;
    private final JsonMapper json = new JsonMapper();

    /** What it works with. */
    public record Parts(
            DueWebhooks due,
            WebhookList list,
            Feed feed,
            CloudEvents form,
            Units units,
            Webhook way,
            Troubles troubles,
            RandomGenerator dice,
            InstantSource clock) {}

    public WebhookRound(Parts parts) {
        this.parts = parts;
    }

    /**
     * Sends all that is due.
     *
     * @return how many events were taken
     */
    public int run() {
        int taken = 0;
        Instant begun = now();
        long end = parts.feed().end().position();
        Optional<Claim> claim = parts.due().claim(begun, HELD, end);
        while (claim.isPresent()) {
            taken += work(claim.get());
            claim = parts.due().claim(begun, HELD, end);
        }
        tell();
        return taken;
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }

    /** That one has been silent is said from the first, and is an alarm when it lasts. */
    private void tell() {
        parts.list()
                .silentSince()
                .ifPresentOrElse(
                        since -> parts.troubles().isThere(Troubles.Name.WEBHOOK, since),
                        () -> parts.troubles().isOver(Troubles.Name.WEBHOOK));
    }

    private int work(Claim claim) {
        Instant until = now().plus(TURN);
        Set<OrgNumber> own = parts.units().within(Set.of(claim.unit()));
        Feed.Follower follower =
                new Feed.Follower(own, claim.received() ? own : Set.<OrgNumber>of());
        Feed.Cursor at = begin(claim);
        Standing standing = claim.standing();
        int taken = 0;
        while (true) {
            Feed.Page page = parts.feed().page(follower, at, PAGE);
            for (Feed.Happening one : page.happenings()) {
                if (now().isAfter(until)) {
                    leave(claim, at);
                    return taken;
                }
                Result result = send(claim, one);
                if (!after(claim, one, result, standing)) {
                    return taken;
                }
                taken += result.kind() == Result.Kind.TAKEN ? 1 : 0;
                standing = new Standing(0, Optional.empty());
                at = one.cursor();
            }
            at = page.next();
            if (page.happenings().isEmpty()) {
                leave(claim, at);
                return taken;
            }
        }
    }

    /** Another round goes on with it: this one does not meet it again. */
    private void leave(Claim claim, Feed.Cursor at) {
        parts.due().left(claim, at.position(), at.mark(), now().plusSeconds(1));
    }

    /** Where a backup was put back, from what came after the last that was taken. */
    private Feed.Cursor begin(Claim claim) {
        Feed.Cursor cursor = new Feed.Cursor(claim.position(), claim.mark());
        return parts.feed().knows(cursor) ? cursor : parts.feed().before(claim.takenAt());
    }

    private Result send(Claim claim, Feed.Happening happening) {
        CloudEvent event = parts.form().of(happening);
        return parts.way()
                .send(
                        new Webhook.Message(
                                claim.webhook(),
                                URI.create(claim.address()),
                                event.id(),
                                CloudEvent.ONE + ";charset=UTF-8",
                                json.writeValueAsString(event)),
                        now());
    }

    /** Writes down what came of it; says whether the next event may be sent. */
    private boolean after(Claim claim, Feed.Happening happening, Result result, Standing standing) {
        Instant now = now();
        Feed.Cursor cursor = happening.cursor();
        return switch (Delivering.decide(outcome(result), standing, now, parts.dice())) {
            case Next.Onward _ -> parts.due().taken(claim, cursor.position(), cursor.mark(), now);
            case Next.Again(var again) -> {
                parts.due().failed(claim, result.code(), now, again);
                yield false;
            }
            case Next.SetAside _ -> {
                CloudEvent event = parts.form().of(happening);
                yield parts.due()
                        .setAside(
                                claim,
                                new DueWebhooks.Event(
                                        cursor.position(),
                                        cursor.mark(),
                                        event.id(),
                                        happening.letter(),
                                        event.type()),
                                result.code(),
                                now);
            }
        };
    }

    private static Outcome outcome(Result result) {
        return switch (result.kind()) {
            case TAKEN -> Outcome.TAKEN;
            case REFUSED -> Outcome.REFUSED;
            case UNREACHED -> Outcome.UNREACHED;
        };
    }
}
