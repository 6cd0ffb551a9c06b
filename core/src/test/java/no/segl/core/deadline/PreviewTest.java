package no.segl.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.segl.core.access.Category;
import no.segl.core.deadline.Preview.Sent;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final OrgNumber FROM = new OrgNumber("312780402");
    private static final OrgNumber TO = new OrgNumber("310451223");
    private static final List<Sent> SENT =
            List.of(
                    new Sent(FROM, new Category("CHILD_WELFARE"), TO, 4),
                    new Sent(TO, new Category("CHILD_WELFARE"), FROM, 7),
                    new Sent(FROM, new Category("GENERAL"), TO, 30));

    @Test
    void theSameRulesChangeNothing() {
        assertThat(Preview.of(SampleRules.THREE, SampleRules.THREE, SENT).isEmpty()).isTrue();
    }

    @Test
    void rowsAndCoursesThatChangeAreToldWithHowManyLettersTheyAreFor() {
        Map<Rule, Row> rows = new EnumMap<>(SampleRules.THREE.rows());
        Row due = SampleRules.THREE.row(Rule.CASE_DUE);
        Row sooner = new Row(due.period().minusDays(1), Owner.SENDER, due.paragraph());
        rows.put(Rule.CASE_DUE, sooner);
        List<Plan> onlyGeneral =
                SampleRules.THREE.plans().stream().filter(p -> p.category().isEmpty()).toList();
        assertThat(onlyGeneral).hasSizeLessThan(SampleRules.THREE.plans().size());

        Map<Limit, Bound> limits = new EnumMap<>(SampleRules.LIMITS);
        Bound one = new Bound(1, "bounces");
        limits.put(Limit.BOUNCES, one);
        Rules then = new Rules(4, rows, limits, onlyGeneral);

        Preview preview = Preview.of(SampleRules.THREE, then, SENT);

        assertThat(preview.limits())
                .isEqualTo(Map.of(Limit.BOUNCES, new Preview.Other(new Bound(3, "bounces"), one)));

        assertThat(preview.rows())
                .isEqualTo(Map.of(Rule.CASE_DUE, new Preview.Change(due, sooner)));
        assertThat(preview.letters()).isEqualTo(41);
        assertThat(preview.changed()).as("child welfare alone").isEqualTo(11);
        assertThat(preview.courses())
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.such().letters()).as("the most").isEqualTo(7);
                    assertThat(course.then()).isEqualTo(onlyGeneral.getFirst().steps());
                    assertThat(course.now()).isNotEqualTo(course.then());
                });
    }
}
