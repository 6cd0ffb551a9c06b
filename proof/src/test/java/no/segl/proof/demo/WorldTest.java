package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.core.id.NationalIdentityNumber.Series;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World.Grant;
import no.segl.proof.demo.World.Letter;
import no.segl.proof.demo.World.Machine;
import no.segl.proof.demo.World.Person;
import no.segl.proof.demo.World.Unit;
import no.segl.proof.demo.World.UnitKind;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Pattern NINE_DIGITS =
            Pattern.compile("(?<!\\d)\\d{3} ?\\d{3} ?\\d{3}(?! ?\\d)");
    private static final Pattern ELEVEN_DIGITS =
            Pattern.compile("(?<!\\d)(\\d{6}) ?(\\d{5})(?!\\d)");

    private final World world = World.fjordvik();

    @Test
    void everyOrganisationNumberIsSynthetic() {
        // The check digit is proved by OrgNumber, which cannot be made without it.
        assertThat(world.units())
                .extracting(unit -> unit.number().value())
                .allMatch(this::synthetic);
        assertThat(printed(NINE_DIGITS))
                .isNotEmpty()
                .allMatch(this::synthetic)
                .allMatch(number -> OrgNumber.parse(number).isPresent());
    }

    @Test
    void everyNationalIdentityNumberIsOfTheSyntheticKind() {
        List<String> numbers = printed(ELEVEN_DIGITS);

        assertThat(numbers).hasSize(1);
        for (String number : numbers) {
            String digits = number.replace(" ", "");
            assertThat(Integer.parseInt(digits.substring(2, 4))).isBetween(81, 92);
            assertThat(checkDigit(digits, 9, 3, 7, 6, 1, 8, 9, 4, 5, 2)).isTrue();
            assertThat(checkDigit(digits, 10, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)).isTrue();
        }
    }

    @Test
    void everyNameAndNumberIsGivenOnce() {
        unique(world.units(), Unit::number);
        unique(world.units(), Unit::name);
        unique(world.persons(), Person::subject);
        unique(world.persons(), Person::name);
        unique(world.persons(), Person::number);
        assertThat(world.persons())
                .allSatisfy(p -> assertThat(p.number().series()).isEqualTo(Series.TENOR));
        unique(world.grants(), Function.identity());
        unique(world.machines(), Machine::clientId);
        unique(world.letters(), Letter::key);
        unique(world.letters(), Letter::sendersReference);
    }

    @Test
    void aSubjectDoesNotGiveAwayWhoItIs() {
        for (Person person : world.persons()) {
            assertThat(person.subject()).matches("[0-9a-f-]{36}");
            assertThat(person.name()).matches("\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+");
        }
    }

    @Test
    void theTreeOfUnitsHasNoLooseEnds() {
        Set<OrgNumber> seen = new HashSet<>();
        for (Unit unit : world.units()) {
            assertThat(unit.parent().isEmpty()).isEqualTo(unit.kind() == UnitKind.MAIN_UNIT);
            assertThat(unit.parent().stream()).allMatch(seen::contains);
            seen.add(unit.number());
        }
    }

    @Test
    void grantsAndMachinesPointAtWhatExists() {
        for (Grant grant : world.grants()) {
            assertThat(world.person(grant.subject())).isPresent();
            assertThat(world.unit(grant.unit())).isNotNull();
        }
        for (Machine machine : world.machines()) {
            assertThat(world.unit(machine.organisation())).isNotNull();
            assertThat(machine.scopes())
                    .isNotEmpty()
                    .isSubsetOf("segl:send", "segl:status", "segl:receive", "segl:admin");
        }
    }

    @Test
    void aLetterIsSentByAMachineThatMaySendForItsSender() {
        for (Letter letter : world.letters()) {
            Machine machine = world.machine(letter.clientId()).orElseThrow();
            assertThat(machine.organisation()).isEqualTo(letter.sender());
            assertThat(machine.scopes()).contains("segl:send");
            assertThat(letter.recipients()).isNotEmpty().doesNotContain(letter.sender());
            assertThat(letter.recipients()).allSatisfy(world::unit);
            assertThat(letter.documents()).isNotEmpty();
        }
    }

    @Test
    void aTitleSaysNoMoreThanWhoWritesToWhom() {
        assertThat(world.letters())
                .extracting(Letter::title)
                .allMatch(title -> title.matches("Brev (til|frå|fra) \\p{L}+"));
    }

    @Test
    void someLettersReachAReaderAndSomeReachNobody() {
        assertThat(readers(Fjordvik.CHILD_WELFARE, Category.CHILD_WELFARE))
                .containsExactly("Rolig Måke");
        assertThat(readers(Fjordvik.HOSPITAL, Category.HEALTH_SOCIAL_WELFARE))
                .containsExactly("Blid Bjørk");
        assertThat(readers(Fjordvik.PRIMARY_SCHOOL, Category.UPBRINGING_EDUCATION))
                .containsExactly("Kvikk Lerke");
        assertThat(readers(Fjordvik.OUTER_SCHOOL, Category.UPBRINGING_EDUCATION)).isEmpty();
        assertThat(readers(Fjordvik.LAW_FIRM, Category.POLICE_JUSTICE)).isEmpty();
        assertThat(readers(Fjordvik.MUNICIPALITY, Category.GENERAL)).isEmpty();
        assertThat(world.persons().stream().filter(p -> world.grantsOf(p).isEmpty()))
                .extracting(Person::name)
                .containsExactly("Stille Bekk", "Trygg Eik");
    }

    private List<String> readers(OrgNumber recipient, Category category) {
        return world.readers(recipient, category).stream().map(Person::name).toList();
    }

    private boolean synthetic(String number) {
        return number.startsWith("2") || number.startsWith("3");
    }

    private static <T, K> void unique(List<T> things, Function<T, K> key) {
        assertThat(things.stream().map(key)).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<String> printed(Pattern pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(everythingPrinted());
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private String everythingPrinted() {
        return String.join(
                "\n",
                world.letters().stream()
                        .flatMap(letter ->
                                Stream.concat(
                                        Stream.of(letter.title(), letter.caseNumber()),
                                        letter.documents().stream()
                                                .map(document -> lines(document.paper()))))
                        .toList());
    }

    private static String lines(Paper paper) {
        List<String> lines = new ArrayList<>(paper.letterhead().footer());
        lines.addAll(paper.addressee());
        lines.addAll(paper.body());
        lines.addAll(paper.signature());
        return String.join("\n", lines);
    }

    private static boolean checkDigit(String digits, int at, int... weights) {
        int sum = 0;
        for (int i = 0; i < at; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return (11 - sum % 11) % 11 == digits.charAt(at) - '0';
    }
}
