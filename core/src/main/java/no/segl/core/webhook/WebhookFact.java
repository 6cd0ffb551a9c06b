package no.segl.core.webhook;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Fact;

/** What has happened to a webhook of an organisation. */
public sealed interface WebhookFact extends Fact {

    /** Whose it is. */
    OrgNumber unit();

    UUID webhook();

    @Override
    default String subject() {
        return "unit:" + unit();
    }

    @Override
    default SortedMap<String, String> values() {
        return new TreeMap<>(Map.of("webhook", webhook().toString()));
    }

    /**
     * It was made: from now on events go there.
     *
     * @param host the name of the machine there
     * @param received whether also of what lies at the organisation's units
     */
    record WebhookMade(OrgNumber unit, UUID webhook, String host, boolean received)
            implements WebhookFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.of(
                            "webhook", webhook.toString(),
                            "host", host,
                            "received", Boolean.toString(received)));
        }
    }

    /** It was ended: nothing goes there any more. */
    record WebhookEnded(OrgNumber unit, UUID webhook) implements WebhookFact {}

    /** Events are sent there once more, from a place in the feed. */
    record WebhookReplayed(OrgNumber unit, UUID webhook, long position) implements WebhookFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.of("webhook", webhook.toString(), "position", Long.toString(position)));
        }
    }
}
