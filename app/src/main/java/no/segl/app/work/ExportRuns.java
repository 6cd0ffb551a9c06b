package no.segl.app.work;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.app.export.Form;
import no.segl.app.export.LetterList;
import no.segl.app.office.Access;
import no.segl.app.store.ExportRows;
import no.segl.app.store.ExportRows.Claim;
import no.segl.app.store.ExportRows.State;
import no.segl.app.store.ExportRows.Wish;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Watched;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.vault.WrappedKey;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.ExportId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.LedgerTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files that people have asked for, straight into the vault, and throws away those whose
 * time is over. A file is made anew from its beginning if whoever made it died, under another name
 * and key; what the first left is swept as all that belongs to nobody.
 */
public final class ExportRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRuns.class);

    /** How long a claim holds from one sign of life to the next. */
    private static final Duration HELD = Duration.ofMinutes(2);

    /** How often it is tried: what fails so often fails for its own sake. */
    private static final int MOST_TRIES = 3;

    private static final int BATCH = 100;

    private final Parts parts;

    /** What it works with; {@code names} gives each attempt its name. */
    public record Parts(
            ExportRows rows,
            LetterList lists,
            Access access,
            RuleTable rules,
            Vault vault,
            Sealer sealer,
            KeyWrapper wrapper,
            Supplier<UUID> names,
            SecureRandom random,
            InstantSource clock) {

        Instant now() {
            return LedgerTime.exact(clock.instant());
        }
    }

    public ExportRuns(Parts parts) {
        this.parts = parts;
    }

    /** That nobody wants the file any more, or another makes it. */
    private static final class NotWanted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Makes all that wait, one after the other.
     *
     * @return how many were tried
     */
    public int run() {
        int tried = 0;
        Optional<Claim> claim = claim();
        while (claim.isPresent()) {
            one(claim.get());
            tried++;
            claim = claim();
        }
        return tried;
    }

    private Optional<Claim> claim() {
        Instant now = parts.now();
        return parts.rows().claim(parts.names().get(), now, now.plus(HELD));
    }

    private void one(Claim claim) {
        try {
            make(claim);
        } catch (NotWanted e) {
            LOG.info("Export {} is not wanted any more", claim.wish().id());
            forget(claim);
        } catch (IOException | RuntimeException e) {
            boolean last = claim.tries() >= MOST_TRIES;
            LOG.error(
                    "Export {} could not be made ({}); {}",
                    claim.wish().id(),
                    e.getClass().getName(),
                    last ? "it is given up" : "it is tried again");
            parts.rows().givenUp(claim, last ? State.FAILED : State.WAITING, parts.now());
        }
    }

    /** What was not written to its end is not in the vault; what was is taken away again. */
    private void forget(Claim claim) {
        try {
            parts.vault().delete(ObjectName.of(claim.wish().id(), claim.attempt()));
        } catch (IOException e) {
            LOG.info("What is left of export {} waits for the sweep", claim.wish().id());
        }
    }

    private void make(Claim claim) throws IOException {
        Wish wish = claim.wish();
        Instant now = parts.now();
        Form form = Form.valueOf(wish.form());
        // By what they may follow now, and not when they asked.
        Set<OrgNumber> units = parts.access().followed(wish.side(), wish.person(), now);
        Watched.Asked asked =
                new Watched.Asked(
                        wish.side(),
                        units,
                        parts.lists()
                                .read(wish.question(), wish.side(), wish.language())
                                .orElseThrow(),
                        now);
        long letters = Math.min(form.most(), parts.lists().count(asked, form.most()));
        wanted(parts.rows().counted(claim, letters, units));
        try (DataKey key = DataKey.fresh(parts.random())) {
            WrappedKey wrapped = parts.wrapper().wrap(key, Folder.of(wish.id()));
            long[] written = {0};
            long size =
                    parts.sealer()
                            .seal(
                                    key,
                                    ObjectName.of(wish.id(), claim.attempt()),
                                    out ->
                                            written[0] =
                                                    parts.lists()
                                                            .write(
                                                                    form,
                                                                    asked,
                                                                    wish.question(),
                                                                    wish.language(),
                                                                    out,
                                                                    rows -> heard(claim, rows)));
            Instant done = parts.now();
            wanted(parts.rows().ready(claim, written[0], size, wrapped, done, kept(done)));
        }
    }

    private void heard(Claim claim, long written) {
        wanted(parts.rows().progress(claim, written, parts.now().plus(HELD)));
    }

    private static void wanted(boolean still) {
        if (!still) {
            throw new NotWanted();
        }
    }

    private Instant kept(Instant since) {
        return parts.rules().newest().row(Rule.KEEP_EXPORT).after(since);
    }

    /**
     * Throws away those whose time is over: first the key, with all that is known of them, then
     * what lies in the vault, which is noise by then.
     *
     * @return how many
     */
    public int sweep() {
        int swept = 0;
        List<ExportId> expired;
        do {
            expired = parts.rows().expired(parts.now(), BATCH);
            for (ExportId id : expired) {
                parts.rows().delete(id);
                try {
                    parts.vault().deleteAll(Folder.of(id));
                } catch (IOException e) {
                    LOG.info("What is left of export {} in the vault waits for the sweep", id);
                }
                swept++;
            }
        } while (expired.size() == BATCH);
        return swept;
    }
}
