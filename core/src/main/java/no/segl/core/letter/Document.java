package no.segl.core.letter;

import java.util.HashMap;
import java.util.Map;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;

/**
 * A document of a letter, sealed in the vault.
 *
 * @param name the file's name; shown to readers only
 * @param type its media type
 * @param size in bytes, unsealed
 * @param sha256 of the bytes, unsealed
 * @param sealed whether only the case worker whom the letter names may open it
 */
public record Document(
        DocumentId id, String name, MediaType type, long size, Digest sha256, boolean sealed) {

    /** What the ledger gets of it, each key after {@code prefix}. */
    Map<String, String> values(String prefix) {
        Map<String, String> values = new HashMap<>();
        values.put(prefix + "id", id.toString());
        values.put(prefix + "size", Long.toString(size));
        values.put(prefix + "sha256", sha256.hex());
        if (sealed) {
            values.put(prefix + "sealed", "true");
        }
        return values;
    }

    /** One for all who read the letter. */
    public Document(DocumentId id, String name, MediaType type, long size, Digest sha256) {
        this(id, name, type, size, sha256, false);
    }
}
