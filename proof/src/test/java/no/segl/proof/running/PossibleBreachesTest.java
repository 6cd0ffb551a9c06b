package no.segl.proof.running;

import static no.segl.proof.running.RoutineWorld.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.office.FollowUp;
import no.segl.app.store.Breaches;
import no.segl.core.letter.Matter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that lie unopened for too long may be a breach, until somebody has decided. */
@SuppressWarnings("NullAway.Init")
class PossibleBreachesTest {

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
    void whatLiesUnopenedForTooLongMayBeABreach() {
        Breaches breaches = world.segl.server.part(Breaches.class);
        assertThat(world.breaches()).as("not yet").isZero();
        Instant known = world.now.plus(Duration.ofDays(8));
        world.now = known;
        assertThat(world.breaches()).isPositive();
        assertThat(world.breaches()).as("once").isZero();
        List<Breaches.Row> rows = rows(true);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(r -> {
                    assertThat(r.category().code()).isEqualTo("CHILD_WELFARE");
                    assertThat(r.matter().raised()).isEqualTo(known);
                    assertThat(r.matter().due()).isEqualTo(known.plus(Duration.ofDays(2)));
                });
        assertThat(breaches.count(Set.of(), Set.of(POLICE), known.plus(Duration.ofHours(71))))
                .isEqualTo(new Breaches.Count(rows.size(), 0));
        assertThat(breaches.count(Set.of(), Set.of(POLICE), known.plus(Duration.ofDays(3))))
                .isEqualTo(new Breaches.Count(rows.size(), rows.size()));

        UUID matter = rows.getFirst().matter().id();
        assertThat(
                        world.segl
                                .server
                                .part(FollowUp.class)
                                .close(
                                        matter,
                                        0,
                                        world.chief,
                                        Matter.Outcome.NO_BREACH_CAME_OTHERWISE))
                .isPresent();
        Breaches.Row decided =
                rows(false).stream()
                        .filter(r -> r.matter().id().equals(matter))
                        .findFirst()
                        .orElseThrow();
        assertThat(decided.decision()).contains(Matter.Outcome.NO_BREACH_CAME_OTHERWISE);
        assertThat(decided.decidedBy()).contains("Prøve chief");
        assertThat(world.breaches()).as("what is decided is not raised again").isZero();
        world.now = world.now.plus(Duration.ofDays(14));
        assertThat(world.breaches()).as("other letters, after three weeks").isPositive();
        assertThat(rows(true))
                .as("that whose clock ends first comes first")
                .isSortedAccordingTo(Comparator.comparing(r -> r.matter().raised()));
        assertThat(rows(false).getFirst().matter().raised()).isEqualTo(world.now);
    }

    private List<Breaches.Row> rows(boolean open) {
        return world.segl
                .server
                .part(Breaches.class)
                .page(Set.of(), Set.of(POLICE), open, Optional.empty(), 50)
                .rows();
    }
}
