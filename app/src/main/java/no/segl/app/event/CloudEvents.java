package no.segl.app.event;

import java.net.URI;
import java.util.Locale;
import no.segl.app.office.Feed;
import no.segl.core.evidence.Etsi;

/** Puts what happened in the form of events. */
public final class CloudEvents {

    private final URI home;

    /**
     * Makes them.
     *
     * @param home where this Segl is, which tells its events from those of others
     */
    public CloudEvents(URI home) {
        this.home = home;
    }

    /** The event of what happened. */
    public CloudEvent of(Feed.Happening happening) {
        return new CloudEvent(
                "1.0",
                happening.chain() + "-" + happening.news().number(),
                home.resolve("/ledger/" + happening.chain()).toString(),
                CloudEvent.PREFIX + happening.news().type(),
                happening.letter().toString(),
                happening.news().at().toString(),
                "application/json",
                happening.cursor().toString(),
                new CloudEvent.Data(
                        happening.letter().toString(),
                        happening.dispatch().orElse(null),
                        happening.sender().value(),
                        happening.recipient().value(),
                        happening.category(),
                        happening.end().name().toLowerCase(Locale.ROOT),
                        happening.news().by(),
                        happening.news().etsi().map(Etsi::event).orElse(null),
                        happening.news().values()));
    }

    /** Where the events after {@code next} are. */
    public URI after(Feed.Cursor next, int limit) {
        return home.resolve("/api/v1/events?after=" + next + "&limit=" + limit);
    }
}
