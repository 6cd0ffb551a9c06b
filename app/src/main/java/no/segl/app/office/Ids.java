package no.segl.app.office;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.UploadId;
import no.segl.core.id.Uuids;

/** Gives new things their names. */
public final class Ids {

    private final InstantSource clock;
    private final SecureRandom random;

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public LetterId letter() {
        return new LetterId(uuid());
    }

    /**
     * The names of {@code count} letters of one dispatch. They carry the same time, so that what a
     * crash leaves of them is known to come of one dispatch.
     */
    public List<LetterId> letters(int count) {
        Instant at = clock.instant();
        return Stream.generate(() -> new LetterId(Uuids.v7(at, random))).limit(count).toList();
    }

    public DispatchId dispatch() {
        return new DispatchId(uuid());
    }

    public DocumentId document() {
        return new DocumentId(uuid());
    }

    public UploadId upload() {
        return new UploadId(uuid());
    }

    public PersonId person() {
        return new PersonId(uuid());
    }

    /** A name for something without a type of its own. */
    public UUID uuid() {
        return Uuids.v7(clock.instant(), random);
    }
}
