package no.segl.app.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/** How much of a document a request asks for (RFC 9110 § 14). */
sealed interface Asked {

    /** All of it. */
    record Whole() implements Asked {}

    /**
     * One range of it.
     *
     * @param from its first byte, counted from 0
     * @param to its last byte
     */
    record Part(long from, long to) implements Asked {}

    /** Something that it has not, or that is no range. */
    record Beyond() implements Asked {}

    /**
     * Reads what a request says. A unit that is not known says nothing, and several ranges at once
     * may be answered with the whole (RFC 9110 § 14.2).
     *
     * @param range its header, if it has one
     * @param size of the document, in bytes
     */
    static Asked of(@Nullable String range, long size) {
        String unit = "bytes=";
        if (range == null || !range.toLowerCase(Locale.ROOT).startsWith(unit)) {
            return new Whole();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(unit + range.substring(unit.length()));
            if (ranges.size() != 1) {
                return new Whole();
            }
            long from = ranges.getFirst().getRangeStart(size);
            long to = Math.min(ranges.getFirst().getRangeEnd(size), size - 1);
            return from > to ? new Beyond() : new Part(from, to);
        } catch (IllegalArgumentException e) {
            return new Beyond();
        }
    }
}
