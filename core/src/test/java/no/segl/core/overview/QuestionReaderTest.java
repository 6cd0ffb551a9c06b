package no.segl.core.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.overview.Misread.Why;
import no.segl.core.overview.QuestionReader.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as people type them. */
class QuestionReaderTest {

    private static final Category CHILD_WELFARE = new Category("CHILD_WELFARE");
    private static final Category HEALTH = new Category("HEALTH_SOCIAL_WELFARE");
    private static final Category POLICE = new Category("POLICE_JUSTICE");
    private static final Category POLICY = new Category("POLICY");
    private static final OrgNumber FJORDVIK = new OrgNumber("310451207");

    private final QuestionReader reader =
            new QuestionReader(
                    new Vocabulary(
                            List.of(
                                    named(CHILD_WELFARE, "Barnevern", "Barnevern", "Child welfare"),
                                    named(
                                            HEALTH,
                                            "Helse, sosial og omsorg",
                                            "Helse, sosial og omsorg",
                                            "Health, social services and care"),
                                    named(POLICE, "Politi og justis", "Politi og justis", "Police"),
                                    named(POLICY, "Politi utland", "Politi utland", "Abroad"))));

    private static Vocabulary.Named named(Category category, String... names) {
        return new Vocabulary.Named(category, List.of(names));
    }

