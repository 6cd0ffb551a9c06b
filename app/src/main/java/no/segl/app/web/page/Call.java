package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recipient to call, about many letters.
 *
 * @param letters how many lie there unopened
 * @param oldest since when the oldest has
 * @param asks what to ask for
 * @param addresses where the recipient is told of letters; empty if the viewer may not see them
 * @param href leads to the page of the call
 */
public record Call(
        Party recipient,
        long letters,
        Instant oldest,
        List<Ask> asks,
        Optional<List<String>> addresses,
        String href) {

    /**
     * What to ask for.
     *
     * @param words in a sentence
     * @param ground why, in a sentence
     * @param asOf when the ground was known
     * @param late whether something must be mended before the letters can be opened
     */
    public record Ask(String words, String ground, Instant asOf, boolean late) {}
}
