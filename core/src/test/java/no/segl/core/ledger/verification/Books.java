package no.segl.core.ledger.verification;

import static no.segl.core.ledger.verification.Finding.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.verification.Finding.Kind;

/** The random books of the property tests, and what is said of a finding in them. */
final class Books {

    /** A thousand take a minute or two; all were once run. {@code -Dsegl.books=1000} does again. */
    private static final int BOOKS = Integer.getInteger("segl.books", 100);

    private Books() {}

    static void inManyBooks(Consumer<Book> property) {
        for (long seed = 1; seed <= BOOKS; seed++) {
            try {
                property.accept(Book.random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("with the book of seed " + seed, e);
            }
        }
    }

    static void assertOnly(Book book, OrgNumber chain, long number, Kind... kinds) {
        List<Finding> findings = book.findings();
        assertThat(findings).hasSize(1);
        assertThat(findings).allSatisfy(f -> assertNames(f, chain, number, kinds));
    }

    static void assertNames(Finding f, OrgNumber chain, long number, Kind... kinds) {
        assertThat(f.kind()).isIn(Arrays.asList(kinds));
        assertThat(f.chain()).isEqualTo(chain);
        assertThat(number).isBetween(f.from(), f.to());
    }

    /** An entry that sits down in its successor's place makes the checkpoint between them late. */
    static List<Finding> withoutLateCheckpoints(List<Finding> findings) {
        return findings.stream().filter(f -> f.kind() != CHECKPOINT_MISPLACED).toList();
    }
}
