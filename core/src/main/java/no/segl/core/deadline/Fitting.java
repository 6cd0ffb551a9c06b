package no.segl.core.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Envelope;

/**
 * What the rule table says of some letters.
 *
 * @param plans those that fit them, the most precise first
 */
record Fitting(Rules rules, List<Plan> plans) {

    static Fitting to(Rules rules, Envelope letter) {
        return to(rules, letter.sender(), letter.category(), letter.recipient());
    }

    static Fitting to(Rules rules, OrgNumber sender, Category category, OrgNumber recipient) {
        return new Fitting(
                rules,
                rules.plans().stream()
                        .filter(plan -> plan.fits(sender, category, recipient))
                        .sorted(Comparator.comparingInt(Plan::precision).reversed())
                        .toList());
    }

    /** The steps that are taken for such a letter, at least one. */
    List<Plan.Step> steps() {
        return plans.stream()
                .map(Plan::steps)
                .filter(steps -> !steps.isEmpty())
                .findFirst()
                .orElseGet(this::firstLook);
    }

    /**
     * For how long the content of such a letter is kept by {@code rule}, one of {@link Rules#KEPT}.
     */
    Row keep(Rule rule) {
        return plans.stream()
                .flatMap(plan -> Optional.ofNullable(plan.keep().get(rule)).stream())
                .findFirst()
                .orElseGet(() -> rules.row(rule));
    }

    private List<Plan.Step> firstLook() {
        Row row = rules.row(Rule.FIRST_LOOK);
        return List.of(new Plan.Step(row.asWait(), Plan.Action.LOOK, row.owner(), row.paragraph()));
    }
}
