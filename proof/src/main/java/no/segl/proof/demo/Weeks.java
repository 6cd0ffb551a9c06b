package no.segl.proof.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.RuleTable;
import no.segl.app.wiring.Server;
import no.segl.core.access.Clearance;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Routine;
import no.segl.core.control.Run;
import no.segl.core.deadline.Rules;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;

/**
 * The demo's last weeks: the police look at what they have sent every Monday, and did so; what they
 * look at every day, nobody has done yet. It is decided and committed as all else, at times that
 * are past; so there is an answer to whether last week's control was done, and one to do.
 */
final class Weeks {

    private static final Duration SINCE = Duration.ofDays(22);

    /** Easter has four days in a row on which nobody works; around Christmas there may be more. */
    private static final Duration LONGEST_REST = Duration.ofDays(8);

    private static final Duration TAKES = Duration.ofHours(1);

    /** Who runs the demo made it so: there was no Segl that could have asked for the right. */
    private static final Clearance CLEARED =
            new Clearance.Cleared(new Right("operator", "the demo's history"));

    private Weeks() {}

    /** Writes them down, unless that was begun with before. */
    static void begin(Server server, PersonId archivist, InstantSource clock) {
        if (!server.part(Controls.class).of(Set.of(Fjordvik.POLICE)).isEmpty()) {
            return;
        }
        Instant now = LedgerTime.exact(clock.instant());
        Rhythm mondays = new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(8, 0));
        Control weekly = set(server, archivist, "uåpnet > 7 dager", mondays, 1, now.minus(SINCE));
        Instant next = next(server, weekly);
        while (next.plus(TAKES).isBefore(now)) {
            go(server, weekly, archivist, next);
            next = next(server, weekly);
        }
        Rhythm days = new Rhythm(Rhythm.Every.DAY, 0, LocalTime.of(8, 0));
        // It fell due this morning, or on the last working day, for the first time.
        Instant last = days.next(now.minus(LONGEST_REST));
        for (Instant later = last; !later.isAfter(now); later = days.next(later)) {
            last = later;
        }
        Control daily =
                set(server, archivist, "uåpnet > 1 dag barnevern", days, 0, last.minusSeconds(1));
        open(server, daily, archivist, Uuids.v7(now, new SecureRandom()), now);
    }

    private static Control set(
            Server server,
            PersonId archivist,
            String question,
            Rhythm rhythm,
            int within,
            Instant at) {
        Control control =
                new Control(
                        Uuids.v7(at, new SecureRandom()),
                        Fjordvik.POLICE,
                        Control.About.SENT,
                        question,
                        rhythm,
                        within,
                        archivist,
                        Optional.empty());
        server.part(ControlChanges.class)
                .set(
                        control.unit(),
                        new Act(new Actor.Person(archivist), at),
                        () -> Routine.set(control, List.of(archivist), CLEARED, at));
        return control;
    }

    private static void open(
            Server server, Control control, PersonId archivist, UUID run, Instant at) {
        Rules rules = server.part(RuleTable.class).newest();
        server.part(ControlChanges.class)
                .control(
                        control.id(),
                        new Act(new Actor.Segl("controls"), at),
                        (held, planned) ->
                                Routine.open(held, planned, run, List.of(archivist), rules, at));
    }

    private static Instant next(Server server, Control control) {
        return server.part(Controls.class).find(control.id()).orElseThrow().next();
    }

    private static void go(Server server, Control control, PersonId archivist, Instant at) {
        UUID run = Uuids.v7(at, new SecureRandom());
        open(server, control, archivist, run, at);
        if (server.part(ControlRuns.class).find(run).isEmpty()) {
            // Segl's own sweep was first, and opened one that stands for all of them.
            return;
        }
        // Nobody is told now of what was done weeks ago.
        Instant done = at.plus(TAKES);
        server.part(ControlChanges.class)
                .run(
                        run,
                        new Act(new Actor.Person(archivist), done),
                        held ->
                                Routine.account(
                                        held,
                                        Run.Outcome.DONE,
                                        new Run.Found(0, false, 0, Optional.empty(), List.of()),
                                        "",
                                        CLEARED,
                                        done));
    }
}
