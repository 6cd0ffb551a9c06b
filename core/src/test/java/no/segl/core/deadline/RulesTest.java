package no.segl.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule table is whole, and no period in it stands still. */
class RulesTest {

    @ParameterizedTest
    @EnumSource
    void aTableThatLacksARuleIsNone(Rule rule) {
        Map<Rule, Row> rows = new EnumMap<>(SampleRules.ONE.rows());
        rows.remove(rule);
        assertThatThrownBy(() -> new Rules(4, rows, SampleRules.LIMITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule.name())
                .hasMessageContaining("version 4");
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatLacksALimitOrHasAnImpossibleOneIsNone(Limit limit) {
        Map<Limit, Bound> limits = new EnumMap<>(SampleRules.LIMITS);
        limits.remove(limit);
        assertThatThrownBy(() -> new Rules(4, SampleRules.ONE.rows(), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(limit.name());
        limits.put(limit, new Bound(1_000, "x"));
        assertThatThrownBy(() -> new Rules(4, SampleRules.ONE.rows(), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(limit + " must be " + limit.range());
    }

    @Test
    void aDayOfTextMessagesEndsAfterItHasBegun() {
        Map<Limit, Bound> limits = new EnumMap<>(SampleRules.LIMITS);
        limits.put(Limit.TEXTS_UNTIL, new Bound(9, "x"));
        assertThatThrownBy(() -> new Rules(4, SampleRules.ONE.rows(), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TEXTS_FROM must be before");
    }

    @Test
    void aTableIsACopy() {
        Map<Rule, Row> rows = new EnumMap<>(SampleRules.ONE.rows());
        Rules rules = new Rules(1, rows, SampleRules.LIMITS);
        rows.clear();
        assertThat(rules).isEqualTo(SampleRules.ONE);
        assertThat(rules.row(Rule.NEXT_LOOK).period()).isEqualTo(Period.ofDays(8));
    }

    /** Nothing else keeps a letter from being due again the moment it has been looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P1M-31D", "P1Y-400D"})
    void aPeriodGoesForward(String period) {
        assertThatThrownBy(() -> new Row(Period.parse(period), Owner.SENDER, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
