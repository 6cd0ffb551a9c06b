package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.segl.app.store.Months;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import no.segl.core.access.Category;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;
import no.segl.core.overview.State;
import no.segl.proof.running.RunningSegl;

/** What the lists and the overview count, held against letters that are folded from the ledger. */
final class FoldedFigures {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Watched watched;
    private final WatchFigures figures;
    private final Months months;
    private final List<LetterRow> letters;
    private final Instant now;

    /**
     * Those of a Segl.
     *
     * @param letters every letter, as its facts fold
     */
    FoldedFigures(RunningSegl segl, List<LetterRow> letters, Instant now) {
        this.watched = segl.server.part(Watched.class);
        this.figures = segl.server.part(WatchFigures.class);
        this.months = segl.server.part(Months.class);
        this.letters = letters;
        this.now = now;
    }

    /** Holds every figure against the folds, for each unit and for all of them together. */
    void check() {
        for (Side own : Side.values()) {
            Set<OrgNumber> all = letters.stream().map(l -> end(l, own)).collect(Collectors.toSet());
            List<Set<OrgNumber>> scopes = new ArrayList<>(all.stream().map(Set::of).toList());
            scopes.add(all);
            scopes.add(Set.of());
            months(own, all);
            for (Set<OrgNumber> units : scopes) {
                questions(own, all).forEach(q -> letters(own, units, q));
                overview(own, units);
            }
        }
    }

    private static List<Question> questions(Side own, Set<OrgNumber> all) {
        Question open = Question.ALL.in(Question.OPEN);
        Question unopened = Question.ALL.in(Set.of(State.AVAILABLE));
        return List.of(
                Question.ALL,
                open,
                unopened,
                Question.ALL.in(Set.of(State.OPENED, State.WITHDRAWN)),
                unopened.aged(OptionalInt.of(2), OptionalInt.empty()),
                unopened.aged(OptionalInt.of(0), OptionalInt.of(30)),
                Question.ALL.aged(OptionalInt.empty(), OptionalInt.of(1)),
                open.of(new Category("CHILD_WELFARE")),
                Question.ALL.with(new OrgNumber(own == Side.SENDER ? "310451223" : "312780402")),
                Question.ALL.with(all.iterator().next()));
    }

    private void letters(Side own, Set<OrgNumber> units, Question question) {
        Watched.Asked asked = new Watched.Asked(own, units, question, now);
        List<LetterRow> expected =
                letters.stream()
                        .filter(l -> units.contains(end(l, own)))
                        .filter(l -> answers(l, own, question))
                        .sorted(
                                question.isOfOpen()
                                        ? Comparator.comparing(FoldedFigures::since)
                                                .thenComparing(FoldedFigures::id)
                                        : Comparator.comparing(FoldedFigures::id))
                        .toList();
        List<LetterId> ids = expected.stream().map(l -> l.envelope().id()).toList();
        assertThat(page(asked))
                .as("%s of %s: %s", own, units, question)
                .isEqualTo(question.isOfOpen() ? ids : ids.reversed());
        Watched.Count count = watched.count(asked);
        assertThat(count.letters()).isEqualTo(expected.size());
        assertThat(count.oldest())
                .isEqualTo(
                        question.isOfOpen()
                                ? expected.stream()
                                        .map(FoldedFigures::since)
                                        .min(Instant::compareTo)
                                : Optional.empty());
        List<LetterId> all = new ArrayList<>();
        assertThat(watched.each(asked, 1000, row -> all.add(row.id()))).isFalse();
        assertThat(all).as("all of them in a file").isEqualTo(page(asked));
        Map<OrgNumber, Long> parties =
                expected.stream()
                        .collect(
                                Collectors.groupingBy(
                                        l -> end(l, other(own)), Collectors.counting()));
        assertThat(watched.groups(asked, 100))
                .hasSize(parties.size())
                .allSatisfy(g -> assertThat(g.letters()).isEqualTo(parties.get(g.party())));
    }

