package no.segl.proof.marker;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.segl.proof.demo.World;

/**
 * What is confidential in the tests' letters, made so that it is found wherever it turns up. The
 * national identity number is synthetic: its month is 85.
 */
public final class Markers {

    /** Stands in every marker that may be a text. */
    public static final String STEM = "Kjenneteikn7Q4Z";

    public static final String TITLE = "Tittel " + STEM;
    public static final String PERSON = "Person " + STEM;
    public static final String REFERENCE = "Ref-" + STEM;
    public static final String FILE_STEM = "fil-" + STEM;
    public static final String CONTENT = "%PDF-1.7 innhold " + STEM;
    public static final String NUMBER = "21859950032";

    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}");

    private final List<String> texts;

    private Markers(List<String> texts) {
        this.texts = texts.stream().map(Markers::folded).distinct().toList();
    }

    /** The markers above, and the names of the demo's persons and the titles of its letters. */
    public static Markers all() {
        World world = World.fjordvik();
        List<String> texts = new java.util.ArrayList<>(List.of(STEM, NUMBER));
        world.persons().forEach(person -> texts.add(person.name()));
        world.persons().forEach(person -> texts.add(person.number().digits()));
        world.letters().forEach(letter -> texts.add(letter.title()));
        return new Markers(texts);
    }

    /** Whether {@code line} holds a marker, in any case, or something that is a signed token. */
    public boolean in(String line) {
        String folded = folded(line);
        return texts.stream().anyMatch(folded::contains) || TOKEN.matcher(line).find();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
