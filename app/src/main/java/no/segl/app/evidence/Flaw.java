package no.segl.app.evidence;

/**
 * Something that is not as it was when the proof was signed.
 *
 * @param file in which of its files
 * @param text a sentence, which repeats nothing that the file holds but numbers
 */
public record Flaw(Kind kind, String file, String text) {

    /** What is wrong. The names stay; the sentences may change. */
    public enum Kind {
        /** A file of the proof is not there. */
        FILE_MISSING,
        /** A file is there that no proof has. */
        FILE_UNKNOWN,
        /** A file is not the one that was signed. */
        FILE_CHANGED,
        /** A file is not written as the format says. */
        FILE_UNREADABLE,
        /** The ZIP holds something beside its files. */
        CONTAINER_CHANGED,
        /** It is signed with another key than the one that was given. */
        KEY_OTHER,
        /** The manifest is not the one that was signed. */
        SIGNATURE_WRONG,
        /** An entry's hash is not that of its content. */
        ENTRY_EDITED,
        /** An entry is told of, and is not among the entries. */
        ENTRY_MISSING,
        /** An entry is not told of, or is of another letter or chain. */
        ENTRY_FOREIGN,
        /** An entry does not stand in its place. */
        ENTRY_MOVED,
        /** What is told of an entry is not what it says. */
        EVENT_DIFFERS,
        /** A checkpoint's signature is wrong, or it names another hash than its entry has. */
        CHECKPOINT_WRONG,
        /** A checkpoint is of another chain, or signed with a key that the proof does not have. */
        CHECKPOINT_FOREIGN,
        /** No checkpoint covers all entries. */
        NOT_COVERED
    }
}
