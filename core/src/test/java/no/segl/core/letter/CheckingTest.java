package no.segl.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.segl.core.access.Category;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Checking.Result;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and everything that is wrong with what may not. */
class CheckingTest {

    private static final String POLICE = "312780402";
    private static final String CHILDREN = "310451223";
    private static final String SCHOOL = "310451231";
    private static final Set<OrgNumber> KNOWN =
            Set.of(new OrgNumber(POLICE), new OrgNumber(CHILDREN), new OrgNumber(SCHOOL));
    private static final Submission GOOD =
            new Submission(
                    POLICE,
                    List.of(CHILDREN, SCHOOL),
                    "CHILD_WELFARE",
                    "Brev til barnevernet",
                    null,
                    null,
                    null,
                    null,
                    null);

    private static Result check(Submission submission) {
        return Checking.check(
                submission, KNOWN::contains, c -> c.equals(new Category("CHILD_WELFARE")));
    }

    private static List<Violation> faults(Submission submission) {
        return check(submission) instanceof Result.Faulty(var faults) ? faults : List.of();
    }

    private static Content sound(Submission submission) {
        assertThat(faults(submission)).isEmpty();
        return check(submission) instanceof Result.Sound(var content) ? content : throwNotSound();
    }

    private static Content throwNotSound() {
        throw new AssertionError("not sound");
    }

    private static Submission titled(@Nullable String title) {
        return new Submission(
                POLICE, List.of(CHILDREN), "CHILD_WELFARE", title, null, null, null, null, null);
    }

    private static Submission to(String... recipients) {
        return new Submission(
                POLICE, List.of(recipients), "CHILD_WELFARE", "Brev", null, null, null, null, null);
    }

    private static Submission referring(
            @Nullable String reference, @Nullable String caseNumber, @Nullable String caseWorker) {
        return new Submission(
                POLICE,
                List.of(CHILDREN),
                "CHILD_WELFARE",
                "Brev",
                null,
                reference,
                caseNumber,
                caseWorker,
                null);
    }

