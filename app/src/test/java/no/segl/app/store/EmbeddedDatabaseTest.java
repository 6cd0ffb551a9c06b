package no.segl.app.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import no.segl.app.secret.PrivateFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as it is before Segl has made anything in it. */
class EmbeddedDatabaseTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void trustsNobodyOnTheMachineFromItsFirstMomentOn() throws Exception {
        Path file = folder.resolve("keys").resolve("postgres.password");
        PrivateFile.readOrCreate(file, "6c65737320697320".getBytes(US_ASCII));
        try (EmbeddedPostgres engine =
                EmbeddedDatabase.engine(folder.resolve("postgres"), file, "6c65737320697320")) {
            String url = "jdbc:postgresql://127.0.0.1:" + engine.getPort() + "/postgres";
            for (String wrong : new String[] {"", "x"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", wrong))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
            try (Connection connection =
                    DriverManager.getConnection(url, "postgres", "6c65737320697320")) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }
}
