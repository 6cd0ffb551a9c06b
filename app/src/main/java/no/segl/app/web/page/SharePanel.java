package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;

/**
 * With whom a letter is shared, and the form for sharing it; for those who may.
 *
 * @param standing the shares that hold, and those of deputies that have not begun
 * @param people who can be chosen
 * @param givers who can enter somebody who cannot be chosen
 * @param term what was filled in before, if the form came back
 * @param documents whether the documents are to be shared too
 * @param seal what is sealed for the named case worker, if anything is
 */
public record SharePanel(
        LetterId letter,
        List<Standing> standing,
        List<Person> people,
        List<AccessGiver> givers,
        Term term,
        boolean documents,
        Optional<Seal> seal) {

    /**
     * A share that holds.
     *
     * @param sealed whether what is sealed was handed over with it
     * @param deputyFor in whose place they have it, while that person is away
     * @param untold whether they have no address to be told at
     */
    public record Standing(
            UUID share,
            Person person,
            boolean documents,
            boolean sealed,
            Optional<Instant> until,
            Optional<Person> deputyFor,
            boolean untold) {}

    /**
     * What is sealed for the named case worker.
     *
     * @param count how many documents
     * @param bytes their size together
     * @param begun whether its form came back, with {@code term}
     */
    public record Seal(String caseWorker, int count, long bytes, boolean begun) {}

    /** With whom what is sealed is now. */
    public Optional<Standing> handedTo() {
        return standing.stream().filter(Standing::sealed).findFirst();
    }
}
