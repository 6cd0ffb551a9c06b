package no.segl.core.ledger.verification;

import java.time.Instant;
import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;

/**
 * How much of a chain is vouched for by a trusted checkpoint.
 *
 * @param chain whose chain
 * @param entries how many of its entries were read
 * @param last the number of the last entry, 0 if there is none
 * @param coveredTo the entry that the latest agreeing checkpoint names, 0 if there is none. Entries
 *     after it could have been changed and hashed anew, or cut off, without a trace
 * @param coveredAt when that checkpoint was signed
 */
public record Coverage(
        OrgNumber chain, long entries, long last, long coveredTo, @Nullable Instant coveredAt) {}
