package no.segl.proof.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what it is for, where it is, and leaves alone what only looks like it. */
class RulesBiteTest {

    private static final String JAVA = "app/src/main/java/no/segl/app/web/Page.java";

    private static List<String> found(Rule rule, String path, String text) {
        HouseFile file = HouseFile.of(path, text);
        return lines(rule, file, House.of(file));
    }

    private static List<String> lines(Rule rule, HouseFile file, House house) {
        return rule.look(file, house).map(f -> f.line() + ": " + f.what()).toList();
    }

    @Test
    void aJavaFileHasAtMost300Lines() {
        assertThat(found(Sizes.JAVA_FILE, JAVA, "\n".repeat(300))).isEmpty();
        assertThat(found(Sizes.JAVA_FILE, "notes.md", "\n".repeat(301))).isEmpty();
        assertThat(found(Sizes.JAVA_FILE, JAVA, "\n".repeat(301)))
                .singleElement()
                .asString()
                .startsWith("301: a file of 301 lines");
    }

    @Test
    void aMethodHasAtMost60LinesItsDocumentationAside() {
        String doc = "class A {\n/**\n" + " * x\n".repeat(80) + " */\n";

        assertThat(found(Sizes.METHOD, JAVA, doc + "void a() {" + "\n".repeat(59) + "}}"))
                .isEmpty();
        assertThat(found(Sizes.METHOD, JAVA, doc + "void a() {" + "\n".repeat(60) + "}}"))
                .singleElement()
                .asString()
                .startsWith("84: method a has 61 lines");
    }

    @Test
    void aFileHasAtMostOneMebibyte() {
        assertThat(found(Sizes.FILE, "a.svg", "x".repeat(1 << 20))).isEmpty();
        assertThat(found(Sizes.FILE, "a.svg", "x".repeat((1 << 20) + 1))).hasSize(1);
    }

    @Test
    void textEndsWithANewlineAndPicturesNeedNot() {
        assertThat(found(PlainText.FINAL_NEWLINE, "a.sql", "a;\nb;"))
                .containsExactly("2: no newline at the end");
        assertThat(found(PlainText.FINAL_NEWLINE, "a.sql", "a;\n")).isEmpty();
        assertThat(found(PlainText.FINAL_NEWLINE, "a.sql", "")).isEmpty();
        assertThat(found(PlainText.FINAL_NEWLINE, "a.png", "\0\1")).isEmpty();
    }

    @Test
    void linesEndWithANewlineAlone() {
        assertThat(found(PlainText.LINE_ENDS, "a.sql", "a;\nb;\r\nc;\r\n"))
                .singleElement()
                .asString()
                .startsWith("2: a carriage return");
        assertThat(found(PlainText.LINE_ENDS, "a.sql", "a;\n")).isEmpty();
    }

    @Test
    void javaHasNoTabs() {
        assertThat(found(PlainText.TABS, JAVA, "class A {\n\tint a;\n}\n"))
                .containsExactly("2: a tab in Java");
        assertThat(found(PlainText.TABS, "Makefile", "\ta\n")).isEmpty();
    }

    @Test
    void promisesToOneselfAreFoundInCodeOfEveryKind() {
        String promise = "TO" + "DO";

        assertThat(found(Words.NO_PROMISES, JAVA, "\n// " + promise + " later\n")).hasSize(1);
        assertThat(found(Words.NO_PROMISES, "a.sql", "-- " + "FIX" + "ME\n")).hasSize(1);
        assertThat(found(Words.NO_PROMISES, "segl", "mktemp a." + "X".repeat(6) + "\n")).isEmpty();
        assertThat(found(Words.NO_PROMISES, "docs/hacking.md", promise + "\n")).isEmpty();
    }

    @Test
    void noRegistryIsNamed() {
        String host = String.join(".", "registry", "npmjs", "org");
        String line = "{\"resolved\": \"https://" + host + "/a\"}\n";

        assertThat(found(Words.NO_REGISTRY_HOST, "app/package-lock.json", "{\n" + line))
                .singleElement()
                .asString()
                .startsWith("2: " + host);
        assertThat(
                        found(
                                Words.NO_REGISTRY_HOST,
                                "pom.xml",
                                "<a>https://" + String.join(".", "repo1", "maven", "org") + "</a>"))
                .hasSize(1);
        assertThat(
                        found(
                                Words.NO_REGISTRY_HOST,
                                "pom.xml",
                                "xmlns=\"http://maven.apache.org/POM/4.0.0\"\n"))
                .isEmpty();
    }

    @Test
    void vagueNamesAreFoundInPackagesAndTypes() {
        assertThat(found(Words.NO_VAGUE_PACKAGE, JAVA, "\npackage no.segl.util.text;"))
                .singleElement()
                .asString()
                .startsWith("2: package no.segl.util.text");
        assertThat(found(Words.NO_VAGUE_PACKAGE, JAVA, "package no.segl.utility;")).isEmpty();

        String types =
                """
                class LetterService {}
                record LetterDTO() {}
                interface A { class BImpl {} }
                class AccessManager {}
                class Commonplace {}
                class ServiceCode {}
                """;
        assertThat(found(Words.NO_VAGUE_TYPE, JAVA, types))
                .extracting(line -> line.replaceFirst(": name .*", ""))
                .containsExactly("1: type LetterService", "2: type LetterDTO", "3: type BImpl");
    }

