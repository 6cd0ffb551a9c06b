package no.segl.app.command;

import java.io.PrintWriter;
import no.segl.app.ledger.Header;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.verification.Coverage;
import no.segl.core.ledger.verification.Finding;
import no.segl.core.ledger.verification.Report;

/** A verification in words, short enough to read. */
final class VerificationText implements VerificationOutput {

    private static final int MAX_FINDINGS = 1_000;
    private static final int MAX_CHAINS = 20;

    private final PrintWriter out;
    private long found;

    VerificationText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(Header header, CheckpointKeys trusted, boolean own) {
        out.println("Exported " + LedgerTime.text(header.madeAt()) + ", by its own account.");
        String ids = trusted.ids().isEmpty() ? "none" : String.join(", ", trusted.ids());
        out.println((own ? "Keys, from the export itself: " : "Keys, as given: ") + ids);
        if (own) {
            out.println(
                    "  These prove nothing against a forger, who can put in other keys. Give the"
                            + " real ones with --keys.");
        }
    }

    @Override
    public void add(Finding finding) {
        found++;
        if (found <= MAX_FINDINGS) {
            out.println("- " + finding.kind() + ": " + finding.text());
        }
    }

    @Override
    public void end(Report report) {
        if (found > MAX_FINDINGS) {
            out.println("- and " + (found - MAX_FINDINGS) + " more; --json gives all.");
        }
        report.chains().stream().limit(MAX_CHAINS).forEach(this::chain);
        int more = report.chains().size() - MAX_CHAINS;
        if (more > 0) {
            out.println("and " + more + " more chains; --json gives all.");
        }
        long open = report.chains().stream().filter(it -> it.coveredTo() < it.last()).count();
        if (open > 0) {
            out.println(
                    "What comes after a chain's last checkpoint could have been changed or cut off"
                            + " without a trace. So it is in "
                            + counted(open, "chain", "chains")
                            + ".");
        }
        if (report.isIntact() && !report.closed()) {
            out.println(
                    "The closing line is not signed. So a chain could be missing that was left out"
                            + " with all its checkpoints.");
        }
        out.println(
                (report.isIntact()
                                ? "INTACT: "
                                : "NOT INTACT, " + counted(found, "finding", "findings") + ": ")
                        + counted(report.entries(), "entry", "entries")
                        + " and "
                        + counted(report.checkpoints(), "checkpoint", "checkpoints")
                        + " in "
                        + counted(report.chains().size(), "chain", "chains")
                        + ".");
    }

    private void chain(Coverage chain) {
        var coveredAt = chain.coveredAt();
        String vouched =
                coveredAt == null
                        ? "no checkpoint vouches for it"
                        : "vouched for up to "
                                + chain.coveredTo()
                                + " by the checkpoint of "
                                + LedgerTime.text(coveredAt);
        out.println("Chain " + chain.chain() + ": last entry " + chain.last() + ", " + vouched);
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
