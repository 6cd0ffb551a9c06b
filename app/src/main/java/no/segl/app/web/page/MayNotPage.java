package no.segl.app.web.page;

import java.util.List;

/**
 * Somebody who administers access may not give what they tried to. Says why, who may, and what of
 * it was done.
 *
 * @param shell what stands around
 * @param ground why not: the key of the words
 * @param unit where
 * @param givers who may
 * @param done how much of it was done
 * @param asked how much was asked for
 */
public record MayNotPage(
        Shell shell, String ground, Party unit, List<AccessGiver> givers, int done, int asked)
        implements Page {

    @Override
    public String template() {
        return "page/may-not.jte";
    }
}
