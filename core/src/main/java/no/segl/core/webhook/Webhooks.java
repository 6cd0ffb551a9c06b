package no.segl.core.webhook;

import java.util.List;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Decision;

/** Decides on webhooks. */
public final class Webhooks {

    /** How many an organisation may have at once. */
    public static final int MOST = 10;

    private Webhooks() {}

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        /** There are {@link #MOST} already. */
        record TooMany() implements Reply {}

        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Whether one more is made.
     *
     * @param there how many the organisation has
     * @param by whether who asks administers it
     */
    public static Decision<WebhookFact, Reply> make(
            WebhookFact.WebhookMade made, int there, Clearance by) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared _ when there >= MOST -> Decision.nothing(new Reply.TooMany());
            case Clearance.Cleared(var right) ->
                    new Decision<>(right, List.of(made), new Reply.Done());
        };
    }

    /**
     * Whether something else is done with one that is there.
     *
     * @param by whether who asks administers the organisation
     */
    public static Decision<WebhookFact, Reply> change(WebhookFact fact, Clearance by) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) ->
                    new Decision<>(right, List.of(fact), new Reply.Done());
        };
    }
}
