package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import no.segl.app.office.Feed;
import no.segl.app.store.EventFeed;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever follows the feed by its cursor gets everything once, in the order of each ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class FeedMissesNothingTest {

    private static final long SEED = Long.getLong("segl.seed", 20_261_201);
    private static final byte[] PDF = "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII);

    private RunningSegl segl;
    private Feed feed;
    private Feed.Follower everybody;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        feed = segl.server.part(Feed.class);
        Set<OrgNumber> all =
                Set.copyOf(
                        segl.server
                                .part(JdbcClient.class)
                                .sql("SELECT number FROM unit")
                                .query((rs, _) -> new OrgNumber(rs.getString(1)))
                                .list());
        assertThat(segl.server.part(Units.class).known(all)).hasSameSizeAs(all);
        everybody = new Feed.Follower(all, Set.of());
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    /** A reader, and all that they have read. */
    private final class Reader {
        private Feed.Cursor at;
        private final List<String> read = new ArrayList<>();

        Reader(Feed.Cursor from) {
            at = from;
        }

        /** Reads one page; says whether there was anything. */
        boolean read(int limit) {
            Feed.Page page = feed.page(everybody, at, limit);
            page.happenings().forEach(h -> read.add(h.chain() + "-" + h.news().number()));
            at = page.next();
            assertThat(feed.knows(at)).as("it goes on from where it is").isTrue();
            return !page.happenings().isEmpty();
        }

        void readAll() {
            boolean more = true;
            while (more) {
                more = read(50);
            }
        }
    }

    private static Map<String, List<Long>> byChain(List<String> ids) {
        Map<String, List<Long>> chains = new HashMap<>();
        for (String id : ids) {
            String[] parts = id.split("-", 2);
            chains.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(Long.parseLong(parts[1]));
        }
        return chains;
    }

    private Map<String, List<Long>> ledger() {
        List<String> ids =
                segl.server
                        .part(JdbcClient.class)
                        .sql(
                                """
                                SELECT chain || '-' || number FROM ledger_entry
                                 WHERE subject LIKE 'letter:%' ORDER BY chain, number
                                """)
                        .query((rs, _) -> rs.getString(1))
                        .list();
        return byChain(ids);
    }

    /** A chain whose writer appends now and commits later, each on a connection of their own. */
    private final class Writer {
        private final String chain;
        private Optional<java.sql.Connection> open = Optional.empty();

        Writer(String chain) {
            this.chain = chain;
        }

        void append() throws Exception {
            if (open.isEmpty()) {
                java.sql.Connection connection = segl.server.part(DataSource.class).getConnection();
                connection.setAutoCommit(false);
                open = Optional.of(connection);
            }
            try (var sql =
                    open.get()
                            .prepareStatement(
                                    """
                                    WITH head AS (
                                        UPDATE ledger_head SET number = number + 1 WHERE chain = ?
                                        RETURNING chain, number
                                    )
                                    INSERT INTO ledger_entry (chain, number, at, actor_kind,
                                           actor_id, right_code, right_ground, subject, type, fact,
                                           previous, hash)
                                    SELECT head.chain, head.number, e.at, 'segl', '', 'SEGL', '',
                                           e.subject, 'LetterAvailable', '{}', e.previous,
                                           sha256(convert_to(head.chain || head.number, 'UTF8'))
                                      FROM head JOIN LATERAL (
                                           SELECT * FROM ledger_entry
                                            WHERE chain = head.chain AND type = 'LetterAccepted'
                                            ORDER BY number LIMIT 1) e ON true
                                    """)) {
                sql.setString(1, chain);
                sql.executeUpdate();
            }
        }

        void end(boolean commit) throws Exception {
            if (open.isPresent()) {
                try (java.sql.Connection connection = open.get()) {
                    if (commit) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    connection.setAutoCommit(true);
                }
                open = Optional.empty();
            }
        }
    }

    @Test
    void nothingIsMissedInWhateverOrderItIsWrittenCommittedNumberedAndRead() throws Exception {
        RandomGenerator random = new SplittableRandom(SEED);
        List<Writer> writers = ledger().keySet().stream().sorted().map(Writer::new).toList();
        assertThat(writers).hasSizeGreaterThan(2);
        List<Reader> readers =
                List.of(new Reader(Feed.Cursor.START), new Reader(Feed.Cursor.START));
        EventFeed store = segl.server.part(EventFeed.class);
        for (int step = 0; step < 600; step++) {
            Writer writer = writers.get(random.nextInt(writers.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> writer.append();
                case 2 -> writer.end(true);
                case 3 -> writer.end(random.nextInt(4) > 0);
                case 4 -> store.note(Instant.EPOCH.plusSeconds(step));
                default -> readers.get(random.nextInt(2)).read(1 + random.nextInt(4));
            }
        }
        for (Writer writer : writers) {
            writer.end(true);
        }
        Map<String, List<Long>> all = ledger();
        for (Reader reader : readers) {
            reader.readAll();
            assertThat(byChain(reader.read)).as("seed %s", SEED).isEqualTo(all);
        }
    }

    @Test
    void nothingIsMissedWhenManySendAndManyRead() throws Exception {
        List<Reader> readers =
                List.of(
                        new Reader(Feed.Cursor.START),
                        new Reader(Feed.Cursor.START),
                        new Reader(Feed.Cursor.START));
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (String client : List.of("vestfjord-politi-sak", "fjordvik-kommune-sak")) {
                for (int lane = 0; lane < 4; lane++) {
                    String key = client + lane;
                    senders.add(many.submit(sending(client, key)));
                }
            }
            List<Future<?>> reading = new ArrayList<>();
            for (Reader reader : readers) {
                reading.add(
                        many.submit(() -> {
                            while (senders.stream().anyMatch(s -> !s.isDone())) {
                                reader.read(7);
                            }
                        }));
            }
            for (Future<?> one : senders) {
                one.get();
            }
            for (Future<?> one : reading) {
                one.get();
            }
        }
        Map<String, List<Long>> all = ledger();
        for (Reader reader : readers) {
            reader.readAll();
            assertThat(byChain(reader.read)).isEqualTo(all);
        }
    }

    private Callable<Void> sending(String client, String key) {
        boolean police = client.startsWith("vestfjord");
        String json =
                """
                {"sender": "%s", "recipients": ["%s"], "category": "CHILD_WELFARE", "title": "Brev"}
                """
                        .formatted(
                                police ? "312780402" : "310451223",
                                police ? "310451223" : "312780402");
        return () -> {
            for (int i = 0; i < 10; i++) {
                var answer = segl.send(segl.token(client), key + "-" + i, json, PDF);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
            return null;
        };
    }

    @Test
    void whoBeginsAtAMomentGetsAllThatHappenedThen() {
        Reader reader = new Reader(Feed.Cursor.START);
        reader.readAll();
        Instant middle =
                segl.server
                        .part(JdbcClient.class)
                        .sql(
                                """
                                SELECT at FROM ledger_entry WHERE subject LIKE 'letter:%'
                                 ORDER BY at DESC OFFSET 5 LIMIT 1
                                """)
                        .query((rs, _) -> rs.getTimestamp(1).toInstant())
                        .single();
        Reader late = new Reader(feed.before(middle));
        late.readAll();
        List<String> since =
                segl.server
                        .part(JdbcClient.class)
                        .sql(
                                """
                                SELECT chain || '-' || number FROM ledger_entry
                                 WHERE subject LIKE 'letter:%' AND at >= ?
                                """)
                        .param(middle.atOffset(java.time.ZoneOffset.UTC))
                        .query((rs, _) -> rs.getString(1))
                        .list();
        assertThat(late.read).containsAll(since);
        assertThat(new Reader(feed.end()).read(50)).as("nothing since").isFalse();
    }
}
