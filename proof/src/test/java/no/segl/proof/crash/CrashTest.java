package no.segl.proof.crash;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The few crashes that every test run goes through. {@link LongCrashTest} goes through all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CrashTest {

    private static final Random RANDOM = new Random(1);

    private Trial trial;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        trial = new Trial(folder, RANDOM);
    }

    @AfterAll
    void stop() throws Exception {
        trial.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING_HALF_A_DOCUMENT, OF_THE_MACHINE",
        "SENDING_BEFORE_THE_ANSWER, OF_THE_NODE",
        "OPENING_BEFORE_THE_ANSWER, OF_THE_MACHINE",
    })
    void nothingComesOfACrash(Place place, Death death) throws Exception {
        Crash.at(place, death, trial, RANDOM);
    }
}