    @Test
    void whatIsLeftOutIsFilledIn() {
        Content content = sound(GOOD);
        assertThat(content.language()).isEqualTo(Language.NB);
        assertThat(content.recipients())
                .containsExactly(new OrgNumber(CHILDREN), new OrgNumber(SCHOOL));
        assertThat(content.sendersReference()).isEmpty();
        assertThat(content.replyTo()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Submission nothing =
                new Submission(null, List.of(), null, null, "sv", null, null, null, "x");
        assertThat(faults(nothing))
                .containsExactly(
                        new Violation("/sender", Rule.REQUIRED),
                        new Violation("/recipients", Rule.REQUIRED),
                        new Violation("/category", Rule.REQUIRED),
                        new Violation("/title", Rule.REQUIRED),
                        new Violation("/language", Rule.UNKNOWN_LANGUAGE),
                        new Violation("/replyTo", Rule.NOT_AN_ID));
    }

    @Test
    void recipientsAreKnownOthersAndNamedOnce() {
        assertThat(faults(to(CHILDREN, "310 451 223", "310451224", "313915603", "", POLICE)))
                .containsExactly(
                        new Violation("/recipients/1", Rule.RECIPIENT_TWICE),
                        new Violation("/recipients/2", Rule.NOT_AN_ORGANISATION_NUMBER),
                        new Violation("/recipients/3", Rule.UNKNOWN_RECIPIENT),
                        new Violation("/recipients/4", Rule.REQUIRED),
                        new Violation("/recipients", Rule.RECIPIENT_IS_SENDER));
    }

    @Test
    void tooManyRecipientsAreNotEvenLookedAt() {
        String[] many = Collections.nCopies(Checking.RECIPIENTS + 1, "x").toArray(String[]::new);
        assertThat(faults(to(many)))
                .containsExactly(new Violation("/recipients", Rule.TOO_MANY, Checking.RECIPIENTS));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"NONE", "child_welfare", "CHILD WELFARE", "'; DROP TABLE letter; --"})
    void aCategoryThatIsNoneIsUnknown(String code) {
        Submission submission =
                new Submission(
                        POLICE, List.of(CHILDREN), code, "Brev", null, null, null, null, null);
        assertThat(faults(submission))
                .containsExactly(new Violation("/category", Rule.UNKNOWN_CATEGORY));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "Gjelder 01018012345",
                "01018012345",
                "010180 12345",
                "010180-12345 m.fl.",
                "f.010180.12345",
                "010180\u00a012345",
                "０１０１８０１２３４５",
                "010180–12345"
            })
    void aTitleHoldsNoPersonNumber(String title) {
        assertThat(faults(titled(title)))
                .containsExactly(new Violation("/title", Rule.PERSON_NUMBER_IN_TITLE));
    }

    /** A number of 1990, a D-number of it, and two of synthetic series; all made up. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("personNumbers")
    void noReferenceHoldsAPersonNumber(String text) {
        assertThat(faults(referring(text, "Sak " + text, text + " x")))
                .containsExactly(
                        new Violation("/references/sendersReference", Rule.PERSON_NUMBER),
                        new Violation("/references/caseNumber", Rule.PERSON_NUMBER),
                        new Violation("/references/caseWorker", Rule.PERSON_NUMBER));
    }

    static Stream<String> personNumbers() {
        return Stream.of("010190", "410190", "018190", "014190")
                .map(CheckingTest::numberOf)
                .flatMap(n ->
                        Stream.of(
                                n,
                                n.substring(0, 6) + " " + n.substring(6),
                                n.substring(0, 6) + "-" + n.substring(6)));
    }

    private static String numberOf(String date) {
        return IntStream.range(0, 100_000)
                .mapToObj(rest -> "%s%05d".formatted(date, rest))
                .filter(digits -> NationalIdentityNumber.parse(digits).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void elevenDigitsOfTheSendersOwnAreNoPersonNumber() {
        String wrong = "01019012345";
        assertThat(NationalIdentityNumber.parse(wrong)).isEmpty();
        assertThat(sound(referring(wrong, "9" + numberOf("010190"), null)).sendersReference())
                .contains(wrong);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "Sak 2026/123456",
                "1234567890",
                "123456789012",
                "<b>Brev</b>",
                "💌 Ærlig ö"
            })
    void otherTitlesPassWhateverTheyWouldDoElsewhere(String title) {
        assertThat(sound(titled(title)).title()).isEqualTo(title);
    }

    @Test
    void aTitleIsKeptComposedAndWithoutSpaceAroundIt() {
        assertThat(sound(titled("  Bla\u030arød \n")).title()).isEqualTo("Bl\u00e5rød");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u202eb",
                "a\u200bb",
                "a\ud800b",
                "a\ue000b",
                "a\u2028b",
                "a\u0378b",
                "a\u0085b"
            })
    void nothingUnseenStandsInAnyText(String text) {
        assertThat(faults(titled(text)))
                .containsExactly(new Violation("/title", Rule.CONTROL_CHARACTERS));
        assertThat(faults(referring(text, text, text)))
                .containsExactly(
                        new Violation("/references/sendersReference", Rule.CONTROL_CHARACTERS),
                        new Violation("/references/caseNumber", Rule.CONTROL_CHARACTERS),
                        new Violation("/references/caseWorker", Rule.CONTROL_CHARACTERS));
    }

    @ParameterizedTest
    @CsvSource({"120, x", "120, 💌"})
    void lengthsAreCountedInCharacters(int most, String character) {
        assertThat(sound(titled(character.repeat(most))).title()).isNotEmpty();
        assertThat(faults(titled(character.repeat(most + 1))))
                .containsExactly(new Violation("/title", Rule.TOO_LONG, most));
    }

    @Test
    void eachReferenceHasALimitOfItsOwn() {
        assertThat(faults(referring("r".repeat(101), "n".repeat(61), "w".repeat(121))))
                .containsExactly(
                        new Violation("/references/sendersReference", Rule.TOO_LONG, 100),
                        new Violation("/references/caseNumber", Rule.TOO_LONG, 60),
                        new Violation("/references/caseWorker", Rule.TOO_LONG, 120));
        Content longest = sound(referring("r".repeat(100), "n".repeat(60), "w".repeat(120)));
        assertThat(longest.caseWorker()).contains("w".repeat(120));
        assertThat(sound(referring(" ", "", "\t")).sendersReference()).isEqualTo(Optional.empty());
    }

    @Test
    void anUnknownSenderIsSaidToBeOne() {
        Submission submission =
                new Submission(
                        "313915603",
                        List.of(CHILDREN),
                        "CHILD_WELFARE",
                        "Brev",
                        "nn",
                        null,
                        null,
                        null,
                        Letters.ID.toString());
        assertThat(faults(submission))
                .containsExactly(new Violation("/sender", Rule.UNKNOWN_SENDER));
    }
}
