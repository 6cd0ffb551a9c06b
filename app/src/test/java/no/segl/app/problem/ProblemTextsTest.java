package no.segl.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.segl.app.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each problem has all its texts in all three languages, and the developers' page lists it. */
class ProblemTextsTest {

    private static final Map<String, List<String>> WHO =
            Map.of(
                    "nb",
                    List.of(
                            "Du",
                            "Administratoren i din egen virksomhet",
                            "Administratoren hos mottakeren",
                            "De som drifter Segl"),
                    "nn",
                    List.of(
                            "Du",
                            "Administratoren i di eiga verksemd",
                            "Administratoren hos mottakaren",
                            "Dei som driftar Segl"),
                    "en",
                    List.of(
                            "You",
                            "Your own administrator",
                            "The recipient’s administrator",
                            "The operator of Segl"));

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [1-5]\\d\\d \\| ([^|]+?) \\| [^|]+ \\|$");

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void everyProblemHasItsFourTexts(String language) throws IOException {
        Map<String, String> texts = texts(language);

        var expected = new TreeSet<String>();
        for (String code : codes(texts)) {
            List.of("title", "what", "who", "how").forEach(part -> expected.add(code + "." + part));
        }
        assertThat(texts.keySet()).isEqualTo(expected);
        assertThat(texts.values()).noneMatch(String::isBlank);
    }

    @Test
    void theThreeLanguagesHaveTheSameProblems() throws IOException {
        assertThat(texts("nb").keySet()).isEqualTo(texts("en").keySet());
        assertThat(texts("nn").keySet()).isEqualTo(texts("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn"})
    void theSamePersonCanMendItInEachLanguage(String language) throws IOException {
        Map<String, String> english = texts("en");
        List<String> words = Objects.requireNonNull(WHO.get(language));
        List<String> englishWords = Objects.requireNonNull(WHO.get("en"));

        texts(language)
                .forEach((key, text) -> {
                    if (key.endsWith(".who")) {
                        assertThat(words).as(key).contains(text);
                        assertThat(words.indexOf(text))
                                .as(key)
                                .isEqualTo(englishWords.indexOf(english.get(key)));
                    }
                });
    }

    /** An explanation that is the same in bokmål and nynorsk was copied and not translated. */
    @Test
    void nynorskIsTranslated() throws IOException {
        Map<String, String> nynorsk = texts("nn");

        texts("nb")
                .forEach((key, text) -> {
                    if (key.endsWith(".what") || key.endsWith(".how")) {
                        assertThat(nynorsk.get(key)).as(key).isNotEqualTo(text);
                    }
                });
    }

    /** Texts are shown as they stand; these signs would mean something to a message format. */
    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void noTextHasSignsThatAFormatWouldEat(String language) throws IOException {
        assertThat(texts(language).values()).noneMatch(text -> text.matches(".*['{}<>].*"));
    }

    @Test
    void thePageForDevelopersListsThem() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> listed =
                ROW.matcher(Files.readString(ProjectFolder.path().resolve("docs/api/problems.md")))
                        .results()
                        .collect(Collectors.toMap(row -> row.group(1), ProblemTextsTest::who));

        var expected = new TreeMap<String, String>();
        codes(english).forEach(code -> expected.put(code, english.getOrDefault(code + ".who", "")));
        assertThat(listed).isEqualTo(expected);
    }

    private static String who(MatchResult row) {
        return row.group(2);
    }

    private static SortedSet<String> codes(Map<String, String> texts) {
        return texts.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language) throws IOException {
        String name = "/problems/problems_" + language + ".properties";
        var properties = new Properties();
        try (InputStream in = ProblemTextsTest.class.getResourceAsStream(name)) {
            properties.load(
                    new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
