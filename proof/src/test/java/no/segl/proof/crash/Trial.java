package no.segl.proof.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.DataFolder;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One data folder on which Segl is killed and started again, and the clients that live through it.
 */
final class Trial implements AutoCloseable {

    private static final String CLIENT = "vestfjord-politi-sak";

    /** Longer than a claim or a lease of a process that is gone holds others up. */
    private static final Duration PAST_CLAIMS = Duration.ofMinutes(15);

    private static final int ATTEMPTS = 300;

    private final World world = World.fjordvik();
    private final Issuer issuer;
    private final URI home;
    private final Path log;
    private final DataFolder.Place place;
    private final Map<String, String> settings;
    private final Sender sender;
    private Duration ahead = Duration.ZERO;
    private SeglProcess segl;

    /** Starts a Segl in {@code folder}, with the demo's people and none of its letters. */
    Trial(Path folder, Random random) throws Exception {
        home = Demo.freeHome();
        place = new DataFolder.Place(folder.resolve("data"));
        log = folder.resolve("segl.log");
        issuer = Demo.issuer(world, 0, folder, home, this::now);
        settings = Demo.environment(issuer, place.path(), home);
        sender =
                new Sender(
                        home,
                        () -> issuer.tokens().of(world.machine(CLIENT).orElseThrow()),
                        random);
        segl = launch();
        segl.awaitStart();
        segl.command("enter " + issuer.loginIssuer());
        leaveTheLogInMemory();
        restScheduler();
    }

    /**
     * Has the database write its log when a commit waits for it, and else as seldom as it can: what
     * nobody has waited for is then lost with the machine, as it may be in a power cut.
     */
    private void leaveTheLogInMemory() throws Exception {
        String url = EmbeddedDatabase.running(place.postgres(), place.keys()).orElseThrow().url();
        String password = Files.readString(place.keys().resolve("postgres.password"), US_ASCII);
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            statement.execute("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Work that falls due is done when a trial says so, and at no other time. */
    private void restScheduler() throws IOException, InterruptedException {
        int awake = awake();
        for (int i = 0; i < ATTEMPTS && awake > 0; i++) {
            asking(jdbc ->
                    jdbc.sql(
                                    """
                                    UPDATE scheduled_tasks
                                       SET execution_time = now() + interval '10 years'
                                     WHERE NOT picked AND execution_time < now() + interval '1 year'
                                    """)
                            .update());
            segl.mustOutlast(Duration.ofMillis(100)); // what is being done now is soon done
            awake = awake();
        }
        if (awake > 0) {
            throw new IOException("the scheduler does not come to rest");
        }
    }

    /** How many kinds of work the schedule does now or soon; each that there is, until it rests. */
    int awake() throws IOException {
        return asking(jdbc ->
                Trial.count(
                        jdbc,
                        """
                        SELECT count(*) FROM scheduled_tasks
                         WHERE execution_time < now() + interval '1 year'
                        """));
    }

    private SeglProcess launch() throws IOException {
        return SeglProcess.launch(settings, place.path(), ahead, log);
    }

    SeglProcess segl() {
        return segl;
    }

    Sender sender() {
        return sender;
    }

    DataFolder.Place place() {
        return place;
    }

    /** The time by Segl's clock. */
    Instant now() {
        return RunningSegl.CLOCK.instant().plus(ahead);
    }

    /** Puts Segl's clock ahead. */
    void wait(Duration time) throws IOException, InterruptedException {
        ahead = ahead.plus(time);
        segl.command("ahead " + ahead);
    }

    /** Kills Segl, and starts it again on what is left. */
    void crash(Death death) throws IOException, InterruptedException {
        segl.kill(death);
        restart();
    }

    private void restart() throws IOException, InterruptedException {
        ahead = ahead.plus(PAST_CLAIMS);
        segl = launch();
        segl.awaitStart();
        // Each start wakes what had been put off.
        restScheduler();
    }

    /** Kills Segl, starts it again, kills that one while it starts, and starts it once more. */
    void crashTwice(Death death, Duration between) throws IOException, InterruptedException {
        segl.kill(death);
        segl = launch();
        segl.mustOutlast(between);
        segl.kill(death);
        restart();
    }

    /** Ends Segl as an operator would, and starts it again. */
    void restartGently() throws IOException, InterruptedException {
        segl.end();
        restart();
    }

    /** Somebody who may open what is sent to {@link Order#WITH_READER}. */
    Reader reader() throws IOException, InterruptedException {
        World.Person person =
                world.persons().stream()
                        .filter(p -> p.name().equals("Rolig Måke"))
                        .findFirst()
                        .orElseThrow();
        return Reader.logIn(home, person.subject());
    }

    /** Asks the database, over a connection that is closed after. */
    <T> T asking(Function<JdbcClient, T> question) throws IOException {
        DatabaseAddress address =
                EmbeddedDatabase.running(place.postgres(), place.keys()).orElseThrow();
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(
                        address.url(), address.user(), address.userPassword(), true);
        try {
            return question.apply(JdbcClient.create(connection));
        } finally {
            connection.destroy();
        }
    }

    static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** The last lines that Segl logged. */
    String log() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() throws IOException {
        sender.close();
        segl.kill(Death.OF_THE_MACHINE);
        issuer.close();
    }
}
