package no.segl.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds at a time is a question of its own in the database, and is asked as if it were written
 * out: the database looks up what it is asked for, and goes through nothing.
 */
class StandingTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void whatHoldsIsLookedUpAndNotGoneThrough() throws Exception {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"))) {
            DatabaseAddress address = database.address();
            Database.migrate(address);
            try (HikariDataSource pool = Database.open(address, 1)) {
                JdbcClient jdbc = JdbcClient.create(pool);
                // A small table would be read whole, whatever the question.
                jdbc.sql("SET enable_seqscan = off").update();
                String someone = "'00000000-0000-0000-0000-000000000001'::uuid";
                assertThat(plan(jdbc, "grants_at(now()) WHERE person = " + someone))
                        .contains("access_grant_person")
                        .doesNotContain("Function Scan");
                assertThat(plan(jdbc, "unit u JOIN grants_at(now()) g ON g.unit = u.number"))
                        .doesNotContain("Function Scan");
                assertThat(plan(jdbc, "shares_at(now()) WHERE letter = " + someone))
                        .contains("letter_share_letter")
                        .doesNotContain("Function Scan", "stands(");
            }
        }
    }

    private static String plan(JdbcClient jdbc, String from) {
        List<String> lines =
                jdbc.sql("EXPLAIN SELECT * FROM " + from).query((rs, _) -> rs.getString(1)).list();
        return String.join("\n", lines);
    }
}
