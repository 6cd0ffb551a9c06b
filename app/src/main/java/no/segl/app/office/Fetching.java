package no.segl.app.office;

import java.time.Instant;
import no.segl.app.vault.PlainChannel;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;

/** What came of asking for a document of a letter. */
public sealed interface Fetching {

    /**
     * It may be read; its channel must be closed.
     *
     * @param channel the bytes, unsealed as they are read
     */
    record Granted(Document document, PlainChannel channel) implements Fetching {}

    /**
     * It is sealed for another than this person, who reads the letter.
     *
     * @param recorded when the ledger got the attempt, or one shortly before it that it counts as
     */
    record Sealed(LetterId letter, Instant recorded) implements Fetching {}

    /** The letter is shared with this person, but not its documents. The ledger says so. */
    record NotShared(LetterId letter) implements Fetching {}

    /** It may be read, but not by a login at so low a level. */
    record LevelTooLow(LetterId letter, DocumentId document) implements Fetching {}

    /** It is not there to be read by this person, for whatever other reason. */
    record NotThere() implements Fetching {}
}
