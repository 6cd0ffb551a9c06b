package no.segl.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** The database as the application uses it: migrated by the owner, then opened as the user. */
public final class Database {

    private Database() {}

    /** Brings the tables up to this version, as the owner. */
    public static void migrate(DatabaseAddress address) {
        Flyway.configure()
                .dataSource(address.url(), address.owner(), address.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", address.user()))
                .load()
                .migrate();
    }

    /**
     * Opens a pool as the application's user.
     *
     * @param connections the most connections at a time
     */
    public static HikariDataSource open(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("segl");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.userPassword());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Details quote the values of a row, which do not belong in a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "segl");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    /** Whether it names anything that lies sealed in the vault. */
    public static boolean holdsSealed(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM letter_key) OR EXISTS (SELECT 1 FROM upload)
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Whether {@code fault} is that it refused, or could not be reached. */
    public static boolean isFaultOf(Exception fault) {
        return fault instanceof DataAccessException || fault instanceof TransactionException;
    }

    /** Why a database gives no connection. */
    public enum Refusal {
        /** It is not there, or has too much to do, or is starting or stopping. */
        NO_ANSWER,
        /** It knows no such user, or the password is another. */
        NOT_LET_IN,
        /** The server has no database of that name. */
        NO_DATABASE
    }

    /** Why no connection was had; empty if {@code fault} is of another kind. */
    public static Optional<Refusal> refusal(SQLException fault) {
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        // The first two characters are the class: PostgreSQL's documentation, appendix A.
        return switch (state.length() == 5 ? state.substring(0, 2) : "") {
            case "08", "53", "57" -> Optional.of(Refusal.NO_ANSWER);
            case "28" -> Optional.of(Refusal.NOT_LET_IN);
            case "3D" -> Optional.of(Refusal.NO_DATABASE);
            default -> Optional.empty();
        };
    }

    /** Whether a checkpoint of the ledger was ever signed. */
    public static boolean holdsCheckpoints(JdbcClient jdbc) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ledger_checkpoint)")
                .query(Boolean.class)
                .single();
    }
}
