package no.segl.app.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.RoutineTexts;
import no.segl.app.office.Access;
import no.segl.app.office.ControlDesk;
import no.segl.app.office.Ids;
import no.segl.app.store.Breaches;
import no.segl.app.store.Categories;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.ControlNotices;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.FigureReports;
import no.segl.app.store.Holders;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.Readiness;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.store.Units;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import no.segl.app.work.BreachSweep;
import no.segl.app.work.ControlMail;
import no.segl.app.work.ControlSweep;
import no.segl.app.work.Standings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The routine: controls that fall due, figures by e-mail, and what may be a breach. */
@Configuration(proxyBeanMethods = false)
class RoutineParts {

    @Bean
    Controls controls(JdbcClient jdbc) {
        return new Controls(jdbc);
    }

    @Bean
    ControlRuns controlRuns(JdbcClient jdbc) {
        return new ControlRuns(jdbc);
    }

    @Bean
    FigureReports figureReports(JdbcClient jdbc) {
        return new FigureReports(jdbc);
    }

    @Bean
    ControlNotices controlNotices(JdbcClient jdbc) {
        return new ControlNotices(jdbc);
    }

    @Bean
    Breaches breaches(JdbcClient jdbc) {
        return new Breaches(jdbc);
    }

    @Bean
    ControlChanges controlChanges(TransactionTemplate transaction, JdbcTemplate template) {
        return new ControlChanges(transaction, template, new LedgerRows(template));
    }

    @Bean
    ControlDesk.Counted counted(
            Watched watched, Readiness readiness, Units units, Categories categories) {
        return new ControlDesk.Counted(watched, readiness, units, categories);
    }

    @Bean
    ControlDesk controlDesk(
            ControlChanges changes,
            FigureReports reports,
            Access access,
            ControlDesk.Counted counted,
            Holders holders,
            Ids ids,
            InstantSource clock) {
        return new ControlDesk(changes, reports, access, counted, holders, ids, clock);
    }

    @Bean
    ControlSweep controlSweep(
            Controls controls,
            ControlRuns runs,
            ControlChanges changes,
            Holders holders,
            RuleTable rules,
            SecureRandom random,
            InstantSource clock) {
        return new ControlSweep(controls, runs, changes, holders, rules, random, clock);
    }

    @Bean
    Standings standings(
            Units units,
            Watched watched,
            WatchFigures figures,
            ControlRuns runs,
            Breaches breaches,
            Holders holders,
            RuleTable rules,
            ControlChanges changes) {
        return new Standings(
                new Standings.Counted(units, watched, figures, runs, breaches),
                holders,
                rules,
                changes);
    }

    @Bean
    ControlMail.Rows told(
            ControlNotices notices,
            ControlRuns runs,
            FigureReports reports,
            Contacts contacts,
            Holders holders) {
        return new ControlMail.Rows(notices, runs, reports, contacts, holders);
    }

    @Bean
    ControlMail controlMail(
            ControlMail.Rows rows,
            ControlDesk desk,
            Standings standings,
            Mail mail,
            Settings settings,
            SecureRandom random,
            InstantSource clock) {
        return new ControlMail(
                rows, desk, standings, mail, new RoutineTexts(settings.publicUrl()), random, clock);
    }

    @Bean
    BreachSweep breachSweep(
            Breaches breaches,
            Changes changes,
            Situations situations,
            RuleTable rules,
            InstantSource clock) {
        return new BreachSweep(breaches, changes, situations, rules, clock);
    }
}
