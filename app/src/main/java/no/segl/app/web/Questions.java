package no.segl.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import no.segl.app.store.Categories;
import no.segl.app.store.Units;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Texts;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.core.overview.Misread;
import no.segl.core.overview.Question;
import no.segl.core.overview.QuestionReader;
import no.segl.core.overview.QuestionReader.Answer;
import no.segl.core.overview.State;
import org.springframework.stereotype.Component;

/** Reads what people ask of letters, and says in the page's words what was understood. */
@Component
final class Questions {

    private final Categories categories;
    private final Units units;

    Questions(Categories categories, Units units) {
        this.categories = categories;
        this.units = units;
    }

    /**
     * A question that was read.
     *
     * @param question every letter if something was not understood
     */
    record Asked(Question question, LettersFilter filter) {
        boolean isFaulty() {
            return !filter.faults().isEmpty();
        }
    }

    /** Reads {@code typed}. */
    Asked read(String path, Side own, LettersFilter.View view, String typed, Texts texts) {
        String text = typed.strip();
        return switch (reader(texts).read(text)) {
            case Answer.NotUnderstood(var misread) ->
                    new Asked(
                            Question.ALL,
                            new LettersFilter(
                                    path,
                                    view,
                                    // It is not repeated, nor in an address.
                                    NationalIdentityNumber.standsIn(text) ? "" : text,
                                    List.of(),
                                    misread.stream().map(m -> fault(m, texts)).toList()));
            case Answer.Understood(var asked) -> {
                // Whom to call is told of what lies unopened, unless something else is asked for.
                Question question =
                        view == LettersFilter.View.PARTIES && asked.states().isEmpty()
                                ? asked.in(Set.of(State.AVAILABLE))
                                : asked;
                List<String> faults =
                        own == Side.RECIPIENT
                                        && (question.reference().isPresent()
                                                || question.caseNumber().isPresent())
                                ? List.of(texts.get("asked.misread.NOT_HERE"))
                                : List.of();
                yield new Asked(
                        faults.isEmpty() ? question : Question.ALL,
                        new LettersFilter(path, view, text, words(question, own, texts), faults));
            }
        };
    }

    /** What is answered to somebody who was led away from an address with a person's number. */
    Asked withoutNumber(String path, LettersFilter.View view, Texts texts) {
        return new Asked(
                Question.ALL,
                new LettersFilter(
                        path,
                        view,
                        "",
                        List.of(),
                        List.of(texts.get("asked.misread.PERSON_NUMBER"))));
    }

    /** In the words in which it can be typed again. */
    String write(Question question, Texts texts) {
        return reader(texts).write(question);
    }

    /** Reads and writes questions in the page's language. */
    QuestionReader reader(Texts texts) {
        Language shown = Language.parse(texts.language().tag()).orElseThrow();
        return new QuestionReader(categories.vocabulary(shown));
    }

    private static String fault(Misread misread, Texts texts) {
        return texts.get("asked.misread." + misread.why().name(), misread.word());
    }

    /** What was understood, part by part. */
    private List<String> words(Question question, Side own, Texts texts) {
        List<String> words = new ArrayList<>();
        Arrays.stream(State.values())
                .filter(question.states()::contains)
                .forEach(s -> words.add(texts.get("status." + s.name())));
        question.moreThan().ifPresent(d -> words.add(texts.count("asked.moreThan", d)));
        question.lessThan().ifPresent(d -> words.add(texts.count("asked.lessThan", d)));
        Language shown = Language.parse(texts.language().tag()).orElseThrow();
        categories.all().stream()
                .filter(c -> question.categories().contains(c.category()))
                .forEach(c -> words.add(String.valueOf(c.names().get(shown))));
        units.names(question.parties()).entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().value()))
                .forEach(e -> words.add(e.getValue()));
        question.parties().stream()
                .filter(p -> !units.known(Set.of(p)).contains(p))
                .sorted(Comparator.comparing(OrgNumber::value))
                .forEach(p -> words.add(p.grouped()));
        question.names().forEach(n -> words.add(texts.get("asked.name." + own.name(), n)));
        question.reference().ifPresent(r -> words.add(texts.get("asked.reference", r)));
        question.caseNumber().ifPresent(c -> words.add(texts.get("asked.caseNumber", c)));
        if (question.notReady()) {
            words.add(texts.get("asked.notReady"));
        }
        if (question.withCase()) {
            words.add(texts.get("asked.withCase"));
        }
        return words;
    }
}
