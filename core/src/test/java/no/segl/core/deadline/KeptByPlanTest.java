package no.segl.core.deadline;

import static no.segl.core.letter.Letters.CHILD_WELFARE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENDER;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Letter;
import org.junit.jupiter.api.Test;

/** Content is kept for other times where the table says so of some letters alone. */
class KeptByPlanTest {

    private static final Optional<OrgNumber> NO_UNIT = Optional.empty();
    private static final Optional<Category> CHILD = Optional.of(CHILD_WELFARE);

    private static Row days(int days) {
        return SampleRules.row(days, Owner.SENDER, "kept " + days);
    }

    private static Plan keeping(
            Optional<OrgNumber> sender,
            Optional<Category> category,
            Optional<OrgNumber> recipient,
            Map<Rule, Row> keep) {
        return new Plan(sender, category, recipient, List.of(), keep);
    }

    private static Rules with(Plan... plans) {
        List<Plan> all = new ArrayList<>(SampleRules.THREE.plans());
        all.addAll(List.of(plans));
        return new Rules(9, SampleRules.THREE.rows(), SampleRules.LIMITS, all);
    }

    private static void isKept(Letter letter, Rules rules, int days) {
        NextLook due = Deadlines.destruction(letter, rules).orElseThrow();
        assertThat(due.at()).isEqualTo(LATER.plus(Duration.ofDays(days)));
    }

    @Test
    void theMostPreciseThatSaysHoldsAndElseTheTable() {
        Plan category = keeping(NO_UNIT, CHILD, NO_UNIT, Map.of(Rule.KEEP_OPENED, days(20)));
        Plan sender =
                keeping(
                        Optional.of(SENDER),
                        Optional.empty(),
                        NO_UNIT,
                        Map.of(Rule.KEEP_WITHDRAWN, days(5)));
        Plan recipient =
                keeping(
                        NO_UNIT,
                        Optional.empty(),
                        Optional.of(RECIPIENT),
                        Map.of(Rule.KEEP_OPENED, days(40)));
        Plan elsewhere =
                keeping(
                        NO_UNIT,
                        Optional.empty(),
                        Optional.of(SENDER),
                        Map.of(Rule.KEEP_OPENED, days(1)));
        isKept(WITHDRAWN, with(), 30);
        isKept(WITHDRAWN, with(category), 30);
        isKept(OPENED, with(recipient, category, elsewhere), 40);
        isKept(WITHDRAWN, with(recipient, sender, category), 5);
        // The plan for every letter and every category leaves it to the others.
        isKept(OPENED, with(elsewhere, sender, category), 20);
    }

    @Test
    void whoSaysOnlyHowLongLeavesTheStepsToOthers() {
        Plan recipient =
                keeping(
                        NO_UNIT,
                        Optional.empty(),
                        Optional.of(RECIPIENT),
                        Map.of(Rule.KEEP_OPENED, days(40)));
        assertThat(with(recipient).steps(ENVELOPE)).isEqualTo(SampleRules.THREE.steps(ENVELOPE));
    }

    @Test
    void aPlanSaysNoOtherPeriod() {
        assertThatThrownBy(() -> keeping(NO_UNIT, CHILD, NO_UNIT, Map.of(Rule.CASE_DUE, days(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KEEP_OPENED, KEEP_WITHDRAWN");
        assertThatThrownBy(() -> keeping(NO_UNIT, CHILD, NO_UNIT, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPreviewTellsWhichLettersWouldBeKeptForAnotherTime() {
        Rules then = with(keeping(NO_UNIT, CHILD, NO_UNIT, Map.of(Rule.KEEP_OPENED, days(20))));
        Preview.Sent few = new Preview.Sent(SENDER, CHILD_WELFARE, RECIPIENT, 4);
        Preview.Sent more = new Preview.Sent(RECIPIENT, CHILD_WELFARE, SENDER, 7);
        Preview.Sent other = new Preview.Sent(SENDER, new Category("GENERAL"), RECIPIENT, 30);

        Preview preview = Preview.of(SampleRules.THREE, then, List.of(few, more, other));

        Row before = SampleRules.THREE.row(Rule.KEEP_OPENED);
        assertThat(preview.kept())
                .containsExactly(new Preview.Kept(Rule.KEEP_OPENED, before, days(20), more, 11));
        assertThat(preview.changed()).as("no other steps").isZero();
        assertThat(preview.isEmpty()).isFalse();
    }
}
