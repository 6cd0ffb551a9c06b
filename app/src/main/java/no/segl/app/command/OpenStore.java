package no.segl.app.command;

import java.io.IOException;
import no.segl.app.wiring.DataFolder;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import picocli.CommandLine;

/** Gives a command the database, whether or not a Segl is running on it. */
final class OpenStore {

    private OpenStore() {}

    /** What a command does with the database. */
    @FunctionalInterface
    interface Use {
        int with(Store store) throws IOException;
    }

    static int run(Settings settings, CommandLine line, Use use) {
        try (Store store = Store.open(settings)) {
            return use.with(store);
        } catch (DataFolder.Taken | IOException e) {
            line.getErr()
                    .println(StartFault.of(e, settings).orElse("The database cannot be used."));
            return 2;
        } catch (RuntimeException e) {
            line.getErr().println(StartFault.of(e, settings).orElseThrow(() -> e));
            return 2;
        }
    }
}
