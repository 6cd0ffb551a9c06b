package no.segl.core.ledger.verification;

import static no.segl.core.ledger.verification.Books.*;
import static no.segl.core.ledger.verification.Finding.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;
import no.segl.core.ledger.Samples;
import no.segl.core.ledger.verification.Finding.Kind;
import org.junit.jupiter.api.Test;

/** Every kind of damage, at random places of random books: found once, and by name. */
class VerificationPropertyTest {

    private static void assertOnlyTheCount(Book book) {
        assertThat(book.findings()).extracting(Finding::kind).containsExactly(INCOMPLETE);
    }

    @Test
    void anIntactBookGivesNoFinding() {
        inManyBooks(book -> {
            List<Finding> findings = new ArrayList<>();
            Report report = Verification.verify(book.lines().iterator(), Book.KEYS, findings::add);
            assertThat(findings).isEmpty();
            assertThat(report.isIntact()).isTrue();
            assertThat(report.entries()).isEqualTo(book.entries().size());
            for (Coverage chain : report.chains()) {
                assertThat(chain.last()).isEqualTo(book.entries(chain.chain()).size());
                assertThat(chain.coveredTo()).isEqualTo(book.highestCheckpoint(chain.chain()));
            }
        });
    }

    @Test
    void anEditedEntry() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            Entry edited = Damage.anyField(entry, book.random);
            book.replace(entry, edited);
            assertOnly(book, entry.chain(), entry.number(), EDITED);
            assertThat(book.findings().getFirst().line()).isEqualTo(book.lineOf(edited));
        });
    }

    @Test
    void anEntryGivenToAnotherChain() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            OrgNumber other = book.any(book.entries()).chain();
            if (other.equals(entry.chain())) {
                return;
            }
            book.replace(entry, Damage.with(entry, other, entry.number()));
            List<Finding> findings = withoutLateCheckpoints(book.findings());
            assertNames(findings.getFirst(), other, entry.number(), EDITED);
            if (entry.number() < book.entries(entry.chain()).size()) {
                assertThat(findings).hasSize(2);
                assertNames(findings.get(1), entry.chain(), entry.number(), DROPPED);
            }
        });
    }

    @Test
    void aDroppedEntry() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            int length = book.entries(entry.chain()).size();
            book.items.remove(book.indexOf(entry));
            if (entry.number() < length) {
                assertOnly(book, entry.chain(), entry.number(), DROPPED);
            } else if (book.highestCheckpoint(entry.chain()) == length) {
                assertOnly(book, entry.chain(), entry.number(), TRUNCATED, CHAIN_MISSING);
            } else {
                assertOnlyTheCount(book);
            }
        });
    }

    @Test
    void aRunOfDroppedEntries() {
        inManyBooks(book -> {
            Entry from = book.any(book.entries());
            int length = book.entries(from.chain()).size();
            long to = from.number() + book.random.nextInt(5);
            for (Entry entry : book.entries(from.chain())) {
                if (entry.number() >= from.number() && entry.number() <= to) {
                    book.items.remove(book.indexOf(entry));
                }
            }
            if (to < length) {
                assertOnly(book, from.chain(), from.number(), DROPPED);
                Finding finding = book.findings().getFirst();
                assertThat(finding.from()).isEqualTo(from.number());
                assertThat(finding.to()).isEqualTo(to);
            }
        });
    }

    @Test
    void aMovedEntry() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            Entry place = book.any(book.entries(entry.chain()));
            if (place.equals(entry)) {
                return;
            }
            long line = book.lineOf(place);
            book.items.remove(book.indexOf(entry));
            book.items.add((int) line - 2, entry);
            assertOnly(book, entry.chain(), entry.number(), REORDERED);
        });
    }

    @Test
    void twoEntriesInEachOthersPlace() {
        inManyBooks(book -> {
            Entry one = book.any(book.entries());
            if (one.number() == book.entries(one.chain()).size()) {
                return;
            }
            Entry next = book.entries(one.chain()).get((int) one.number());
            int place = book.indexOf(next);
            book.items.set(book.indexOf(one), next);
            book.items.set(place, one);
            assertOnly(book, one.chain(), one.number(), REORDERED);
        });
    }

    @Test
    void aDoubledEntry() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            Entry copy = Damage.with(entry, entry.previous());
            book.items.add(book.random.nextInt(book.items.size() + 1), copy);
            List<Finding> findings = withoutLateCheckpoints(book.findings());
            assertThat(findings).hasSize(1);
            assertNames(findings.getFirst(), entry.chain(), entry.number(), DOUBLED);
        });
    }

    @Test
    void anEntryPutIn() {
        inManyBooks(book -> {
            Entry before = book.any(book.entries());
            if (before.number() == book.entries(before.chain()).size()) {
                return;
            }
            Entry next = book.entries(before.chain()).get((int) before.number());
            boolean linked = book.random.nextBoolean();
            ChainHead head =
                    linked
                            ? before.head()
                            : new ChainHead(
                                    before.chain(),
                                    1 + book.random.nextInt(40),
                                    Digest.of(new byte[] {3}));
            Entry forged =
                    head.append(
                            Samples.fact(book.random),
                            Samples.actor(book.random),
                            Right.NONE,
                            before.at());
            boolean nextIsLast = next.number() == book.entries(next.chain()).size();
            int place = book.indexOf(next) + (nextIsLast ? 0 : book.random.nextInt(2));
            book.items.add(place, forged);
            assertOnly(book, before.chain(), forged.number(), FORGED, DOUBLED);
        });
    }

    @Test
    void anEditedEntryHashedAnew() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            int length = book.entries(entry.chain()).size();
            boolean shows =
                    entry.number() < length || book.highestCheckpoint(entry.chain()) == length;
            book.rewrite(entry, e -> Damage.content(e, book.random), false);
            if (shows) {
                assertOnly(book, entry.chain(), entry.number(), FORGED, CHECKPOINT_DISAGREES);
            } else {
                assertThat(book.findings()).isEmpty();
            }
        });
    }

    /** Only a checkpoint can show this, and without one nothing does: what the document admits. */
    @Test
    void anEditWithAllLaterHashesMadeAnew() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            book.rewrite(entry, e -> Damage.content(e, book.random), true);
            if (book.highestCheckpoint(entry.chain()) >= entry.number()) {
                assertOnly(book, entry.chain(), entry.number(), CHECKPOINT_DISAGREES);
            } else {
                assertThat(book.findings()).isEmpty();
            }
        });
    }

    @Test
    void aChainCutOff() {
        inManyBooks(book -> {
            Entry first = book.any(book.entries());
            for (Entry entry : book.entries(first.chain())) {
                if (entry.number() >= first.number()) {
                    book.items.remove(book.indexOf(entry));
                }
            }
            book.closeAgain();
            long said = book.highestCheckpoint(first.chain());
            if (said >= first.number()) {
                Kind kind = first.number() == 1 ? CHAIN_MISSING : TRUNCATED;
                assertOnly(book, first.chain(), first.number(), kind);
                assertThat(book.findings().getFirst().to()).isEqualTo(said);
            } else {
                assertThat(book.findings()).isEmpty();
            }
        });
    }

    @Test
    void aLineThatCannotBeRead() {
        inManyBooks(book -> {
            Entry entry = book.any(book.entries());
            long line = book.lineOf(entry);
            boolean last = entry.number() == book.entries(entry.chain()).size();
            book.replace(entry, null);
            List<Finding> findings = book.findings();
            assertThat(findings.getFirst().kind()).isEqualTo(UNREADABLE);
            assertThat(findings.getFirst().line()).isEqualTo(line);
            if (!last) {
                assertNames(findings.get(1), entry.chain(), entry.number(), DROPPED);
                assertThat(findings).hasSize(2);
            }
        });
    }

    @Test
    void anyHeapOfDamageIsFoundAndThrowsNothing() {
        inManyBooks(book -> {
            for (int i = 0; i < 6; i++) {
                Entry entry = book.any(book.entries());
                book.replace(entry, Damage.anyField(entry, book.random));
                book.items.add(
                        book.random.nextInt(book.items.size()),
                        Book.sealed(Damage.content(entry, book.random)));
            }
            Collections.shuffle(book.items, book.random);
            assertThat(book.findings()).isNotEmpty();
        });
    }
}
