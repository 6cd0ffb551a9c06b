package no.segl.proof.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs after all other tests, in an execution of its own: see {@code proof/pom.xml}. */
class NoMarkerInTheLogs {

    @ParameterizedTest
    @ValueSource(strings = {"core", "client", "sandbox", "app", "proof"})
    void whatTestsLoggedHoldsNothingConfidential(String module) throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("segl.root")));
        assertThat(
                        LogSearch.search(
                                root.resolve(module).resolve("target/test-logs"), Markers.all()))
                .as("lines in logs that hold a title, a name, a number, content or a token")
                .isEmpty();
    }
}
