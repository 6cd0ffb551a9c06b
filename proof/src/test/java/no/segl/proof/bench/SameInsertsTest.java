package no.segl.proof.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import no.segl.app.secret.PrivateFile;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.wiring.SettingsReader.Result;
import no.segl.app.wiring.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Segl's sending is measured against does as Segl does. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class SameInsertsTest {

    private static final String SENDER = "310000027";
    private static final String RECIPIENT = "310000019";

    @TempDir private Path folder = Path.of("");

    private Store store;
    private DatabaseAddress address;

    @BeforeEach
    void start() throws Exception {
        var settings = (Result.Sound) SettingsReader.read(Map.of("SEGL_DATA", folder.toString()));
        store = Store.open(settings.settings());
        address =
                EmbeddedDatabase.running(store.place().postgres(), store.place().keys())
                        .orElseThrow();
        superuser(
                """
                INSERT INTO unit (number, name, kind)
                VALUES ('310000027', 'En', 'MAIN_UNIT'), ('310000019', 'To', 'MAIN_UNIT')
                """);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private void superuser(String... statements) throws Exception {
        byte[] password = PrivateFile.read(store.place().keys().resolve("postgres.password"));
        try (Connection connection =
                        DriverManager.getConnection(
                                address.url(), "postgres", new String(password, US_ASCII));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<Long> heads() {
        return JdbcClient.create(store.pool())
                .sql("SELECT number FROM ledger_head ORDER BY chain")
                .query((rs, _) -> rs.getLong("number"))
                .list();
    }

    private long letters() {
        return JdbcClient.create(store.pool())
                .sql("SELECT count(*) FROM letter_key JOIN document USING (letter)")
                .query(Long.class)
                .single();
    }

    @Test
    void lettersAreSpreadOverAsManyChainsAndTheChainsAreTakenAway() throws Exception {
        try (SameInserts inserts = new SameInserts(address, 2, 3, SENDER, RECIPIENT)) {
            for (int client = 0; client < 5; client++) {
                inserts.once(client);
            }
            assertThat(heads()).containsExactly(4L, 4L, 2L);
            assertThat(letters()).isEqualTo(5);
        }
        assertThat(heads()).isEmpty();
    }
}
