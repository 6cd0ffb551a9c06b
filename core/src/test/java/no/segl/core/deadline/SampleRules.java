package no.segl.core.deadline;

import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;

/**
 * Rule tables to test with; each rule has a period of its own, so that none is taken for another.
 */
public final class SampleRules {

    /** Days: first look 7, next look 8, not available 1, opened 365, withdrawn 30. */
    public static final Rules ONE = table(1, 7, 8);

    /** As {@link #ONE}, but first look after 3 days, next look after 2. */
    public static final Rules TWO = table(2, 3, 2);

    private SampleRules() {}

    private static Rules table(int version, int firstLook, int nextLook) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        rows.put(Rule.FIRST_LOOK, row(firstLook, Owner.SENDER, "first"));
        rows.put(Rule.NEXT_LOOK, row(nextLook, Owner.RECIPIENT, "next"));
        rows.put(Rule.NOT_AVAILABLE, row(1, Owner.OPERATOR, "accepted"));
        rows.put(Rule.KEEP_OPENED, row(365, Owner.OPERATOR, "opened"));
        rows.put(Rule.KEEP_WITHDRAWN, row(30, Owner.SENDER, "withdrawn"));
        rows.put(Rule.REVIEW_ACCESS, row(365, Owner.RECIPIENT, "review"));
        rows.put(Rule.ASK_ACCESS, row(14, Owner.RECIPIENT, "ask"));
        return new Rules(version, rows);
    }

    static Row row(int days, Owner owner, String paragraph) {
        return new Row(Period.ofDays(days), owner, paragraph);
    }
}
