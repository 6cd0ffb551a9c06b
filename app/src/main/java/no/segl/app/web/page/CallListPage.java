package no.segl.app.web.page;

import java.util.List;

/**
 * Whom to call about letters that lie unopened: those with most letters first.
 *
 * @param filter which letters are asked for
 * @param more whether there are more recipients than are shown
 * @param access whether the viewer follows what any unit sends
 */
public record CallListPage(
        Shell shell, LettersFilter filter, List<Call> calls, boolean more, boolean access)
        implements Page {

    /** How many letters the calls are about. */
    public long letters() {
        return calls.stream().mapToLong(Call::letters).sum();
    }

    @Override
    public String template() {
        return "page/call-list.jte";
    }
}
