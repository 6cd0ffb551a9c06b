package no.segl.app.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.app.wiring.DataFolder;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** Who enters and ends on the operator's word. */
    static Registrar registrar(Store store, InstantSource clock) {
        JdbcClient jdbc = store.jdbc();
        return new Registrar(
                new Units(jdbc),
                new Persons(jdbc),
                new Grants(jdbc),
                new Holders(jdbc),
                store.changes(),
                new Ids(clock, new SecureRandom()),
                clock);
    }
}
