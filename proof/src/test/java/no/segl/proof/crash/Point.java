package no.segl.proof.crash;

/** Where a Segl can be stopped. Each is passed many times: the count tells which time is meant. */
enum Point {
    /** Some more of an object's bytes are in its file. */
    BYTES_WRITTEN,
    /** All of an object's bytes are in its file, which is neither synced nor visible. */
    OBJECT_WRITTEN,
    /** An object is in the vault, and its writer has not been told. */
    OBJECT_STORED,
    /** An object's bytes are about to be read. */
    BYTES_READ,
    /** An object or all of a letter's are about to be deleted. */
    DELETING,
    /** A statement that changes something is about to be run. */
    CHANGING,
    /** A statement that changes something has been run. */
    CHANGED,
    /** All of a transaction's statements have been run, and its commit has not been sent. */
    COMMITTING,
    /** A transaction is committed, and whoever began it has not been told. */
    COMMITTED,
    /** A letter's key has been wrapped anew, and is not yet kept. */
    KEY_WRAPPED,
    /** Whoever asked has the answer. Nothing stops there: Segl dies as soon as it is heard. */
    ANSWERED
}
