package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import no.segl.app.office.Notary;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.core.ledger.RestoreAccepted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets the ledger go on from a backup that was put back. */
@Command(
        name = "accept-restored",
        description = {
            "Lets the ledger be signed on from where a restored backup ends.",
            "Shows the chains that are not what was signed of them. With --yes each of them goes on"
                    + " as it is now, and an entry in it tells what had been signed.",
            "Only after you have put back a backup yourself: else somebody has changed the ledger."
        },
        mixinStandardHelpOptions = true)
public final class LedgerAccept implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Option(names = "--yes", description = "does so, and does not only show")
    private boolean yes;

    public LedgerAccept(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        Settings settings = environment.settings();
        return OpenStore.run(
                settings, line, store -> accept(store, settings, line.getOut(), line.getErr()));
    }

    private int accept(Store store, Settings settings, PrintWriter out, PrintWriter err)
            throws IOException {
        return Signing.with(
                store,
                settings,
                clock,
                notary -> {
                    List<Notary.Disagreement> refused = notary.sign().refused();
                    refused.forEach(one -> out.println(one.what()));
                    if (refused.isEmpty()) {
                        out.println("Every chain goes on from what was signed of it.");
                        return 0;
                    }
                    if (!yes) {
                        out.println(
                                "Nothing was accepted. If you have put back a backup, run this again"
                                        + " with --yes. If not, somebody has changed the ledger.");
                        return 1;
                    }
                    int failed = 0;
                    for (Notary.Disagreement one : refused) {
                        try {
                            RestoreAccepted fact = notary.accept(one.chain(), store.changes());
                            out.println(
                                    "Chain %s goes on from entry %d; signed was entry %d."
                                            .formatted(
                                                    one.chain(),
                                                    fact.found().number(),
                                                    fact.signed().number()));
                        } catch (IOException e) {
                            err.println(e.getMessage());
                            failed = 1;
                        }
                    }
                    return failed;
                });
    }
}
