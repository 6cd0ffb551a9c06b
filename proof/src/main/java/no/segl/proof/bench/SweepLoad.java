package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
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
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EventFeed;
import no.segl.app.work.Looks;
import no.segl.core.id.OrgNumber;

/** What it costs to do all that falls due at once, and to find that nothing is due. */
final class SweepLoad {

    private static final int SENDERS = 16;

    /** In how many lanes one node looks at letters, as no.segl.app.wiring.Scheduling has it. */
    private static final int LANES = 4;

    private static final String COUNTS =
            """
            SELECT CASE WHEN count(*) FILTER (WHERE looks > 1) = 0
                             AND count(*) FILTER (WHERE looks = 1) = (SELECT count(*) FROM notice
                                                                       WHERE state = 'ORDERED')
                             AND count(*) FILTER (WHERE looks = 1)
                                 = (SELECT count(DISTINCT letter) FROM notice WHERE state = 'ORDERED')
                             AND count(*) FILTER (WHERE looks = 1)
                                 = (SELECT count(*) FROM ledger_entry WHERE type = 'LetterLookedAt')
                        THEN count(*) FILTER (WHERE looks = 1) ELSE -1 END
              FROM letter
            """;

    private final DatabaseAddress address;
    private final PrintWriter out;
    private final InstantSource clock;

    SweepLoad(DatabaseAddress address, PrintWriter out, InstantSource clock) {
        this.address = address;
        this.out = out;
        this.clock = clock;
    }

    /**
     * How much is measured.
     *
     * @param due how many letters fall due in the same minute
     * @param most how long they are looked at; the rest is put off then
     * @param notices how many go out in a round
     * @param closed how many closed letters lie there, from few to many
     */
    record Size(int due, Duration most, int notices, List<Long> closed) {}

    /** So many nodes, in words. */
    static String said(int nodes) {
        return nodes == 1 ? "1 node" : nodes + " nodes";
    }

    /** Measures. */
    void measure(Size size) throws Exception {
        Database.migrate(address);
        try (Bulk bulk = new Bulk(address);
                NoticeLoad notices = new NoticeLoad(bulk, out);
                SweepNode one = new SweepNode(address, clock);
                SweepNode other = new SweepNode(address, clock)) {
            List<OrgNumber> places = world(bulk);
            List<List<SweepNode>> nodes = List.of(List.of(one), List.of(one, other));
            out.println("| notices that go out | messages a second | notices a second |");
            out.println("|---|---|---|");
            for (List<SweepNode> some : nodes) {
                notices.round(some, size.notices(), size.notices());
                notices.round(some, size.notices(), size.notices() / 100);
            }
            out.println();
            out.println("| letters due in the same minute | looked at a second |");
            out.println("|---|---|");
            for (List<SweepNode> some : nodes) {
                looks(bulk, some, size);
            }
            out.println();
            feed(one.feed());
            nothingDue(bulk, one, notices.mail(), places, size);
        }
    }

    private void looks(Bulk bulk, List<SweepNode> nodes, Size size) throws Exception {
        fallDue(bulk, size.due());
        long before = lookedAtOnce(bulk);
        double seconds = sweep(nodes, size.most());
        long done = lookedAtOnce(bulk) - before;
        out.printf(
                Locale.ROOT,
                "| %,d letters of %d senders, %s: %,d in %.0f s, each once | %.0f |%n",
                size.due(),
                SENDERS,
                said(nodes.size()),
                done,
                seconds,
                done / seconds);
        out.flush();
    }

    private void nothingDue(Bulk bulk, SweepNode node, Mail mail, List<OrgNumber> places, Size size)
            throws Exception {
        bulk.into(
                Set.of("letter", "notice"),
                () ->
                        bulk.run(
                                """
                                UPDATE letter SET next_look_at = now() + interval '9 years',
                                       claimed_until = NULL
                                 WHERE next_look_at < now();
                                UPDATE notice SET state = 'DROPPED', next_attempt_at = NULL
                                 WHERE state = 'ORDERED'
                                """));
        OldPost old = new OldPost(bulk, places.getFirst(), places);
        long there = 0;
        for (long wanted : size.closed()) {
            double filled = wanted > there ? old.add(wanted - there) : 0;
            there = wanted;
            out.printf(
                    Locale.ROOT,
                    "| nothing due, beside %,d closed letters (put there in %.0f s) | p50 ms | p99"
                            + " ms |%n|---|---|---|%n",
                    wanted,
                    filled);
            new NothingDue(node, mail, clock, out).measure();
            out.println();
        }
    }

