package no.segl.app.office;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.segl.app.ledger.SignedHeads;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Descent.Agrees;
import no.segl.app.office.Descent.Disagrees;
import no.segl.app.store.Changes;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.store.LedgerEnds.End;
import no.segl.app.vault.Vault;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.RestoreAccepted;
import no.segl.core.ledger.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the ledger, but only what goes on from what was signed before: of that it keeps a note in
 * the vault, where who can rewrite the database need not be able to write (ADR 0030). The note is
 * always read before the ledger, and written after the checkpoint that it speaks of, so that it is
 * never ahead of what is read; and both by one at a time.
 */
public final class Notary {

    /** How many entries are read in one round: a million take some ten seconds. */
    private static final long AT_ONCE = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);

    private static final Right OPERATOR = new Right("operator", "command line");

    private final LedgerEnds ends;
    private final SignedNote note;
    private final CheckpointSigner signer;
    private final Descent descent;
    private final InstantSource clock;
    private final long atOnce;

    public Notary(
            Ledger ledger, LedgerEnds ends, SignedNote note, SigningKey key, InstantSource clock) {
        this(ledger, ends, note, key, clock, AT_ONCE);
    }

    /**
     * @param atOnce how many entries are read in one round, at most
     */
    public Notary(
            Ledger ledger,
            LedgerEnds ends,
            SignedNote note,
            SigningKey key,
            InstantSource clock,
            long atOnce) {
        this.ends = ends;
        this.note = note;
        this.signer = key.signer();
        this.descent = new Descent(ledger, new CheckpointKeys(key.publicKeys()));
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * A chain that is not what was signed of it.
     *
     * @param what is amiss, as a sentence
     * @param endsEarlier whether it ends earlier, and all that is left of it follows from its last
     *     checkpoint: so does a backup that was put back, and so does a chain of which somebody has
     *     cut the end
     */
    public record Disagreement(OrgNumber chain, String what, boolean endsEarlier) {
        private static Disagreement of(OrgNumber chain, Disagrees found) {
            return new Disagreement(
                    chain, "Chain " + chain + " " + found.what() + ".", found.endsEarlier());
        }
    }

    /**
     * What came of signing.
     *
     * @param signed how many chains were
     * @param refused those that were not, since they are not what was signed of them
     */
    public record Outcome(int signed, List<Disagreement> refused) {}

    /**
     * Signs every chain that has grown since it was last signed, if it goes on from there. A chain
     * with very much that is new is signed as far as one round comes. While it does, nobody else
     * signs or accepts anything.
     *
     * @throws IOException if the vault failed or is not the database's, or its note is damaged;
     *     nothing was signed then, or what was signed is not yet in the note
     */
    public Outcome sign() throws IOException {
        return ends.inTurn(() -> round(atOnce));
    }

    /** The same, as far as each chain comes: for when no round follows. */
    public Outcome signToTheEnd() throws IOException {
        return ends.inTurn(() -> round(Long.MAX_VALUE));
    }

    private Outcome round(long most) throws IOException {
        SignedHeads noted = note.read();
        List<End> all = ends.ends();
        if (noted.all().isEmpty() && all.stream().anyMatch(end -> end.signed().isPresent())) {
            LOG.warn(
                    "The vault keeps no note of what was signed of the ledger, and the database has"
                            + " checkpoints: the last of each chain is believed. If this is not a new"
                            + " vault, somebody has taken {} away",
                    Vault.LEDGER_NOTE);
        }
        Map<OrgNumber, ChainHead> gone = new TreeMap<>();
        noted.all().forEach(head -> gone.put(head.chain(), head));
        List<Disagreement> refused = new ArrayList<>();
        List<ChainHead> reached = new ArrayList<>();
        Instant now = clock.instant();
        int signed = 0;
        long left = most;
        for (End end : all) {
            OrgNumber chain = end.head().chain();
            gone.remove(chain);
            switch (descent.of(end, noted.of(chain), left)) {
                case Disagrees found -> refused.add(Disagreement.of(chain, found));
                case Agrees(var at, var walked) -> {
                    left -= walked;
                    if (at.number() > end.signed().map(Checkpoint::number).orElse(0L)) {
                        ends.add(signer.sign(at, now));
                        signed++;
                    }
                    reached.add(at);
                }
            }
        }
        gone.forEach((chain, head) -> refused.add(Disagreement.of(chain, gone(head))));
        note(noted, reached);
        return new Outcome(signed, refused);
    }

    /** Of it nothing at all is left, or of a chain whose head was taken away all but that. */
    private Disagrees gone(ChainHead head) {
        return new Disagrees(
                "was signed as far as entry %d, and is gone".formatted(head.number()),
                descent.isEmpty(head.chain()));
    }

    /** Of a chain, what had been signed when somebody began to read it. */
    public final class Witness {
        private final Optional<ChainHead> noted;

        private Witness(Optional<ChainHead> noted) {
            this.noted = noted;
        }

        /**
         * Signs how far the chain had come when it was read. Nothing is kept of it.
         *
         * @throws ChainNotSigned if it does not go on from what was signed
         */
        public Checkpoint sign(ChainHead head) throws ChainNotSigned {
            return switch (descent.of(ends.end(head), noted, Long.MAX_VALUE)) {
                case Agrees _ -> signer.sign(head, clock.instant());
                case Disagrees found ->
                        throw new ChainNotSigned(Disagreement.of(head.chain(), found).what());
            };
        }
    }

    /**
     * Who can sign what is read of {@code chain} from now on.
     *
     * @throws IOException if the vault failed or is not the database's, or its note is damaged
     */
    public Witness witness(OrgNumber chain) throws IOException {
        return new Witness(note.read().of(chain));
    }

    /**
     * Takes a chain as it is for what it shall go on from, since a backup was put back. It stands
     * in the chain itself from then on.
     *
     * @throws IOException if it does not hang together in itself, which no backup does, or the
     *     vault failed
     */
    public RestoreAccepted accept(OrgNumber chain, Changes changes) throws IOException {
        return ends.inTurn(() -> accepted(chain, changes));
    }

    private RestoreAccepted accepted(OrgNumber chain, Changes changes) throws IOException {
        SignedHeads noted = note.read();
        ChainHead signed = noted.of(chain).orElseGet(() -> ChainHead.start(chain));
        RestoreAccepted fact = new RestoreAccepted(signed, whole(chain));
        Instant now = clock.instant();
        changes.restored(fact, OPERATOR, new Changes.Act(new Actor.Segl("operator"), now));
        ChainHead head = whole(chain);
        ends.add(signer.sign(head, now));
        noted.put(head);
        note.keep(noted);
        return fact;
    }

    /** The end of a chain, all of which hangs together. */
    private ChainHead whole(OrgNumber chain) throws IOException {
        ChainHead start = ChainHead.start(chain);
        End end = ends.end(chain).orElseGet(() -> new End(start, Optional.empty()));
        return switch (descent.of(end, Optional.of(start), Long.MAX_VALUE)) {
            case Agrees(var at, _) -> at;
            case Disagrees found ->
                    throw new IOException(
                            Disagreement.of(chain, found).what()
                                    + " That does not come of a backup put back whole, and is not"
                                    + " accepted.");
        };
    }

    private void note(SignedHeads noted, List<ChainHead> reached) throws IOException {
        boolean changed = false;
        for (ChainHead head : reached) {
            if (head.number() > noted.of(head.chain()).map(ChainHead::number).orElse(0L)) {
                noted.put(head);
                changed = true;
            }
        }
        if (changed) {
            note.keep(noted);
        }
    }
}
