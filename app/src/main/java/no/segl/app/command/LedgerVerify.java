package no.segl.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import no.segl.app.ledger.LedgerReader;
import no.segl.app.ledger.NotALedger;
import no.segl.app.ledger.Pem;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.verification.Report;
import no.segl.core.ledger.verification.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies an exported ledger: needs the file, and for proof the public keys, and nothing else. */
@Command(
        name = "verify",
        description = {
            "Finds out whether an exported ledger is what it was.",
            "Names every entry that was changed, dropped, moved, doubled or put in.",
            "Ends with 0 if it is intact, 1 if something was found, 2 if it cannot be read."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = ExitCode.USAGE)
public final class LedgerVerify implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int FINDINGS = 1;
    private static final int UNUSABLE = 2;

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "the exported ledger")
    private @Nullable Path file;

    @Option(
            names = "--keys",
            paramLabel = "PUBLIC.pem",
            description = {
                "a public key that the checkpoints must be signed with, got from elsewhere than the"
                        + " export; may be given several times.",
                "Without it the export's own keys are used, which show damage but not a forger."
            })
    private List<Path> keyFiles = new ArrayList<>();

    @Option(names = "--json", description = "answers with one JSON object")
    private boolean asJson;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(command).commandLine();
        PrintWriter out = line.getOut();
        try {
            return verify(Objects.requireNonNull(file), out, line.getErr());
        } catch (UncheckedIOException e) {
            line.getErr().println(file + " cannot be read to its end.");
            return UNUSABLE;
        } finally {
            out.flush();
        }
    }

    private int verify(Path ledger, PrintWriter out, PrintWriter err) {
        List<PublicKey> given = new ArrayList<>();
        for (Path keyFile : keyFiles) {
            try {
                given.addAll(Pem.publicKeys(keyFile));
            } catch (IOException e) {
                err.println(
                        keyFile
                                + " cannot be read, or holds something else than Ed25519 public keys as PEM.");
                return UNUSABLE;
            }
        }
        try (InputStream in = Files.newInputStream(ledger)) {
            return report(new LedgerReader(in), given, out);
        } catch (NotALedger e) {
            err.println(ledger + " is not an exported ledger: " + e.getMessage() + ".");
            return UNUSABLE;
        } catch (IOException e) {
            err.println(ledger + " cannot be read.");
            return UNUSABLE;
        }
    }

    private int report(LedgerReader reader, List<PublicKey> given, PrintWriter out) {
        boolean own = given.isEmpty();
        CheckpointKeys trusted = new CheckpointKeys(own ? reader.header().keys() : given);
        VerificationOutput output = asJson ? new VerificationJson(out) : new VerificationText(out);
        output.begin(reader.header(), trusted, own);
        Report report = Verification.verify(reader, trusted, output::add);
        output.end(report);
        return report.isIntact() ? INTACT : FINDINGS;
    }
}
