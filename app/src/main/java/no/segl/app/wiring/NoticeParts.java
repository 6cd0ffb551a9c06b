package no.segl.app.wiring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.segl.app.connect.mail.Bounces;
import no.segl.app.connect.mail.ImapBounces;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.mail.SmtpMail;
import no.segl.app.connect.ping.Ping;
import no.segl.app.connect.sms.HttpSms;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Administration;
import no.segl.app.office.CheckDesk;
import no.segl.app.store.Attention;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.DueNotices;
import no.segl.app.store.Places;
import no.segl.app.store.Reminders;
import no.segl.app.store.Requests;
import no.segl.app.store.Reviews;
import no.segl.app.store.Rounds;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.store.Upkeep;
import no.segl.app.work.AccessReminders;
import no.segl.app.work.Notices;
import no.segl.app.work.Reports;
import no.segl.app.work.Returned;
import no.segl.core.letter.Notice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How notices go out, how what becomes of them comes back, and who is told that all is well. */
@Configuration(proxyBeanMethods = false)
class NoticeParts {

    /** The ways out that there are. */
    static Set<Notice.Channel> channels(Settings settings) {
        return settings.sms().isPresent()
                ? EnumSet.allOf(Notice.Channel.class)
                : EnumSet.of(Notice.Channel.EMAIL);
    }

    @Bean
    Mail mail(Settings settings) {
        return settings.mail().<Mail>map(line -> new SmtpMail(line.smtp())).orElseGet(NoMail::new);
    }

    @Bean
    NoticeTexts noticeTexts(Settings settings) {
        return new NoticeTexts(settings.publicUrl());
    }

    @Bean
    SmsLine smsLine(Settings settings) {
        return new SmsLine(settings.sms().map(HttpSms::new));
    }

    @Bean
    Notices.Parts noticeParts(
            DueNotices due,
            Contacts contacts,
            Changes changes,
            Situations situations,
            Mail mail,
            SmsLine sms,
            NoticeTexts texts,
            RuleTable rules,
            Troubles troubles,
            Settings settings,
            SecureRandom random,
            InstantSource clock) {
        return new Notices.Parts(
                due,
                contacts,
                changes,
                situations,
                mail,
                sms.gateway().map(Sms.class::cast),
                texts,
                rules,
                troubles,
                settings.mail().map(Settings.MailLine::gather).orElse(Duration.ofHours(1)),
                random,
                clock);
    }

    @Bean
    Notices notices(Notices.Parts parts) {
        return new Notices(parts);
    }

    @Bean
    Reports reports(Settings settings, SmsLine sms, JdbcClient jdbc, Notices.Parts parts) {
        Optional<Bounces> bounces =
                settings.mail()
                        .flatMap(line ->
                                line.bounces()
                                        .map(at ->
                                                new ImapBounces(
                                                        at,
                                                        line.smtp(),
                                                        ImapBounces.Folders.usual())));
        return new Reports(
                bounces, sms.gateway().map(Sms.class::cast), new Places(jdbc), new Returned(parts));
    }

    @Bean
    AccessReminders accessReminders(
            JdbcClient jdbc,
            RuleTable rules,
            Contacts contacts,
            Administration administration,
            CheckDesk checks,
            Mail mail,
            SmsLine sms,
            NoticeTexts texts,
            SecureRandom random,
            InstantSource clock) {
        return new AccessReminders(
                new AccessReminders.Parts(
                        new Reminders(jdbc),
                        new Reviews(jdbc),
                        new Attention(jdbc, rules),
                        new Requests(jdbc),
                        rules,
                        contacts,
                        administration,
                        checks,
                        mail,
                        sms.gateway().map(Sms.class::cast),
                        texts,
                        random,
                        clock));
    }

    @Bean
    Upkeep upkeep(JdbcClient jdbc, Settings settings) {
        return new Upkeep(jdbc, channels(settings));
    }

    @Bean
    Troubles troubles(JdbcClient jdbc) {
        return new Troubles(jdbc);
    }

    @Bean
    Rounds rounds(JdbcClient jdbc) {
        return new Rounds(jdbc);
    }

    @Bean
    PingLine pingLine(Settings settings) {
        return new PingLine(settings.ping().map(Ping::new));
    }

    /** A gateway for text messages, if there is one. */
    record SmsLine(Optional<HttpSms> gateway) implements AutoCloseable {
        @Override
        public void close() {
            gateway.ifPresent(HttpSms::close);
        }
    }

    /** Who is told that all is well, if anybody is. */
    record PingLine(Optional<Ping> ping) implements AutoCloseable {
        @Override
        public void close() {
            ping.ifPresent(Ping::close);
        }
    }
}
