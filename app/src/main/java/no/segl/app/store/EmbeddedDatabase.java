package no.segl.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.segl.app.secret.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in a folder of ours: the same engine as in production, with fsync on, its data kept,
 * listening on this machine only and asking everybody for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String READY = "segl.ready";
    private static final int PORT_LINE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HBA =
            """
            # Written by Segl. Everybody, also on this machine, needs a password.
            local   all   all                  scram-sha-256
            host    all   all   127.0.0.1/32   scram-sha-256
            host    all   all   ::1/128        scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final String ownerPassword;
    private final String appPassword;
    private final Servers.AtExit atExit;

    private EmbeddedDatabase(
            EmbeddedPostgres postgres,
            String ownerPassword,
            String appPassword,
            Servers.AtExit atExit) {
        this.postgres = postgres;
        this.ownerPassword = ownerPassword;
        this.appPassword = appPassword;
        this.atExit = atExit;
    }

    /**
     * Starts it, on a free port. Whoever calls must hold the lock of the data folder: a server that
     * is still running there was left by a Segl that was killed, and is stopped first. It ends with
     * this process, also if that is told to end while it starts.
     *
     * @param folder where its data lie
     * @param keys where its passwords lie
     * @throws IOException if it does not start
     */
    public static EmbeddedDatabase start(Path folder, Path keys) throws IOException {
        stopLeftover(folder);
        Path superPasswordFile = keys.resolve("postgres.password");
        String superPassword = password(superPasswordFile);
        String ownerPassword = password(keys.resolve("database-owner.password"));
        String appPassword = password(keys.resolve("database-app.password"));
        boolean ready = Files.exists(folder.resolve(READY));
        if (!ready) {
            setAside(folder);
        }
        Servers.AtExit atExit = Servers.endAtExit(folder);
        EmbeddedPostgres postgres;
        try {
            postgres = engine(folder, superPasswordFile, superPassword);
        } catch (RuntimeException e) {
            // So it ends when one of its programs does not succeed.
            atExit.forget();
            throw new IOException(whyNot(atExit), e);
        } catch (IOException e) {
            atExit.forget();
            throw e;
        }
        atExit.started();
        EmbeddedDatabase database =
                new EmbeddedDatabase(postgres, ownerPassword, appPassword, atExit);
        try {
            if (!ready) {
                database.firstStart(folder);
            }
        } catch (SQLException | IOException e) {
            database.close();
            throw new IOException("the embedded database could not be made ready", e);
        }
        return database;
    }

    /**
     * The engine, on {@code folder}, which is made if it is not there. From its very first moment
     * it asks for a password: what comes last is what its maker goes by, and the library says first
     * that it trusts everybody on the machine.
     */
    static EmbeddedPostgres engine(Path folder, Path superPasswordFile, String superPassword)
            throws IOException {
        System.setProperty("ot.epg.working-dir", binaries().toString());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", superPasswordFile.toAbsolutePath().toString())
                .setConnectConfig("password", superPassword)
                .start();
    }

    private static String whyNot(Servers.AtExit atExit) {
        if (atExit.isEnding()) {
            return "told to stop while starting";
        }
        boolean root = ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        return root && !LinuxUtils.isUnshareAvailable()
                ? "PostgreSQL does not run as root, and this machine lets nobody change user. Run"
                        + " Segl as an ordinary user, or give it a database: SEGL_DATABASE_URL."
                : "the embedded database does not start; the log says more. Segl can use a database"
                        + " of your own instead: SEGL_DATABASE_URL.";
    }

    /** Stops what a Segl that was killed left running on {@code folder}. */
    public static void stopLeftovers(Path folder) throws IOException {
        Servers.stopAll(folder);
    }

    /** How to reach the one that another process is running on {@code folder}, if it is. */
    public static Optional<DatabaseAddress> running(Path folder, Path keys) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < PORT_LINE) {
            return Optional.empty();
        }
        return Optional.of(
                new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE - 1).strip() + "/segl",
                        "segl_owner",
                        password(keys.resolve("database-owner.password")),
                        "segl_app",
                        password(keys.resolve("database-app.password"))));
    }

    private void firstStart(Path folder) throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "CREATE ROLE segl_owner LOGIN PASSWORD '" + ownerPassword + "'",
                            "CREATE ROLE segl_app LOGIN PASSWORD '" + appPassword + "'",
                            "CREATE DATABASE segl OWNER segl_owner ENCODING 'UTF8'",
                            "REVOKE CONNECT, TEMPORARY ON DATABASE segl FROM PUBLIC",
                            "GRANT CONNECT ON DATABASE segl TO segl_app")) {
                statement.execute(sql);
            }
            PrivateFile.replace(
                    folder.resolve("pg_hba.conf"), HBA.getBytes(StandardCharsets.US_ASCII));
            statement.execute("SELECT pg_reload_conf()");
        }
        PrivateFile.replace(folder.resolve(READY), new byte[0]);
    }

    /** How to reach it. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/segl",
                "segl_owner",
                ownerPassword,
                "segl_app",
                appPassword);
    }

    /** Lets whoever runs it end it when the process ends, in their own order. */
    public void leaveEndToCaller() {
        atExit.forget();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop cleanly; it recovers at the next start");
        } finally {
            atExit.forget();
        }
    }

    private static Path binaries() throws IOException {
        Path home = Path.of(System.getProperty("user.home"), ".cache", "segl", "postgres");
        try {
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new IOException(
                    "The programs of the embedded database cannot be unpacked in "
                            + home
                            + ". Give this user a home folder to write in (SEGL_JAVA_OPTS=-Duser.home=DIR),"
                            + " or use a database of your own: SEGL_DATABASE_URL.",
                    e);
        }
    }

    private static String password(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        byte[] proposed = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
        return new String(PrivateFile.readOrCreate(file, proposed), StandardCharsets.US_ASCII);
    }

    private static void stopLeftover(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> leftover = Servers.named(pidFile, folder);
        if (leftover.isPresent()) {
            LOG.info("Stopping the database that a killed Segl left running");
            Servers.stop(leftover.get());
        } else {
            // A machine that died gives the same pid to another program after its restart. The
            // engine would take that one for a server of this folder, and never start. That no
            // other works on the folder it finds out by its shared memory too.
            Files.deleteIfExists(pidFile);
        }
    }

    /**
     * Out of the way with a folder whose first start was cut short: the engine neither starts on it
     * nor makes it anew. Nothing of worth can be there yet; but it is not thrown away on that word.
     */
    private static void setAside(Path folder) throws IOException {
        Servers.stopAll(folder);
        if (Files.notExists(folder)) {
            return;
        }
        int number = 1;
        while (Files.exists(unfinished(folder, number))) {
            number++;
        }
        Files.move(folder, unfinished(folder, number));
        LOG.warn(
                "The first start was cut short. Beginning anew; what there was is in {}",
                unfinished(folder, number));
    }

    private static Path unfinished(Path folder, int number) {
        return folder.resolveSibling(folder.getFileName() + ".unfinished-" + number);
    }
}
