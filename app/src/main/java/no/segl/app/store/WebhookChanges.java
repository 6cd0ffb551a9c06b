package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.webhook.WebhookFact;
import no.segl.core.webhook.WebhookFact.WebhookEnded;
import no.segl.core.webhook.WebhookFact.WebhookMade;
import no.segl.core.webhook.WebhookFact.WebhookReplayed;
import no.segl.core.webhook.Webhooks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door through which webhooks are made, ended and begun anew: each with its entry. */
public final class WebhookChanges {

    private final Commits commits;
    private final JdbcClient jdbc;
    private final LedgerRows ledger;

    public WebhookChanges(
            TransactionTemplate transaction, JdbcTemplate template, LedgerRows ledger) {
        this.jdbc = JdbcClient.create(template);
        this.commits = new Commits(transaction, jdbc);
        this.ledger = ledger;
    }

    /**
     * Where a webhook begins in the feed.
     *
     * @param mark of the entry there
     */
    public record Begin(long position, String mark) {}

    /** Makes one, if it may be; nobody else makes one for that unit meanwhile. */
    public Webhooks.Reply make(
            WebhookMade made, String address, Begin begin, Clearance by, Act act) {
        return commits.commit(_ -> {
            new Units(jdbc).hold(made.unit());
            int there =
                    jdbc.sql("SELECT count(*) FROM webhook WHERE unit = ? AND ended_at IS NULL")
                            .param(made.unit().value())
                            .query(Integer.class)
                            .single();
            Decision<WebhookFact, Webhooks.Reply> decision = Webhooks.make(made, there, by);
            if (!decision.facts().isEmpty()) {
                insert(made, address, begin, act.at());
            }
            return append(made.unit(), decision, act);
        });
    }

    private void insert(WebhookMade made, String address, Begin begin, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO webhook (id, unit, address, received, made_at, position, mark,
                               next_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(made.webhook())
                .param(made.unit().value())
                .param(address)
                .param(made.received())
                .param(at(now))
                .param(begin.position())
                .param(begin.mark())
                .param(at(now))
                .update();
    }

    /** Ends one. What is under way there may still arrive. */
    public Webhooks.Reply end(OrgNumber unit, UUID webhook, Clearance by, Act act) {
        return change(
                new WebhookEnded(unit, webhook),
                by,
                act,
                () ->
                        jdbc.sql("UPDATE webhook SET ended_at = ?, claim = NULL WHERE id = ?")
                                .param(at(act.at()))
                                .param(webhook)
                                .update());
    }

    /** Begins one anew from a place in the feed; whoever is sending to it now leaves it. */
    public Webhooks.Reply replay(OrgNumber unit, UUID webhook, Begin begin, Clearance by, Act act) {
        return change(
                new WebhookReplayed(unit, webhook, begin.position()),
                by,
                act,
                () ->
                        jdbc.sql(
                                        """
                                        UPDATE webhook
                                           SET position = ?, mark = ?, next_at = ?, failures = 0,
                                               failing_since = NULL, claim = NULL,
                                               claimed_until = NULL
                                         WHERE id = ?
                                        """)
                                .param(begin.position())
                                .param(begin.mark())
                                .param(at(act.at()))
                                .param(webhook)
                                .update());
    }

    private Webhooks.Reply change(WebhookFact fact, Clearance by, Act act, Runnable apply) {
        return commits.commit(_ -> {
            Decision<WebhookFact, Webhooks.Reply> decision = Webhooks.change(fact, by);
            if (!decision.facts().isEmpty()) {
                apply.run();
            }
            return append(fact.unit(), decision, act);
        });
    }

    private Webhooks.Reply append(
            OrgNumber unit, Decision<WebhookFact, Webhooks.Reply> decision, Act act) {
        ledger.append(unit, decision.facts(), act.actor(), decision.right(), act.at());
        return decision.reply();
    }
}
