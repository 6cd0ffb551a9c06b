package no.segl.proof.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.segl.app.office.Ids;
import no.segl.app.store.Changes;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.DueWork;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.Recipients;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.work.Looks;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Notice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What it costs to look at letters that fall due all at once, and to find that none is due. */
final class SweepLoad {

    private static final int SENDERS = 16;
    private static final int CONNECTIONS = 16;

    /** In how many lanes one node looks at letters, as no.segl.app.wiring.Scheduling has it. */
    private static final int LANES = 4;

    private static final int ASKED = 500;

    private final DatabaseAddress address;
    private final PrintWriter out;
    private final InstantSource clock;

    SweepLoad(DatabaseAddress address, PrintWriter out, InstantSource clock) {
        this.address = address;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @param due how many letters fall due in the same minute
     * @param most how long they are looked at; the rest is put off then
     * @param closed how many closed letters lie there, from few to many
     */
    void measure(int due, Duration most, List<Long> closed) throws Exception {
        Database.migrate(address);
        try (HikariDataSource pool = Database.open(address, CONNECTIONS);
                Connection owner =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword())) {
            world(owner);
            out.println("| letters due in the same minute | looked at a second |");
            out.println("|---|---|");
            for (int nodes : List.of(1, 2)) {
                fallDue(owner, due);
                long before = lookedAtOnce(owner);
                double seconds = sweep(pool, owner, nodes, most);
                long done = lookedAtOnce(owner) - before;
                out.printf(
                        Locale.ROOT,
                        "| %,d letters of %d senders, %d %s: %,d in %.0f s, each once | %.0f |%n",
                        due,
                        SENDERS,
                        nodes,
                        nodes == 1 ? "node" : "nodes",
                        done,
                        seconds,
                        done / seconds);
                out.flush();
            }
            out.println();
            out.println("| nothing due, beside | p50 ms | p99 ms |");
            out.println("|---|---|---|");
            long there = 0;
            for (long wanted : closed) {
                close(owner, wanted - there);
                there = wanted;
                nothing(new DueWork(JdbcClient.create(pool)), there);
            }
            out.println();
        }
    }

    private void world(Connection owner) throws SQLException {
        List<String> numbers = new ArrayList<>();
        for (int n = 310_000_000; numbers.size() < SENDERS + 1; n++) {
            OrgNumber.parse(Integer.toString(n)).map(OrgNumber::value).ifPresent(numbers::add);
        }
        for (String number : numbers) {
            run(
                    owner,
                    "INSERT INTO unit (number, name, kind) VALUES ('%s', 'Enhet %s', 'MAIN_UNIT')"
                            .formatted(number, number));
        }
        run(
                owner,
                """
                INSERT INTO person (id, issuer, subject, name)
                VALUES (gen_random_uuid(), 'https://issuer.example', 'reader', 'Rolig Leser');
                INSERT INTO access_grant (id, person, unit, power, category, valid_from)
                SELECT gen_random_uuid(), p.id, u.number, 'READ', 'GENERAL', now() - interval '1 day'
                  FROM person p, unit u;
                INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title)
                SELECT gen_random_uuid(), number, 'bench', '\\x00', now(), 'Brev' FROM unit;
                """);
    }

    /** So many letters that have been available for an hour, each with somebody who can open it. */
    private void fallDue(Connection owner, int letters) throws SQLException {
        run(owner, "UPDATE letter SET next_look_at = now() + interval '9 years' WHERE true");
        run(
                owner,
                """
                WITH sender AS (SELECT row_number() OVER (ORDER BY sender) - 1 AS n, id, sender
                                  FROM dispatch)
                INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                       accepted_at, available_at, rules, next_look_at, next_look_reason,
                       next_look_owner)
                SELECT gen_random_uuid(), s.id, s.sender, (SELECT max(number) FROM unit), 'GENERAL',
                       'nb', 'AVAILABLE', now() - interval '1 hour', now() - interval '1 hour',
                       (SELECT max(version) FROM rule), now() - interval '1 minute', 'NOTIFY',
                       'RECIPIENT'
                  FROM generate_series(1, %d) g JOIN sender s ON s.n = g %% %d;
                ANALYZE letter
                """
                        .formatted(letters, SENDERS));
    }

