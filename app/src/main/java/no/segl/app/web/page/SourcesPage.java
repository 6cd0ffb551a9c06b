package no.segl.app.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where what Segl says comes from, and how fresh it is («Kilder»).
 *
 * @param shell what stands around
 * @param rows the sources
 * @param days on how many of the last days Segl looked after what falls due
 * @param of how many days that is
 * @param longest the longest that it did not
 */
public record SourcesPage(Shell shell, List<Row> rows, int days, int of, Duration longest)
        implements Page {

    /** Where it is. */
    public static final String HERE = "/kilder";

    /**
     * A source.
     *
     * @param name the end of a key
     * @param state the end of a key
     * @param amiss whether somebody must see to it
     * @param last when it was last controlled
     * @param used when something last went out by it
     * @param since since when it has not answered
     * @param patience how long it may be from one control to the next
     */
    public record Row(
            String name,
            String state,
            boolean amiss,
            Optional<Instant> last,
            Optional<Instant> used,
            Optional<Instant> since,
            Duration patience) {

        /** The sign beside the words. */
        public String icon() {
            return switch (state) {
                case "FINE" -> "check";
                case "OFF" -> "off";
                case "UNTRIED", "NEVER" -> "unknown";
                case "LATE" -> "clock";
                default -> "late";
            };
        }

        /** How it looks: only what is known to be fine looks fine. */
        public String look() {
            return amiss ? "none" : state.equals("FINE") ? "well" : "off";
        }

        /** Whether it is connected. */
        public boolean isOn() {
            return !state.equals("OFF");
        }
    }

    /** How many somebody must see to. */
    public long amiss() {
        return rows.stream().filter(Row::amiss).count();
    }

    /** How many are connected. */
    public long connected() {
        return rows.stream().filter(Row::isOn).count();
    }

    @Override
    public String template() {
        return "page/sources.jte";
    }
}
