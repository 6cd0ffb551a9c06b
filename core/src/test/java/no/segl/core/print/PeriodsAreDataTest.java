package no.segl.core.print;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.SampleRules;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.notice.QuietHours;
import no.segl.core.notice.Retry;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.Posted;
import org.junit.jupiter.api.Test;

/** Another table, other times: none of them is in the code. */
class PeriodsAreDataTest {

    private static final Rules RULES = SampleRules.THREE;
    private static final PrintJob AT_PRINTER =
            new HandedOver(Samples.ORDER, SENT, 1, SENT, Optional.empty(), Optional.empty());

    @Test
    void stepsThatWereMissedAreAsFarApartAsTheTableSays() {
        Instant late = SENT.plus(Duration.ofDays(40));
        Available behind =
                new Available(
                        AVAILABLE.envelope(),
                        SENT,
                        SENT,
                        2,
                        Optional.of(late),
                        new Chase(2, Optional.of(SENT), true, false).chased(late));
        assertThat(next(behind, RULES)).isEqualTo(RULES.row(Rule.BETWEEN_STEPS).after(late));
        Rules slower = with(Rule.BETWEEN_STEPS, 3);
        assertThat(next(behind, slower)).isEqualTo(late.plus(Duration.ofDays(3)));
    }

    private static Instant next(Available letter, Rules rules) {
        return Deadlines.nextLook(letter, rules).orElseThrow().at();
    }

    @Test
    void aNoticeOfWhichNothingCanBeWrittenIsLostAfterTwiceItsTime() {
        Instant late = SENT.plus(Duration.ofDays(5));
        assertThat(Retry.isLost(SENT, RULES, late)).isFalse();
        assertThat(Retry.isLost(SENT, with(Rule.NOTICE_TRIED, 2), late)).isTrue();
    }

    @Test
    void paperThatIsSilentIsLookedAtAsOftenAsTheTableSays() {
        Instant silent = RULES.row(Rule.PRINT_SILENT).after(SENT);
        assertThat(PrintLook.waiting(AT_PRINTER, RULES, SENT)).isEqualTo(silent);
        assertThat(PrintLook.waiting(AT_PRINTER, RULES, silent))
                .isEqualTo(RULES.row(Rule.PRINT_LOOK).after(silent));
        assertThat(PrintLook.waiting(AT_PRINTER, with(Rule.PRINT_LOOK, 6), silent))
                .isEqualTo(silent.plus(Duration.ofDays(6)));
    }

    @Test
    void thePrintersTracesAreKeptAsLongAsTheTableSays() {
        PrintJob posted = new Posted(Samples.ORDER, SENT, false);
        assertThat(PrintLook.next(posted, with(Rule.KEEP_PRINT_TRACES, 9), SENT))
                .contains(SENT.plus(Duration.ofDays(9)));
        assertThat(PrintLook.next(AT_PRINTER, RULES, SENT))
                .isEqualTo(Consequences.overdue(AT_PRINTER, RULES));
    }

    @Test
    void textMessagesGoOutWhenTheTableSays() {
        Map<Limit, Bound> limits = new EnumMap<>(RULES.limits());
        limits.put(Limit.TEXTS_UNTIL, new Bound(20, "evening"));
        Rules evening = new Rules(9, RULES.rows(), limits);
        Instant seven = Instant.parse("2026-11-24T18:00:00Z");
        assertThat(QuietHours.of(RULES).isQuiet(seven)).isTrue();
        assertThat(QuietHours.of(evening).isQuiet(seven)).isFalse();
    }

    private static Rules with(Rule rule, int days) {
        Map<Rule, Row> rows = new EnumMap<>(RULES.rows());
        rows.put(rule, new Row(Period.ofDays(days), Owner.SENDER, "another"));
        return new Rules(9, rows, RULES.limits(), RULES.plans());
    }
}
