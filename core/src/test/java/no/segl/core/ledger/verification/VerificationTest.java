package no.segl.core.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.Right;
import no.segl.core.ledger.Samples;
import no.segl.core.ledger.verification.Finding.Kind;
import org.junit.jupiter.api.Test;

/** What a verification says, word for word, and how it stands a hostile file. */
class VerificationTest {

    private static final OrgNumber CHAIN = new OrgNumber("310000027");
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final CheckpointKeys NO_KEYS = new CheckpointKeys(List.of());

    private static Entry append(ChainHead head) {
        var fact = new Samples.AnyFact("LetterOpened", "letter:1", new TreeMap<>());
        return head.append(fact, new Actor.Segl("look"), Right.NONE, AT);
    }

    private static List<Item> chain(int length) {
        List<Item> items = new ArrayList<>();
        ChainHead head = ChainHead.start(CHAIN);
        while (items.size() < length) {
            Entry entry = append(head);
            items.add(entry);
            head = entry.head();
        }
        return items;
    }

    private static List<Line> lines(List<Item> items) {
        List<Line> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(
                    item instanceof Entry entry
                            ? new Line.OfEntry(lines.size() + 2L, entry)
                            : new Line.OfCheckpoint(lines.size() + 2L, (Checkpoint) item));
        }
        return lines;
    }

    private static Line.End end(List<Item> items) {
        long entries = items.stream().filter(Entry.class::isInstance).count();
        return new Line.End(items.size() + 2L, entries, items.size() - entries);
    }

    private static List<String> said(List<Line> lines) {
        List<String> texts = new ArrayList<>();
        Verification.verify(lines.iterator(), Book.KEYS, finding -> texts.add(finding.text()));
        return texts;
    }

    @Test
    void namesEntryAndLine() {
        List<Item> items = chain(9);
        items.remove(4);
        List<Line> lines = lines(items);
        lines.add(end(items));

        assertThat(said(lines))
                .containsExactly("Entry 5 of chain 310000027 is missing before entry 6 (line 6).");
    }

    @Test
    void saysWhatACheckpointGivesAway() {
        List<Item> items = chain(9);
        items.add(Book.SIGNER.sign(((Entry) items.getLast()).head(), AT));
        items.subList(6, 9).clear();
        List<Line> lines = lines(items);
        lines.add(end(items));

        assertThat(said(lines))
                .containsExactly(
                        "Entries 7 to 9 of chain 310000027 are cut off: the checkpoint on line 8"
                                + " says that it reached entry 9.");
    }

    @Test
    void aFileThatBrokeOffIsNotIntact() {
        assertThat(said(lines(chain(3))))
                .containsExactly("The closing line is missing: the export broke off, or was cut.");
    }

    @Test
    void nothingStandsAfterTheClosingLine() {
        List<Item> items = chain(3);
        List<Line> lines = lines(items);
        lines.add(end(items));
        lines.add(new Line.OfEntry(6, (Entry) items.getLast()));

        assertThat(said(lines))
                .containsExactly("Line 6 cannot be used: it stands after the closing line.");
    }

    @Test
    void saysHowFarCheckpointsReach() {
        List<Item> items = chain(5);
        items.add(3, Book.SIGNER.sign(((Entry) items.get(2)).head(), AT.plusSeconds(1)));
        List<Line> lines = lines(items);
        lines.add(end(items));
        Report report = Verification.verify(lines.iterator(), Book.KEYS, finding -> {});

        assertThat(report.chains())
                .containsExactly(new Coverage(CHAIN, 5, 5, 3, AT.plusSeconds(1)));
    }

    @Test
    void anEmptyLedgerIsIntact() {
        Report report =
                Verification.verify(
                        List.of(new Line.End(2, 0, 0)).iterator(), NO_KEYS, finding -> {});
        assertThat(report).isEqualTo(new Report(0, 0, 0, false, List.of()));
    }

    @Test
    void oneEditAmongManyGivesOneFinding() {
        int length = 20_000;
        List<Item> items = chain(length);
        Entry edited = Damage.content((Entry) items.get(length / 2), new Random(1));
        items.set(length / 2, edited);
        List<Line> lines = lines(items);
        lines.add(end(items));

        assertThat(said(lines)).hasSize(1);
    }

    /** Every line a break of its own: told one by one up to a limit, in bounded memory. */
    @Test
    void breaksWithoutEndAreStillFindings() {
        long count = 30_000;
        Iterator<Line> lines =
                LongStream.rangeClosed(1, count)
                        .<Line>mapToObj(i -> {
                            Digest before = Digest.of(Long.toString(i).getBytes(UTF_8));
                            Entry alone = append(new ChainHead(CHAIN, i * 2, before));
                            return new Line.OfEntry(i + 1, alone);
                        })
                        .iterator();
        List<Kind> kinds = new ArrayList<>();
        Report report = Verification.verify(lines, NO_KEYS, finding -> kinds.add(finding.kind()));

        assertThat(report.entries()).isEqualTo(count);
        assertThat(kinds).hasSizeGreaterThan(29_000).contains(Kind.FORGED, Kind.DROPPED);
    }
}
