package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Registrar;
import no.segl.app.store.Readiness;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that lives beneath one that the register has dissolved is there still. */
class BeneathDissolvedTest {

    private static final List<OrgNumber> TOP = List.of(new OrgNumber("310451207"));
    private static final OrgNumber SECTION = new OrgNumber("310451215");
    private static final OrgNumber UNIT = new OrgNumber("310451223");

    @TempDir private Path folder = Path.of("");

    @Test
    void itIsInTheMatrixAndTheFiguresAndInWhatBreaks() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
            registrar.give(reader, UNIT, Power.READ, Optional.of(new Category("POLICE_JUSTICE")));
            long units = summary(segl).units();
            long nobody = summary(segl).nobody();
            int gaps = page(segl, true).size();
            RegisterSays.living(segl, SECTION, "ORGL");

            RegisterSays.deleted(segl, SECTION);

            assertThat(page(segl, false))
                    .hasSize((int) units - 1)
                    .contains(UNIT)
                    .doesNotContain(SECTION);
            assertThat(page(segl, true)).hasSize(gaps - 1).contains(UNIT);
            assertThat(summary(segl).units()).isEqualTo(units - 1);
            assertThat(summary(segl).nobody())
                    .as("what nobody can open, but in the section itself")
                    .isEqualTo(nobody - 6);
            assertThat(
                            readiness(segl)
                                    .withoutReader(
                                            TOP, reader, Set.of(), RunningSegl.CLOCK.instant(), 9)
                                    .first())
                    .extracting(Readiness.Sole::unit)
                    .containsExactly(UNIT);
        }
    }

    private static List<OrgNumber> page(RunningSegl segl, boolean gaps) {
        return readiness(segl)
                .page(
                        new Readiness.Question(TOP, "", gaps, Optional.empty()),
                        RunningSegl.CLOCK.instant(),
                        99)
                .rows()
                .stream()
                .map(Readiness.Row::unit)
                .toList();
    }

    private static Readiness.Summary summary(RunningSegl segl) {
        return readiness(segl).summary(TOP, RunningSegl.CLOCK.instant());
    }

    private static Readiness readiness(RunningSegl segl) {
        return segl.server.part(Readiness.class);
    }
}
