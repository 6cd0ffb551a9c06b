package no.segl.app.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.segl.app.store.Categories;
import no.segl.core.letter.Language;
import no.segl.core.overview.QuestionReader;
import no.segl.core.overview.Vocabulary;

/** The words in which letters are asked for: those of every language, and the categories' names. */
public final class QuestionWords {

    private QuestionWords() {}

    /** Reads questions, and writes them in {@code shown}. */
    public static QuestionReader reader(List<Categories.Named> categories, Language shown) {
        return new QuestionReader(
                new Vocabulary(
                        categories.stream()
                                .map(c -> {
                                    Set<String> names = new LinkedHashSet<>();
                                    names.add(Objects.requireNonNull(c.names().get(shown)));
                                    names.addAll(c.names().values());
                                    return new Vocabulary.Named(c.category(), List.copyOf(names));
                                })
                                .toList()));
    }
}
