package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document far larger than the heap goes in, is copied, and comes out. */
class ConstantMemoryTest {

    private static final List<String> SMALL_HEAP =
            List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    @Test
    void sealsAndOpensThreeHundredMegabytesInA48MegabyteHeap(@TempDir Path root) throws Exception {
        JavaProcess.Outcome outcome =
                JavaProcess.start(
                                SMALL_HEAP,
                                LargeDocument.class,
                                "300000000",
                                "file",
                                root.toString())
                        .end();
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("same digest");
    }

    @Test
    void soItDoesWithS3(@TempDir Path store, @TempDir Path spool) throws Exception {
        S3Server server = new S3Server(store);
        try {
            JavaProcess.Outcome outcome =
                    JavaProcess.start(
                                    SMALL_HEAP,
                                    LargeDocument.class,
                                    "60000000",
                                    Integer.toString(server.port()),
                                    spool.toString())
                            .end();
            assertThat(outcome.exit()).as(outcome.output()).isZero();
            assertThat(outcome.output()).contains("same digest");
        } finally {
            server.stop();
        }
    }
}
