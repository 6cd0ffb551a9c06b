package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter that cannot be looked at keeps no other waiting, and is not left to itself. */
class LooksFailTest {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void itIsTriedLessOftenBecomesACaseAndIsDoneWithWhenALookSucceeds() throws Exception {
        UUID poison =
                jdbc().sql("SELECT id FROM letter WHERE recipient = ?")
                        .param(LAW_FIRM.value())
                        .query(UUID.class)
                        .single();
        owner(
                """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'as a broken row would'; END $$;
                CREATE TRIGGER poison BEFORE INSERT ON notice FOR EACH ROW
                    WHEN (NEW.letter = '%s') EXECUTE FUNCTION fail()
                """
                        .formatted(poison));
        assertThat(look()).as("the others are looked at").isPositive();
        assertThat(overdue()).containsExactly(poison);
        assertThat(attempts(poison)).isEqualTo(1);

        assertThat(look()).as("claimed, it is not tried at once").isZero();
        assertThat(attempts(poison)).isEqualTo(1);
        for (int minutes = 0; minutes < 40; minutes++) {
            now = now.plus(Duration.ofMinutes(1));
            look();
        }
        assertThat(attempts(poison)).as("after 10 minutes, and 20 or so more").isEqualTo(3);
        assertThat(cases()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        look();
        assertThat(attempts(poison)).as("the case does not set it back").isEqualTo(4);
        assertThat(cases()).containsExactly("SENDER");
        now = now.plus(Duration.ofHours(7));
        look();
        assertThat(cases()).as("one case, however often").containsExactly("SENDER");

        owner("DROP TRIGGER poison ON notice");
        now = now.plus(Duration.ofHours(7));
        assertThat(look()).isPositive();
        assertThat(cases()).isEmpty();
        assertThat(attempts(poison)).isZero();
        assertThat(overdue()).isEmpty();
    }

    private int look() {
        return segl.looks(() -> now).run();
    }

    private List<UUID> overdue() {
        return jdbc().sql(
                        """
                        SELECT id FROM letter WHERE next_look_at <= CAST(? AS timestamptz)
                        """)
                .param(now.toString())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    private int attempts(UUID letter) {
        return jdbc().sql("SELECT attempts FROM letter WHERE id = ?")
                .param(letter)
                .query(Integer.class)
                .single();
    }

    private List<String> cases() {
        return jdbc().sql(
                        """
                        SELECT side FROM matter
                         WHERE reason = 'LOOK_FAILED' AND closed_at IS NULL
                        """)
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    private void owner(String sql) throws IOException, SQLException {
        DatabaseAddress address =
                EmbeddedDatabase.running(segl.data.resolve("postgres"), segl.data.resolve("keys"))
                        .orElseThrow();
        try (Connection connection =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
