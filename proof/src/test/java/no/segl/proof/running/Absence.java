package no.segl.proof.running;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Deputising;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.office.Sharer;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.proof.demo.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who is away, whoever is to be in their place, and those around them. */
@SuppressWarnings("NullAway.Init")
abstract class Absence {

    static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    static final OrgNumber SECTION = new OrgNumber("310451215");
    static final OrgNumber SCHOOL = new OrgNumber("310451231");
    static final OrgNumber UNIT = new OrgNumber("310451223");
    static final Category CATEGORY = new Category("CHILD_WELFARE");
    static final Set<OrgNumber> THERE = Set.of(MUNICIPALITY, UNIT);

    RunningSegl segl;
    PersonId chief;
    PersonId absent;
    PersonId deputy;
    PersonId colleague;
    Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        World demo = World.fjordvik();
        segl =
                new RunningSegl(
                        folder,
                        RunningSegl.CLOCK,
                        new World(demo.units(), List.of(), List.of(), demo.machines(), List.of()));
        chief = enter("chief", MUNICIPALITY, Power.ADMINISTER);
        absent = enter("absent", UNIT, Power.OVERSEE);
        deputy = enter("deputy", UNIT, Power.OVERSEE);
        colleague = enter("colleague", UNIT, Power.READ);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant());
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    Instant day(int days) {
        return now.plus(Duration.ofDays(days));
    }

    <T> T part(Class<T> type) {
        return segl.server.part(type);
    }

    Deputising.Given deputise(Instant from, Instant until) {
        return part(Deputising.class).deputise(chief, absent, deputy, from, until);
    }

    Opening look(LetterId letter) {
        return part(PostOffice.class).look(letter, deputy, Level.HIGH);
    }

    void share(LetterId letter) {
        part(Sharer.class).share(letter, colleague, absent, true, false, Optional.empty());
    }

    void give(PersonId person) {
        give(person, UNIT, CATEGORY);
    }

    void give(PersonId person, OrgNumber unit, Category category) {
        part(Registrar.class).give(person, unit, Power.READ, Optional.of(category));
    }

    PersonId enter(String subject, OrgNumber unit, Power power) {
        PersonId person =
                part(Registrar.class).enter("https://login.example", subject, "Prøve " + subject);
        part(Registrar.class)
                .give(person, unit, power, Optional.of(CATEGORY).filter(_ -> power == Power.READ));
        return person;
    }
}
