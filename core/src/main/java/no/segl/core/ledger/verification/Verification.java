package no.segl.core.ledger.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Closing;
import no.segl.core.ledger.Extent;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.verification.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One verification of one ledger. Needs memory for each chain and each break, not for each entry.
 * Chains may stand in any mixture; within a chain, a checkpoint stands after the entry it names and
 * before the next.
 */
public final class Verification {

    /** A file that names more chains is not followed further, lest it fill the memory. */
    static final int MAX_CHAINS = 250_000;

    private static final int MAX_KEYS_SAID = 1_000;

    private final CheckpointKeys trusted;
    private final Consumer<Finding> reader;
    private final Map<OrgNumber, ChainCheck> chains = new HashMap<>();
    private final Set<String> unknownKeys = new HashSet<>();
    private final Breaks breaks = new Breaks();
    private long entries;
    private long checkpoints;
    private long found;
    private boolean tooManyChains;
    private Line.@Nullable End end;

    /**
     * @param trusted the public keys whose checkpoints are believed
     * @param findings takes each finding when it is known; there may be very many
     */
    public Verification(CheckpointKeys trusted, Consumer<Finding> findings) {
        this.trusted = trusted;
        this.reader = findings;
    }

    /** Verifies all lines after the header. */
    public static Report verify(
            Iterator<? extends Line> lines, CheckpointKeys trusted, Consumer<Finding> findings) {
        var verification = new Verification(trusted, findings);
        lines.forEachRemaining(verification::take);
        return verification.finish();
    }

    /** Takes the next line. */
    public void take(Line line) {
        if (end != null) {
            report(unreadable(line.line(), "it stands after the closing line"));
            return;
        }
        switch (line) {
            case Line.OfEntry it -> {
                entries++;
                ChainCheck chain = chainOf(it.entry(), it.line());
                if (chain != null) {
                    chain.take(it.entry(), it.line());
                }
            }
            case Line.OfCheckpoint it -> {
                checkpoints++;
                take(it.checkpoint(), it.line());
            }
            case Line.Unreadable it -> report(unreadable(it.line(), it.reason()));
            case Line.End it -> end = it;
        }
    }

    private void take(Checkpoint checkpoint, long line) {
        Words words = new Words(checkpoint.chain());
        switch (trusted.check(checkpoint)) {
            case SIGNATURE_WRONG -> report(words.signatureWrong(checkpoint.number(), line));
            case KEY_UNKNOWN -> {
                String keyId = checkpoint.keyId();
                if (unknownKeys.size() < MAX_KEYS_SAID && unknownKeys.add(keyId)) {
                    report(words.keyUnknown(keyId, checkpoint.number(), line));
                }
            }
            case GOOD -> {
                ChainCheck chain = chainOf(checkpoint, line);
                if (chain != null) {
                    chain.take(checkpoint, line);
                }
            }
        }
    }

    private @Nullable ChainCheck chainOf(Item item, long line) {
        ChainCheck chain = chains.get(item.chain());
        if (chain == null && chains.size() < MAX_CHAINS) {
            chain = new ChainCheck(item.chain(), breaks, this::report);
            chains.put(item.chain(), chain);
        } else if (chain == null && !tooManyChains) {
            tooManyChains = true;
            report(unreadable(line, "it names one chain more than can be followed"));
        }
        return chain;
    }

    /** Ends the verification: no more lines come. */
    public Report finish() {
        List<Coverage> coverage =
                new TreeMap<>(chains).values().stream().map(ChainCheck::finish).toList();
        if (end == null) {
            report(incomplete("The closing line is missing: the export broke off, or was cut."));
        } else if (found == 0 && (end.entries() != entries || end.checkpoints() != checkpoints)) {
            report(
                    incomplete(
                            ("The closing line counts %d entries and %d checkpoints, but %d and %d"
                                            + " stand here.")
                                    .formatted(
                                            end.entries(),
                                            end.checkpoints(),
                                            entries,
                                            checkpoints)));
        }
        boolean closed = end != null && found == 0 && isClosed(end);
        return new Report(entries, checkpoints, found, closed, coverage);
    }

    /** Asked of a ledger that is intact as far as it stands here: only then its ends are known. */
    private boolean isClosed(Line.End line) {
        if (line.closing().isEmpty()) {
            return false;
        }
        Closing closing = line.closing().get();
        List<ChainHead> heads =
                chains.values().stream().flatMap(chain -> chain.head().stream()).toList();
        return switch (trusted.check(closing, new Extent(entries, checkpoints, heads))) {
            case GOOD -> true;
            case SIGNATURE_WRONG -> {
                report(
                        incomplete(
                                "The closing line is not signed by the key it names for what stands"
                                        + " here: a chain, or the end of one, is missing or was put"
                                        + " in."));
                yield false;
            }
            case KEY_UNKNOWN -> {
                report(
                        incomplete(
                                "The closing line is signed with key %s, which is not trusted."
                                        .formatted(closing.keyId())));
                yield false;
            }
        };
    }

    private void report(Finding finding) {
        found++;
        reader.accept(finding);
    }

    private Finding incomplete(String text) {
        return new Finding(Kind.INCOMPLETE, null, 0, 0, end == null ? 0 : end.line(), text);
    }

    private static Finding unreadable(long line, String reason) {
        String text = "Line %d cannot be used: %s.".formatted(line, reason);
        return new Finding(Kind.UNREADABLE, null, 0, 0, line, text);
    }
}
