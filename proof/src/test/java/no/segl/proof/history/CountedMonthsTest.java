package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.segl.app.office.Opening;
import no.segl.app.office.Registrar;
import no.segl.app.store.Categories;
import no.segl.app.store.Months;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month says the same whether its letters are counted now or were once and for all. */
class CountedMonthsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @TempDir private Path folder = Path.of("");

    @Test
    void whatWasCountedOnceIsWhatTheLettersSay() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            openSome(segl);
            Months months = segl.server.part(Months.class);
            Map<Side, List<Months.Month>> before = all(segl, months);
            assertThat(before.get(Side.SENDER)).isNotEmpty();
            assertThat(before.get(Side.SENDER)).anyMatch(m -> m.openedInWeek() > 0);
            assertThat(months.count(RunningSegl.CLOCK.instant()))
                    .as("what may change is not counted")
                    .isZero();

            Instant later = RunningSegl.CLOCK.instant().plus(Duration.ofDays(40));
            List<Integer> days = new ArrayList<>();
            try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Integer> count = () -> months.count(later);
                for (var done : nodes.invokeAll(List.of(count, count, count))) {
                    days.add(done.get());
                }
            }

            assertThat(days.stream().mapToInt(Integer::intValue).sum())
                    .as("each day once, whichever node does it")
                    .isBetween(31, 33);
            assertThat(all(segl, months)).isEqualTo(before);
        }
    }

    private static Map<Side, List<Months.Month>> all(RunningSegl segl, Months months) {
        Set<OrgNumber> units =
                Set.copyOf(
                        segl.server
                                .part(JdbcClient.class)
                                .sql("SELECT number FROM unit")
                                .query((rs, _) -> new OrgNumber(rs.getString("number")))
                                .list());
        Map<Side, List<Months.Month>> all = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            all.put(side, months.since(side, units, LONG_AGO));
        }
        return all;
    }

    private static void openSome(RunningSegl segl) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
        List<LetterId> letters =
                segl.server
                        .part(JdbcClient.class)
                        .sql(
                                "SELECT id, recipient FROM letter WHERE state = 'AVAILABLE' ORDER BY id")
                        .query((rs, _) -> {
                            OrgNumber unit = new OrgNumber(rs.getString("recipient"));
                            segl.server
                                    .part(Categories.class)
                                    .all()
                                    .forEach(c ->
                                            registrar.give(
                                                    reader,
                                                    unit,
                                                    Power.READ,
                                                    Optional.of(c.category())));
                            return LetterId.parse(rs.getString("id")).orElseThrow();
                        })
                        .list();
        for (LetterId letter : letters.subList(0, (letters.size() + 1) / 2)) {
            assertThat(segl.office(RunningSegl.CLOCK).open(letter, reader, Level.HIGH))
                    .isInstanceOf(Opening.Open.class);
        }
    }
}
