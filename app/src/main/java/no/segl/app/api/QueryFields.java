package no.segl.app.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;

/** Reads what stands in the query of an address; all that is wrong with it is said at once. */
final class QueryFields {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final List<Violation> faults = new ArrayList<>();

    /** What {@code parser} makes of a text; empty if there is none, or it is nothing to it. */
    <T> Optional<T> read(
            String pointer, Optional<String> text, Function<String, Optional<T>> parser) {
        return read(pointer, text, parser, Rule.WRONG_TYPE);
    }

    /**
     * The same.
     *
     * @param otherwise what is wrong with a text that is nothing to {@code parser}
     */
    <T> Optional<T> read(
            String pointer,
            Optional<String> text,
            Function<String, Optional<T>> parser,
            Rule otherwise) {
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            faults.add(new Violation(pointer, otherwise));
        }
        return value;
    }

    /** One that must be there. */
    <T> Optional<T> require(
            String pointer,
            Optional<String> text,
            Function<String, Optional<T>> parser,
            Rule otherwise) {
        if (text.isEmpty()) {
            faults.add(new Violation(pointer, Rule.REQUIRED));
        }
        return read(pointer, text, parser, otherwise);
    }

    /** Whether it is {@code true}; not, if it is not there. */
    boolean flag(String pointer, Optional<String> text) {
        return read(pointer, text, QueryFields::flag).orElse(false);
    }

    /** How long a page is. */
    int limit(Optional<String> text) {
        return read("/limit", text, QueryFields::count).orElse(USUAL);
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws ApiProblem that says what
     */
    void check() {
        if (!faults.isEmpty()) {
            throw ApiProblem.invalid(faults);
        }
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }
}
