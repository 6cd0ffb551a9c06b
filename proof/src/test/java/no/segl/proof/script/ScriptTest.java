package no.segl.proof.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.segl.proof.script.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    private static final List<String> SCRIPTS =
            List.of("segl", "mvnw", ".mvn/jdk.sh", ".mvn/steps.sh", ".mvn/maven.properties");

    private static final String THIS_JDK = System.getProperty("java.home", "");

    @TempDir private Path folder;
    private Path clone = Path.of("");

    /** A clone with only the scripts in it, at a path such as people have. */
    @BeforeEach
    void cloneScripts() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("segl.root"), "segl.root"));
        clone = Files.createDirectories(folder.resolve("min egen kopi"));
        Files.createDirectories(clone.resolve(".mvn"));
        for (String script : SCRIPTS) {
            Files.copy(
                    root.resolve(script),
                    clone.resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Ended segl(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return Shell.run(folder, environment, clone.resolve("segl"), arguments);
    }

    @Test
    void aloneItHelpsWithoutColours() throws Exception {
        Ended help = segl(Map.of("TERM", "xterm-256color"));

        assertThat(help.exit()).isZero();
        assertThat(help.said()).contains("./segl demo", "./segl test").doesNotContain("\033");
        assertThat(segl(Map.of(), "--help")).isEqualTo(help);
    }

    @Test
    void itNamesItsCommandsWhenOneIsUnknown() throws Exception {
        Ended ended = segl(Map.of(), "dmeo");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("no command 'dmeo'", "demo, run");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        Ended ended = segl(Map.of("SEGL_JDK_PLACES", folder.toString()), "demo");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said())
                .contains("needs a JDK, version 25 or newer", "Install one", "SEGL_JAVA_HOME=");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        Path old = jdk("places/a", "24.0.2");
        jdk("places/b", "26.1");

        Ended none = segl(Map.of("SEGL_JDK_PLACES", old.toString()), "mvn", "-v");
        Ended found =
                segl(
                        Map.of(
                                "SEGL_JDK_PLACES",
                                folder.resolve("places").toString(),
                                "SEGL_MAVEN_HOME",
                                maven("says", "echo \"on $JAVA_HOME\"").toString()),
                        "mvn",
                        "-v");

        assertThat(none.said()).contains("needs a JDK");
        assertThat(found).isEqualTo(new Ended(0, "on " + folder.resolve("places/b") + "\n"));
    }

    /** More than a pipe holds: who writes them must not fail because the first was enough. */
    @Test
    void aJdkIsFoundHoweverManyPlacesComeAfterIt() throws Exception {
        Path jdk = jdk("first", "26.1");
        String others = ":/nowhere/with/a/long/name".repeat(3_000);

        Ended found =
                segl(
                        Map.of(
                                "SEGL_JDK_PLACES",
                                jdk + others,
                                "SEGL_MAVEN_HOME",
                                maven("says", "echo \"on $JAVA_HOME\"").toString()),
                        "mvn",
                        "-v");

        assertThat(found).isEqualTo(new Ended(0, "on " + jdk + "\n"));
    }

    @Test
    void aWrongSeglJavaHomeIsNamedAndNotReplaced() throws Exception {
        Path old = jdk("old", "17.0.15");

        Ended ended = segl(Map.of("SEGL_JAVA_HOME", old.toString()), "test");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains("SEGL_JAVA_HOME is " + old);
    }

    @Test
    void mavensExitCodeIsPassedOn() throws Exception {
        Ended ended =
                segl(
                        Map.of(
                                "SEGL_JAVA_HOME",
                                THIS_JDK,
                                "SEGL_MAVEN_HOME",
                                maven("ends", "exit 7").toString()),
                        "mvn",
                        "-v");

        assertThat(ended).isEqualTo(new Ended(7, ""));
    }

    @Test
    void aCrashTestThatWasNotRunIsAFailure() throws Exception {
        String none = "echo '[INFO] Tests run: 0, Failures: 0'";
        String one = "echo '[INFO] Tests run: 1, Failures: 0 -- in no.segl.proof.crash.SomeTest'";

        Ended nothing = crash(none);
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.said()).contains("no test was run for no/segl/proof/crash");
        assertThat(crash(one).exit()).isZero();
    }

    private Ended crash(String whatMavenDoes) throws IOException, InterruptedException {
        return segl(
                Map.of(
                        "SEGL_JAVA_HOME",
                        THIS_JDK,
                        "SEGL_MAVEN_HOME",
                        maven("crash", whatMavenDoes).toString(),
                        "SEGL_CHROMIUM",
                        "/bin/true"),
                "crash");
    }

    @Test
    void aMavenWithAnotherDigestIsNotUsed() throws Exception {
        String writesAnArchive =
                """
                for argument in "$@"; do
                    case $argument in
                        -DoutputDirectory=*) echo forged >"${argument#*=}/apache-maven-$v-bin.zip" ;;
                    esac
                done
                """
                        .replace("$v", version());
        Path other = maven("other", writesAnArchive).resolve("bin");
        Path home = folder.resolve("home");

        Ended ended =
                Shell.run(
                        folder,
                        Map.of(
                                "SEGL_JAVA_HOME",
                                THIS_JDK,
                                "MAVEN_USER_HOME",
                                home.toString(),
                                "PATH",
                                other + ":" + System.getenv("PATH")),
                        clone.resolve("mvnw"),
                        "-v");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains("SHA-256 differs", "It is not used");
        assertThat(home.resolve("segl")).isEmptyDirectory();
    }

    private String version() throws IOException {
        return Files.readAllLines(clone.resolve(".mvn/maven.properties")).stream()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()))
                .findFirst()
                .orElseThrow();
    }

    /** A folder that looks like a JDK of {@code version}. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        program(home.resolve("bin/java"), "exit 1");
        program(home.resolve("bin/javac"), "exit 1");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n",
                StandardCharsets.UTF_8);
        return home;
    }

    /** A folder that looks like a Maven that does {@code what}. */
    private Path maven(String name, String what) throws IOException {
        Path home = folder.resolve(name);
        program(home.resolve("bin/mvn"), what);
        return home;
    }

    private static void program(Path file, String what) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + what + "\n", StandardCharsets.UTF_8);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
