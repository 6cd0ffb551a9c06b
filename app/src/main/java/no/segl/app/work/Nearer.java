package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.segl.app.store.Ahead;
import no.segl.app.store.RuleTable;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings nearer what lies further ahead than any period of any version of the rule table: a clock
 * was wrong when it was put there, and nothing would be done for it until then.
 */
public final class Nearer {

    private static final Logger LOG = LoggerFactory.getLogger(Nearer.class);

    /** No claim lasts longer. */
    private static final Duration CLAIM = Duration.ofHours(8);

    /** Text messages wait for a working day, and no row of days off is longer. */
    private static final Duration QUIET = Duration.ofDays(14);

    private final Ahead ahead;
    private final RuleTable rules;
    private final InstantSource clock;

    public Nearer(Ahead ahead, RuleTable rules, InstantSource clock) {
        this.ahead = ahead;
        this.rules = rules;
        this.clock = clock;
    }

    /** Does it once. */
    public void run() {
        Instant now = LedgerTime.exact(clock.instant());
        List<Rules> all = rules.versions().stream().map(v -> rules.version(v.version())).toList();
        Instant looks =
                all.stream()
                        .map(version -> Deadlines.farthest(version, now))
                        .max(Comparator.naturalOrder())
                        .orElse(now);
        Ahead.Brought brought =
                ahead.bring(
                        new Ahead.Bounds(
                                looks,
                                latest(all, now, Rule.CASE_DUE, Rule.CASE_PUT_OFF),
                                latest(all, now, Rule.NOTICE_TRIED).plus(QUIET),
                                latest(
                                        all,
                                        now,
                                        Rule.PRINT_SILENT,
                                        Rule.PRINT_LOOK,
                                        Rule.KEEP_PRINT_TRACES),
                                now.plus(CLAIM)),
                        now);
        int rounds = ahead.forgetRounds(now.plus(Letter.AHEAD));
        int woken = ahead.wake();
        if (brought.all() + rounds + woken > 0) {
            LOG.error(
                    "A clock was far ahead: {} letters, {} cases, {} notices and {} print jobs are"
                            + " looked after now, {} days of rounds and {} pauses put away",
                    brought.letters(),
                    brought.cases(),
                    brought.notices(),
                    brought.jobs(),
                    rounds,
                    woken);
        }
    }

    private static Instant latest(List<Rules> all, Instant now, Rule... periods) {
        Instant from = now.plus(Letter.AHEAD);
        return all.stream()
                .flatMap(version -> Stream.of(periods).map(version::row))
                .map(row -> row.after(from))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }
}
