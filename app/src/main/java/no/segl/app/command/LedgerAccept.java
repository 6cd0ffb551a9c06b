package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.segl.app.office.Notary;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.core.id.OrgNumber;
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
            "Shows the chains that are not what was signed of them: those that end earlier, as a"
                    + " backup does, and those that differ.",
            "With --all those that end earlier go on as they are now, and with --chain those that you"
                    + " name. An entry in each tells what had been signed.",
            "Only after you have put back a backup yourself: else somebody has changed the ledger."
        },
        mixinStandardHelpOptions = true)
public final class LedgerAccept implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Option(names = "--all", description = "accepts all that end earlier")
    private boolean all;

    @Option(
            names = "--chain",
            paramLabel = "NUMBER",
            description = "accepts this one, whatever is amiss; can be given several times")
    private List<String> named = new ArrayList<>();

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
                    if (refused.isEmpty()) {
                        out.println("Every chain goes on from what was signed of it.");
                        return 0;
                    }
                    show(refused, out);
                    if (!all && named.isEmpty()) {
                        out.println(
                                "Nothing was accepted. If you have put back a backup, run this again"
                                        + " with --all, or with --chain for each chain that shall go"
                                        + " on. If not, somebody has changed the ledger.");
                        return 1;
                    }
                    int failed = 0;
                    for (Notary.Disagreement one : refused) {
                        if (isChosen(one) && !accept(one.chain(), notary, store, out, err)) {
                            failed = 1;
                        }
                    }
                    return isAnyLeft(refused, out) ? 1 : failed;
                });
    }

    private static void show(List<Notary.Disagreement> refused, PrintWriter out) {
        show(
                "Ends earlier, and follows from its last checkpoint. So does a backup put back:",
                refused.stream().filter(Notary.Disagreement::endsEarlier).toList(),
                out);
        show(
                "Differs. So does a backup that was put back and written to since, and so does a"
                        + " ledger that somebody has changed:",
                refused.stream().filter(one -> !one.endsEarlier()).toList(),
                out);
    }

    private static void show(String what, List<Notary.Disagreement> those, PrintWriter out) {
        if (!those.isEmpty()) {
            out.println(what);
            those.forEach(one -> out.println("  " + one.what()));
        }
    }

    private boolean isChosen(Notary.Disagreement one) {
        return (all && one.endsEarlier()) || named.contains(one.chain().value());
    }

    private boolean accept(
            OrgNumber chain, Notary notary, Store store, PrintWriter out, PrintWriter err) {
        try {
            RestoreAccepted fact = notary.accept(chain, store.changes());
            out.println(
                    "Chain %s goes on from entry %d; signed was entry %d."
                            .formatted(chain, fact.found().number(), fact.signed().number()));
            return true;
        } catch (IOException e) {
            err.println(e.getMessage());
            return false;
        }
    }

    /** Says which were not chosen, or were and need not be accepted. */
    private boolean isAnyLeft(List<Notary.Disagreement> refused, PrintWriter out) {
        List<String> left =
                refused.stream()
                        .filter(one -> !isChosen(one))
                        .map(one -> one.chain().value())
                        .toList();
        if (!left.isEmpty()) {
            out.println("Not accepted: " + String.join(", ", left));
        }
        List<String> amiss = refused.stream().map(one -> one.chain().value()).toList();
        List<String> none = named.stream().filter(one -> !amiss.contains(one)).toList();
        if (!none.isEmpty()) {
            out.println(
                    "Goes on from what was signed of it, or is none: " + String.join(", ", none));
        }
        return !left.isEmpty();
    }
}
