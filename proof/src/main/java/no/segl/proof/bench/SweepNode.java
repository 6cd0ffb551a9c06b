package no.segl.proof.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Ids;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueWork;
import no.segl.app.store.EventFeed;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.Recipients;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Looks;
import no.segl.app.work.Notices;
import no.segl.core.letter.Notice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node as far as it does what falls due: connections of its own, and every part that {@code
 * no.segl.app.wiring} makes for that, made once.
 */
final class SweepNode implements AutoCloseable {

    /** As many as a node has, unless it is told otherwise. */
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Changes changes;
    private final RuleTable rules;
    private final Ids ids;
    private final InstantSource clock;

    SweepNode(DatabaseAddress address, InstantSource clock) {
        this.pool = Database.open(address, CONNECTIONS);
        JdbcTemplate template = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.rules = new RuleTable(jdbc);
        this.changes = new Changes(transactions, template, new LedgerRows(template), rules);
        this.ids = new Ids(clock, new SecureRandom());
        this.clock = clock;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    RuleTable rules() {
        return rules;
    }

    EventFeed feed() {
        return new EventFeed(jdbc, transactions);
    }

    /** What looks at letters, for all lanes of the node, by {@code clock}. */
    Looks looks(InstantSource clock) {
        return new Looks(
                new DueWork(jdbc),
                changes,
                situations(),
                new Recipients(jdbc, Set.of(Notice.Channel.EMAIL)),
                clock);
    }

    CaseSweep cases() {
        return new CaseSweep(new DueCases(jdbc), new Cases(jdbc), changes, situations(), clock);
    }

    /** What sends notices, by {@code mail}. */
    Notices notices(Mail mail) {
        return new Notices(
                new Notices.Parts(
                        new DueNotices(jdbc),
                        new Contacts(jdbc),
                        changes,
                        situations(),
                        mail,
                        Optional.empty(),
                        new NoticeTexts(URI.create("https://segl.example")),
                        rules,
                        new Troubles(jdbc),
                        Duration.ofHours(1),
                        new SecureRandom(),
                        clock));
    }

    private Situations situations() {
        return new Situations(jdbc, ids::uuid);
    }

    @Override
    public void close() {
        pool.close();
    }
}
