package no.segl.core.deadline;

import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.segl.core.access.Category;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Envelope;

/**
 * One version of the rule table.
 *
 * @param version as kept with the letters that follow it; later versions apply to later letters
 * @param rows every rule, exactly once
 * @param plans which plans there are; a letter that none fits is looked at by the rows alone
 */
public record Rules(int version, Map<Rule, Row> rows, List<Plan> plans) {

    /** Which periods there are. */
    public enum Rule {
        /** From available until the first look (law: eforvaltningsforskriften-8). */
        FIRST_LOOK,
        /** From one look until the next, for as long as the letter is not closed. */
        NEXT_LOOK,
        /** From accepted until somebody must look at why it is not available. */
        NOT_AVAILABLE,
        /** From opened until the content is destroyed (law: personvernforordningen-5). */
        KEEP_OPENED,
        /**
         * From closed without being opened until the content is destroyed (law:
         * personvernforordningen-5).
         */
        KEEP_WITHDRAWN,
        /** From one look at a letter that nobody can open until the next. */
        NO_READER,
        /** From when something becomes a case until somebody must have looked at it. */
        CASE_DUE,
        /** From when a print job last came further until somebody must ask after it. */
        PRINT_SILENT,
        /** From when it became a case until the other end is asked, too. */
        CASE_ESCALATE,
        /**
         * From given or last confirmed until access is gone through (law:
         * personvernforordningen-5).
         */
        REVIEW_ACCESS,
        /**
         * From asked until a request for access that nobody has approved lapses (law:
         * personvernforordningen-32).
         */
        ASK_ACCESS,
        /**
         * From a login that tells of a key role until it must be told again (law:
         * personvernforordningen-32).
         */
        KEY_ROLE
    }

    /**
     * A row of the table.
     *
     * @param period in calendar days, at least one
     * @param owner who answers for it when it falls due
     * @param paragraph the paragraph it fulfils: the name of a file in docs/law
     */
    public record Row(Period period, Owner owner, String paragraph) {

        /**
         * @throws IllegalArgumentException if the period, begun on some day of the year, is shorter
         *     than a day: a letter would be due again at the moment it was looked at
         */
        public Row {
            long shortest = 365L * period.getYears() + 28L * period.getMonths() + period.getDays();
            if (shortest < 1) {
                throw new IllegalArgumentException("a period of the rule table is under a day");
            }
        }

        /** When the period is over, if it began at {@code from}. */
        public Instant after(Instant from) {
            return asWait().after(from);
        }

        /** From when on the period is not over at {@code now}: what began before, is due. */
        public Instant before(Instant now) {
            return now.atZone(WorkingDays.NORWAY).minus(period).toInstant();
        }

        Wait asWait() {
            return new Wait(period, false);
        }
    }

    /** Who answers for a look: the case it becomes has a named person. */
    public enum Owner {
        SENDER,
        RECIPIENT,
        OPERATOR
    }

    /**
     * @throws IllegalArgumentException naming the rules that are missing
     */
    public Rules {
        Map<Rule, Row> copy = new EnumMap<>(Rule.class);
        copy.putAll(rows);
        for (Rule rule : Rule.values()) {
            if (!copy.containsKey(rule)) {
                throw new IllegalArgumentException(
                        "version " + version + " of the rule table lacks " + rule);
            }
        }
        rows = Map.copyOf(copy);
        plans = List.copyOf(plans);
    }

    /** Rules without a plan. */
    public Rules(int version, Map<Rule, Row> rows) {
        this(version, rows, List.of());
    }

    /** The steps that are taken for a letter, at least one. */
    public List<Plan.Step> steps(Envelope letter) {
        return steps(letter.sender(), letter.category(), letter.recipient());
    }

    /** The steps that are taken for such a letter, at least one. */
    List<Plan.Step> steps(OrgNumber sender, Category category, OrgNumber recipient) {
        return plans.stream()
                .filter(plan -> plan.fits(sender, category, recipient))
                .max(Comparator.comparingInt(Plan::precision))
                .map(Plan::steps)
                .orElseGet(this::firstLook);
    }

    private List<Plan.Step> firstLook() {
        Row row = row(Rule.FIRST_LOOK);
        return List.of(new Plan.Step(row.asWait(), Plan.Action.LOOK, row.owner(), row.paragraph()));
    }

    /** The row of {@code rule}. */
    public Row row(Rule rule) {
        Row row = rows.get(rule);
        if (row == null) {
            throw new IllegalStateException("the constructor lets no rule be missing");
        }
        return row;
    }
}
