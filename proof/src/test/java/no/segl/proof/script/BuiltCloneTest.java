package no.segl.proof.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.segl.proof.script.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script gives the JVM, in a clone that is built, from a folder elsewhere. */
class BuiltCloneTest {

    private static final String JAVA =
            """
            #!/bin/sh
            for a in "$@"; do case $a in -XX:AOTCacheOutput=*) echo x >"${a#*=}"; exit 0 ;; esac; done
            echo "home <$SEGL_HOME>"
            echo "stands in <$PWD>"
            for a in "$@"; do echo "<$a>"; done
            """;

    @TempDir private Path folder = Path.of("");
    private Path clone = Path.of("");
    private Path elsewhere = Path.of("");

    @BeforeEach
    void makeClone() throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("segl.root"), "segl.root"));
        clone = Files.createDirectories(folder.toRealPath().resolve("min egen kopi"));
        elsewhere = Files.createDirectories(folder.toRealPath().resolve("elsewhere"));
        Files.createDirectories(clone.resolve(".mvn"));
        for (String script : List.of("segl", ".mvn/jdk.sh", ".mvn/steps.sh")) {
            Files.copy(root.resolve(script), clone.resolve(script));
        }
        Files.createFile(clone.resolve("pom.xml"));
        for (String module : List.of("core", "client", "sandbox", "app", "proof")) {
            Path lib = Files.createDirectories(clone.resolve(module).resolve("target/lib"));
            Files.createFile(lib.resolve("lib.jar"));
            Files.createFile(lib.resolveSibling("segl-" + module + ".jar"));
        }
        program(folder.resolve("jdk/bin/java"), JAVA);
        program(folder.resolve("jdk/bin/javac"), JAVA);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        markAsBuilt();
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** By the digest that the script itself makes of its sources. */
    private void markAsBuilt() throws Exception {
        String script = Files.readString(clone.resolve("segl"));
        Path digest = clone.resolve("digest");
        program(
                digest,
                script.substring(0, script.indexOf("\ncase $command in")) + "\nsource_digest");
        Ended made = Shell.run(elsewhere, Map.of(), digest);
        Files.delete(digest);
        Files.createDirectories(clone.resolve(".segl"));
        Files.writeString(clone.resolve(".segl/built"), made.said());
    }

    private Ended segl(String... arguments) throws IOException, InterruptedException {
        return Shell.run(
                elsewhere,
                Map.of("SEGL_JAVA_HOME", folder.resolve("jdk").toString()),
                clone.resolve("segl"),
                arguments);
    }

    @Test
    void dataLieBesideTheScriptAndGivenPathsWhereOneStands() throws Exception {
        Ended run = segl("run", "--data", "mine");
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said())
                .contains("home <" + clone + ">", "stands in <" + elsewhere + ">")
                .contains("<run>\n<--data>\n<mine>");
        try (var there = Files.list(elsewhere)) {
            assertThat(there).isEmpty();
        }
    }

    @Test
    void theQuickStartIsPreparedOnce() throws Exception {
        assertThat(segl("run").said()).contains("Preparing a quick start", "-XX:AOTCache=" + clone);
        assertThat(segl("run").said())
                .contains("-XX:AOTCache=" + clone)
                .doesNotContain("Preparing a quick start");
        assertThat(clone.resolve(".segl/lock")).doesNotExist();
    }

    @Test
    void theBenchmarkGetsEachFlagOnALineOfItsOwn() throws Exception {
        assertThat(segl("bench").said())
                .contains("<--run-flags>\n<-Xmx512m\n")
                .containsPattern("\n-XX:AOTCache=.*/min egen kopi/.*\\.aot>");
    }

    @Test
    void theSandboxRunsWithoutTheRestOfSegl() throws Exception {
        assertThat(segl("sandbox", "--port", "7200").said())
                .contains("segl-sandbox.jar", "<no.segl.sandbox.command.Main>\n<--port>\n<7200>")
                .doesNotContain("segl-core.jar", "segl-app.jar");
    }
}
