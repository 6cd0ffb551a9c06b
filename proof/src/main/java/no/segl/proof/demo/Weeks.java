package no.segl.proof.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
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
 * The demo's last weeks: the police look at what they have sent every Monday, and did so. It is
 * decided and committed as all else, at times that are past; so there is an answer to whether last
 * week's control was done.
 */
final class Weeks {

    private static final Duration SINCE = Duration.ofDays(22);
    private static final Duration TAKES = Duration.ofHours(1);

    /** Who runs the demo made it so: there was no Segl that could have asked for the right. */
    private static final Clearance CLEARED =
            new Clearance.Cleared(new Right("operator", "the demo's history"));

    private Weeks() {}

    /** Writes them down. */
    static void begin(Server server, PersonId archivist, InstantSource clock) {
        Instant now = LedgerTime.exact(clock.instant());
        Instant set = now.minus(SINCE);
        Control weekly =
                new Control(
                        Uuids.v7(set, new SecureRandom()),
                        Fjordvik.POLICE,
                        Control.About.SENT,
                        "uåpnet > 7 dager",
                        new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(8, 0)),
                        1,
                        archivist,
                        Optional.empty());
        ControlChanges changes = server.part(ControlChanges.class);
        changes.set(
                weekly.unit(),
                new Act(new Actor.Person(archivist), set),
                () -> Routine.set(weekly, List.of(archivist), CLEARED, set));
        Instant next = next(server, weekly);
        while (next.plus(TAKES).isBefore(now)) {
            go(server, weekly, archivist, next);
            next = next(server, weekly);
        }
    }

    private static Instant next(Server server, Control control) {
        return server.part(Controls.class).find(control.id()).orElseThrow().next();
    }

    private static void go(Server server, Control control, PersonId archivist, Instant at) {
        ControlChanges changes = server.part(ControlChanges.class);
        Rules rules = server.part(RuleTable.class).newest();
        UUID run = Uuids.v7(at, new SecureRandom());
        changes.control(
                control.id(),
                new Act(new Actor.Segl("controls"), at),
                (held, planned) -> Routine.open(held, planned, run, List.of(archivist), rules, at));
        Instant done = at.plus(TAKES);
        changes.run(
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
        // Nobody is told now of what was done weeks ago.
        if (server.part(ControlRuns.class).find(run).orElseThrow().run().isOpen()) {
            throw new IllegalStateException("a week of the demo was not done");
        }
    }
}
