package no.segl.proof.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.mail.Security;
import no.segl.app.connect.mail.Server;
import no.segl.app.connect.mail.SmtpMail;
import no.segl.app.work.Notices;

/**
 * Rounds of notices over SMTP, to a real server in this process that keeps what comes in memory: so
 * many to one person each, and so many to few who hold many each.
 */
final class NoticeLoad implements AutoCloseable {

    private final Bulk bulk;
    private final PrintWriter out;
    private final GreenMail server;

    NoticeLoad(Bulk bulk, PrintWriter out) {
        this.bulk = bulk;
        this.out = out;
        this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** The way to that server. */
    Mail mail() {
        return new SmtpMail(
                new SmtpMail.Settings(
                        new Server(
                                "127.0.0.1",
                                server.getSmtp().getPort(),
                                Security.NONE,
                                Optional.empty(),
                                Duration.ofSeconds(30)),
                        "segl@segl.example",
                        "Segl",
                        "retur@segl.example"));
    }

    /** Sends so many notices to so many persons, with all of {@code nodes} at once. */
    void round(List<SweepNode> nodes, int notices, int persons) throws Exception {
        bulk.run(
                """
                DROP TABLE IF EXISTS told;
                CREATE TEMP TABLE told AS
                SELECT g, gen_random_uuid() AS person FROM generate_series(1, %d) g;
                INSERT INTO person (id, issuer, subject, name)
                SELECT person, 'https://issuer.example', 'told ' || person, 'Rolig Leser' FROM told;
                INSERT INTO contact (id, addressee, channel, address, language, entered_at)
                SELECT gen_random_uuid(), 'person:' || person, 'EMAIL', person || '@segl.example', 'nb',
                       now()
                  FROM told;
                """
                        .formatted(persons));
        bulk.run(
                """
                DROP TABLE IF EXISTS to_tell;
                CREATE TEMP TABLE to_tell AS
                SELECT uuidv7() AS letter, t.person, d.id AS dispatch, d.sender
                  FROM generate_series(1, %d) AS each (i)
                  JOIN told t ON t.g = i %% (SELECT count(*) FROM told) + 1
                  JOIN (SELECT row_number() OVER (ORDER BY sender) - 1 AS n, id, sender
                          FROM dispatch WHERE idempotency_key = 'bench') d
                    ON d.n = i %% (SELECT count(*) FROM dispatch WHERE idempotency_key = 'bench');
                INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                       accepted_at, available_at, rules, next_look_at, next_look_reason,
                       next_look_owner, looks, steps)
                SELECT letter, dispatch, sender, (SELECT max(number) FROM unit), 'GENERAL', 'nb',
                       'AVAILABLE', now() - interval '1 hour', now() - interval '1 hour',
                       (SELECT max(version) FROM rule), now() + interval '9 years', 'RENOTIFY',
                       'RECIPIENT', 0, 1
                  FROM to_tell;
                INSERT INTO notice (id, letter, kind, addressee, ordered_at, state, next_attempt_at)
                SELECT uuidv7(), letter, 'ARRIVED', 'person:' || person, now(), 'ORDERED', now()
                  FROM to_tell;
                """
                        .formatted(notices));
        bulk.run("ANALYZE letter; ANALYZE notice; ANALYZE contact");
        long before = facts();
        long begun = System.nanoTime();
        int sent = send(nodes);
        double seconds = (System.nanoTime() - begun) / 1e9;
        check(notices, persons, sent, facts() - before);
        out.printf(
                Locale.ROOT,
                "| %,d notices to %,d persons, %s, each once | %.0f | %.0f |%n",
                notices,
                persons,
                SweepLoad.said(nodes.size()),
                persons / seconds,
                notices / seconds);
        out.flush();
    }

    private int send(List<SweepNode> nodes) throws Exception {
        int sent = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
            List<Future<Integer>> all = new ArrayList<>();
            for (SweepNode node : nodes) {
                Notices work = node.notices(mail());
                all.add(threads.submit(work::run));
            }
            for (Future<Integer> one : all) {
                sent += one.get();
            }
        }
        return sent;
    }

    private long facts() throws Exception {
        return bulk.number("SELECT count(*) FROM ledger_entry WHERE type = 'NoticeSent'");
    }

    /** Each person got one message, and each notice is one fact, or the figure is worth nothing. */
    private void check(int notices, int persons, int sent, long facts) throws Exception {
        Set<String> to = new HashSet<>();
        Set<String> ids = new HashSet<>();
        MimeMessage[] came = server.getReceivedMessages();
        for (MimeMessage message : came) {
            to.add(message.getAllRecipients()[0].toString());
            ids.add(message.getMessageID());
        }
        long done =
                bulk.number(
                        "SELECT count(*) FROM notice WHERE state = 'SENT' AND attempts = 1"
                                + " AND letter IN (SELECT letter FROM to_tell)");
        List<Long> all =
                List.of((long) sent, (long) came.length, (long) to.size(), (long) ids.size());
        if (all.stream().anyMatch(n -> n != persons) || done != notices || facts != notices) {
            throw new IOException(
                    "sent, came, to different persons, with different ids: "
                            + all
                            + " of "
                            + persons
                            + "; notices and facts: "
                            + List.of(done, facts)
                            + " of "
                            + notices);
        }
        server.purgeEmailFromAllMailboxes();
    }

    @Override
    public void close() {
        server.stop();
    }
}
