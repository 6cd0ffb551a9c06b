package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.TWO;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** Paper that came back is not done with, however long ago it was posted. */
class KeptForPaperTest {

    private static final Instant LATE = LATER.plus(Duration.ofDays(4000));

    @Test
    void contentIsKeptWhileThePaperIsACase() {
        for (Matter.Reason reason : Matter.Reason.values()) {
            Set<Situation.Raised> open = Set.of(new Situation.Raised(reason, Side.SENDER));
            assertThat(Looking.destroy(POSTED, false, open, TWO, LATE).facts())
                    .as(reason.name())
                    .hasSize(reason.isOfPaper() ? 0 : 1);
        }
    }
}
