package no.segl.app.notice;

import static no.segl.app.notice.NoticeTextsTest.FJORDVIK;
import static no.segl.app.notice.NoticeTextsTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import no.segl.app.notice.Duties.Changed;
import no.segl.app.notice.Duties.Unreviewed;
import no.segl.app.notice.Filling.Waiting;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Gsm7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind, in every language, holds its words and what is allowed, and nothing else. */
class NothingConfidentialTest {

    /** The whole list of what can be filled in; a new component is a decision, made here. */
    private static final List<String> ALLOWED =
            List.of(
                    "Filling.waiting: List",
                    "Filling.today: LocalDate",
                    "Filling.daysLeft: OptionalLong",
                    "Waiting.name: String",
                    "Waiting.unit: OrgNumber",
                    "Waiting.letters: int",
                    "Waiting.oldest: LocalDate",
                    "Duties.reviews: List",
                    "Duties.changes: List",
                    "Duties.requests: int",
                    "Unreviewed.name: String",
                    "Unreviewed.unit: OrgNumber",
                    "Unreviewed.grants: int",
                    "Changed.name: String",
                    "Changed.unit: OrgNumber",
                    "Changed.things: int",
                    "Changed.causes: List");

    static final Pattern GIVES_IT_AWAY =
            Pattern.compile(
                    "barn|bekymring|politi|helse|syk|sjuk|legevakt|\\blegen|\\bleger|lækjar|pasient|nav\\b|sosial|omsorg"
                            + "|rus\\b|vold|tvang|straff|siktet|fengsel|psyk|child|welfare|police"
                            + "|health|patient|doctor|crime|prison");

    private static final Pattern BOKMAL_ONLY =
            Pattern.compile(
                    "(?U)\\b(ikke|hvem|hva|noen|jeg|dere|fra|uten|åpne|åpnet|gjelder|enhet|enheter"
                            + "|mottakeren|virksomheten|siden|dager|være|hvor|brevene|et|en|de som"
                            + "|leder|velg|selv)\\b");

    private final NoticeTexts texts = new NoticeTexts(URI.create("https://segl.example.no"));

    @Test
    void nothingElseCanBeFilledIn() {
        assertThat(
                        components(
                                Filling.class,
                                Waiting.class,
                                Duties.class,
                                Unreviewed.class,
                                Changed.class))
                .isEqualTo(ALLOWED);
    }

    /** Cut everything allowed out of a text: what is left is the same, whatever was filled in. */
    @Test
    void whatIsFilledInIsAllThatDiffers() {
        everyText((kind, language) -> {
            for (int letters : new int[] {1, 1733}) {
                String one =
                        rendered(kind, language, "Qamarker", letters, TODAY.minusDays(2977), 2973);
                String other =
                        rendered(kind, language, "Zbmarker", letters, TODAY.minusDays(2971), 2969);
                if (kind.isForRecipient()) {
                    assertThat(one).contains("Qamarker").contains("310 451 207");
                } else {
                    assertThat(one)
                            .as("to whom somebody writes")
                            .doesNotContain("Qamarker", "310 451 207", "310451207");
                }
                assertThat(cut(one, "Qamarker", language, 2977, 2973))
                        .isEqualTo(cut(other, "Zbmarker", language, 2971, 2969))
                        .doesNotContainPattern("[0-9]{3}")
                        .doesNotContain("{", "}", "??", "null");
            }
        });
    }

    private static String cut(String text, String name, Language language, int days, int left) {
        String date = Catalogue.of(language).date(TODAY.minusDays(days));
        return text.replaceAll("\\s+", " ")
                .replace("310 451 207", "")
                .replace("310451207", "")
                .replace("https://segl.example.no", "")
                .replace(date, "")
                .replace(name, "")
                .replace(days + " ", "")
                .replace(left + " ", "")
                .replace("1733", "");
    }

    @Test
    void noWordGivesAwayWhatALetterIsAbout() {
        everyText((kind, language) -> {
            String text =
                    rendered(kind, language, "Qamarker", 2, TODAY.minusDays(3), 4)
                            .toLowerCase(Locale.ROOT);
            assertThat(text).doesNotContainPattern(GIVES_IT_AWAY);
        });
    }

