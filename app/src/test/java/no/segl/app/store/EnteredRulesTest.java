package no.segl.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Rule;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was entered with an earlier Segl is a whole rule table with this one. */
class EnteredRulesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aVersionThatWasEnteredBeforeARuleWasDataIsRead() throws Exception {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"))) {
            DatabaseAddress address = database.address();
            Flyway.configure()
                    .dataSource(address.url(), address.owner(), address.ownerPassword())
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("app_role", address.user()))
                    .target("27")
                    .load()
                    .migrate();
            try (HikariDataSource pool = Database.open(address, 2)) {
                JdbcClient jdbc = JdbcClient.create(pool);
                jdbc.sql(
                                """
                                INSERT INTO rule (version, name, period, owner, paragraph)
                                SELECT 3, name, 'P5D', owner, paragraph FROM rule WHERE version = 2
                                """)
                        .update();
                Database.migrate(address);

                for (int version = 1; version <= 3; version++) {
                    Rules rules = new RuleTable(jdbc).version(version);
                    assertThat(rules.row(Rule.NOTICE_TRIED).period()).isEqualTo(Period.ofDays(3));
                    assertThat(rules.number(Limit.TEXTS_UNTIL)).isEqualTo(17);
                }
                Rules entered = new RuleTable(jdbc).newest();
                assertThat(entered.row(Rule.CASE_DUE).period()).isEqualTo(Period.ofDays(5));
            }
        }
    }
}
