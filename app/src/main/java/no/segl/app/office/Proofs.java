package no.segl.app.office;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import no.segl.app.evidence.PackMaker;
import no.segl.app.evidence.Proof;
import no.segl.app.ledger.SigningKey;
import no.segl.app.store.Categories;
import no.segl.app.store.Ledger;
import no.segl.app.store.SentLetters;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;

/**
 * Makes the proof of what has happened to a letter. Whether who asks may have it is decided by
 * whoever calls, as for the ledger itself; like reading that, it leaves nothing behind.
 */
public final class Proofs {

    private final Ledger ledger;
    private final Categories categories;
    private final Notary notary;
    private final PackMaker maker;
    private final InstantSource clock;

    public Proofs(
            Ledger ledger,
            Categories categories,
            Notary notary,
            SigningKey key,
            InstantSource clock) {
        this.ledger = ledger;
        this.categories = categories;
        this.notary = notary;
        this.maker = new PackMaker(key.signer(), key.publicKeys());
        this.clock = clock;
    }

    /**
     * The proof for one end of a letter, a ZIP.
     *
     * @param language of the part for people
     * @throws IOException if it cannot be made, or the ledger is not what was signed of it
     */
    public byte[] of(SentLetters.Row letter, Side end, Language language) throws IOException {
        Instant now = clock.instant();
        Notary.Witness witness = notary.witness(letter.sender());
        Ledger.History history = ledger.history(letter.id(), letter.sender());
        List<Checkpoint> checkpoints = new ArrayList<>(history.checkpoints());
        // What has come since the last one is vouched for here and now; it is not kept.
        checkpoints.add(witness.sign(history.head()));
        String category =
                categories.all().stream()
                        .filter(c -> c.category().equals(letter.category()))
                        .findFirst()
                        .map(c -> c.names().get(language))
                        .orElse(letter.category().code());
        return maker.make(
                Proof.of(
                        letter.id(),
                        end,
                        now,
                        history.head(),
                        history.entries(),
                        checkpoints,
                        new Proof.Names(letter.senderName(), letter.recipientName(), category),
                        language));
    }

    /** What its file is called. */
    public static String fileName(SentLetters.Row letter) {
        return "segl-" + letter.id() + ".zip";
    }
}
