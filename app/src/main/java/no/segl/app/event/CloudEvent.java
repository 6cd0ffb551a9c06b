package no.segl.app.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event, as JSON has it (CloudEvents 1.0.2, section 2 and the JSON format).
 *
 * @param id the chain and the entry's number in it; the same each time the event is told
 * @param subject the letter
 * @param cursor an attribute of Segl's own: whoever has this event has read up to there
 */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        String cursor,
        Data data) {

    /** What the type of every event begins with. */
    public static final String PREFIX = "no.segl.";

    /** The media type of one event. */
    public static final String ONE = "application/cloudevents+json";

    /** The media type of many. */
    public static final String MANY = "application/cloudevents-batch+json";

    /**
     * What happened.
     *
     * @param dispatch at the sender's end alone
     * @param end {@code sender} or {@code recipient}: at which end you are told of it
     * @param by {@code person}, {@code machine} or {@code segl}
     * @param etsi what ETSI EN 319 522 calls it, if it does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            String letter,
            @Nullable String dispatch,
            String sender,
            String recipient,
            String category,
            String end,
            String by,
            @Nullable String etsi,
            Map<String, String> values) {}
}
