package no.segl.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.segl.app.store.Categories;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.Wait;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of the rule table as a file: {@code rules} and {@code limits}, each by its name, and
 * {@code plans}, which may say for how long content is kept ({@code keep}). Periods are ISO 8601; a
 * paragraph names a file in docs/law.
 */
final class RulesFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private RulesFile() {}

    /** A row. */
    record RowLine(String period, Owner owner, String paragraph) {}

    /** A limit. */
    record LimitLine(int number, String paragraph) {}

    /** A step. */
    record StepLine(
            String after, boolean workingDays, Action action, Owner owner, String paragraph) {}

    /** A plan, for all letters that fit what it names. */
    record PlanLine(
            Optional<String> sender,
            Optional<String> category,
            Optional<String> recipient,
            List<StepLine> steps,
            Optional<Map<Rule, RowLine>> keep) {}

    /** The file. */
    record Table(
            Map<Rule, RowLine> rules,
            Optional<Map<Limit, LimitLine>> limits,
            List<PlanLine> plans) {}

    static String write(Rules rules) {
        List<PlanLine> plans =
                rules.plans().stream()
                        .map(plan ->
                                new PlanLine(
                                        plan.sender().map(OrgNumber::value),
                                        plan.category().map(Category::code),
                                        plan.recipient().map(OrgNumber::value),
                                        plan.steps().stream().map(RulesFile::line).toList(),
                                        Optional.of(lines(plan.keep()))
                                                .filter(keep -> !keep.isEmpty())))
                        .toList();
        Map<Limit, LimitLine> limits = new TreeMap<>();
        rules.limits()
                .forEach((limit, bound) ->
                        limits.put(limit, new LimitLine(bound.number(), bound.paragraph())));
        return JSON.writeValueAsString(new Table(lines(rules.rows()), Optional.of(limits), plans));
    }

    private static Map<Rule, RowLine> lines(Map<Rule, Row> rows) {
        Map<Rule, RowLine> lines = new TreeMap<>();
        rows.forEach((rule, row) ->
                lines.put(
                        rule, new RowLine(row.period().toString(), row.owner(), row.paragraph())));
        return lines;
    }

    private static StepLine line(Plan.Step step) {
        return new StepLine(
                step.after().period().toString(),
                step.after().workingDays(),
                step.action(),
                step.owner(),
                step.paragraph());
    }

    /** Steps in one line, for people. */
    static String words(List<Plan.Step> steps) {
        return steps.stream()
                .map(step ->
                        step.after().period()
                                + (step.after().workingDays() ? " of working days " : " ")
                                + step.action())
                .collect(Collectors.joining(", "));
    }

    /**
     * Reads a file.
     *
     * @throws IOException saying all that is wrong with it
     */
    static Rules read(Path file, int version, JdbcClient database) throws IOException {
        Table table;
        try {
            table = JSON.readValue(Files.readAllBytes(file), Table.class);
        } catch (JacksonException e) {
            throw new IOException(
                    file + " is not a rule table: " + e.getOriginalMessage() + "; see rules show",
                    e);
        }
        List<String> faults = new ArrayList<>();
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        table.rules()
                .forEach((rule, line) ->
                        row(rule.name(), line, faults).ifPresent(r -> rows.put(rule, r)));
        for (Rule rule : Rule.values()) {
            if (!table.rules().containsKey(rule)) {
                faults.add(rule + " is missing");
            }
        }
        Map<Limit, Bound> limits = limits(table.limits().orElse(Map.of()), faults);
        Set<String> categories =
                new Categories(database)
                        .all().stream()
                                .map(c -> c.category().code())
                                .collect(Collectors.toCollection(TreeSet::new));
        Units units = new Units(database);
        List<Plan> plans = new ArrayList<>();
        Set<List<Optional<String>>> seen = new HashSet<>();
        for (PlanLine line : table.plans()) {
            if (!seen.add(List.of(line.sender(), line.category(), line.recipient()))) {
                faults.add("two plans are for the same letters: " + about(line));
            }
            plan(line, categories, units, faults).ifPresent(plans::add);
        }
        if (!faults.isEmpty()) {
            throw new IOException(file + ":\n  " + String.join("\n  ", faults));
        }
        try {
            return new Rules(version, rows, limits, plans);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ":\n  " + e.getMessage(), e);
        }
    }

    private static Map<Limit, Bound> limits(Map<Limit, LimitLine> lines, List<String> faults) {
        Map<Limit, Bound> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            LimitLine line = lines.get(limit);
            if (line == null) {
                faults.add(limit + " is missing");
                continue;
            }
            paragraph(limit.name(), line.paragraph(), faults);
            if (!limit.allows(line.number())) {
                faults.add(limit + " must be " + limit.range());
            }
            limits.put(limit, new Bound(line.number(), line.paragraph()));
        }
        return limits;
    }

    private static Optional<Row> row(String where, RowLine line, List<String> faults) {
        paragraph(where, line.paragraph(), faults);
        try {
            return Optional.of(
                    new Row(Period.parse(line.period()), line.owner(), line.paragraph()));
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(where + ": the period must be a day or more, such as P7D or P2Y");
            return Optional.empty();
        }
    }

    private static Optional<Plan> plan(
            PlanLine line, Set<String> categories, Units units, List<String> faults) {
        int before = faults.size();
        Optional<OrgNumber> sender = unit(line.sender(), units, faults);
        Optional<OrgNumber> recipient = unit(line.recipient(), units, faults);
        line.category()
                .filter(c -> !categories.contains(c))
                .ifPresent(c -> faults.add(c + " is no category; there are " + categories));
        List<Plan.Step> steps = new ArrayList<>();
        for (StepLine step : line.steps()) {
            paragraph(about(line), step.paragraph(), faults);
            try {
                steps.add(
                        new Plan.Step(
                                new Wait(Period.parse(step.after()), step.workingDays()),
                                step.action(),
                                step.owner(),
                                step.paragraph()));
            } catch (DateTimeException | IllegalArgumentException e) {
                faults.add(about(line) + ": a step's wait must be such as P0D or P7D");
            }
        }
        Map<Rule, Row> keep = new EnumMap<>(Rule.class);
        line.keep()
                .orElse(Map.of())
                .forEach((rule, row) ->
                        row(about(line) + ", " + rule, row, faults)
                                .ifPresent(r -> keep.put(rule, r)));
        if (faults.size() > before) {
            return Optional.empty();
        }
        renotice(line, steps, faults);
        if (faults.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Plan(sender, line.category().map(Category::new), recipient, steps, keep));
        } catch (IllegalArgumentException e) {
            faults.add(about(line) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A plan must not keep the second notice from coming (law: eforvaltningsforskriften-8). */
    private static void renotice(PlanLine line, List<Plan.Step> steps, List<String> faults) {
        boolean isKept =
                steps.stream()
                        .filter(step -> step.action() == Action.RENOTIFY)
                        .anyMatch(step -> isWithinWeek(step.after()));
        if (!steps.isEmpty() && !isKept) {
            faults.add(
                    about(line)
                            + ": its steps must tell those who can open it once more"
                            + " within a week (RENOTIFY, P7D or less):"
                            + " eForvaltningsforskriften § 8");
        }
    }

    private static boolean isWithinWeek(Wait wait) {
        Period period = wait.period();
        // Five working days are a week, but for holidays.
        int most = wait.workingDays() ? 4 : 7;
        return period.getYears() == 0 && period.getMonths() == 0 && period.getDays() <= most;
    }

    private static Optional<OrgNumber> unit(
            Optional<String> text, Units units, List<String> faults) {
        Optional<OrgNumber> number = text.flatMap(OrgNumber::parse);
        if (text.isPresent() && (number.isEmpty() || units.find(number.get()).isEmpty())) {
            faults.add(text.get() + " is no unit that Segl knows");
        }
        return number;
    }

    private static void paragraph(String where, String paragraph, List<String> faults) {
        if (!Paragraphs.KNOWN.contains(paragraph)) {
            faults.add(
                    where
                            + ": the paragraph must name a file in docs/law, without its ending: "
                            + String.join(", ", Paragraphs.KNOWN));
        }
    }

    private static String about(PlanLine line) {
        return "the plan for "
                + line.category().orElse("every category")
                + line.sender().map(s -> " from " + s).orElse("")
                + line.recipient().map(r -> " to " + r).orElse("");
    }
}
