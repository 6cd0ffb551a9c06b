package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.store.Ledger;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Reading;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is refused is told when the ledger got their attempt, and nothing that it did not get. */
class RefusedAgainTest {

    private static final Pattern RECORDED =
            Pattern.compile("Forsøket er registrert (.+?)\\. Avsenderen");

    @TempDir private Path folder = Path.of("");

    @Test
    void aPageThatIsAskedForAgainSaysWhenTheAttemptWasRecorded() throws Exception {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        try (RunningSegl segl =
                new RunningSegl(folder, () -> RunningSegl.CLOCK.instant().plus(ahead.get()))) {
            LetterId letter = toTheChildWelfareService(segl);
            String stranger =
                    segl.world.persons().stream()
                            .filter(p -> p.name().equals("Våken Ugle"))
                            .findFirst()
                            .orElseThrow()
                            .subject();
            try (Visit visit = Visit.logIn(segl.home, stranger)) {
                String first = recorded(visit, letter);
                ahead.set(Reading.ONE_REFUSAL.dividedBy(2));
                assertThat(recorded(visit, letter)).isEqualTo(first);
                assertThat(refusals(segl, letter)).hasSize(1);
                ahead.set(Reading.ONE_REFUSAL);
                assertThat(recorded(visit, letter)).isNotEqualTo(first);
                assertThat(refusals(segl, letter)).hasSize(2);
            }
        }
    }

    private static LetterId toTheChildWelfareService(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT id FROM letter WHERE recipient = '310451223' ORDER BY id LIMIT 1")
                .query((rs, _) -> LetterId.parse(rs.getString(1)).orElseThrow())
                .single();
    }

    private static String recorded(Visit visit, LetterId letter) throws Exception {
        String page = visit.get("/brev/" + letter).body();
        Matcher said = RECORDED.matcher(page);
        assertThat(said.find()).as(page).isTrue();
        return said.group(1);
    }

    private static List<Entry> refusals(RunningSegl segl, LetterId letter) {
        return segl.server.part(Ledger.class).of(letter, 0, 100).stream()
                .filter(entry -> entry.type().equals("OpeningRefused"))
                .toList();
    }
}
