package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Registrar;
import no.segl.app.store.Attention;
import no.segl.app.store.Attention.Cause;
import no.segl.app.store.Attention.Counted;
import no.segl.app.store.Attention.Item;
import no.segl.app.store.Grants;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access that runs out, or is ended, and leaves nobody is told to whoever can give it anew. */
class AccessRunsOutTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber SECTION = new OrgNumber("310451215");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Category CATEGORY = new Category("POLICE_JUSTICE");

    @TempDir private Path folder = Path.of("");

    @Test
    void itIsToldBeforeAndAfterUntilSomebodyReadsThere() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId chief = registrar.enter("https://login.example", "chief", "Prøve");
            registrar.give(chief, MUNICIPALITY, Power.ADMINISTER, Optional.empty());
            PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
            Instant now = RunningSegl.CLOCK.instant();
            Instant end = now.plus(Duration.ofDays(30));
            give(segl, chief, reader, UNIT, Optional.of(end));

            assertThat(found(segl, now)).as("a month ahead").isEmpty();
            assertThat(found(segl, end.minus(Duration.ofDays(13))))
                    .singleElement()
                    .satisfies(i -> {
                        assertThat(i.cause()).isEqualTo(Cause.ENDS_WITHOUT_READER);
                        assertThat(i.unit()).isEqualTo(UNIT);
                        assertThat(i.grant().orElseThrow().category()).contains(CATEGORY);
                        assertThat(i.grant().orElseThrow().until().orElseThrow())
                                .isCloseTo(end, within());
                        assertThat(i.since().orElseThrow())
                                .isCloseTo(end.minus(Duration.ofDays(14)), within());
                    });
            assertThat(found(segl, end))
                    .singleElement()
                    .satisfies(i -> assertThat(i.cause()).isEqualTo(Cause.LEFT_WITHOUT_READER));
            assertThat(counted(segl, end.plus(Duration.ofDays(89))))
                    .singleElement()
                    .satisfies(
                            c -> assertThat(c.causes()).containsExactly(Cause.LEFT_WITHOUT_READER));
            assertThat(found(segl, end.plus(Duration.ofDays(91)))).as("long ago").isEmpty();

            // Somebody at the section above, whose access the unit inherits, until a day later.
            give(segl, chief, chief, SECTION, Optional.of(end.plus(Duration.ofDays(1))));
            assertThat(found(segl, end.minus(Duration.ofDays(13).plusHours(12))))
                    .as("not the last at the unit; the section's is")
                    .extracting(Item::unit)
                    .isEmpty();
            assertThat(found(segl, end.minus(Duration.ofDays(12))))
                    .extracting(Item::unit)
                    .containsExactly(SECTION);
            give(segl, chief, reader, SECTION, Optional.empty());
            assertThat(found(segl, end)).as("somebody reads there").isEmpty();
        }
    }

    @Test
    void whatSomebodyEndsIsToldTheSame() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId chief = registrar.enter("https://login.example", "chief", "Prøve");
            registrar.give(chief, MUNICIPALITY, Power.ADMINISTER, Optional.empty());
            PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
            registrar.give(reader, UNIT, Power.READ, Optional.of(CATEGORY));
            Instant now = RunningSegl.CLOCK.instant();
            assertThat(found(segl, now)).isEmpty();

            segl.server
                    .part(Administration.class)
                    .end(chief, segl.server.part(Grants.class).of(reader).getFirst().id());
            assertThat(found(segl, now.plus(Duration.ofHours(1))))
                    .extracting(Item::cause)
                    .containsExactly(Cause.LEFT_WITHOUT_READER);
        }
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.SECONDS);
    }

    private static void give(
            RunningSegl segl, PersonId by, PersonId to, OrgNumber unit, Optional<Instant> until) {
        segl.server
                .part(Administration.class)
                .give(by, to, List.of(new Wish(unit, Power.READ, Optional.of(CATEGORY), until)));
    }

    private static List<Item> found(RunningSegl segl, Instant at) {
        return segl.server.part(Attention.class).of(List.of(MUNICIPALITY), at, 50).first();
    }

    private static List<Counted> counted(RunningSegl segl, Instant at) {
        return segl.server.part(Attention.class).counted(List.of(MUNICIPALITY), at);
    }
}