    @Test
    void clocksAreReadInMainOnly() {
        String code =
                """
                class A {
                    // Instant.now() in a comment or "a string" is none
                    Object a = "Instant.now()";
                    Object b = java.time.Instant
                            .now();
                    long c = System.currentTimeMillis();
                    Object d = InstantSource.system();
                }
                """;

        assertThat(found(Calls.NO_CLOCK, JAVA, code))
                .extracting(line -> line.substring(0, 2))
                .containsExactly("5:", "6:");
        assertThat(found(Calls.NO_CLOCK, "app/src/main/java/no/segl/app/Main.java", code))
                .isEmpty();
        assertThat(found(Calls.ONE_CLOCK, JAVA, code)).hasSize(1);
        assertThat(found(Calls.ONE_CLOCK, "proof/src/main/java/A.java", code)).isEmpty();
    }

    @Test
    void nobodySleeps() {
        assertThat(found(Calls.NO_SLEEP, JAVA, "class A { void a() {\nThread.sleep(1); } }"))
                .singleElement()
                .asString()
                .startsWith("2: Thread.sleep");
        assertThat(found(Calls.NO_SLEEP, JAVA, "import static java.lang.Thread.sleep;")).hasSize(1);
        assertThat(found(Calls.NO_SLEEP, JAVA, "class A { Object a = MyThread.sleepy; }"))
                .isEmpty();
    }

    @Test
    void onlyCommandsPrint() {
        String code = "class A { void a() { System.out.println(); System.err.print(1); } }";

        assertThat(found(Calls.NO_PRINTING, JAVA, code)).hasSize(2);
        assertThat(found(Calls.NO_PRINTING, "proof/src/main/java/no/segl/proof/demo/A.java", code))
                .isEmpty();
    }

    @Test
    void noTestIsOff() {
        assertThat(found(Calls.NO_DISABLED_TEST, JAVA, "class A {\n@Disabled void a() {} }"))
                .singleElement()
                .asString()
                .startsWith("2: @Disabled");
        assertThat(
                        found(
                                Calls.NO_DISABLED_TEST,
                                JAVA,
                                "@org.junit.jupiter.api.Disabled class A {}"))
                .hasSize(1);
        assertThat(found(Calls.NO_DISABLED_TEST, JAVA, "class A { @DisabledOnOs void a() {} }"))
                .isEmpty();
    }

    @Test
    void everyPackageHasItsInfo() {
        HouseFile a = HouseFile.of("app/src/main/java/no/segl/a/A.java", "class A {}");
        HouseFile b = HouseFile.of("app/src/main/java/no/segl/a/B.java", "class B {}");
        HouseFile test = HouseFile.of("app/src/test/java/no/segl/a/ATest.java", "class ATest {}");
        HouseFile info =
                HouseFile.of("app/src/main/java/no/segl/a/package-info.java", "package a;");

        assertThat(House.of(a, b).findings(List.of(PackageDocs.PRESENT)).map(Finding::path))
                .containsExactly(a.path());
        assertThat(House.of(test).findings(List.of(PackageDocs.PRESENT))).hasSize(1);
        assertThat(House.of(a, b, test, info).findings(List.of(PackageDocs.PRESENT))).isEmpty();
    }

    @Test
    void aPackageTellsWhatItIsInThreeToTenSentences() {
        String path = "app/src/main/java/no/segl/a/package-info.java";

        assertThat(found(PackageDocs.TELLING, path, "package a;\n")).hasSize(1);
        assertThat(found(PackageDocs.TELLING, path, "/** One. Two, e.g. this. */\npackage a;"))
                .singleElement()
                .asString()
                .startsWith("1: 2 sentences");
        assertThat(
                        found(
                                PackageDocs.TELLING,
                                path,
                                "/**\n * One {@link Letter}.\n *\n * <p>Two!\n * Three. */ package a;"))
                .isEmpty();
        assertThat(found(PackageDocs.TELLING, path, "/** " + "A b. ".repeat(11) + "*/ package a;"))
                .hasSize(1);
        assertThat(found(PackageDocs.NULL_MARKED, path, "package a;")).hasSize(1);
        assertThat(found(PackageDocs.NULL_MARKED, path, "@NullMarked package a;")).isEmpty();
    }

    @Test
    void markdownLinksLeadSomewhere() {
        HouseFile readme =
                HouseFile.of(
                        "README.md",
                        """
                        # Segl, «post»
                        ![a](docs/a.png) [b](docs/b.md#the-lists-api) [c](docs) [d](https://a.example/x)
                        [e](docs/c.md) [f](#segl-post) [g](#nowhere) [h](docs/b.md#none)
                        `[i](code.md)` <a href="docs/d.md">j</a>
                        ```
                        [k](fenced.md)
                        ```
                        [l]: ../outside.md
                        """);
        HouseFile b = HouseFile.of("docs/b.md", "## The list's `API`\n[up](../README.md)\n");
        House house = House.of(readme, b, HouseFile.of("docs/a.png", ""));

        assertThat(lines(new MarkdownLinks(), readme, house))
                .containsExactly(
                        "3: link to docs/c.md: no such file",
                        "3: link to #nowhere: no such heading",
                        "3: link to docs/b.md#none: no such heading",
                        "4: link to docs/d.md: no such file",
                        "8: link to ../outside.md: no such file");
        assertThat(lines(new MarkdownLinks(), b, house)).isEmpty();
    }

    @Test
    void aSecondHeadingOfTheSameNameIsNumbered() {
        HouseFile file = HouseFile.of("a.md", "# A\n## Get it\n## Get it\n<a id=\"x\"></a>\n");

        assertThat(MarkdownLinks.anchors(file))
                .containsExactlyInAnyOrder("a", "get-it", "get-it-1", "x");
    }

    @Test
    void aHouseWithoutGitIsWalked(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("a.md"), "a\n", StandardCharsets.UTF_8);
        Files.createDirectories(root.resolve("app/target"));
        Files.writeString(root.resolve("app/target/b.md"), "b\n", StandardCharsets.UTF_8);

        assertThat(House.at(root).files()).extracting(HouseFile::path).containsExactly("a.md");
    }
}
