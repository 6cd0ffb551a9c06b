package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.deadline.Rules;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintFact.PrintHandoverAttempted;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintFolding;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.Stop;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintJob.Stopped;
import no.segl.core.print.PrintLook;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt.FailureReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Print jobs as rows. A row is the fold of the job's facts, kept so that questions are quick. */
final class PrintRows {

    private final JdbcClient jdbc;

    PrintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every job of a letter, the last one last; the letter's lock holds them too. */
    List<PrintJob> all(LetterId letter) {
        return jdbc.sql("SELECT * FROM print_job WHERE letter = ? ORDER BY ordered_at, id")
                .param(letter.value())
                .query((rs, _) -> job(rs))
                .list();
    }

    /** The last job of a letter, if there was one. */
    Optional<PrintJob> last(LetterId letter) {
        List<PrintJob> all = all(letter);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    Optional<PrintJob> find(PrintJobId job) {
        return jdbc.sql("SELECT * FROM print_job WHERE id = ?")
                .param(job.value())
                .query((rs, _) -> job(rs))
                .optional();
    }

    /** Takes in what has happened to the job, which stood as {@code before}. */
    void apply(Optional<PrintJob> before, PrintFact fact, Rules rules, Instant now, Actor actor) {
        if (fact instanceof PrintOrdered ordered) {
            insert(ordered.order(), now);
            return;
        }
        PrintJob job = before.orElseThrow();
        PrintJob after = PrintFolding.after(job, fact, now, actor);
        if (!after.equals(job)) {
            update(after, rules, now);
        }
        if (fact instanceof PrintHandoverAttempted attempted) {
            jdbc.sql("UPDATE print_job SET sheets = ?, pages = ? WHERE id = ?")
                    .param(attempted.sheets().sheets())
                    .param(attempted.sheets().pages())
                    .param(attempted.job().value())
                    .update();
        }
    }

    private void insert(PrintOrder order, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO print_job (id, letter, route, state, ordered_at, since, next_at)
                        VALUES (?, ?, ?, 'ORDERED', ?, ?, ?)
                        """)
                .param(order.job().value())
                .param(order.letter().value())
                .param(order.route().name())
                .param(at(now))
                .param(at(now))
                .param(at(now))
                .update();
    }

    private void update(PrintJob job, Rules rules, Instant now) {
        Columned c = Columned.of(job);
        jdbc.sql(
                        """
                        UPDATE print_job
                           SET state = ?, since = ?, attempts = coalesce(?, attempts), taken_by = ?,
                               stop_ground = ?, stop_missed = ?, reason = ?, printed = ?,
                               contradicted = ?, tries = 0, next_at = ?
                         WHERE id = ?
                        """)
                .param(c.state)
                .param(at(c.since))
                .param(c.attempts.orElse(null))
                .param(c.takenBy.map(PersonId::value).orElse(null))
                .param(c.stop.map(s -> s.ground().name()).orElse(null))
                .param(c.stop.map(Stop::missed).orElse(false))
                .param(c.reason.map(FailureReason::name).orElse(null))
                .param(c.printed)
                .param(c.contradicted)
                .param(at(PrintLook.next(job, rules, now)))
                .param(job.order().job().value())
                .update();
    }

    static PrintJob job(ResultSet rs) throws SQLException {
        PrintOrder order =
                new PrintOrder(
                        new PrintJobId(uuid(rs, "id")),
                        new LetterId(uuid(rs, "letter")),
                        Route.valueOf(rs.getString("route")));
        Instant ordered = instant(rs, "ordered_at");
        Instant since = instant(rs, "since");
        int attempts = rs.getInt("attempts");
        boolean missed = rs.getBoolean("stop_missed");
        Optional<StopGround> ground = maybeString(rs, "stop_ground").map(StopGround::valueOf);
        Optional<Stop> stop = ground.map(g -> new Stop(g, missed));
        boolean contradicted = rs.getBoolean("contradicted");
        return switch (rs.getString("state")) {
            case "ORDERED" -> new Ordered(order, ordered, attempts);
            case "HANDING_OVER" -> new HandingOver(order, ordered, attempts, since, stop);
            case "HANDED_OVER" ->
                    new HandedOver(
                            order,
                            ordered,
                            attempts,
                            since,
                            maybeUuid(rs, "taken_by").map(PersonId::new),
                            stop);
            case "PRINTED" -> new Printed(order, since);
            case "POSTED" -> new Posted(order, since, contradicted);
            case "FAILED" ->
                    new Failed(
                            order,
                            since,
                            FailureReason.valueOf(rs.getString("reason")),
                            rs.getBoolean("printed"),
                            contradicted);
            case "STOPPED" -> new Stopped(order, since, ground.orElseThrow(), contradicted);
            default -> throw new IllegalStateException("a print job in no known state");
        };
    }

    /** A job's state, spread over its columns. */
    private record Columned(
            String state,
            Instant since,
            Optional<Integer> attempts,
            Optional<PersonId> takenBy,
            Optional<Stop> stop,
            Optional<FailureReason> reason,
            boolean printed,
            boolean contradicted) {

        private static Columned of(String state, Instant since) {
            return new Columned(
                    state,
                    since,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false);
        }

        private static Columned under(
                String state,
                Instant since,
                int attempts,
                Optional<PersonId> takenBy,
                Optional<Stop> stop) {
            return new Columned(
                    state,
                    since,
                    Optional.of(attempts),
                    takenBy,
                    stop,
                    Optional.empty(),
                    false,
                    false);
        }

        static Columned of(PrintJob job) {
            return switch (job) {
                case Ordered o ->
                        under(
                                "ORDERED",
                                o.orderedAt(),
                                o.attempts(),
                                Optional.empty(),
                                Optional.empty());
                case HandingOver h ->
                        under("HANDING_OVER", h.since(), h.attempt(), Optional.empty(), h.stop());
                case HandedOver h ->
                        under("HANDED_OVER", h.at(), h.attempts(), h.takenBy(), h.stop());
                case Printed p -> of("PRINTED", p.at());
                case Posted p ->
                        new Columned(
                                "POSTED",
                                p.at(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                p.contradicted());
                case Failed f ->
                        new Columned(
                                "FAILED",
                                f.at(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(f.reason()),
                                f.printed(),
                                f.contradicted());
                case Stopped s ->
                        new Columned(
                                "STOPPED",
                                s.at(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Stop(s.ground(), false)),
                                Optional.empty(),
                                false,
                                s.contradicted());
            };
        }
    }
}
