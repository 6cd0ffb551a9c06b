package no.segl.app.wiring;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import no.segl.app.connect.webhook.HttpWebhook;
import no.segl.app.connect.webhook.Signer;
import no.segl.app.connect.webhook.Webhook;
import no.segl.app.event.CloudEvents;
import no.segl.app.office.Access;
import no.segl.app.office.Feed;
import no.segl.app.office.Ids;
import no.segl.app.office.WebhookDesk;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.DueWebhooks;
import no.segl.app.store.EventFeed;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.store.WebhookChanges;
import no.segl.app.store.WebhookList;
import no.segl.app.work.WebhookRound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How machines are told what happens: what they read, and what is sent to them. */
@Configuration(proxyBeanMethods = false)
class EventParts {

    @Bean
    Feed feed(EventFeed feed, Ledger ledger, InstantSource clock) {
        return new Feed(feed, ledger, clock);
    }

    @Bean
    CloudEvents cloudEvents(Settings settings) {
        return new CloudEvents(settings.publicUrl());
    }

    @Bean
    WebhookList webhookList(JdbcClient jdbc) {
        return new WebhookList(jdbc);
    }

    @Bean
    Signer signer(NumberKey key) {
        return new Signer(key::derive);
    }

    @Bean
    WebhookDesk webhookDesk(
            TransactionTemplate transaction,
            JdbcTemplate template,
            Feed feed,
            Signer signer,
            Access access,
            Ids ids,
            InstantSource clock,
            Settings settings) {
        return new WebhookDesk(
                new WebhookChanges(transaction, template, new LedgerRows(template)),
                feed,
                signer,
                access,
                ids,
                clock,
                settings.webhooksInside());
    }

    @Bean
    HttpWebhook webhook(Signer signer, Settings settings) throws NoSuchAlgorithmException {
        return new HttpWebhook(signer, settings.webhooksInside(), SSLContext.getDefault());
    }

    @Bean
    WebhookRound.Parts webhookParts(
            JdbcClient jdbc,
            WebhookList list,
            Feed feed,
            CloudEvents form,
            Units units,
            Webhook way,
            Troubles troubles,
            SecureRandom random,
            InstantSource clock) {
        return new WebhookRound.Parts(
                new DueWebhooks(jdbc), list, feed, form, units, way, troubles, random, clock);
    }

    @Bean
    WebhookRound webhookRound(WebhookRound.Parts parts) {
        return new WebhookRound(parts);
    }
}
