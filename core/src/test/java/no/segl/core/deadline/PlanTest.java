package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.ONE;
import static no.segl.core.deadline.SampleRules.plan;
import static no.segl.core.deadline.SampleRules.step;
import static no.segl.core.letter.Letters.CHILD_WELFARE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.Test;

/** Which plan a letter follows, and what a plan may say. */
class PlanTest {

    private static final OrgNumber OTHER = new OrgNumber("974760673");

    private static Plan of(OrgNumber sender, Category category, OrgNumber recipient) {
        return new Plan(
                Optional.ofNullable(sender),
                Optional.ofNullable(category),
                Optional.ofNullable(recipient),
                List.of(step(Wait.NONE, Action.NOTIFY)));
    }

    @Test
    @SuppressWarnings("NullAway") // null stands for what a plan does not name
    void theMostPreciseOfThosePlansThatFitIsFollowed() {
        List<Plan> mostPreciseFirst =
                List.of(
                        of(SENDER, CHILD_WELFARE, RECIPIENT),
                        of(SENDER, null, RECIPIENT),
                        of(null, CHILD_WELFARE, RECIPIENT),
                        of(null, null, RECIPIENT),
                        of(SENDER, CHILD_WELFARE, null),
                        of(SENDER, null, null),
                        of(null, CHILD_WELFARE, null),
                        of(null, null, null));
        List<Plan> others =
                List.of(
                        of(OTHER, null, null),
                        of(null, new Category("GENERAL"), null),
                        of(SENDER, CHILD_WELFARE, OTHER));
        for (int first = 0; first < mostPreciseFirst.size(); first++) {
            List<Plan> plans = new ArrayList<>(others);
            plans.addAll(mostPreciseFirst.subList(first, mostPreciseFirst.size()));
            Collections.shuffle(plans, new Random(first));
            assertThat(new Rules(9, ONE.rows(), ONE.limits(), plans).steps(ENVELOPE))
                    .isSameAs(mostPreciseFirst.get(first).steps());
        }
    }

    @Test
    void whereNoPlanFitsThereIsAFirstLook() {
        assertThat(ONE.steps(ENVELOPE))
                .containsExactly(
                        new Plan.Step(Wait.days(7), Action.LOOK, Rules.Owner.SENDER, "first"));
    }

    @Test
    void onlyTheFirstStepMayBeAtOnce() {
        assertThatThrownBy(() -> plan(Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        plan(
                                Optional.empty(),
                                step(Wait.days(1), Action.NOTIFY),
                                step(Wait.NONE, Action.CHASE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWaitIsOfCalendarDaysOrOfWorkingDays() {
        Instant friday = Instant.parse("2026-12-18T10:00:00Z");
        assertThat(Wait.days(5).after(friday)).isEqualTo("2026-12-23T10:00:00Z");
        assertThat(Wait.workingDays(5).after(friday)).isEqualTo("2026-12-28T10:00:00Z");
        assertThatThrownBy(() -> new Wait(Period.ofMonths(1), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wait.days(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
