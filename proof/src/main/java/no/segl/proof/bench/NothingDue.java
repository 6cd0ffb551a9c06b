package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Ahead;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWebhooks;
import no.segl.app.store.DueWork;
import no.segl.app.store.EventFeed;
import no.segl.app.store.ExportRows;
import no.segl.app.store.LostReaders;
import no.segl.app.store.Upkeep;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Looks;
import no.segl.app.work.Losses;
import no.segl.app.work.Nearer;
import no.segl.app.work.Notices;
import no.segl.core.letter.Notice;

/**
 * What it costs to find that nothing is due, of each kind of work that is woken every minute or
 * more often, and of those of every hour that ask about letters.
 */
final class NothingDue {

    private static final int ASKED = 300;
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final int FAILURES = 5;

    private final SweepNode node;
    private final Mail mail;
    private final InstantSource clock;
    private final PrintWriter out;

    NothingDue(SweepNode node, Mail mail, InstantSource clock, PrintWriter out) {
        this.node = node;
        this.mail = mail;
        this.clock = clock;
        this.out = out;
    }

    /** Something that is asked, and how many are due by the answer. */
    private interface Asked {
        int due();
    }

    /** Asks each and prints a row for it. */
    void measure() throws Exception {
        for (Map.Entry<String, Asked> one : everything().entrySet()) {
            Asked asked = one.getValue();
            Latencies.Deed ask =
                    (_, _) -> {
                        if (asked.due() != 0) {
                            throw new IOException("something is due: " + one.getKey());
                        }
                    };
            Latencies.of(1, ASKED / 3, ask);
            Latencies found = Latencies.of(1, ASKED, ask);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |%n",
                    one.getKey(),
                    found.millis(50),
                    found.millis(99));
            out.flush();
        }
    }

    private Map<String, Asked> everything() {
        Looks looks = node.looks(clock);
        CaseSweep cases = node.cases();
        Notices notices = node.notices(mail);
        DuePrints prints = new DuePrints(node.jdbc());
        EventFeed feed = node.feed();
        DueWebhooks webhooks = new DueWebhooks(node.jdbc());
        ExportRows exports = new ExportRows(node.jdbc());
        DueWork destructions = new DueWork(node.jdbc());
        Losses losses = new Losses(new LostReaders(node.jdbc()), clock);
        Nearer nearer = new Nearer(new Ahead(node.jdbc()), node.rules(), clock);
        Map<String, Asked> all = new LinkedHashMap<>();
        all.put("looks: the whole round, one lane", looks::run);
        all.put("cases: the whole round", cases::run);
        all.put("notices: the whole round", notices::run);
        all.put("prints: the claim", () -> prints.claim(now(), now().plus(CLAIM), 1).size());
        all.put("events: the whole round", () -> feed.note(now()));
        all.put(
                "webhooks: the claim, one lane",
                () -> webhooks.claim(now(), CLAIM, feed.end()).isPresent() ? 1 : 0);
        all.put(
                "files: the claim, one lane",
                () ->
                        exports.claim(UUID.randomUUID(), now(), now().plus(CLAIM)).isPresent()
                                ? 1
                                : 0);
        all.put("health, as the ping asks", this::late);
        all.put(
                "each hour: content to destroy, the claim",
                () -> destructions.claimDestructions(now(), CLAIM, 1).size());
        all.put("each hour: letters that lost their readers", losses::run);
        all.put(
                "each hour: rules that bring looks nearer",
                () -> {
                    nearer.run();
                    return 0;
                });
        return all;
    }

    private Instant now() {
        return clock.instant();
    }

    private int late() {
        Upkeep upkeep = new Upkeep(node.jdbc(), Set.of(Notice.Channel.EMAIL));
        Upkeep.Overdue overdue = upkeep.overdue(now().minus(Duration.ofMinutes(15)));
        Instant day = now().minus(Duration.ofDays(1));
        Upkeep.Stuck stuck = upkeep.stuck(FAILURES, day, day, now());
        return Math.toIntExact(
                overdue.letters()
                        + overdue.stuck()
                        + stuck.cases()
                        + stuck.contents()
                        + stuck.notices()
                        + stuck.jobs());
    }
}
