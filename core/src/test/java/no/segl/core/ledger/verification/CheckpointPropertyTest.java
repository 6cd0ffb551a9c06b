package no.segl.core.ledger.verification;

import static no.segl.core.ledger.verification.Books.*;
import static no.segl.core.ledger.verification.Finding.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.Samples;
import org.junit.jupiter.api.Test;

/** Damage to checkpoints, at random places of random books: found once, and by name. */
class CheckpointPropertyTest {

    @Test
    void aCheckpointThatIsNotWhatWasSigned() {
        inManyBooks(book -> {
            OrgNumber chain = book.any(book.entries()).chain();
            if (book.checkpoints(chain).isEmpty()) {
                return;
            }
            Checkpoint c = book.any(book.checkpoints(chain));
            boolean number = book.random.nextBoolean();
            Checkpoint changed =
                    new Checkpoint(
                            chain,
                            number ? c.number() + 1 : c.number(),
                            number ? c.hash() : Digest.of(new byte[] {4}),
                            c.at(),
                            c.keyId(),
                            c.signature());
            book.replace(c, changed);
            assertOnly(book, chain, changed.number(), CHECKPOINT_SIGNATURE_WRONG);
        });
    }

    @Test
    void aCheckpointOfAnotherKey() {
        var stranger = new CheckpointSigner(Samples.keyPair(2));
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            Item signed = stranger.sign(entry.head(), entry.at());
            book.items.add(book.indexOf(entry) + 1, signed);
            assertOnly(book, entry.chain(), entry.number(), CHECKPOINT_KEY_UNKNOWN);
        });
    }

    @Test
    void aCheckpointOnAnotherLine() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            Item late = Book.SIGNER.sign(entry.head(), entry.at());
            book.items.add(book.random.nextInt(book.items.size() + 1), late);
            book.closeAgain();
            List<Finding> findings = book.findings();
            assertThat(findings.size()).isLessThan(2);
            assertThat(findings)
                    .allSatisfy(f ->
                            assertNames(f, entry.chain(), entry.number(), CHECKPOINT_MISPLACED));
        });
    }
}
