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
 */
public record Document(DocumentId id, String name, MediaType type, long size, Digest sha256) {}