    private double sweep(HikariDataSource pool, Connection owner, int nodes, Duration most)
            throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes * LANES)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int lane = 0; lane < nodes * LANES; lane++) {
                Looks looks = looks(pool);
                all.add(
                        threads.submit(() -> {
                            looks.run();
                            return System.nanoTime();
                        }));
            }
            if (!ended(all, most)) {
                run(
                        owner,
                        """
                        UPDATE letter SET next_look_at = now() + interval '9 years'
                         WHERE next_look_at < now() AND claimed_until IS NULL
                        """);
            }
            // Putting off the rest is no part of it.
            long ended = begun;
            for (Future<Long> one : all) {
                ended = Math.max(ended, one.get());
            }
            return (ended - begun) / 1e9;
        }
    }

    private static boolean ended(List<Future<Long>> all, Duration most) throws Exception {
        try {
            all.getFirst().get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private Looks looks(HikariDataSource pool) {
        JdbcTemplate template = new JdbcTemplate(pool);
        JdbcClient jdbc = JdbcClient.create(template);
        Ids ids = new Ids(clock, new SecureRandom());
        return new Looks(
                new DueWork(jdbc),
                new Changes(
                        new TransactionTemplate(new JdbcTransactionManager(pool)),
                        template,
                        new LedgerRows(template),
                        new RuleTable(jdbc)),
                new Situations(jdbc, ids::uuid),
                new Recipients(jdbc, Set.of(Notice.Channel.EMAIL)),
                clock);
    }

    /**
     * How many have been looked at. Each once, with its one notice, or the figure is worth nothing.
     */
    private static long lookedAtOnce(Connection owner) throws Exception {
        try (Statement statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT (SELECT count(*) FROM ledger_entry
                                         WHERE type = 'LetterLookedAt'),
                                       (SELECT count(*) FROM letter WHERE looks = 1),
                                       (SELECT count(*) FROM letter WHERE looks > 1),
                                       (SELECT count(DISTINCT letter) FROM notice),
                                       (SELECT count(*) FROM notice)
                                """)) {
            rows.next();
            long entries = rows.getLong(1);
            if (rows.getLong(2) != entries
                    || rows.getLong(3) != 0
                    || rows.getLong(4) != entries
                    || rows.getLong(5) != entries) {
                throw new IOException(
                        entries
                                + " looks in the ledger, letters looked at once and more than"
                                + " once, letters told of, and notices: "
                                + List.of(
                                        rows.getLong(2),
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        rows.getLong(5)));
            }
            return entries;
        }
    }

    private static void close(Connection owner, long letters) throws SQLException {
        if (letters > 0) {
            run(
                    owner,
                    """
                    INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                           accepted_at, available_at, opened_at, opened_by, rules, destroy_at)
                    SELECT gen_random_uuid(), d.id, d.sender, d.sender, 'GENERAL', 'nb', 'OPENED',
                           now(), now(), now(), (SELECT min(id::text)::uuid FROM person), 1,
                           now() + interval '2 years'
                      FROM generate_series(1, %d) g,
                           (SELECT id, sender FROM dispatch LIMIT 1) d
                    """
                            .formatted(letters));
        }
        run(owner, "VACUUM ANALYZE letter");
    }

    private void nothing(DueWork due, long closed) throws Exception {
        Instant now = clock.instant();
        Latencies.Deed ask =
                (_, _) -> {
                    if (!due.claimLooks(now, Duration.ofMinutes(10), 50).isEmpty()) {
                        throw new IOException("a letter is due");
                    }
                };
        Latencies.of(1, ASKED, ask);
        Latencies found = Latencies.of(1, ASKED, ask);
        out.printf(
                Locale.ROOT,
                "| %,d closed letters | %.2f | %.2f |%n",
                closed,
                found.millis(50),
                found.millis(99));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
