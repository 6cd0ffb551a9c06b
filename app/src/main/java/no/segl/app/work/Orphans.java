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
 *
 * <p>A few of these are what crashes leave. Very many are more likely a database that was put back
 * from an old backup and does not know what lies beside it: then nothing is touched.
 */
public final class Orphans {

    /**
     * How old an object must be before it can be an orphan: twice what any dispatch may take from
     * its first sealed byte to its commit.
     */
    public static final Duration AGE = Intake.LONGEST.multipliedBy(2);

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 500;

    /** So many strays are never too many, however little else there is. */
    private static final int FEW = 100;

    /** More strays than one in so many of what is old enough are too many. */
    private static final int ONE_IN = 5;

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

    /** So much belongs to nobody that nothing was removed: a person must look. */
    public static final class TooMany extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooMany(long strays, long looked) {
            super(strays + " of " + looked + " objects are of no letter that the database knows");
        }
    }

    /**
     * What there is of what is old enough.
     *
     * @param looked how many objects
     * @param ownerless how many of them nobody can read any more, or ever could
     * @param strays how many of the ownerless the database has never heard of
     */
    private record Count(long looked, long ownerless, long strays) {}

    /**
     * Sweeps.
     *
     * @return how many objects were removed
     * @throws TooMany if more than a hundred objects, and more than a fifth of those old enough,
     *     are unknown to the database; nothing was removed
     * @throws IOException if the vault fails; the next sweep goes on
     */
    public int run() throws IOException {
        Instant now = clock.instant();
        Instant before = now.minus(AGE);
        Count count = count(before);
        if (count.strays() > FEW && count.strays() * ONE_IN > count.looked()) {
            LOG.error(
                    "Nothing is swept: {} of {} objects in the vault are of no letter that the"
                            + " database knows. Was it put back from an old backup? See"
                            + " docs/operate, \"When nothing is swept\"",
                    count.strays(),
                    count.looked());
            throw new TooMany(count.strays(), count.looked());
        }
        expireUploads(now);
        int removed = vault.sweepUnfinished(before);
        if (count.ownerless() > 0) {
            removed += remove(before);
        }
        if (removed > 0) {
            LOG.info("Swept {} objects that belonged to no letter", removed);
        }
        return removed;
    }

    private Count count(Instant before) throws IOException {
        long looked = 0;
        long ownerless = 0;
        long strays = 0;
        try (Stream<Vault.Stored> stored = vault.list()) {
            Iterator<ObjectName> old = old(stored, before);
            while (old.hasNext()) {
                List<ObjectName> batch = next(old);
                List<ObjectName> unowned = ownerless(batch);
                looked += batch.size();
                ownerless += unowned.size();
                strays += strays(unowned);
            }
        }
        return new Count(looked, ownerless, strays);
    }

    private int remove(Instant before) throws IOException {
        int removed = 0;
        try (Stream<Vault.Stored> stored = vault.list()) {
            Iterator<ObjectName> old = old(stored, before);
            while (old.hasNext()) {
                for (ObjectName name : ownerless(next(old))) {
                    vault.delete(name);
                    removed++;
                }
            }
        }
        return removed;
    }

    private static Iterator<ObjectName> old(Stream<Vault.Stored> stored, Instant before) {
        return stored.filter(s -> s.lastModified().isBefore(before))
                .map(Vault.Stored::name)
                .iterator();
    }

    private static List<ObjectName> next(Iterator<ObjectName> names) {
        List<ObjectName> batch = new ArrayList<>();
        while (names.hasNext() && batch.size() < BATCH) {
            batch.add(names.next());
        }
        return batch;
    }

    /** Those that belong to no letter with a key and to no upload. */
    private List<ObjectName> ownerless(List<ObjectName> batch) {
        Set<LetterId> keyed = due.withKey(letters(batch));
        Set<UploadId> known = due.known(uploads(batch));
        return batch.stream()
                .filter(name ->
                        switch (name.folder()) {
                            case Folder.OfLetter(LetterId letter) -> !keyed.contains(letter);
                            case Folder.OfUpload(UploadId upload) -> !known.contains(upload);
                        })
                .toList();
    }

    /**
     * How many of {@code ownerless} are not of a letter that there is. What a letter whose content
     * was destroyed still has in the vault is no surprise, however much it is.
     */
    private long strays(List<ObjectName> ownerless) {
        Set<LetterId> there = due.there(letters(ownerless));
        return ownerless.stream()
                .filter(name ->
                        !(name.folder() instanceof Folder.OfLetter(LetterId letter)
                                && there.contains(letter)))
                .count();
    }

    private static List<LetterId> letters(List<ObjectName> names) {
        return names.stream()
                .flatMap(name ->
                        name.folder() instanceof Folder.OfLetter(LetterId letter)
                                ? Stream.of(letter)
                                : Stream.empty())
                .toList();
    }

    private static List<UploadId> uploads(List<ObjectName> names) {
        return names.stream()
                .flatMap(name ->
                        name.folder() instanceof Folder.OfUpload(UploadId upload)
                                ? Stream.of(upload)
                                : Stream.empty())
                .toList();
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
