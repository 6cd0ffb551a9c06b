package no.segl.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.segl.app.store.Changes.Act;
import no.segl.core.control.Control;
import no.segl.core.control.ControlFact;
import no.segl.core.control.Report;
import no.segl.core.control.ReportFact;
import no.segl.core.control.Run;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door through which controls, their runs and figures by e-mail are changed, as letters are
 * through {@link Changes}: one transaction for the state under a lock, what {@code core} decides,
 * and the ledger of the unit.
 */
public final class ControlChanges {

    private final Commits commits;
    private final LedgerRows ledger;
    private final ControlRows rows;
    private final Controls controls;
    private final ControlRuns runs;
    private final FigureReports reports;

    public ControlChanges(
            TransactionTemplate transaction, JdbcTemplate template, LedgerRows ledger) {
        JdbcClient jdbc = JdbcClient.create(template);
        this.commits = new Commits(transaction, jdbc);
        this.ledger = ledger;
        this.rows = new ControlRows(jdbc);
        this.controls = new Controls(jdbc);
        this.runs = new ControlRuns(jdbc);
        this.reports = new FigureReports(jdbc);
    }

    /** Sets one up at {@code unit}. */
    public <R> R set(OrgNumber unit, Act act, Supplier<Decision<ControlFact, R>> decide) {
        return commits.commit(_ -> control(unit, act, decide.get()));
    }

    /**
     * Changes one control that comes again.
     *
     * @param decide sees it, and when it falls due, under a lock
     * @return the reply, or empty if there is no such control, or it was ended
     */
    public <R> Optional<R> control(
            UUID id, Act act, BiFunction<Control, Instant, Decision<ControlFact, R>> decide) {
        return changed(
                id,
                act,
                row -> row.ended().isEmpty(),
                row -> decide.apply(row.control(), row.next()));
    }

    /** The same of any, with whether it was ended. */
    public <R> Optional<R> ending(
            UUID id, Act act, BiFunction<Control, Boolean, Decision<ControlFact, R>> decide) {
        return changed(
                id, act, _ -> true, row -> decide.apply(row.control(), row.ended().isPresent()));
    }

    private <R> Optional<R> changed(
            UUID id,
            Act act,
            Predicate<Controls.Row> which,
            Function<Controls.Row, Decision<ControlFact, R>> decide) {
        return commits.commit(_ -> {
            rows.hold("control", id);
            return controls.find(id)
                    .filter(which)
                    .map(row -> control(row.control().unit(), act, decide.apply(row)));
        });
    }

    /**
     * Changes one run of a control.
     *
     * @param decide sees it under a lock
     * @return the reply, or empty if there is no such run
     */
    public <R> Optional<R> run(UUID id, Act act, Function<Run, Decision<ControlFact, R>> decide) {
        return commits.commit(_ -> {
            rows.hold("control_run", id);
            return runs.find(id)
                    .map(row -> control(row.run().control().unit(), act, decide.apply(row.run())));
        });
    }

    /** Has figures sent to somebody. */
    public <R> R report(OrgNumber unit, Act act, Supplier<Decision<ReportFact, R>> decide) {
        return commits.commit(_ -> {
            // Of two who ask for the same, the other sees it.
            rows.hold(unit);
            return reported(unit, act, decide.get());
        });
    }

    /**
     * Changes who gets figures.
     *
     * @return the reply, or empty if there is no such thing
     */
    public <R> Optional<R> report(
            UUID id, Act act, BiFunction<Report, Boolean, Decision<ReportFact, R>> decide) {
        return commits.commit(_ -> {
            rows.hold("figure_report", id);
            return reports.find(id)
                    .map(row ->
                            reported(
                                    row.report().unit(),
                                    act,
                                    decide.apply(row.report(), row.ended())));
        });
    }

    private <R> R control(OrgNumber unit, Act act, Decision<ControlFact, R> decision) {
        decision.facts().forEach(fact -> rows.apply(fact, act));
        return written(unit, act, decision);
    }

    private <R> R reported(OrgNumber unit, Act act, Decision<ReportFact, R> decision) {
        decision.facts().forEach(fact -> rows.apply(fact, act.at()));
        return written(unit, act, decision);
    }

    private <R> R written(OrgNumber unit, Act act, Decision<? extends Fact, R> decision) {
        List<? extends Fact> facts = decision.facts();
        ledger.append(unit, facts, act.actor(), decision.right(), act.at());
        return decision.reply();
    }
}
