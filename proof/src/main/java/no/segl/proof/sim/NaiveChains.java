package no.segl.proof.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.verification.Line;
import no.segl.core.ledger.verification.Verification;

/**
 * Follows each chain link by link as it grows; at the end the product's own verification has its
 * say.
 */
final class NaiveChains {

    private final Map<OrgNumber, Entry> last = new LinkedHashMap<>();
    private final Verification verification =
            new Verification(
                    new CheckpointKeys(List.of()),
                    finding -> {
                        throw new Broken("the chain is whole", finding.text());
                    });
    private final Map<String, Integer> facts = new TreeMap<>();
    private final Consumer<Entry> reader;
    private long lines;

    /**
     * Follows.
     *
     * @param reader gets each entry too
     */
    NaiveChains(Consumer<Entry> reader) {
        this.reader = reader;
    }

    void take(Entry entry) {
        reader.accept(entry);
        Optional<Entry> before = Optional.ofNullable(last.put(entry.chain(), entry));
        boolean follows =
                entry.number() == before.map(Entry::number).orElse(0L) + 1
                        && entry.previous().equals(before.map(Entry::hash).orElse(Digest.ZERO));
        if (!follows || !entry.isSound()) {
            throw new Broken("the chain is whole", "entry " + entry.number());
        }
        facts.merge(entry.type(), 1, Integer::sum);
        verification.take(new Line.OfEntry(++lines, entry));
    }

    /** The last hash of each chain. */
    Map<OrgNumber, Digest> heads() {
        Map<OrgNumber, Digest> heads = new TreeMap<>();
        last.forEach((chain, entry) -> heads.put(chain, entry.hash()));
        return heads;
    }

    /** How many entries of each kind there are. */
    Map<String, Integer> facts() {
        return facts;
    }

    void end() {
        verification.take(new Line.End(lines + 1, lines, 0));
        if (!verification.finish().isIntact()) {
            throw new Broken("the chain is whole", "the verification found something");
        }
    }
}
