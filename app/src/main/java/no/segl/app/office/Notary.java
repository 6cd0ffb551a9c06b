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

/**
 * Signs the ledger, but only what goes on from what was signed before: of that it keeps a note in
 * the vault, where who can rewrite the database need not be able to write (ADR 0030). The note is
 * always read before the ledger, and written after the checkpoint that it speaks of, so that it is
 * never ahead of what is read.
 */
public final class Notary {

    /** How many entries are read in one round: a million take some ten seconds. */
    private static final long AT_ONCE = 1_000_000;

    private static final Right OPERATOR = new Right("operator", "command line");

    private final LedgerEnds ends;
    private final Vault vault;
    private final CheckpointSigner signer;
    private final Descent descent;
    private final InstantSource clock;
    private final long atOnce;

    public Notary(
            Ledger ledger, LedgerEnds ends, Vault vault, SigningKey key, InstantSource clock) {
        this(ledger, ends, vault, key, clock, AT_ONCE);
    }

    /**
     * @param atOnce how many entries are read in one round, at most
     */
    public Notary(
            Ledger ledger,
            LedgerEnds ends,
            Vault vault,
            SigningKey key,
            InstantSource clock,
            long atOnce) {
        this.ends = ends;
        this.vault = vault;
        this.signer = key.signer();
        this.descent = new Descent(ledger, new CheckpointKeys(key.publicKeys()));
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * A chain that is not what was signed of it.
     *
     * @param what is amiss, as a sentence
     */
    public record Disagreement(OrgNumber chain, String what) {
        private static Disagreement of(OrgNumber chain, String what) {
            return new Disagreement(chain, "Chain " + chain + " " + what + ".");
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
     * with very much that is new is signed as far as one round comes.
     *
     * @throws IOException if the vault failed, or its note is damaged; nothing was signed then, or
     *     what was signed is not yet in the note
     */
    public synchronized Outcome sign() throws IOException {
        SignedHeads noted = noted();
        Map<OrgNumber, ChainHead> gone = new TreeMap<>();
        noted.all().forEach(head -> gone.put(head.chain(), head));
        List<Disagreement> refused = new ArrayList<>();
        List<ChainHead> reached = new ArrayList<>();
        Instant now = clock.instant();
        int signed = 0;
        long left = atOnce;
        for (End end : ends.ends()) {
            OrgNumber chain = end.head().chain();
            gone.remove(chain);
            switch (descent.of(end, noted.of(chain), left)) {
                case Disagrees(var what) -> refused.add(Disagreement.of(chain, what));
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
        gone.forEach((chain, head) ->
                refused.add(
                        Disagreement.of(
                                chain,
                                "was signed as far as entry %d, and is gone"
                                        .formatted(head.number()))));
        note(reached);
        return new Outcome(signed, refused);
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
                case Disagrees(var what) ->
                        throw new ChainNotSigned(Disagreement.of(head.chain(), what).what());
            };
        }
    }

    /**
     * Who can sign what is read of {@code chain} from now on.
     *
     * @throws IOException if the vault failed, or its note is damaged
     */
    public Witness witness(OrgNumber chain) throws IOException {
        return new Witness(noted().of(chain));
    }

    /**
     * Takes a chain as it is for what it shall go on from, since a backup was put back. It stands
     * in the chain itself from then on.
     *
     * @throws IOException if it does not hang together in itself, which no backup does, or the
     *     vault failed
     */
    public synchronized RestoreAccepted accept(OrgNumber chain, Changes changes)
            throws IOException {
        ChainHead signed = noted().of(chain).orElseGet(() -> ChainHead.start(chain));
        RestoreAccepted fact = new RestoreAccepted(signed, whole(chain));
        Instant now = clock.instant();
        changes.restored(fact, OPERATOR, new Changes.Act(new Actor.Segl("operator"), now));
        ChainHead head = whole(chain);
        ends.add(signer.sign(head, now));
        SignedHeads noted = noted();
        noted.put(head);
        vault.keepLedgerNote(noted.bytes());
        return fact;
    }

    /** The end of a chain, all of which hangs together. */
    private ChainHead whole(OrgNumber chain) throws IOException {
        ChainHead start = ChainHead.start(chain);
        End end = ends.end(chain).orElseGet(() -> new End(start, Optional.empty()));
        return switch (descent.of(end, Optional.of(start), Long.MAX_VALUE)) {
            case Agrees(var at, _) -> at;
            case Disagrees(var what) ->
                    throw new IOException(
                            Disagreement.of(chain, what).what()
                                    + " That does not come of a backup put back whole, and is not"
                                    + " accepted.");
        };
    }

    private void note(List<ChainHead> reached) throws IOException {
        SignedHeads noted = noted();
        boolean changed = false;
        for (ChainHead head : reached) {
            if (head.number() > noted.of(head.chain()).map(ChainHead::number).orElse(0L)) {
                noted.put(head);
                changed = true;
            }
        }
        if (changed) {
            vault.keepLedgerNote(noted.bytes());
        }
    }

    private SignedHeads noted() throws IOException {
        Optional<byte[]> note = vault.ledgerNote();
        if (note.isEmpty()) {
            return new SignedHeads();
        }
        try {
            return SignedHeads.read(note.get());
        } catch (IOException e) {
            throw new IOException(
                    ("What the vault keeps of the signed ledger, %s, cannot be used: %s. Put it back"
                                    + " from the vault's backup.")
                            .formatted(Vault.LEDGER_NOTE, e.getMessage()),
                    e);
        }
    }
}
