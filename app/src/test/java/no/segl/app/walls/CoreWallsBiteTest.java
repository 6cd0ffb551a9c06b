package no.segl.app.walls;

import static no.segl.app.walls.Snippets.holder;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wall around the core is hit by lines that break it, and lets through the rest. */
class CoreWallsBiteTest {

    @TempDir private Path folder;

    private boolean stands(ArchRule wall, String... sources) throws IOException {
        JavaClasses classes = Snippets.compiled(folder, sources);
        return !wall.evaluate(classes).hasViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, party",
        "party, ledger",
        "id, ledger",
        "access, letter",
        "letter, deadline",
        "deadline, notice",
        "notice, print",
        "print, readiness",
        "readiness, notice",
        "readiness, evidence",
        "overview, evidence"
    })
    void corePackagesLookOneWay(String user, String used) throws IOException {
        String above = holder("no.segl.core." + used + ".Above");
        String below = holder("no.segl.core." + user + ".Below", "no.segl.core." + used + ".Above");

        assertThat(stands(CoreWalls.usesOnlyWhatIsBelow(user), above, below)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ledger, id", "access, party", "evidence, readiness", "deadline, ledger.deep"})
    void coreMayUseWhatIsBelow(String user, String used) throws IOException {
        String below = holder("no.segl.core." + used + ".Below");
        String above = holder("no.segl.core." + user + ".Above", "no.segl.core." + used + ".Below");

        assertThat(stands(CoreWalls.usesOnlyWhatIsBelow(user), above, below)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.Connection, false",
        "java.net.URI, false",
        "java.io.File, false",
        "java.nio.file.Path, false",
        "java.util.concurrent.Executor, false",
        "org.springframework.jdbc.core.simple.JdbcClient, false",
        "java.time.Instant, true",
        "java.util.List<int[]>, true",
        "java.security.MessageDigest, true"
    })
    void coreIsPlainJava(String held, boolean stands) throws IOException {
        String source = holder("no.segl.core.letter.Letter", held);

        assertThat(stands(CoreWalls.CORE_IS_PLAIN_JAVA, source)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "java.time.Instant.now(), false",
        "java.util.UUID.randomUUID(), false",
        "java.time.Clock.systemUTC(), false",
        "new java.util.Random(), false",
        "new java.security.SecureRandom(), false",
        "java.time.Instant.EPOCH, true"
    })
    void coreIsToldTheTime(String value, boolean stands) throws IOException {
        String source =
                "package no.segl.core.letter; public class A { Object a() { return %s; } }"
                        .formatted(value);

        assertThat(stands(CoreWalls.CORE_IS_TOLD_THE_TIME, source)).isEqualTo(stands);
    }

    @Test
    void aNewCorePackageNeedsAPlace() throws IOException {
        ArchRule wall = CoreWalls.EVERY_CORE_PACKAGE_HAS_ITS_PLACE;

        assertThat(stands(wall, holder("no.segl.core.stray.A"))).isFalse();
    }

    @Test
    void aKnownCorePackageHasAPlace() throws IOException {
        ArchRule wall = CoreWalls.EVERY_CORE_PACKAGE_HAS_ITS_PLACE;

        assertThat(stands(wall, holder("no.segl.core.ledger.deep.A"))).isTrue();
    }
}
