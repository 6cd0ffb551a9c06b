package no.segl.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;
import no.segl.core.readiness.Readiness.Ground;
import no.segl.core.readiness.Readiness.Verdict;
import no.segl.core.readiness.Survey.Cell;
import no.segl.core.readiness.Survey.Place;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Category GENERAL = new Category("GENERAL");
    private static final Category CHILD_WELFARE = new Category("CHILD_WELFARE");
    private static final List<OrgNumber> NUMBERS = numbers(200);

    private static List<OrgNumber> numbers(int many) {
        List<OrgNumber> numbers = new ArrayList<>();
        for (int i = 310_000_000; numbers.size() < many; i++) {
            OrgNumber.parse(Integer.toString(i)).ifPresent(numbers::add);
        }
        return numbers;
    }

    private static Cell cell(OrgNumber unit, Category category, Ground ground, long waiting) {
        boolean opens = ground == Ground.HELD || ground.verdict() == Verdict.NO_NOTICE_ADDRESS;
        return new Cell(
                new Readiness(unit, category, ground.verdict(), ground, NOW),
                opens ? 1 : 0,
                waiting);
    }

    private static Place place(int n, String name, Ground general, Ground childWelfare) {
        OrgNumber unit = NUMBERS.get(n);
        return new Place(
                unit,
                name,
                UnitKind.SUBUNIT,
                Optional.empty(),
                List.of(
                        cell(unit, GENERAL, general, 0),
                        cell(unit, CHILD_WELFARE, childWelfare, 2)));
    }

    private static final Survey SOME =
            new Survey(
                    List.of(
                            place(0, "Aust skule", Ground.HELD, Ground.HELD),
                            place(1, "Barnehage", Ground.HELD, Ground.ROLES_NOT_READ),
                            place(2, "Vest skule", Ground.NO_ADDRESS, Ground.NOBODY_HAS_ACCESS)));

    @Test
    void whatHasAGapComesFirst() {
        assertThat(SOME.page(Optional.empty(), Optional.empty(), 10).places())
                .extracting(Place::name)
                .containsExactly("Barnehage", "Vest skule", "Aust skule");
        assertThat(SOME.page(Optional.of(Cell::isGap), Optional.empty(), 10).places())
                .extracting(Place::name)
                .containsExactly("Barnehage", "Vest skule");
    }

    @Test
    void whatIsNotKnownIsNotReady() {
        Survey.Figures figures = SOME.figures();
        assertThat(figures.ready()).isEqualTo(1);
        assertThat(figures.gaps()).isEqualTo(3);
        assertThat(figures.verdicts()).containsEntry(Verdict.UNKNOWN, 1L);
        assertThat(figures.unitsWith()).containsEntry(Verdict.READY, 2L);
        assertThat(figures.onlyOne()).isEqualTo(4);
        assertThat(figures.stuck()).as("two where nobody can open, at two units").isEqualTo(4);
    }

    @Test
    void aQuestionIsAboutOneCategoryAndUnitsOfThatName() {
        Survey schools = SOME.about(Optional.of(CHILD_WELFARE), "SKULE");
        assertThat(schools.figures().units()).isEqualTo(2);
        assertThat(schools.figures().ready()).isEqualTo(1);
        assertThat(SOME.about(Optional.of(GENERAL), "").figures().ready()).isEqualTo(2);
        assertThat(SOME.about(Optional.empty(), NUMBERS.get(1).value()).places())
                .extracting(Place::name)
                .containsExactly("Barnehage");
    }

    @Test
    void everyUnitComesOnceHoweverLongTheParts() {
        Random dice = new Random(37);
        for (int round = 0; round < 50; round++) {
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < NUMBERS.size(); i++) {
                Ground[] grounds = Ground.values();
                places.add(
                        place(
                                i,
                                "Skule " + dice.nextInt(20),
                                grounds[dice.nextInt(grounds.length)],
                                dice.nextBoolean() ? Ground.HELD : Ground.NO_ADDRESS));
            }
            Survey survey = new Survey(places);
            List<Place> all = new ArrayList<>();
            Optional<String> after = Optional.empty();
            int limit = 1 + dice.nextInt(30);
            do {
                Survey.Page page = survey.page(Optional.empty(), after, limit);
                all.addAll(page.places());
                after = page.next();
            } while (after.isPresent());
            assertThat(all).hasSize(places.size());
            assertThat(new HashSet<>(all)).hasSize(places.size());
            assertThat(all.stream().map(Place::isReady).toList()).isSorted();
            Survey.Figures figures = survey.figures();
            assertThat(figures.ready()).isEqualTo(all.stream().filter(Place::isReady).count());
            assertThat(figures.verdicts().values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(figures.cells());
        }
    }

    @Test
    void aCursorThatIsNoneBeginsAtTheFirst() {
        for (String none : List.of("", "h", "x310000019", "h999999999")) {
            assertThat(SOME.page(Optional.empty(), Optional.of(none), 10).places())
                    .as(none)
                    .isNotEmpty();
        }
    }
}