    /** Every part of the list, put together. */
    private List<LetterId> page(Watched.Asked asked) {
        List<LetterId> ids = new ArrayList<>();
        Optional<Watched.Cursor> after = Optional.empty();
        do {
            Watched.Page page = watched.page(asked, after, 7);
            page.rows().forEach(r -> ids.add(r.id()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }

    private void overview(Side own, Collection<OrgNumber> units) {
        Map<Age, Long> lying = new EnumMap<>(Age.class);
        Map<Category, Long> categories = new TreeMap<>(Comparator.comparing(Category::code));
        List<Long> took = new ArrayList<>();
        Instant from = now.minus(Duration.ofDays(30));
        for (LetterRow letter : letters) {
            if (!units.contains(end(letter, own))) {
                continue;
            }
            if (letter.state().code().equals("AVAILABLE")) {
                lying.merge(Age.of(Age.days(since(letter), now)), 1L, Long::sum);
                categories.merge(letter.envelope().category(), 1L, Long::sum);
            }
            letter.state()
                    .openedAt()
                    .filter(at -> !at.isBefore(from) && !at.isAfter(now))
                    .ifPresent(at -> took.add(Duration.between(since(letter), at).toSeconds()));
        }
        assertThat(figures.lying(own, units, now)).isEqualTo(lying);
        assertThat(
                        figures.byCategory(own, units).stream()
                                .collect(
                                        Collectors.toMap(
                                                WatchFigures.OfCategory::category,
                                                WatchFigures.OfCategory::letters)))
                .isEqualTo(categories);
        took.sort(Long::compare);
        WatchFigures.TimeToOpen opening = figures.timeToOpen(own, units, from, now);
        assertThat(opening.opened()).isEqualTo(took.size());
        if (!took.isEmpty()) {
            long median = took.get((took.size() - 1) / 2);
            long ninth = took.get((int) Math.ceil(took.size() * 0.9) - 1);
            // A second is rounded, not cut.
            assertThat(opening.median()).isBetween(seconds(median), seconds(median + 1));
            assertThat(opening.ninth()).isBetween(seconds(ninth), seconds(ninth + 1));
        }
    }

    private void months(Side own, Collection<OrgNumber> units) {
        Map<LocalDate, List<LetterRow>> by =
                letters.stream()
                        .filter(l -> l.state().availableAt().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        l ->
                                                LocalDate.ofInstant(since(l), WorkingDays.NORWAY)
                                                        .withDayOfMonth(1),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<Months.Month> expected = new ArrayList<>();
        by.forEach((month, its) ->
                expected.add(
                        new Months.Month(
                                month,
                                its.size(),
                                its.stream().filter(FoldedFigures::inWeek).count())));
        assertThat(months.since(own, units, LONG_AGO)).isEqualTo(expected);
    }

    private static boolean inWeek(LetterRow letter) {
        return letter.state()
                .openedAt()
                .filter(at -> at.isBefore(since(letter).plus(Duration.ofDays(7))))
                .isPresent();
    }

    /** The question's meaning, said anew. */
    private boolean answers(LetterRow letter, Side own, Question question) {
        long days = Age.days(since(letter), now);
        return (own == Side.SENDER || letter.state().availableAt().isPresent())
                && (question.states().isEmpty()
                        || question.states().contains(State.valueOf(letter.state().code())))
                && question.moreThan().stream().allMatch(more -> days > more)
                && question.lessThan().stream().allMatch(less -> days < less)
                && (question.categories().isEmpty()
                        || question.categories().contains(letter.envelope().category()))
                && (question.parties().isEmpty()
                        || question.parties().contains(end(letter, other(own))));
    }

    private static String id(LetterRow letter) {
        return letter.envelope().id().toString();
    }

    private static Instant since(LetterRow letter) {
        return letter.state().availableAt().orElse(letter.state().acceptedAt());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static OrgNumber end(LetterRow letter, Side side) {
        return side.unit(letter.envelope());
    }

    private static Side other(Side side) {
        return side == Side.SENDER ? Side.RECIPIENT : Side.SENDER;
    }
}