    /** What the sweeps have written gets its place in the feed of events. */
    private void feed(EventFeed feed) {
        long begun = System.nanoTime();
        long all = 0;
        for (int some = feed.note(clock.instant()); some > 0; some = feed.note(clock.instant())) {
            all += some;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                Locale.ROOT,
                "%,d entries of the ledger got their place in the feed of events: %.0f a"
                        + " second.%n%n",
                all,
                all / seconds);
    }

    private static List<OrgNumber> world(Bulk bulk) throws SQLException {
        List<OrgNumber> numbers = new ArrayList<>();
        for (int n = 310_000_000; numbers.size() < SENDERS + 1; n++) {
            OrgNumber.parse(Integer.toString(n)).ifPresent(numbers::add);
        }
        for (OrgNumber number : numbers) {
            bulk.run(
                    "INSERT INTO unit (number, name, kind) VALUES ('%s', 'Enhet %s', 'MAIN_UNIT')"
                            .formatted(number.value(), number.value()));
        }
        bulk.run(
                """
                INSERT INTO person (id, issuer, subject, name)
                VALUES (gen_random_uuid(), 'https://issuer.example', 'reader', 'Rolig Leser');
                INSERT INTO access_grant (id, person, unit, power, category, valid_from)
                SELECT gen_random_uuid(), p.id, u.number, 'READ', 'GENERAL', now() - interval '1 day'
                  FROM person p, unit u;
                INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title)
                SELECT gen_random_uuid(), number, 'bench', '\\x00', now(), 'Brev' FROM unit
                 WHERE number <> (SELECT max(number) FROM unit);
                """);
        return numbers;
    }

    /**
     * That many have been available for an hour, each with somebody who can open it. What was left
     * of the last time is among them.
     */
    private static void fallDue(Bulk bulk, int letters) throws SQLException {
        long left =
                bulk.number(
                        "SELECT count(*) FROM letter WHERE next_look_at < now()"
                                + " AND claimed_until IS NULL");
        bulk.into(
                Set.of("letter"),
                () ->
                        bulk.run(
                                """
                                INSERT INTO letter (id, dispatch, sender, recipient, category,
                                       language, state, accepted_at, available_at, rules,
                                       next_look_at, next_look_reason, next_look_owner)
                                SELECT uuidv7(), d.id, d.sender, (SELECT max(number) FROM unit),
                                       'GENERAL', 'nb', 'AVAILABLE', now() - interval '1 hour',
                                       now() - interval '1 hour', (SELECT max(version) FROM rule),
                                       now() - interval '1 minute', 'NOTIFY', 'RECIPIENT'
                                  FROM generate_series(1, %d) g
                                  JOIN (SELECT row_number() OVER (ORDER BY sender) - 1 AS n, id,
                                               sender
                                          FROM dispatch) d ON d.n = g %% %d
                                """
                                        .formatted(letters - left, SENDERS)));
    }

    private double sweep(List<SweepNode> nodes, Duration most) throws Exception {
        Instant end = clock.instant().plus(most);
        Instant before = clock.instant().minus(Duration.ofDays(1));
        // Once the time is up nothing is due any more, by the clock of those who look.
        InstantSource until =
                () -> {
                    Instant now = clock.instant();
                    return now.isBefore(end) ? now : before;
                };
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size() * LANES)) {
            List<Future<Long>> all = new ArrayList<>();
            for (SweepNode node : nodes) {
                Looks looks = node.looks(until);
                for (int lane = 0; lane < LANES; lane++) {
                    all.add(
                            threads.submit(() -> {
                                looks.run();
                                return System.nanoTime();
                            }));
                }
            }
            long ended = begun;
            for (Future<Long> one : all) {
                ended = Math.max(ended, one.get());
            }
            return (ended - begun) / 1e9;
        }
    }

    /**
     * How many have been looked at. Each once, with its one notice, or the figure is worth nothing.
     */
    private static long lookedAtOnce(Bulk bulk) throws Exception {
        long looked = bulk.number(COUNTS);
        if (looked < 0) {
            throw new IOException(
                    "looks in the ledger, letters looked at once, letters told of and notices are"
                            + " not the same number");
        }
        return looked;
    }
}
