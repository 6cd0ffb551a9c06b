package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.segl.app.evidence.NotAPack;
import no.segl.app.evidence.PackCheck;
import no.segl.core.id.Digest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the proof of a letter: needs the file, and the key's fingerprint, and nothing else. */
@Command(
        name = "verify",
        description = {
            "Finds out whether the proof of a letter is what was signed.",
            "Names every file and entry that was changed, dropped, moved or put in.",
            "Ends with 0 if it is intact, 1 if something was found, 2 if it cannot be read."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = ExitCode.USAGE)
public final class ProofVerify implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int FINDINGS = 1;
    private static final int UNUSABLE = 2;

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "the proof, a ZIP")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description = {
                "SHA-256 of the public key that it must be signed with, got from elsewhere than the"
                        + " proof.",
                "Without it the proof's own key is used, which shows damage but not a forger."
            })
    private @Nullable String key;

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        PrintWriter out = line.getOut();
        Path proof = requireNonNull(file);
        Optional<Digest> pinned = Optional.ofNullable(key).flatMap(Digest::parse);
        try {
            if (key != null && pinned.isEmpty()) {
                line.getErr().println("A fingerprint is 64 hexadecimal digits.");
                return UNUSABLE;
            }
            return report(PackCheck.check(proof, pinned), pinned.isPresent(), out);
        } catch (NotAPack e) {
            line.getErr().println(proof + " is not the proof of a letter: " + e.getMessage() + ".");
            return UNUSABLE;
        } catch (IOException e) {
            line.getErr().println(proof + " cannot be read.");
            return UNUSABLE;
        } finally {
            out.flush();
        }
    }

    private static int report(PackCheck.Report report, boolean pinned, PrintWriter out) {
        out.println(
                "Proof of letter %s for its %s, made %s by its own account."
                        .formatted(report.letter(), report.madeFor(), report.madeAt()));
        out.println("Signed with the key " + report.fingerprint());
        out.println(
                pinned
                        ? "  which is compared with the one that was given."
                        : "  which the proof says itself. That proves nothing against a forger, who can"
                                + " put in another: give the real one with --key.");
        report.flaws().forEach(flaw -> out.println("- " + flaw.kind() + ": " + flaw.text()));
        out.println(
                (report.isIntact()
                                ? "INTACT: "
                                : "NOT INTACT, " + report.flaws().size() + " found: ")
                        + "%d entries, of which %d can be worked out again; the others by their hash."
                                .formatted(report.entries(), report.whole()));
        return report.isIntact() ? INTACT : FINDINGS;
    }
}
