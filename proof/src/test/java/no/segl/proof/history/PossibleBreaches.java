package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Registrar;
import no.segl.app.store.Breaches;
import no.segl.app.store.Changes;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.work.BreachSweep;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Matter;
import no.segl.proof.running.RunningSegl;

/** Letters that lie for too long become cases, of which somebody decides on a few each time. */
final class PossibleBreaches {

    private static final OrgNumber POLICE = new OrgNumber("312780402");

    private final RunningSegl segl;
    private final PersonId decider;

    PossibleBreaches(RunningSegl segl) {
        this.segl = segl;
        Registrar registrar = segl.server.part(Registrar.class);
        decider = registrar.enter("https://login.example", "decider", "Prøve");
        registrar.give(decider, POLICE, Power.OVERSEE, Optional.empty());
    }

    void goOn(Instant now) {
        new BreachSweep(
                        segl.server.part(Breaches.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Situations.class),
                        segl.server.part(RuleTable.class),
                        () -> now)
                .run();
        segl.server
                .part(Breaches.class)
                .page(Set.of(), Set.of(POLICE), true, Optional.empty(), 3)
                .rows()
                .forEach(this::decide);
    }

    private void decide(Breaches.Row row) {
        assertThat(
                        segl.server
                                .part(FollowUp.class)
                                .close(
                                        row.matter().id(),
                                        row.matter().version(),
                                        decider,
                                        Matter.Outcome.BREACH_WITHOUT_RISK))
                .contains(Casework.Reply.DONE);
    }
}
