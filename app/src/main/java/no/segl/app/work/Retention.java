package no.segl.app.work;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueWork;
import no.segl.app.vault.Folder;
import no.segl.app.vault.Vault;
import no.segl.core.deadline.Looking;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys content whose time is over: first the key, in the commit that says so; then what lies in
 * the vault, which is noise by then.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final DueWork due;
    private final Changes changes;
    private final Vault vault;
    private final InstantSource clock;

    public Retention(DueWork due, Changes changes, Vault vault, InstantSource clock) {
        this.due = due;
        this.changes = changes;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Destroys the content of every letter that is due.
     *
     * @return of how many
     */
    public int run() {
        return Claims.all(
                most -> due.claimDestructions(now(), Claims.HELD, most),
                claim -> destroy(claim.letter(), now()));
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    private boolean destroy(LetterId letter, Instant now) {
        try {
            boolean done =
                    changes.paper(
                                    letter,
                                    new Act(new Actor.Segl("retention"), now),
                                    paper ->
                                            Looking.destroy(
                                                    paper.held().letter(),
                                                    paper.held().destroyed(),
                                                    paper.cases(),
                                                    paper.held().rules(),
                                                    now))
                            .filter(Looking.Reply.DONE::equals)
                            .isPresent();
            if (done) {
                vault.deleteAll(Folder.of(letter));
            }
            return done;
        } catch (IOException e) {
            LOG.info("What is left of letter {} in the vault waits for the sweep", letter);
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "The content of letter {} could not be destroyed ({}); it is tried again",
                    letter,
                    e.getClass().getName());
            return false;
        }
    }
}
