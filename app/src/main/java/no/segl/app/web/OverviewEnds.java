package no.segl.app.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.app.store.Months;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.OverviewPage.End;
import no.segl.app.web.page.OverviewPage.Lying;
import no.segl.app.web.page.OverviewPage.Month;
import no.segl.app.web.page.OverviewPage.Oldest;
import no.segl.app.web.page.OverviewPage.Opening;
import no.segl.app.web.page.OverviewPage.Part;
import no.segl.app.web.page.Shell;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;
import no.segl.core.overview.QuestionReader;
import org.springframework.stereotype.Component;

/**
 * The overview's figures for one end of the letters, each with the way to the letters behind it.
 */
@Component
final class OverviewEnds {

    private static final int PARTIES = 10;
    private static final int WEEK = 7;

    private final Words words;
    private final Questions questions;
    private final Watched watched;
    private final WatchFigures figures;
    private final Months months;

    OverviewEnds(
            Words words,
            Questions questions,
            Watched watched,
            WatchFigures figures,
            Months months) {
        this.words = words;
        this.questions = questions;
        this.watched = watched;
        this.figures = figures;
        this.months = months;
    }

    End of(Side own, Collection<OrgNumber> units, Instant now, Shell shell) {
        QuestionReader writer = questions.reader(shell.texts());
        Function<Question, String> to =
                question ->
                        LettersFilter.letters(LettersController.path(own), writer.write(question));
        Map<Age, Long> lying = figures.lying(own, units, now);
        return new End(
                own,
                lying.values().stream().mapToLong(Long::longValue).sum(),
                to.apply(Question.UNOPENED),
                oldest(own, units, now),
                Arrays.stream(Age.values())
                        .map(a -> new Lying(a, lying.getOrDefault(a, 0L), to.apply(aged(a))))
                        .toList(),
                opening(own, units, now, shell),
                months(own, units, now),
                parties(own, units, now, to),
                categories(own, units, shell, to));
    }

    /** Those that have lain so long. */
    private static Question aged(Age age) {
        return Question.UNOPENED.aged(
                age.least() == 0 ? OptionalInt.empty() : OptionalInt.of(age.least() - 1),
                age.most().map(m -> OptionalInt.of(m + 1)).orElse(OptionalInt.empty()));
    }

    private Optional<Oldest> oldest(Side own, Collection<OrgNumber> units, Instant now) {
        return watched
                .page(new Watched.Asked(own, units, Question.UNOPENED, now), Optional.empty(), 1)
                .rows()
                .stream()
                .findFirst()
                .map(r -> new Oldest(r.since(), LettersController.path(own) + "/" + r.id()));
    }

    private Opening opening(Side own, Collection<OrgNumber> units, Instant now, Shell shell) {
        WatchFigures.TimeToOpen took = figures.lately(own, units, now);
        return new Opening(
                took.opened(), lasted(took.median(), shell), lasted(took.ninth(), shell));
    }

    /** In words. */
    private static String lasted(Duration time, Shell shell) {
        return time.toMinutes() == 0
                ? shell.texts().get("overview.opening.minute")
                : shell.texts().figures().lasting(time);
    }

    private List<Month> months(Side own, Collection<OrgNumber> units, Instant now) {
        LocalDate first = Months.firstOfYear(now);
        Map<LocalDate, Months.Month> found =
                months.year(own, units, now).stream()
                        .collect(Collectors.toMap(Months.Month::first, Function.identity()));
        List<Month> shown = new ArrayList<>();
        for (int i = 0; i < Months.MONTHS; i++) {
            LocalDate month = first.plusMonths(i);
            Months.Month its = found.getOrDefault(month, new Months.Month(month, 0, 0));
            shown.add(new Month(month, its.available(), its.openedInWeek()));
        }
        return shown;
    }

    /** Whom to call: those with most letters that have lain for over a week. */
    private List<Part> parties(
            Side own, Collection<OrgNumber> units, Instant now, Function<Question, String> to) {
        Question lain = Question.UNOPENED.aged(OptionalInt.of(WEEK), OptionalInt.empty());
        return watched.groups(new Watched.Asked(own, units, lain, now), PARTIES).stream()
                .map(g -> new Part(g.name(), g.letters(), to.apply(lain.with(g.party()))))
                .toList();
    }

    private List<Part> categories(
            Side own, Collection<OrgNumber> units, Shell shell, Function<Question, String> to) {
        Words.Names names = words.categories(shell.language());
        return figures.byCategory(own, units).stream()
                .map(c ->
                        new Part(
                                names.of(c.category()),
                                c.letters(),
                                to.apply(Question.UNOPENED.of(c.category()))))
                .toList();
    }
}
