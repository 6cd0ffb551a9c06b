package no.segl.proof.running;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.party.Unit;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;

/** What Enhetsregisteret tells a Segl, without a register to ask. */
public final class RegisterSays {

    private RegisterSays() {}

    /** That the unit is there. */
    public static void living(RunningSegl segl, OrgNumber unit, String form) {
        living(segl, segl.server.part(Units.class).find(unit).orElseThrow(), form);
    }

    /** That the unit is there, and is as it says. */
    public static void living(RunningSegl segl, Unit unit, String form) {
        Answer answer = new Answer.Living(new Registered(unit, form));
        changes(segl).registered(List.of(answer), act());
    }

    /** That it is gone. */
    public static void deleted(RunningSegl segl, OrgNumber unit) {
        deleted(segl, unit, RunningSegl.CLOCK.instant());
    }

    /** The same, at a time. */
    static void deleted(RunningSegl segl, OrgNumber unit, Instant at) {
        changes(segl).registered(List.of(new Answer.Deleted(unit, Optional.empty())), act(at));
    }

    /** Which key roles are held there. */
    public static void keyRoles(RunningSegl segl, OrgNumber unit, List<KeyRole> held) {
        changes(segl).keyRoles(unit, held, act());
    }

    private static Changes changes(RunningSegl segl) {
        return segl.server.part(Changes.class);
    }

    private static Act act() {
        return act(RunningSegl.CLOCK.instant());
    }

    private static Act act(Instant at) {
        return new Act(new Actor.Segl("register"), LedgerTime.exact(at));
    }
}
