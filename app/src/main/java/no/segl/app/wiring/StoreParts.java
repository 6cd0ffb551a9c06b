package no.segl.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import no.segl.app.office.Ids;
import no.segl.app.store.Attention;
import no.segl.app.store.Cares;
import no.segl.app.store.Categories;
import no.segl.app.store.Changes;
import no.segl.app.store.Checks;
import no.segl.app.store.Contacts;
import no.segl.app.store.Deputies;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueWork;
import no.segl.app.store.EventFeed;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Inbox;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Memberships;
import no.segl.app.store.Months;
import no.segl.app.store.Persons;
import no.segl.app.store.Readers;
import no.segl.app.store.Readiness;
import no.segl.app.store.ReceivedLetters;
import no.segl.app.store.Recipients;
import no.segl.app.store.RegisterState;
import no.segl.app.store.Requests;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Seals;
import no.segl.app.store.SendingPolicies;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Shares;
import no.segl.app.store.Situations;
import no.segl.app.store.Successions;
import no.segl.app.store.Surveys;
import no.segl.app.store.Units;
import no.segl.app.store.UploadRows;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the store, on the database that {@link Server} opened. */
@Configuration(proxyBeanMethods = false)
class StoreParts {

    @Bean
    JdbcTemplate template(HikariDataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbc(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    PlatformTransactionManager transactions(HikariDataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    RuleTable rules(JdbcClient jdbc) {
        return new RuleTable(jdbc);
    }

    @Bean
    Changes changes(TransactionTemplate transaction, JdbcTemplate template, RuleTable rules) {
        return new Changes(transaction, template, new LedgerRows(template), rules);
    }

    @Bean
    RegisterState registerState(JdbcClient jdbc) {
        return new RegisterState(jdbc);
    }

    @Bean
    Successions successions(JdbcClient jdbc) {
        return new Successions(jdbc);
    }

    @Bean
    Units units(JdbcClient jdbc) {
        return new Units(jdbc);
    }

    @Bean
    Persons persons(JdbcClient jdbc) {
        return new Persons(jdbc);
    }

    @Bean
    Grants grants(JdbcClient jdbc) {
        return new Grants(jdbc);
    }

    @Bean
    Shares shares(JdbcClient jdbc) {
        return new Shares(jdbc);
    }

    @Bean
    Holders holders(JdbcClient jdbc) {
        return new Holders(jdbc);
    }

    @Bean
    Memberships memberships(JdbcClient jdbc) {
        return new Memberships(jdbc);
    }

    @Bean
    Contacts contacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    @Bean
    DueNotices dueNotices(JdbcClient jdbc) {
        return new DueNotices(jdbc);
    }

    @Bean
    Seals seals(JdbcClient jdbc) {
        return new Seals(jdbc);
    }

    @Bean
    Situations situations(JdbcClient jdbc, Ids ids, Settings settings) {
        return new Situations(
                jdbc, ids::uuid, settings.printer().isPresent(), NoticeParts.channels(settings));
    }

    @Bean
    Attention attention(JdbcClient jdbc, RuleTable rules) {
        return new Attention(jdbc, rules);
    }

    @Bean
    Requests requests(JdbcClient jdbc) {
        return new Requests(jdbc);
    }

    @Bean
    Readiness readiness(JdbcClient jdbc) {
        return new Readiness(jdbc);
    }

    @Bean
    Recipients recipients(JdbcClient jdbc, Settings settings) {
        return new Recipients(jdbc, NoticeParts.channels(settings));
    }

    @Bean
    Surveys surveys(JdbcClient jdbc, Recipients recipients, Categories categories) {
        return new Surveys(jdbc, recipients, categories);
    }

    @Bean
    Checks checks(JdbcClient jdbc) {
        return new Checks(jdbc);
    }

    @Bean
    SendingPolicies sendingPolicies(JdbcClient jdbc) {
        return new SendingPolicies(jdbc);
    }

    @Bean
    Categories categories(JdbcClient jdbc) {
        return new Categories(jdbc);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    Deputies deputies(JdbcClient jdbc) {
        return new Deputies(jdbc);
    }

    @Bean
    Cares cares(JdbcClient jdbc) {
        return new Cares(jdbc);
    }

    @Bean
    Readers readers(JdbcClient jdbc) {
        return new Readers(jdbc);
    }

    @Bean
    SentLetters sent(JdbcClient jdbc) {
        return new SentLetters(jdbc);
    }

    @Bean
    WatchFigures watchFigures(JdbcClient jdbc) {
        return new WatchFigures(jdbc);
    }

    @Bean
    Months months(JdbcClient jdbc, TransactionTemplate transaction) {
        return new Months(jdbc, transaction);
    }

    @Bean
    Watched watched(JdbcClient jdbc, Recipients recipients) {
        return new Watched(jdbc, recipients);
    }

    @Bean
    ReceivedLetters received(JdbcClient jdbc) {
        return new ReceivedLetters(jdbc);
    }

    @Bean
    LetterContents contents(JdbcClient jdbc) {
        return new LetterContents(jdbc);
    }

    @Bean
    Ledger ledger(JdbcClient jdbc) {
        return new Ledger(jdbc);
    }

    @Bean
    EventFeed eventFeed(JdbcClient jdbc, TransactionTemplate transaction) {
        return new EventFeed(jdbc, transaction);
    }

    @Bean
    UploadRows uploadRows(TransactionTemplate transaction, JdbcClient jdbc) {
        return new UploadRows(transaction, jdbc);
    }

    @Bean
    DueWork dueWork(JdbcClient jdbc) {
        return new DueWork(jdbc);
    }
}
