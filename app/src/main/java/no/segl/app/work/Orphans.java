package no.segl.app.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.office.Intake;
import no.segl.app.office.Notary;
import no.segl.app.store.DueWork;
import no.segl.app.store.ExportRows;
import no.segl.app.store.RuleTable;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.ExportId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import no.segl.core.id.Uuids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps from the vault what belongs to nobody: documents of a dispatch that was never committed,
 * what a crash left half written, and uploads and exports that nobody finished or fetched.
 *
 * <p>A few of these are what crashes leave: each of them one dispatch at most of each sender that
 * was at work, however many letters that has. Documents of very many dispatches are more likely a
 * database that was put back from an old backup and does not know what lies beside it: then nothing
 * is touched but uploads and exports, which expire in any case. Nor is anything of a letter touched
 * while the ledger is not what was signed of it, and for a time after somebody has accepted that: a
 * later backup may yet be found, and bring back keys of what lies here.
 */
public final class Orphans {

    /**
     * How old an object must be before it can be an orphan: twice what any dispatch may take from
     * its first sealed byte to its commit.
     */
    public static final Duration AGE = Intake.LONGEST.multipliedBy(2);

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 500;

    /** Strays of so many dispatches are never too many, however little else there is. */
    private static final int FEW = 100;

    /** More strays than one in so many of the documents that are old enough are too many. */
    private static final int ONE_IN = 5;

    private final DueWork due;
    private final UploadRows uploads;
    private final ExportRows exports;
    private final Vault vault;
    private final Notary notary;
    private final RuleTable rules;
    private final InstantSource clock;

    public Orphans(
            DueWork due,
            UploadRows uploads,
            ExportRows exports,
            Vault vault,
            Notary notary,
            RuleTable rules,
            InstantSource clock) {
        this.due = due;
        this.uploads = uploads;
        this.exports = exports;
        this.vault = vault;
        this.notary = notary;
        this.rules = rules;
        this.clock = clock;
    }

    /** So much belongs to nobody that nothing was removed: a person must look. */
    public static final class TooMany extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooMany(long strays, long looked) {
            super(strays + " of " + looked + " documents are of no letter that the database knows");
        }
    }

    /**
     * What there is of what is old enough.
     *
     * @param ownerless how many objects nobody can read any more, or ever could
     * @param documents how many objects are a letter's, and no other's
     * @param strays how many of those are of a letter that the database has never heard of
     * @param dispatches of how many dispatches those are; above {@link #FEW}, counted no further
     */
    private record Count(long ownerless, long documents, long strays, int dispatches) {

        boolean isTooMany() {
            return dispatches > FEW && strays * ONE_IN > documents;
        }
    }

    /**
     * Sweeps. What is of letters is left while the ledger is not signed, or was accepted lately as
     * it was found.
     *
     * @return how many objects were removed
     * @throws TooMany if documents of more than a hundred dispatches, and more than a fifth of
     *     those old enough, are unknown to the database; only uploads that had expired were removed
     * @throws IOException if the vault fails; the next sweep goes on
     */
    public int run() throws IOException {
        Instant now = clock.instant();
        Instant before = now.minus(AGE);
        expireUploads(now);
        if (isRestored(now)) {
            return vault.sweepUnfinished(before);
        }
        Count count = count(before);
        if (count.isTooMany()) {
            LOG.error(
                    "Nothing is swept: {} of {} documents in the vault are of no letter that the"
                            + " database knows. Was it put back from an old backup? See"
                            + " docs/operate, \"When nothing is swept\"",
                    count.strays(),
                    count.documents());
            throw new TooMany(count.strays(), count.documents());
        }
        int removed = vault.sweepUnfinished(before);
        if (count.ownerless() > 0) {
            removed += remove(before);
        }
        if (removed > 0) {
            LOG.info("Swept {} objects that belonged to no letter", removed);
        }
        return removed;
    }

    /** Whether the database is, or was lately, not the one that was last signed. */
    private boolean isRestored(Instant now) throws IOException {
        int refused = notary.sign().refused().size();
        if (refused > 0) {
            LOG.error(
                    "No documents are swept: {} chains of the ledger are not what was signed of them",
                    refused);
            return true;
        }
        if (due.isRestoredSince(rules.newest().row(Rule.KEEP_STRAYS).before(now))) {
            LOG.info("No documents are swept: a backup was put back, and a later one may be");
            return true;
        }
        return false;
    }

    private Count count(Instant before) throws IOException {
        long ownerless = 0;
        long documents = 0;
        long strays = 0;
        Set<Long> dispatches = new HashSet<>();
        try (Stream<Vault.Stored> stored = vault.list()) {
            Iterator<ObjectName> old = old(stored, before);
            while (old.hasNext()) {
                List<ObjectName> batch = next(old);
                List<ObjectName> unowned = ownerless(batch);
                List<LetterId> stray = strays(unowned);
                ownerless += unowned.size();
                documents += letters(batch).size();
                strays += stray.size();
                if (dispatches.size() <= FEW) {
                    // The letters of a dispatch carry one time, all but its first.
                    stray.forEach(letter -> dispatches.add(Uuids.millis(letter.value())));
                }
            }
        }
        return new Count(ownerless, documents, strays, dispatches.size());
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
                .filter(name -> isMadeBefore(name.folder().id(), before))
                .iterator();
    }

    /** By Segl's clock, which need not be that of the disk or server. */
    private static boolean isMadeBefore(UUID id, Instant before) {
        return id.version() != 7 || Uuids.millis(id) < before.toEpochMilli();
    }

    private static List<ObjectName> next(Iterator<ObjectName> names) {
        List<ObjectName> batch = new ArrayList<>();
        while (names.hasNext() && batch.size() < BATCH) {
            batch.add(names.next());
        }
        return batch;
    }

    /** Those that belong to no letter with a key, to no upload and to no export. */
    private List<ObjectName> ownerless(List<ObjectName> batch) {
        Set<LetterId> keyed = due.withKey(letters(batch));
        Set<UploadId> known =
                due.known(
                        folders(batch, Folder.OfUpload.class)
                                .map(Folder.OfUpload::upload)
                                .toList());
        Set<ExportId> wanted =
                exports.known(
                        folders(batch, Folder.OfExport.class)
                                .map(Folder.OfExport::export)
                                .toList());
        return batch.stream()
                .filter(name ->
                        switch (name.folder()) {
                            case Folder.OfLetter(LetterId letter) -> !keyed.contains(letter);
                            case Folder.OfUpload(UploadId upload) -> !known.contains(upload);
                            case Folder.OfExport(ExportId export) -> !wanted.contains(export);
                        })
                .toList();
    }

    /**
     * The letters of those of {@code ownerless} that are of no letter that there is, each as often
     * as it has documents there. What a letter whose content was destroyed still has in the vault
     * is no surprise, however much it is.
     */
    private List<LetterId> strays(List<ObjectName> ownerless) {
        List<LetterId> letters = letters(ownerless);
        Set<LetterId> there = due.there(letters);
        return letters.stream().filter(letter -> !there.contains(letter)).toList();
    }

    private static List<LetterId> letters(List<ObjectName> names) {
        return folders(names, Folder.OfLetter.class).map(Folder.OfLetter::letter).toList();
    }

    /** The folders of {@code kind} that {@code names} lie in, each as often as one lies there. */
    private static <F extends Folder> Stream<F> folders(List<ObjectName> names, Class<F> kind) {
        return names.stream().map(ObjectName::folder).filter(kind::isInstance).map(kind::cast);
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
