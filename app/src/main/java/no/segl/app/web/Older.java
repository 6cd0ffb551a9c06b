package no.segl.app.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.LetterId;

/**
 * From where on the lists of a letter's or a unit's page are shown. One of them can be continued,
 * by its name and its last row that was seen, such as {@code avvist.120}; the others begin with
 * their newest.
 *
 * @param etter as it came; what is not well formed counts as nothing
 */
record Older(Optional<String> etter) {

    /** Every list from its beginning. */
    static final Older NONE = new Older(Optional.empty());

    private static final Pattern FORM = Pattern.compile("([a-z]{1,10})\\.([0-9a-f-]{1,36})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The lists, by the names that they have in the address. */
    enum Of {
        OPENINGS("apnet"),
        REFUSALS("avvist"),
        REPLIES("svar"),
        ACCESS("endret");

        private final String word;

        Of(String word) {
            this.word = word;
        }

        /** How the rest is asked for. */
        String after(Object last) {
            return word + "." + last;
        }
    }

    /** The number of the entry after which a list goes on, if it is this one. */
    Optional<Long> entry(Of list) {
        return last(list).filter(NUMBER.asMatchPredicate()).map(Long::parseLong);
    }

    /** The letter after which a list goes on, if it is this one. */
    Optional<LetterId> letter(Of list) {
        return last(list).flatMap(LetterId::parse);
    }

    private Optional<String> last(Of list) {
        return etter.map(FORM::matcher)
                .filter(Matcher::matches)
                .filter(m -> m.group(1).equals(list.word))
                .map(m -> m.group(2));
    }
}
