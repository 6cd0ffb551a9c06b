package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;

/**
 * Where events are sent to the systems of organisations that the viewer administers, and how that
 * goes.
 *
 * @param shell what stands around
 * @param places the organisations, by name
 * @param secret that of one which was made a moment ago
 * @param entered what was entered and could not be done
 * @param said what was done a moment ago, if anything
 * @param today the last day from which events can be sent again
 */
public record WebhooksPage(
        Shell shell,
        List<Place> places,
        Optional<Secret> secret,
        Entered entered,
        Said said,
        LocalDate today)
        implements Page {

    /** Where it is. */
    public static final String PATH = "/tilganger/webhooks";

    /** What was done a moment ago. */
    public enum Said {
        NOTHING,
        ENDED,
        REPLAYED,
        NO_DAY
    }

    /** An organisation. */
    public record Place(Party unit, List<Hook> hooks) {}

    /**
     * A webhook.
     *
     * @param received whether also of what lies at the organisation's units
     * @param silentSince since when nothing has been taken there, though it was tried
     * @param fault a code: what the last attempt came to
     * @param aside what was set aside, the newest first
     */
    public record Hook(
            UUID id,
            String address,
            boolean received,
            Instant madeAt,
            Optional<Instant> takenAt,
            Optional<Instant> silentSince,
            Optional<String> fault,
            Instant nextAt,
            Newest<Aside> aside) {}

    /** An event that did not come through. */
    public record Aside(String event, Instant at, String type, int failures, String fault) {}

    /** What is shown once. */
    public record Secret(String address, String secret) {}

    /**
     * What was entered.
     *
     * @param unit for which organisation; empty if nothing was entered
     * @param fault a code; empty if nothing is wrong
     */
    public record Entered(
            Optional<OrgNumber> unit, String address, boolean received, String fault) {

        /** Nothing. */
        public static final Entered NOTHING = new Entered(Optional.empty(), "", false, "");

        /** Whether it was for that organisation. */
        public boolean isFor(Party place) {
            return unit.filter(place.number()::equals).isPresent();
        }
    }

    /** What an attempt came to, for people. */
    public String fault(String code) {
        Texts t = shell.texts();
        return code.startsWith("status-")
                ? t.get("webhooks.fault.status", code.substring("status-".length()))
                : t.named("webhooks.fault.", code);
    }

    @Override
    public String template() {
        return "page/webhooks.jte";
    }
}
