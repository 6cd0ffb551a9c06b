package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.Inbox;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grant at a section reaches the schools beneath it and no other unit; one at the main unit does
 * not pass the section. What the inbox lists is just what can be opened.
 */
class AccessComesDownTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final Category EDUCATION = new Category("UPBRINGING_EDUCATION");

    @TempDir private Path folder = Path.of("");

    @Test
    void fromASectionToItsSubUnitsOnly() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            assertThat(reached(segl, "above", MUNICIPALITY)).isEmpty();
            List<Inbox.Row> schools = reached(segl, "beneath", UPBRINGING);
            assertThat(schools).hasSize(2);
            assertThat(schools)
                    .allSatisfy(row -> assertThat(row.category()).isEqualTo(EDUCATION))
                    .noneSatisfy(row -> assertThat(row.recipient()).isEqualTo(UPBRINGING));
        }
    }

    /** What somebody with a grant at {@code unit} alone finds in the inbox, each opened. */
    private static List<Inbox.Row> reached(RunningSegl segl, String subject, OrgNumber unit) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, "Prøve");
        registrar.give(person, unit, Power.READ, Optional.of(EDUCATION));
        var now = RunningSegl.CLOCK.instant();
        Inbox.Question question = Inbox.Question.all(person, now);
        Inbox inbox = segl.server.part(Inbox.class);
        List<Inbox.Row> rows = inbox.page(question, Optional.empty(), 50).rows();
        assertThat(inbox.summary(question).unopened()).isEqualTo(rows.size());
        PostOffice office = segl.server.part(PostOffice.class);
        Stream<Opening> openings =
                rows.stream().map(row -> office.open(row.id(), person, Level.HIGH));
        assertThat(openings).allSatisfy(o -> assertThat(o).isInstanceOf(Opening.Open.class));
        return rows;
    }
}
