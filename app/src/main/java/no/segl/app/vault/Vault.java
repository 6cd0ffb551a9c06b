package no.segl.app.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Holds sealed objects by name. Sees ciphertext only. Safe for use by many threads and processes at
 * once.
 */
public interface Vault {

    /** Under which name {@link #ledgerNote} is kept, which no object can have. */
    String LEDGER_NOTE = "segl-ledger-signed";

    /** What is to be written. */
    @FunctionalInterface
    interface Content {

        /** Writes the whole content to {@code out}. Need not close it; closing does nothing. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * An object as a listing shows it.
     *
     * @param size of the ciphertext, in bytes
     * @param lastModified when it was written, by the clock of the disk or server
     */
    record Stored(ObjectName name, long size, Instant lastModified) {}

    /**
     * Writes an object whole, or not at all: it becomes visible only once all of it is durable. An
     * object of the same name is replaced; of two that write one name at once, either stays, whole.
     *
     * @throws VaultUnavailable if the vault failed. If it did at the very last step, the object may
     *     be there after all: the sweep of orphans takes it
     * @throws IOException whatever {@code content} threw, unchanged; nothing is then visible
     */
    void write(ObjectName name, Content content) throws IOException;

    /**
     * Opens an object for reading, at its beginning. The channel reads what was there when it was
     * opened, or fails; it never mixes two objects.
     *
     * @throws VaultMissing if there is none
     * @throws IOException if the vault failed, or all of it is away: its folder, disk or bucket
     */
    SeekableByteChannel open(ObjectName name) throws IOException;

    /**
     * The size of an object's ciphertext, in bytes.
     *
     * @throws VaultMissing if there is none
     * @throws IOException as for {@link #open}
     */
    long size(ObjectName name) throws IOException;

    /** Deletes an object; one that is not there counts as deleted. */
    void delete(ObjectName name) throws IOException;

    /** Deletes all objects of a letter or upload, as found when asked. */
    void deleteAll(Folder folder) throws IOException;

    /**
     * All objects, in no order, read as the stream is pulled. What is written or deleted meanwhile
     * may or may not be seen. What the vault did not write is passed over. Close the stream.
     *
     * @throws IOException if the vault failed; while pulling, as {@link
     *     java.io.UncheckedIOException}
     */
    Stream<Stored> list() throws IOException;

    /**
     * Removes what writers that are gone left unfinished. Choose a time before which no write still
     * running can have written its last byte: such a write would fail.
     *
     * @param before only what was last touched before this is removed
     * @return how many were removed
     */
    int sweepUnfinished(Instant before) throws IOException;

    /**
     * The id that ties this vault to its database; empty if it was never given one. It is kept
     * under a name that no object can have, so that no listing shows it and no sweep takes it.
     *
     * @throws IOException if the vault failed, or what it keeps there is no id
     */
    Optional<UUID> id() throws IOException;

    /**
     * Gives this vault its id, durably. Whoever does so has made sure that it has none, or this.
     *
     * @throws IOException if the vault failed
     */
    void giveId(UUID id) throws IOException;

    /**
     * What is kept here of the ledger, so that it is not where the ledger is; empty if nothing was.
     * No listing shows it and no sweep takes it, as with the id. That nothing was kept says
     * something only of a vault that has its id: what lies at that place may be another by now.
     *
     * @throws IOException if the vault failed, or all of it is away
     */
    Optional<byte[]> ledgerNote() throws IOException;

    /**
     * Keeps {@code note} in place of the one before, whole and durably. Of two at once either
     * stays.
     *
     * @throws IOException if the vault failed; the one before then stands, or this
     */
    void keepLedgerNote(byte[] note) throws IOException;

    /**
     * Whether the vault can be used now.
     *
     * @throws IOException if it cannot, saying why
     */
    void check() throws IOException;
}
