package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.segl.core.id.PrintJobId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter that its sender takes back when the printing house has printed it already. */
class TakenBackPaperTest {

    @TempDir private Path folder = Path.of("");

    /** Nobody would know else: the page says that it was withdrawn, and it is in the post. */
    @Test
    void whatIsWithdrawnWhenItIsPrintedIsACaseAtItsSender() throws Exception {
        try (PaperWorld world = new PaperWorld(folder)) {
            world.untilPrint();
            world.prints();
            PrintJobId job = world.house.takeUp().getFirst().job();
            world.house.says("1.json", world.receipt(job, "printed"));
            world.prints();
            world.withdraw();
            assertThat(world.state()).isEqualTo("WITHDRAWN");
            assertThat(world.facts())
                    .endsWith("LetterWithdrawn", "PrintStopMissed", "CaseRaised", "NoticeOrdered");
            assertThat(world.cases()).containsExactly("PRINT_FAILED");
            world.house.says("2.json", world.receipt(job, "posted"));
            world.prints();
            assertThat(world.facts()).endsWith("PaperPosted");
            assertThat(world.cases()).as("once").containsExactly("PRINT_FAILED");
        }
    }
}