    @Test
    void linesAreShort() {
        everyText((kind, language) -> {
            NoticeText mail =
                    texts.mail(
                            kind,
                            language,
                            filling(
                                    "Indre og ytre Fjordvik interkommunale samarbeid for vann"
                                            + " og avløp, avdeling sør",
                                    3,
                                    TODAY.minusDays(400),
                                    30));
            assertThat(mail.subject()).hasSizeLessThanOrEqualTo(72).doesNotContain("\n");
            assertThat(mail.body().lines()).allMatch(line -> line.length() <= Paragraphs.WIDTH);
            assertThat(mail.body()).endsWith("\n").doesNotContain("\n\n\n", "\r", "\t");
        });
    }

    @Test
    void aTextMessageIsOneMessage() {
        NoticeTexts far =
                new NoticeTexts(
                        URI.create("https://taushetsbelagtpost.nordre-fjordvik.example.no"));
        everyText((kind, language) -> {
            for (String name :
                    List.of("Ås", "Kárášjoga gielda", "[€] ".repeat(30), "å".repeat(119))) {
                for (int letters : new int[] {1, 12_345}) {
                    Filling filling = filling(name, letters, TODAY, 1);
                    for (NoticeTexts any : List.of(texts, far)) {
                        String sms = any.sms(kind, language, filling);
                        assertThat(Gsm7.isOneMessage(sms)).as(sms).isTrue();
                        assertThat(sms).contains("https://");
                        assertThat(sms.contains("310451207")).isEqualTo(kind.isForRecipient());
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameKeysAndPlaces(Language language) {
        Map<String, String> texts = raw(language);
        Map<String, String> english = raw(Language.EN);

        assertThat(texts.keySet()).isEqualTo(english.keySet());
        texts.forEach((key, text) ->
                assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
    }

    @Test
    void nynorskIsNynorsk() {
        Map<String, String> bokmal = raw(Language.NB);
        raw(Language.NN)
                .forEach((key, text) -> {
                    if (text.length() > 25) {
                        assertThat(text).as(key).isNotEqualTo(bokmal.get(key));
                    }
                    assertThat(text.toLowerCase(Locale.ROOT))
                            .as(key)
                            .doesNotContainPattern(BOKMAL_ONLY);
                });
    }

    /** Who follows the steps must find the words on the page. */
    @ParameterizedTest
    @EnumSource
    void theStepsUseTheWordsOfThePage(Language language) {
        Properties page = load("/no/segl/app/web/page/texts_" + language.code() + ".properties");
        Map<String, String> steps = raw(language);

        assertThat(steps.get("steps.2")).contains(word(page, "access.nobody"));
        assertThat(steps.get("steps.3"))
                .contains(word(page, "give.heading"), word(page, "newcomer.begin"));
        assertThat(steps.get("steps.4"))
                .contains(word(page, "give.open"), word(page, "give.submit"));
    }

    private static String word(Properties page, String key) {
        return Objects.requireNonNull(page.getProperty(key), key);
    }

    private static void everyText(BiConsumer<Notice.Kind, Language> look) {
        for (Notice.Kind kind : Notice.Kind.values()) {
            for (Language language : Language.values()) {
                look.accept(kind, language);
            }
        }
    }

    private String rendered(
            Notice.Kind kind,
            Language language,
            String name,
            int letters,
            LocalDate since,
            int left) {
        Filling filling = filling(name, letters, since, left);
        NoticeText mail = texts.mail(kind, language, filling);
        return mail.subject() + "\n" + mail.body() + texts.sms(kind, language, filling);
    }

    private static Filling filling(String name, int letters, LocalDate since, int left) {
        return new Filling(
                List.of(new Waiting(name, FJORDVIK, letters, since)), TODAY, OptionalLong.of(left));
    }

    private static List<String> components(Class<?>... records) {
        List<String> all = new ArrayList<>();
        for (Class<?> type : records) {
            for (RecordComponent component : type.getRecordComponents()) {
                all.add(
                        "%s.%s: %s"
                                .formatted(
                                        type.getSimpleName(),
                                        component.getName(),
                                        component.getType().getSimpleName()));
            }
        }
        return all;
    }

    private static List<String> places(String text) {
        return Arrays.stream(text.split("(?=\\{)|(?<=})", -1))
                .filter(piece -> piece.matches("\\{\\d}"))
                .sorted()
                .toList();
    }

    private static Map<String, String> raw(Language language) {
        Map<String, String> texts = new TreeMap<>();
        load("/no/segl/app/notice/notices_" + language.code() + ".properties")
                .forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (var in = NothingConfidentialTest.class.getResourceAsStream(name);
                var reader =
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
