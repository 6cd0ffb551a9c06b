package no.segl.core.letter;

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

    /** One for all who read the letter. */
    public Document(DocumentId id, String name, MediaType type, long size, Digest sha256) {
        this(id, name, type, size, sha256, false);
    }
}
