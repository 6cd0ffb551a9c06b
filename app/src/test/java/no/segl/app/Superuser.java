package no.segl.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import no.segl.app.secret.PrivateFile;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.Store;

/** Does in an embedded database what the application may not. */
public final class Superuser {

    private Superuser() {}

    /** Runs statements, separated by semicolons. */
    public static void run(Store store, String sql) throws Exception {
        Path keys = store.place().keys();
        String url = EmbeddedDatabase.running(store.place().postgres(), keys).orElseThrow().url();
        byte[] password = PrivateFile.read(keys.resolve("postgres.password"));
        try (Connection connection =
                        DriverManager.getConnection(
                                url, "postgres", new String(password, US_ASCII));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
