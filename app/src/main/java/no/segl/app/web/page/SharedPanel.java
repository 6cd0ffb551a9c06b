package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;

/**
 * Letters that are shared one by one, for those who administer access where they came.
 *
 * @param rows the longest standing first
 * @param total how many there are in all
 * @param back the path to come back to when one is ended
 */
public record SharedPanel(List<Row> rows, long total, String back) {

    /**
     * A letter that is shared with somebody. What stands on it is for its readers.
     *
     * @param documents whether with its documents
     * @param sealed whether with what is sealed for a case worker
     * @param until when it ends by itself; empty for never
     */
    public record Row(
            UUID share,
            LetterId letter,
            Person person,
            Party unit,
            String category,
            boolean documents,
            boolean sealed,
            Instant since,
            Optional<Instant> until) {

        /** Where to say that it ends. */
        public String end() {
            return "/tilganger/person/%s/deling/%s/%s/avslutt"
                    .formatted(person.id(), letter, share);
        }
    }
}
