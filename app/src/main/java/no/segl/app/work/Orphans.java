package no.segl.app.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.office.Intake;
import no.segl.app.store.DueWork;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps from the vault what belongs to nobody: documents of a dispatch that was never committed,
 * what a crash left half written, and uploads that nobody finished or used.
 */
public final class Orphans {

    /**
     * How old an object must be before it can be an orphan: twice what any dispatch may take from
     * its first sealed byte to its commit.
     */
    public static final Duration AGE = Intake.LONGEST.multipliedBy(2);

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 500;

    private final DueWork due;
    private final UploadRows uploads;
    private final Vault vault;
    private final InstantSource clock;

    public Orphans(DueWork due, UploadRows uploads, Vault vault, InstantSource clock) {
        this.due = due;
        this.uploads = uploads;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Sweeps.
     *
     * @return how many objects were removed
     * @throws IOException if the vault fails; the next sweep goes on
     */
    public int run() throws IOException {
        Instant now = clock.instant();
        expireUploads(now);
        Instant before = now.minus(AGE);
        int removed = vault.sweepUnfinished(before);
        try (Stream<Vault.Stored> stored = vault.list()) {
            Iterator<ObjectName> old =
                    stored.filter(s -> s.lastModified().isBefore(before))
                            .map(Vault.Stored::name)
                            .iterator();
            if (old.hasNext() && !due.knowsContent()) {
                // A database that knows of nothing beside a vault that holds something is more
                // likely the wrong database than a vault full of orphans.
                LOG.warn(
                        "The vault holds content and the database knows of none: nothing is swept");
                return removed;
            }
            while (old.hasNext()) {
                List<ObjectName> batch = new ArrayList<>();
                while (old.hasNext() && batch.size() < BATCH) {
                    batch.add(old.next());
                }
                removed += sweep(batch);
            }
        }
        if (removed > 0) {
            LOG.info("Swept {} objects that belonged to no letter", removed);
        }
        return removed;
    }

    private int sweep(List<ObjectName> batch) throws IOException {
        List<LetterId> letters = new ArrayList<>();
        List<UploadId> pieces = new ArrayList<>();
        for (ObjectName name : batch) {
            switch (name.folder()) {
                case Folder.OfLetter(LetterId letter) -> letters.add(letter);
                case Folder.OfUpload(UploadId upload) -> pieces.add(upload);
            }
        }
        Set<LetterId> keyed = due.withKey(letters);
        Set<UploadId> known = due.known(pieces);
        int removed = 0;
        for (ObjectName name : batch) {
            boolean owned =
                    switch (name.folder()) {
                        case Folder.OfLetter(LetterId letter) -> keyed.contains(letter);
                        case Folder.OfUpload(UploadId upload) -> known.contains(upload);
                    };
            if (!owned) {
                vault.delete(name);
                removed++;
            }
        }
        return removed;
    }

    private void expireUploads(Instant now) throws IOException {
        List<UploadId> expired;
        do {
            expired = uploads.expired(now, BATCH);
            for (UploadId upload : expired) {
                uploads.delete(upload);
                vault.deleteAll(Folder.of(upload));
            }
        } while (expired.size() == BATCH);
    }
}
