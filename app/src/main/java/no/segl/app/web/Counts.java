package no.segl.app.web;

import java.util.List;
import java.util.stream.Stream;

/** How many of each of three kinds, as an address carries it from an act to the page after it. */
final class Counts {

    private Counts() {}

    /** As a parameter, such as {@code 4-1-0}. */
    static String written(long first, long second, long third) {
        return "%d-%d-%d".formatted(first, second, third);
    }

    /** The three; none if {@code text} is something else. */
    static List<Integer> read(String text) {
        return text.matches("[0-9]{1,6}(-[0-9]{1,6}){2}")
                ? Stream.of(text.split("-", -1)).map(Integer::valueOf).toList()
                : List.of();
    }
}
