package no.segl.core.ledger.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.Samples;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as a list that can be damaged: several random chains, mixed, with checkpoints. The same
 * seed gives the same book.
 */
final class Book {

    static final CheckpointSigner SIGNER = new CheckpointSigner(Samples.keyPair(1));
    static final CheckpointKeys KEYS = new CheckpointKeys(List.of(Samples.keyPair(1).getPublic()));
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    private static final Map<Long, List<Item>> WRITTEN = new ConcurrentHashMap<>();

    final Random random;

    /** What stands in the book; a null cannot be read. */
    final List<@Nullable Item> items = new ArrayList<>();

    private long countedEntries;
    private long countedCheckpoints;

    private Book(Random random) {
        this.random = random;
    }

    /** The book of a seed; the signatures are made once only, since they take long. */
    static Book random(long seed) {
        var book = new Book(new Random(seed));
        book.items.addAll(WRITTEN.computeIfAbsent(seed, s -> write(new Random(s))));
        book.closeAgain();
        return book;
    }

    private static List<Item> write(Random random) {
        List<Item> items = new ArrayList<>();
        Map<OrgNumber, List<Item>> chains = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            OrgNumber chain = Samples.org(random);
            chains.put(chain, chain(chain, 1 + random.nextInt(20), random));
        }
        List<List<Item>> left = new ArrayList<>(chains.values());
        while (!left.isEmpty()) {
            List<Item> one = left.get(random.nextInt(left.size()));
            items.add(one.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return items;
    }

    private static List<Item> chain(OrgNumber org, int length, Random random) {
        List<Item> items = new ArrayList<>();
        ChainHead head = ChainHead.start(org);
        for (int i = 0; i < length; i++) {
            Entry entry =
                    head.append(
                            Samples.fact(random),
                            Samples.actor(random),
                            Samples.right(random),
                            AT.plusSeconds(i));
            items.add(entry);
            head = entry.head();
            for (int n = random.nextInt(5); n >= 4; n = random.nextInt(5)) {
                items.add(SIGNER.sign(head, AT.plusSeconds(i + 1)));
            }
        }
        return items;
    }

    /** Writes a closing line that counts what stands there now. */
    void closeAgain() {
        countedEntries = items.stream().filter(Entry.class::isInstance).count();
        countedCheckpoints = items.stream().filter(Checkpoint.class::isInstance).count();
    }

    List<Entry> entries() {
        return items.stream().filter(Entry.class::isInstance).map(Entry.class::cast).toList();
    }

    List<Entry> entries(OrgNumber chain) {
        return entries().stream().filter(e -> e.chain().equals(chain)).toList();
    }

    List<Checkpoint> checkpoints(OrgNumber chain) {
        return items.stream()
                .filter(Checkpoint.class::isInstance)
                .map(Checkpoint.class::cast)
                .filter(c -> c.chain().equals(chain))
                .toList();
    }

    /** The highest entry of the chain that a checkpoint names, or 0. */
    long highestCheckpoint(OrgNumber chain) {
        return checkpoints(chain).stream().mapToLong(Checkpoint::number).max().orElse(0);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    int indexOf(Item item) {
        return items.indexOf(item);
    }

    /** The line on which it stands; the header is line 1. */
    long lineOf(Item item) {
        return indexOf(item) + 2L;
    }

    void replace(Item item, @Nullable Item by) {
        items.set(indexOf(item), by);
    }

    /** Changes an entry and hashes it anew, and so all that follow if {@code all}. */
    Entry rewrite(Entry from, UnaryOperator<Entry> change, boolean all) {
        Entry changed = sealed(change.apply(from));
        Digest previous = changed.hash();
        for (Entry entry : entries(from.chain())) {
            if (entry.number() > from.number() && all) {
                Entry after = sealed(Damage.with(entry, previous));
                previous = after.hash();
                replace(entry, after);
            }
        }
        replace(from, changed);
        return changed;
    }

    static Entry sealed(Entry entry) {
        return Damage.with(entry, entry.previous(), entry.computedHash());
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Item item : items) {
            long line = lines.size() + 2L;
            lines.add(
                    switch (item) {
                        case null -> new Line.Unreadable(line, "it is a test");
                        case Entry entry -> new Line.OfEntry(line, entry);
                        case Checkpoint checkpoint -> new Line.OfCheckpoint(line, checkpoint);
                    });
        }
        lines.add(new Line.End(lines.size() + 2L, countedEntries, countedCheckpoints));
        return lines;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Verification.verify(lines().iterator(), KEYS, findings::add);
        return findings;
    }
}
