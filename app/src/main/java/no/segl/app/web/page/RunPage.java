package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Side;

/**
 * One time that a control fell due: what there is to go through, and that it was done.
 *
 * @param shell what stands around
 * @param run the run
 * @param control whose it is
 * @param skipped how many before it never came, since Segl stood
 * @param nextLook when Segl looks at it again; empty if it is accounted for
 * @param told whether anybody was told of it
 * @param now what there is now, in words
 * @param href the way to the whole list as it is now
 * @param end at which end of the letters the unit is; empty of readiness
 * @param letters the letters on its list: now, or as they were when it was accounted for
 * @param record what was written down; empty if nothing is yet
 * @param entered what was written before
 * @param trouble why what was asked for was not done; empty if it was
 */
public record RunPage(
        Shell shell,
        ControlsPage.Run run,
        ControlsPage.Control control,
        int skipped,
        Optional<Instant> nextLook,
        boolean told,
        String now,
        String href,
        Optional<Side> end,
        List<LettersPage.Row> letters,
        Optional<Account> record,
        String entered,
        Optional<String> trouble)
        implements Page {

    /**
     * What was written down when it was accounted for.
     *
     * @param who who did it
     * @param found what was found, in words
     * @param remark what they wrote; may be empty
     */
    public record Account(Instant at, String who, String found, String remark) {}

    /** Whether it can be said that it was not done: its time has passed. */
    public boolean isMissed() {
        return run.status() == RunStatus.MISSED;
    }

    @Override
    public String template() {
        return "page/run.jte";
    }
}
