package no.segl.app.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.letter.Language;
import no.segl.core.overview.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The categories that letters may have. They are data. */
public final class Categories {

    private final JdbcClient jdbc;

    public Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A category and what it is called.
     *
     * @param names in each language
     */
    public record Named(Category category, Map<Language, String> names) {}

    /** The one with that code, if there is one. */
    public Optional<Category> find(String code) {
        return all().stream()
                .map(Named::category)
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** The words of questions about letters: written in {@code shown}, read in every language. */
    public Vocabulary vocabulary(Language shown) {
        return new Vocabulary(
                all().stream()
                        .map(c -> {
                            Set<String> names = new LinkedHashSet<>();
                            names.add(Objects.requireNonNull(c.names().get(shown)));
                            names.addAll(c.names().values());
                            return new Vocabulary.Named(c.category(), List.copyOf(names));
                        })
                        .toList());
    }

    /** All of them, in the order in which they are shown. */
    public List<Named> all() {
        return jdbc.sql(
                        """
                        SELECT code, name_nb, name_nn, name_en FROM category ORDER BY position
                        """)
                .query((rs, _) ->
                        new Named(
                                new Category(rs.getString("code")),
                                Map.of(
                                        Language.NB, rs.getString("name_nb"),
                                        Language.NN, rs.getString("name_nn"),
                                        Language.EN, rs.getString("name_en"))))
                .list();
    }
}
