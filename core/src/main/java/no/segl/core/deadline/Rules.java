package no.segl.core.deadline;

import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.segl.core.day.WorkingDays;
import no.segl.core.letter.Envelope;

/**
 * One version of the rule table.
 *
 * @param version as kept with the letters that follow it; later versions apply to later letters
 * @param rows every rule, exactly once
 * @param limits every limit, exactly once
 * @param plans which plans there are; a letter that none fits is looked at by the rows alone
 */
public record Rules(int version, Map<Rule, Row> rows, Map<Limit, Bound> limits, List<Plan> plans) {

    /**
     * The periods for which content is kept, which may be others for some letters (law:
     * personvernforordningen-5).
     */
    public static final List<Rule> KEPT = List.of(Rule.KEEP_OPENED, Rule.KEEP_WITHDRAWN);

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
        /** From closed unopened until the content is destroyed (law: personvernforordningen-5). */
        KEEP_WITHDRAWN,
        /** From one look at a letter that nobody can open until the next. */
        NO_READER,
        /** From when something becomes a case until somebody must have looked at it. */
        CASE_DUE,
        /** From when a print job last came further until somebody must ask after it. */
        PRINT_SILENT,
        /** From when it became a case until the other end is asked, too. */
        CASE_ESCALATE,
        /** From given or confirmed until access is gone through (law: personvernforordningen-5). */
        REVIEW_ACCESS,
        /** From asked until an unapproved request lapses (law: personvernforordningen-32). */
        ASK_ACCESS,
        /** From a login that tells of a key role to the next (law: personvernforordningen-32). */
        KEY_ROLE,
        /**
         * The least from one step of a letter's plan to the next: after an outage those that were
         * missed are taken one by one, so that nobody is told of the same letter five times in a
         * minute (law: eforvaltningsforskriften-8).
         */
        BETWEEN_STEPS,
        /**
         * From when a notice could first go out until it is given up, and all that may follow is
         * for a person to decide (law: eforvaltningsforskriften-8).
         */
        NOTICE_TRIED,
        /** From one look at paper that has been silent for too long until the next. */
        PRINT_LOOK,
        /**
         * From when a print job ends until the printer's traces of it may be removed (law:
         * personvernforordningen-5).
         */
        KEEP_PRINT_TRACES,
        /** The longest that a case can be put off at once (law: eforvaltningsforskriften-15). */
        CASE_PUT_OFF,
        /** From one reminder to go through access to the next (law: personvernforordningen-5). */
        REMIND_REVIEW,
        /** From when an upload last grew until it is discarded (law: personvernforordningen-5). */
        KEEP_UPLOAD,
        /**
         * From when it was accepted that a backup was put back until documents may be swept of
         * which the database knows no letter (law: personvernforordningen-32).
         */
        KEEP_STRAYS,
        /** From when a check was answered until it is no more (law: eforvaltningsforskriften-8). */
        CHECK_HOLDS,
        /** From when an export was made until it is thrown away (law: personvernforordningen-5). */
        KEEP_EXPORT,
        /**
         * From when access ends and leaves nobody until it is said no more (law:
         * personvernforordningen-32).
         */
        ACCESS_LEFT,
        /**
         * How long before the last access ends somebody must know (law: personvernforordningen-32).
         */
        ACCESS_ENDS,
        /** From one alarm of a missed control to the next (law: eforvaltningsforskriften-15). */
        CONTROL_AGAIN,
        /** From missed until main administrators are told (law: eforvaltningsforskriften-15). */
        CONTROL_ESCALATE,
        /** From available until lying unopened may be a breach (law: personvernforordningen-33). */
        BREACH_UNOPENED,
        /** The same of child welfare, which must be gone through within a week. */
        BREACH_CHILD_WELFARE
    }

    /** Which numbers there are beside the periods. */
    public enum Limit {
        /**
         * How many messages in a row come back from an address until it is used no more (law:
         * eforvaltningsforskriften-8).
         */
        BOUNCES(1, 100),
        /**
         * How often it may fail to look after something before a person must know (law:
         * eforvaltningsforskriften-15).
         */
        FAILURES(1, 20),
        /** The hour in Norway from which text messages go out on a working day. */
        TEXTS_FROM(0, 22),
        /** The hour from which they go out no more that day. */
        TEXTS_UNTIL(1, 23),
        /** In how many hours a breach is reported once known (law: personvernforordningen-33). */
        BREACH_HOURS(2, 720),
        /** After how many of those its owner is reminded (law: personvernforordningen-33). */
        BREACH_REMIND(1, 719);

        private final int least;
        private final int most;

        Limit(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /** What it can be, for people. */
        public String range() {
            return least + " to " + most;
        }

        /** Whether it can be {@code number}. */
        public boolean allows(int number) {
            return number >= least && number <= most;
        }
    }

    /**
     * A number of the table.
     *
     * @param paragraph the paragraph it fulfils: the name of a file in docs/law
     */
    public record Bound(int number, String paragraph) {}

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

    /**
     * Who answers for a look: one end of the letter, or who runs Segl. The case that it becomes is
     * everybody's who answers there, until one of them takes it or is given it.
     */
    public enum Owner {
        SENDER,
        RECIPIENT,
        OPERATOR
    }

    /**
     * @throws IllegalArgumentException naming what is missing, or the limit that cannot be so
     */
    public Rules {
        rows = whole(version, Rule.class, rows);
        limits = whole(version, Limit.class, limits);
        limits.forEach((limit, bound) -> {
            if (!limit.allows(bound.number())) {
                throw new IllegalArgumentException(limit + " must be " + limit.range());
            }
        });
        if (number(limits, Limit.TEXTS_FROM) >= number(limits, Limit.TEXTS_UNTIL)) {
            throw new IllegalArgumentException("TEXTS_FROM must be before TEXTS_UNTIL");
        }
        if (number(limits, Limit.BREACH_REMIND) >= number(limits, Limit.BREACH_HOURS)) {
            throw new IllegalArgumentException("BREACH_REMIND must be before BREACH_HOURS");
        }
        plans = List.copyOf(plans);
    }

    private static <K extends Enum<K>, V> Map<K, V> whole(
            int version, Class<K> type, Map<K, V> given) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(given);
        for (K name : type.getEnumConstants()) {
            if (!copy.containsKey(name)) {
                throw new IllegalArgumentException(
                        "version " + version + " of the rule table lacks " + name);
            }
        }
        return Map.copyOf(copy);
    }

    /** Rules without a plan. */
    public Rules(int version, Map<Rule, Row> rows, Map<Limit, Bound> limits) {
        this(version, rows, limits, List.of());
    }

    /** The steps that are taken for a letter, at least one. */
    public List<Plan.Step> steps(Envelope letter) {
        return Fitting.to(this, letter).steps();
    }

    /** For how long the content of a letter is kept by {@code rule}, one of {@link #KEPT}. */
    Row keep(Envelope letter, Rule rule) {
        return Fitting.to(this, letter).keep(rule);
    }

    /** The number of {@code limit}. */
    public int number(Limit limit) {
        return number(limits, limit);
    }

    private static int number(Map<Limit, Bound> limits, Limit limit) {
        Bound bound = limits.get(limit);
        if (bound == null) {
            throw new IllegalStateException("the constructor lets no limit be missing");
        }
        return bound.number();
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
