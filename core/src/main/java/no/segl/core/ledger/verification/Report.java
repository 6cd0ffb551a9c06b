package no.segl.core.ledger.verification;

import java.util.List;

/**
 * What a verification came to, beside its findings.
 *
 * @param entries entries read
 * @param checkpoints checkpoints read
 * @param findings how many findings there were
 * @param chains each chain that an entry or trusted checkpoint names, by organisation number
 */
public record Report(long entries, long checkpoints, long findings, List<Coverage> chains) {

    /** Whether nothing was found wrong. */
    public boolean isIntact() {
        return findings == 0;
    }
}
