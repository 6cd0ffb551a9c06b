package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.ledger.LedgerWriter;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary;
import no.segl.app.store.Ledger;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole ledger to a file that anybody can verify. */
@Command(
        name = "export",
        description = {
            "Signs what is not signed yet, and writes the whole ledger to a file, as JSON Lines.",
            "Ends with 1 if something could not be signed; the file is written all the same.",
            "The file is new: one that is there already is never written over."
        },
        mixinStandardHelpOptions = true)
public final class LedgerExport implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "the file to write")
    private @Nullable Path file;

    public LedgerExport(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        Settings settings = environment.settings();
        return OpenStore.run(
                settings,
                line,
                store -> {
                    SigningKey key = Signing.key(store);
                    Optional<Notary.Outcome> signed = sign(store, settings, line.getErr());
                    Path target = requireNonNull(file);
                    long lines = export(store, target, key, signed);
                    line.getOut()
                            .println("Wrote " + lines + " entries and checkpoints to " + target);
                    return isAllSigned(signed) ? 0 : 1;
                });
    }

    private static boolean isAllSigned(Optional<Notary.Outcome> signed) {
        return signed.filter(outcome -> outcome.refused().isEmpty()).isPresent();
    }

    /** Signs what is not signed yet. What cannot be is exported all the same: it may be needed. */
    private Optional<Notary.Outcome> sign(Store store, Settings settings, PrintWriter err) {
        try {
            Notary.Outcome signed = Signing.with(store, settings, clock, Notary::sign);
            signed.refused().forEach(one -> err.println("Not signed: " + one.what()));
            return Optional.of(signed);
        } catch (IOException e) {
            err.println(
                    "Nothing was signed, and what is newest is not vouched for. "
                            + StartFault.of(e));
            return Optional.empty();
        }
    }

    private long export(Store store, Path target, SigningKey key, Optional<Notary.Outcome> signed)
            throws IOException {
        Ledger ledger = new Ledger(store.jdbc());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " is there already; choose another name");
        }
        // Under another name until it is whole: what is cut short must not be taken for a ledger.
        Path part =
                Files.createTempFile(
                        target.toAbsolutePath().getParent(), target.getFileName() + ".", ".part");
        try {
            long lines = write(ledger, part, key, signed);
            Files.move(part, target);
            return lines;
        } catch (FileAlreadyExistsException e) {
            throw new IOException(target + " is there already; choose another name", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long write(Ledger ledger, Path part, SigningKey key, Optional<Notary.Outcome> signed)
            throws IOException {
        Set<OrgNumber> refused =
                signed.stream()
                        .flatMap(outcome -> outcome.refused().stream())
                        .map(Notary.Disagreement::chain)
                        .collect(Collectors.toSet());
        long lines = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            Instant now = clock.instant();
            LedgerWriter writer = new LedgerWriter(out, now, key.publicKeys());
            for (OrgNumber chain : ledger.chains()) {
                boolean whole = signed.isEmpty() || refused.contains(chain);
                lines += chain(ledger, chain, whole, writer);
            }
            if (isAllSigned(signed) && writer.isVouchedFor()) {
                writer.finish(key.signer(), now);
            } else {
                writer.finish();
            }
        }
        return lines;
    }

    /**
     * A chain's entries, each checkpoint right after the entry that it names, or where that would
     * stand: one whose entry is gone is what shows that it is gone. What has come since the chain
     * was signed for this export is left out, since nothing would vouch for it.
     *
     * @param whole all that there is, signed or not
     */
    private static long chain(Ledger ledger, OrgNumber chain, boolean whole, LedgerWriter writer)
            throws IOException {
        // Before the entries: one signed meanwhile would seem to name entries that are gone.
        Deque<Checkpoint> checkpoints = new ArrayDeque<>(ledger.checkpoints(chain));
        long last =
                whole || checkpoints.isEmpty() ? Long.MAX_VALUE : checkpoints.getLast().number();
        long lines = 0;
        try (Stream<Entry> entries =
                ledger.entries(chain).takeWhile(entry -> entry.number() <= last)) {
            Iterator<Entry> each = entries.iterator();
            while (each.hasNext()) {
                Entry entry = each.next();
                lines += upTo(entry.number() - 1, checkpoints, writer);
                writer.add(entry);
                lines += 1 + upTo(entry.number(), checkpoints, writer);
            }
        }
        return lines + upTo(Long.MAX_VALUE, checkpoints, writer);
    }

    private static long upTo(long number, Deque<Checkpoint> checkpoints, LedgerWriter writer)
            throws IOException {
        long lines = 0;
        while (!checkpoints.isEmpty() && checkpoints.peek().number() <= number) {
            writer.add(checkpoints.remove());
            lines++;
        }
        return lines;
    }
}
