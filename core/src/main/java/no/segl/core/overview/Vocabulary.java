package no.segl.core.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.segl.core.access.Category;

/**
 * The words for categories, which are data: their names in each language, their codes, and the
 * first word of a name where no other category's begins with it.
 */
public final class Vocabulary {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private final Map<String, Category> categories = new HashMap<>();
    private final Map<Category, String> written = new HashMap<>();
    private final int longest;

    /**
     * A category with what it is called.
     *
     * @param names at least one; the first is how it is written
     */
    public record Named(Category category, List<String> names) {}

    public Vocabulary(Collection<Named> all) {
        Set<String> shared = new HashSet<>();
        Map<String, Category> first = new HashMap<>();
        for (Named named : all) {
            categories.put(named.category().code().toLowerCase(Locale.ROOT), named.category());
            for (String name : named.names()) {
                String plain = plain(name);
                categories.put(plain, named.category());
                String word = plain.split(" ", 2)[0];
                Category other = first.putIfAbsent(word, named.category());
                if (other != null && !other.equals(named.category())) {
                    shared.add(word);
                }
            }
        }
        first.forEach((word, category) -> {
            if (!shared.contains(word)) {
                categories.putIfAbsent(word, category);
            }
        });
        for (Named named : all) {
            String word = plain(named.names().getFirst()).split(" ", 2)[0];
            written.put(
                    named.category(),
                    named.category().equals(categories.get(word))
                            ? word
                            : named.category().code().toLowerCase(Locale.ROOT));
        }
        longest = categories.keySet().stream().mapToInt(k -> k.split(" ").length).max().orElse(0);
    }

    /** The category that is called so. */
    Optional<Category> category(String words) {
        return Optional.ofNullable(categories.get(plain(words)));
    }

    /** How a category is written: one word. */
    String write(Category category) {
        return written.getOrDefault(category, category.code().toLowerCase(Locale.ROOT));
    }

    /** Of how many words the longest name is. */
    int longest() {
        return longest;
    }

    private static String plain(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
