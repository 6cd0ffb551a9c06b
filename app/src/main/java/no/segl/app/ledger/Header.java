package no.segl.app.ledger;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/**
 * The first line of an exported ledger.
 *
 * @param madeAt when it was exported
 * @param keys the public keys of its checkpoints, as the file has them. They prove nothing by
 *     themselves: who can change the file can change them too
 */
public record Header(Instant madeAt, List<PublicKey> keys) {

    public Header {
        keys = List.copyOf(keys);
    }
}
