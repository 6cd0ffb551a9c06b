package no.segl.app.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import no.segl.app.web.page.Newest;

/** A part of a list, before it is put into words. */
record Part<R>(List<R> shown, long total, boolean continued, Optional<String> next) {

    /** How many rows a page shows of it. */
    static final int SHOWN = 20;

    /**
     * The first of {@code found}, which has one more if the list goes on.
     *
     * @param all counts them all; asked only if these are not all
     */
    static <R> Part<R> of(
            List<R> found, boolean continued, Function<R, String> after, LongSupplier all) {
        boolean more = found.size() > SHOWN;
        List<R> shown = more ? found.subList(0, SHOWN) : found;
        return new Part<>(
                shown,
                more || continued ? all.getAsLong() : found.size(),
                continued,
                more ? Optional.of(after.apply(shown.getLast())) : Optional.empty());
    }

    <T> Newest<T> as(Function<R, T> words) {
        return new Newest<>(shown.stream().map(words).toList(), total, continued, next);
    }
}
