package no.segl.proof.running;

import static no.segl.proof.running.RoutineWorld.OWN;
import static no.segl.proof.running.RoutineWorld.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Set;
import no.segl.app.office.Administration;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.FigureReports;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Routine.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures go out by e-mail for as long as who gets them oversees the unit. */
@SuppressWarnings("NullAway.Init")
class FiguresByMailTest {

    @TempDir private Path folder = Path.of("");

    private RoutineWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new RoutineWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void figuresGoOutEveryWeekForAsLongAsTheyOversee() {
        Rhythm monday = new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(7, 0));
        ControlDesk desk = world.desk();
        assertThat(desk.report(POLICE, monday, world.chief, world.chief)).isEqualTo(Reply.DONE);
        assertThat(desk.report(POLICE, monday, world.chief, world.chief))
                .isEqualTo(Reply.NOTHING_TO_DO);
        assertThat(desk.report(POLICE, monday, world.admin, world.chief))
                .isEqualTo(Reply.NOT_THEIRS);
        world.now = monday.next(world.now);
        assertThat(world.mails()).isEqualTo(1);
        assertThat(world.mails()).isZero();
        assertThat(world.to(OWN).getFirst().body())
                .contains("https://segl.example/oversikt", "312 780 402")
                .doesNotContain("Prøve");
        world.now = monday.next(world.now);
        assertThat(world.mails()).isEqualTo(1);

        world.segl.server.part(Administration.class).endAll(world.admin, world.chief);
        world.now = monday.next(world.now);
        assertThat(world.mails()).isZero();
        assertThat(world.segl.server.part(FigureReports.class).of(Set.of(POLICE))).isEmpty();
        assertThat(world.facts("ReportEnded")).isEqualTo(1);
    }
}
