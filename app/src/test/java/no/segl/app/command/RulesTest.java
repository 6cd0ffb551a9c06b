package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import no.segl.app.ProjectFolder;
import no.segl.app.store.RuleTable;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import no.segl.core.deadline.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The rule table is shown, changed in a file, previewed and entered, on a real database. */
class RulesTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T08:15:30Z"));

    @TempDir private Path folder = Path.of("");

    private record Said(int exit, String text) {}

    @Test
    void whatIsShownCanBeChangedPreviewedAndEntered() throws Exception {
        String shown = run("show").text();
        Path file = Files.writeString(folder.resolve("rules.json"), shown);
        assertThat(run("preview", file.toString()).text())
                .as("what is shown changes nothing")
                .contains("Nothing would change beside version");

        Rules before = newest();
        assertThat(shown).contains("\"after\" : \"P10D\"");
        assertThat(shown).contains("\"BOUNCES\" : {");
        Files.writeString(
                file,
                shown.replace("\"after\" : \"P7D\"", "\"after\" : \"P6D\"")
                        .replaceFirst("(\"BOUNCES\" : \\{\\s+\"number\" : )3", "$15")
                        .replaceFirst("(\"CASE_DUE\" : \\{\\s+\"period\" : )\"P3D\"", "$1\"P2D\""));
        Said preview = run("preview", file.toString());
        assertThat(preview.exit()).isZero();
        assertThat(preview.text())
                .contains("CASE_DUE: P3D, OPERATOR")
                .contains("-> P2D, OPERATOR")
                .contains("BOUNCES: 3 (eforvaltningsforskriften-8) -> 5")
                .contains("0 of 0 letters of the last 90 days");
        assertThat(newest()).as("a preview changes nothing").isEqualTo(before);

        assertThat(run("enter", file.toString()).text()).contains("Missing required option: '--by");
        for (String person : new String[] {"kari@example.com", "Kari 010190 12345", "K"}) {
            Said refused = run("enter", "--by", person, file.toString());
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.text()).contains("--by must be a role or a decision");
        }
        assertThat(newest()).as("nobody answers for it").isEqualTo(before);

        Said entered = run("enter", "--by", "fagansvarlig, sak 26/412", file.toString());
        assertThat(entered.exit()).isZero();
        assertThat(run("versions").text().lines())
                .contains(
                        before.version()
                                + 1
                                + "  "
                                + CLOCK.instant()
                                + "  fagansvarlig, sak 26/412")
                .contains("1  came with Segl, or was entered before this was kept");
        assertThat(entered.text()).contains("Version " + (before.version() + 1) + " holds");
        Rules after = newest();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.row(Rules.Rule.CASE_DUE).period()).isEqualTo(Period.ofDays(2));
        assertThat(after.number(Rules.Limit.BOUNCES)).isEqualTo(5);
        assertThat(after.plans()).hasSameSizeAs(before.plans()).isNotEqualTo(before.plans());
        assertThat(run("show").text()).isEqualToNormalizingNewlines(Files.readString(file));
    }

    @Test
    void contentIsKeptForAnotherTimeByCategory() throws Exception {
        Path file = folder.resolve("rules.json");
        String shown = run("show").text();
        Rules before = newest();
        String keep =
                """
                "plans" : [ {"category": "HEALTH_SOCIAL_WELFARE", "steps": [], "keep": {
                   "KEEP_OPENED": {"period": "%s", "owner": "SENDER", "paragraph": "arkivlova"}}},
                """;
        assertThat(shown).contains("\"plans\" : [ ");
        Files.writeString(file, shown.replace("\"plans\" : [ ", keep.formatted("P0D")));
        assertThat(run("enter", "--by", "fagansvarlig", file.toString()).text())
                .contains("HEALTH_SOCIAL_WELFARE, KEEP_OPENED: the period must be a day or more");

        Files.writeString(file, shown.replace("\"plans\" : [ ", keep.formatted("P90D")));
        assertThat(run("preview", file.toString()).text()).doesNotContain("Nothing would change");
        assertThat(run("enter", "--by", "fagansvarlig", file.toString()).exit()).isZero();
        Rules after = newest();
        assertThat(after.plans()).hasSize(before.plans().size() + 1);
        assertThat(after.plans())
                .filteredOn(plan -> !plan.keep().isEmpty())
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.steps()).isEmpty();
                    assertThat(plan.keep())
                            .containsOnlyKeys(Rules.Rule.KEEP_OPENED)
                            .extractingByKey(Rules.Rule.KEEP_OPENED)
                            .isEqualTo(
                                    new Rules.Row(
                                            Period.ofDays(90), Rules.Owner.SENDER, "arkivlova"));
                });
        Files.writeString(file, run("show").text());
        assertThat(run("preview", file.toString()).text())
                .as("what is shown changes nothing")
                .contains("Nothing would change");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsEntered() throws Exception {
        Rules before = newest();
        Path file =
                Files.writeString(
                        folder.resolve("rules.json"),
                        """
                        {"rules": {
                           "CASE_DUE": {"period": "P0D", "owner": "OPERATOR", "paragraph": "Se loven"}},
                         "limits": {"TEXTS_FROM": {"number": 25, "paragraph": "lov-om-alt-1"}},
                         "plans": [
                           {"category": "NONE", "sender": "310451207", "steps": [
                              {"after": "soon", "workingDays": false, "action": "NOTIFY",
                               "owner": "RECIPIENT", "paragraph": "eforvaltningsforskriften-8"}]}]}
                        """);
        Said said = run("enter", "--by", "fagansvarlig", file.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text())
                .contains("CASE_DUE: the period must be a day or more")
                .contains("CASE_DUE: the paragraph must name a file")
                .contains(
                        "TEXTS_FROM: the paragraph must name a file in docs/law, without its ending: arkivlova,")
                .contains("FIRST_LOOK is missing")
                .contains("FAILURES is missing")
                .contains("TEXTS_FROM must be 0 to 22")
                .contains("NONE is no category")
                .contains("310451207 is no unit that Segl knows")
                .contains("a step's wait must be such as");
        assertThat(newest()).isEqualTo(before);
        assertThat(run("preview", Files.writeString(file, "{").toString()).exit()).isEqualTo(2);
    }

    @Test
    void theParagraphsThatARuleCanCiteAreThoseOfTheDocuments() throws Exception {
        try (Stream<Path> files = Files.list(ProjectFolder.path().resolve("docs/law"))) {
            assertThat(Paragraphs.KNOWN)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .map(name -> name.replaceFirst("\\.md$", ""))
                                    .sorted()
                                    .toList());
        }
    }

    private Said run(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String[] all = new String[words.length + 2];
        all[0] = words[0];
        all[1] = "--data";
        all[2] = folder.resolve("data").toString();
        System.arraycopy(words, 1, all, 3, words.length - 1);
        return new Said(
                RuleCommands.of(CLOCK).setOut(out).setErr(out).execute(all), said.toString());
    }

    private Rules newest() {
        Rules[] found = new Rules[1];
        OpenStore.run(
                settings(),
                new CommandLine(new RulesShow()),
                store -> {
                    found[0] = new RuleTable(store.jdbc()).newest();
                    return 0;
                });
        return found[0];
    }

    private Settings settings() {
        return ((SettingsReader.Result.Sound)
                        SettingsReader.read(Map.of("SEGL_DATA", folder.resolve("data").toString())))
                .settings();
    }
}