    private Question understood(String text) {
        assertThat(reader.read(text)).isInstanceOf(Answer.Understood.class);
        return ((Answer.Understood) reader.read(text)).question();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uåpnet > 7 dager barnevern",
                "barnevern >7d uåpnet",
                "Uåpnede brev eldre enn 7 dager, Barnevern",
                "uopna eldre enn 1 veke barnevern",
                "unopened older than 1 week child welfare",
                "child_welfare ≥ 8 unread",
                "ikke åpnet >=8 dager kategori:Barnevern",
                "uåpnet, mer enn 7 dager, barnevern",
                "unopened at least 8 days child welfare",
                "ikkje opna over 7 > 3 dagar category:\"child welfare\"",
            })
    void one_question_has_many_wordings(String text) {
        Question question = understood(text);
        assertThat(question.states()).containsExactly(State.AVAILABLE);
        assertThat(question.moreThan()).hasValue(7);
        assertThat(question.categories()).containsExactly(CHILD_WELFARE);
        assertThat(question).isEqualTo(understood("uåpnet > 7 dager barnevern"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01819010001",
                "018190 10001",
                "uåpnet \"018190-10001\"",
                "ref:01819010001",
                "sak:018190.10001 barnevern",
                "kategori:01819010001",
            })
    void a_persons_number_is_not_understood_and_not_repeated(String text) {
        assertThat(reader.read(text))
                .isEqualTo(new Answer.NotUnderstood(List.of(new Misread(Why.PERSON_NUMBER, ""))));
        assertThat(reader.read(text + " o".repeat(QuestionReader.LONGEST)))
                .as("however long")
                .isEqualTo(reader.read(text));
    }

    @Test
    void eleven_digits_that_are_no_persons_number_may_be_a_reference() {
        assertThat(understood("ref:01819010002").reference()).contains("01819010002");
    }

    @Test
    void nothing_asks_for_every_letter() {
        assertThat(understood("  ")).isEqualTo(Question.ALL);
    }

    @Test
    void names_of_several_words_are_one_category() {
        assertThat(understood("helse, sosial og omsorg uåpnet").categories())
                .containsExactly(HEALTH);
        assertThat(understood("helse").categories()).containsExactly(HEALTH);
        assertThat(understood("politi og justis").categories()).containsExactly(POLICE);
    }

    @Test
    void a_word_that_two_categories_begin_with_is_neither() {
        assertThat(understood("politi").categories()).isEmpty();
        assertThat(understood("politi").names()).containsExactly("politi");
    }

    @Test
    void other_words_are_looked_for_in_names_and_in_quotes_all_are() {
        Question question = understood("Nordre Fjordvik «barnevern» “Uåpnet post”");
        assertThat(question.names())
                .containsExactly("nordre", "fjordvik", "barnevern", "uåpnet post");
        assertThat(question.categories()).isEmpty();
        assertThat(question.states()).isEmpty();
    }

    @Test
    void an_organisation_number_may_be_grouped() {
        assertThat(understood("til 310 451 207 papir").parties()).containsExactly(FJORDVIK);
        assertThat(understood("310451207").parties()).containsExactly(FJORDVIK);
        assertThat(understood("mottaker:310451207").parties()).containsExactly(FJORDVIK);
        // The check digit is wrong: it is no organisation number, and found in no name.
        assertThat(understood("310451208").names()).containsExactly("310451208");
    }

    @Test
    void references_and_case_numbers_are_as_they_are_written() {
        assertThat(understood("ref:A:B, sak:2026:4,").reference()).contains("A:B");
        assertThat(understood("ref:A:B, sak:2026:4,").caseNumber()).contains("2026:4");
        assertThat(understood("Fjordvik, til:Nordre,").names())
                .containsExactly("fjordvik", "nordre");
        Question question = understood("ref:AB-12/c sak:\"2026/17 B\" ikke klar oppfølging < 3");
        assertThat(question.reference()).contains("AB-12/c");
        assertThat(question.caseNumber()).contains("2026/17 B");
        assertThat(question.notReady()).isTrue();
        assertThat(question.withCase()).isTrue();
        assertThat(question.lessThan()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({
        "uåpnet > dager, NO_NUMBER",
        "eldre enn, NO_NUMBER",
        "> 99999, NO_NUMBER",
        "< 0, NO_NUMBER",
        "> 2 måneder, NO_DAYS",
        "> 7x, NO_DAYS",
        "ikke papir, NOT_WHAT",
        "ikke, NOT_WHAT",
        "ref:, NOTHING_AFTER",
        "kategori:tannhelse, NO_CATEGORY",
        "uåpnet 7 dager, LOOSE_NUMBER",
        "tittel:hemmelig, NO_KEY",
    })
    void what_is_not_understood_is_said_and_not_guessed(String text, Why why) {
        assertThat(reader.read(text))
                .isInstanceOfSatisfying(
                        Answer.NotUnderstood.class,
                        no -> assertThat(no.misread()).extracting(Misread::why).contains(why));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(reader.read("ref: tittel:x > dager"))
                .isInstanceOfSatisfying(
                        Answer.NotUnderstood.class,
                        no ->
                                assertThat(no.misread())
                                        .extracting(Misread::why)
                                        .containsExactly(
                                                Why.NOTHING_AFTER, Why.NO_KEY, Why.NO_NUMBER));
        assertThat(reader.read("a".repeat(301)))
                .isEqualTo(new Answer.NotUnderstood(List.of(new Misread(Why.TOO_LONG, ""))));
    }

    @Test
    void what_is_written_is_read_as_the_same() {
        Random dice = new Random(20261201);
        for (int i = 0; i < 2000; i++) {
            Question question = any(dice);
            String text = reader.write(question);
            assertThat(understood(text)).as(text).isEqualTo(question);
        }
    }

    /** Whatever is typed gives an answer. */
    @Test
    void any_signs_are_read_to_their_end() {
        Random dice = new Random(7);
        List<String> pieces =
                List.of(
                        ":",
                        "\"",
                        "«",
                        ">",
                        "<=",
                        " ",
                        "ikke",
                        "310",
                        "451",
                        "207",
                        "7",
                        "d",
                        "ref",
                        "barnevern",
                        "helse,",
                        "og",
                        "\u00a0",
                        "😀",
                        "til:",
                        "enn");
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = dice.nextInt(12); n >= 0; n--) {
                text.append(pieces.get(dice.nextInt(pieces.size())));
            }
            assertThat(reader.read(text.toString())).as(text.toString()).isNotNull();
        }
    }

    private static Question any(Random dice) {
        List<String> names = new ArrayList<>();
        for (int n = dice.nextInt(3); n > 0; n--) {
            names.add(List.of("vestre", "uåpnet", "310", "å og b").get(n + dice.nextInt(2)));
        }
        return new Question(
                dice.nextBoolean()
                        ? Set.of()
                        : java.util.EnumSet.of(
                                List.of(State.values()).get(dice.nextInt(6)), State.OPENED),
                age(dice, 0),
                age(dice, 1),
                dice.nextBoolean() ? Set.of() : Set.of(HEALTH, POLICE),
                dice.nextBoolean() ? Set.of() : Set.of(FJORDVIK),
                names.stream().distinct().toList(),
                dice.nextBoolean() ? Optional.empty() : Optional.of("A 1/b"),
                dice.nextBoolean() ? Optional.empty() : Optional.of("2026:4"),
                dice.nextBoolean(),
                dice.nextBoolean());
    }

    private static OptionalInt age(Random dice, int least) {
        return dice.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(least + dice.nextInt(30));
    }
}
