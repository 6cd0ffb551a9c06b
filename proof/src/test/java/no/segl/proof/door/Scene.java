package no.segl.proof.door;

import java.time.Instant;
import java.util.List;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;

/** What a history takes place among. */
record Scene(
        List<Node> nodes,
        PersonId administrator,
        List<PersonId> people,
        List<Letter> letters,
        Clock clock,
        LedgerWord word) {

    /** A letter, its document, and the one that is sealed. */
    record Letter(LetterId id, DocumentId document, DocumentId sealed) {}

    /** The time, which goes on at random. */
    static final class Clock {
        Instant now;

        Clock(Instant now) {
            this.now = now;
        }
    }
}
