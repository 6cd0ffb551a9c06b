package no.segl.app.web.page;

import java.util.List;

/**
 * Somebody who administers access may not give what they tried to. Says why, who may, and what of
 * it was done.
 *
 * @param shell what stands around
 * @param what which words: {@link #GIVE} or {@link #REQUIRE_TWO}
 * @param ground why not: the key of the words
 * @param unit where
 * @param givers who may
 * @param done how much of it was done
 * @param asked how much was asked for
 */
public record MayNotPage(
        Shell shell,
        String what,
        String ground,
        Party unit,
        List<AccessGiver> givers,
        int done,
        int asked)
        implements Page {

    /** To give access. */
    public static final String GIVE = "";

    /** To decide whether two persons are needed to give access. */
    public static final String REQUIRE_TWO = "two.";

    @Override
    public String template() {
        return "page/may-not.jte";
    }
}
