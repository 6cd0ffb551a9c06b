package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few crashes that every test run goes through, and those of the day. {@link LongCrashTest}
 * goes through all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CrashTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
    private static final Random RANDOM = new Random(1);

    private final long day = Rotation.day(RunningSegl.CLOCK.instant());
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
        "SENDING_ANSWERED, OF_THE_MACHINE",
        "OPENING_BEFORE_THE_ANSWER, OF_THE_MACHINE",
        "OPENING_ANSWERED, OF_THE_MACHINE",
    })
    void nothingComesOfACrash(Place place, Death death) throws Exception {
        Crash.at(place, death, trial, RANDOM);
    }

    @ParameterizedTest
    @MethodSource
    void norOfThoseWhoseDayItIs(Rotation.Turn turn) throws Exception {
        // A warning is shown by the tests' logging.
        LOG.warn("crash: {}, {}, -Dsegl.crash.day={}", turn.place(), turn.death(), day);
        Crash.at(turn.place(), turn.death(), trial, RANDOM);
    }

    List<Rotation.Turn> norOfThoseWhoseDayItIs() {
        return Rotation.of(day);
    }

    /** Else a look, say, could be taken by the schedule before a trial has said where it dies. */
    @Test
    void whatFallsDueWaitsForTheTrial() throws Exception {
        trial.restartGently();
        assertThat(trial.awake()).isZero();
    }

    @Test
    void anOrderlyStopLeavesNothingUnsigned() throws Exception {
        Working.CHECKPOINT.prepare(trial);
        assertThat(Working.CHECKPOINT.left(trial)).isPositive();
        trial.restartGently();
        assertThat(Working.CHECKPOINT.left(trial)).isZero();
    }
}
