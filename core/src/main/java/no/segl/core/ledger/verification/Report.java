package no.segl.core.ledger.verification;

import java.util.List;

/**
 * What a verification came to, beside its findings.
 *
 * @param entries entries read
 * @param checkpoints checkpoints read
 * @param findings how many findings there were
 * @param closed whether a trusted key signed that these chains are all, with these ends. If not,
 *     nobody could tell if a chain were left out with all its checkpoints
 * @param chains each chain that an entry or trusted checkpoint names, by organisation number
 */
public record Report(
        long entries, long checkpoints, long findings, boolean closed, List<Coverage> chains) {

    /** Whether nothing was found wrong. */
    public boolean isIntact() {
        return findings == 0;
    }
}
