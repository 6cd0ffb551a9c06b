package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.store.Breaches;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.DueCursor;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.core.control.Control;
import no.segl.core.control.Run;
import no.segl.core.deadline.Breach;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routine of an organisation, for whoever shows it elsewhere: its controls, whether they were
 * done, and what may be a breach. No person is in it, and no remark.
 */
@RestController
public final class RoutineController {

    private final Refusals refusals;
    private final Units units;
    private final Controls controls;
    private final ControlRuns runs;
    private final Breaches breaches;
    private final RuleTable rules;
    private final InstantSource clock;

    RoutineController(
            Refusals refusals,
            Units units,
            Controls controls,
            ControlRuns runs,
            Breaches breaches,
            RuleTable rules,
            InstantSource clock) {
        this.refusals = refusals;
        this.units = units;
        this.controls = controls;
        this.runs = runs;
        this.breaches = breaches;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A control.
     *
     * @param day of the week (1 is Monday) or the month; absent if it comes every working day
     * @param time of day in Norway
     * @param withinWorkingDays how many working days there are to do it, 0 for the same day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ControlAnswer(
            String id,
            String unit,
            String about,
            @Nullable String question,
            String every,
            @Nullable Integer day,
            String time,
            int withinWorkingDays,
            String nextAt) {

        private static ControlAnswer of(Controls.Row row) {
            var control = row.control();
            int day = control.rhythm().day();
            return new ControlAnswer(
                    control.id().toString(),
                    control.unit().value(),
                    word(control.about()),
                    control.question().isEmpty() ? null : control.question(),
                    word(control.rhythm().every()),
                    day == 0 ? null : day,
                    control.rhythm().time().toString(),
                    control.within(),
                    row.next().toString());
        }
    }

    /** Every control that has not ended. */
    public record ControlList(List<ControlAnswer> controls) {}

    @GetMapping("/api/v1/controls")
    ControlList controls(Machine machine) {
        return new ControlList(controls.of(own(machine)).stream().map(ControlAnswer::of).toList());
    }

    /**
     * One time that a control fell due.
     *
     * @param found how many letters, or places that cannot receive, when it was accounted for;
     *     absent if it is about what has come, and the machine may not be told of that
     * @param moreFound whether there were more than were counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RunAnswer(
            String id,
            String control,
            String unit,
            String openedAt,
            String dueAt,
            String status,
            @Nullable String accountedAt,
            @Nullable Long found,
            @Nullable Boolean moreFound) {

        private static RunAnswer of(ControlRuns.Row row, boolean receives, Instant now) {
            Run run = row.run();
            Optional<ControlRuns.Account> account = row.record();
            boolean told = receives || run.control().about() == Control.About.SENT;
            return new RunAnswer(
                    run.id().toString(),
                    run.control().id().toString(),
                    run.control().unit().value(),
                    run.opened().toString(),
                    run.due().toString(),
                    status(run, account, now),
                    account.map(a -> a.at().toString()).orElse(null),
                    account.filter(_ -> told).map(a -> a.found().found()).orElse(null),
                    account.filter(_ -> told).map(a -> a.found().more()).orElse(null));
        }

        private static String status(Run run, Optional<ControlRuns.Account> account, Instant now) {
            return account.map(a ->
                            a.outcome() == Run.Outcome.NOT_DONE
                                    ? "not-done"
                                    : a.late() ? "done-late" : "done")
                    .orElse(run.due().isAfter(now) ? "to-do" : "missed");
        }
    }

    /** A page of runs; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RunPage(List<RunAnswer> runs, @Nullable String next) {}

    @GetMapping("/api/v1/controls/runs")
    RunPage runs(
            @RequestParam Optional<String> control,
            @RequestParam Optional<String> open,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        Set<OrgNumber> own = own(machine);
        QueryFields query = new QueryFields();
        Optional<UUID> one = query.read("/control", control, Uuids::parse);
        boolean onlyOpen = query.flag("/open", open);
        Optional<DueCursor> cursor = query.read("/after", after, DueCursor::parse);
        int most = query.limit(limit);
        query.check();
        Instant now = clock.instant();
        ControlRuns.Page page =
                runs.page(
                        new ControlRuns.Question(own, one, Optional.empty(), onlyOpen),
                        cursor,
                        most);
        return new RunPage(
                page.rows().stream().map(row -> RunAnswer.of(row, receives(machine), now)).toList(),
                page.next().map(DueCursor::toString).orElse(null));
    }

    /**
     * A letter that may be a breach.
     *
     * @param end at which end of the letter the unit is
     * @param reportBy when it must have been reported, if it is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreachAnswer(
            String id,
            String letter,
            String ground,
            String end,
            String unit,
            String knownSince,
            String reportBy,
            @Nullable String decidedAt,
            @Nullable String decision) {}

    /** A page of them; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreachPage(List<BreachAnswer> breaches, @Nullable String next) {}

    @GetMapping("/api/v1/breaches")
    BreachPage breaches(
            @RequestParam Optional<String> open,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        Set<OrgNumber> own = own(machine);
        QueryFields query = new QueryFields();
        boolean onlyOpen = query.flag("/open", open);
        Optional<UUID> cursor = query.read("/after", after, Uuids::parse);
        int most = query.limit(limit);
        query.check();
        Set<OrgNumber> came = receives(machine) ? own : Set.of();
        Breaches.Page page = breaches.page(came, own, onlyOpen, cursor, most);
        return new BreachPage(
                page.rows().stream().map(this::of).toList(),
                page.next().map(UUID::toString).orElse(null));
    }

    private BreachAnswer of(Breaches.Row row) {
        return new BreachAnswer(
                row.matter().id().toString(),
                row.letter().toString(),
                word(row.matter().reason()),
                word(row.matter().at()),
                row.unit().value(),
                row.matter().raised().toString(),
                Breach.ends(row.matter(), rules.version(row.rules())).toString(),
                row.decided().map(Instant::toString).orElse(null),
                row.decision().map(RoutineController::word).orElse(null));
    }

    /** Whether it may be told of what has come, too, and not only of what was sent. */
    private static boolean receives(Machine machine) {
        return machine.scopes().contains(Scopes.RECEIVE);
    }

    private Set<OrgNumber> own(Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        return units.within(Set.of(machine.organisation()));
    }

    /** A code as programs read it, such as {@code breach-unopened}. */
    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
