package no.segl.proof.crash;

/** Something that Segl is killed in the middle of, and how it goes on after. */
interface Deed {

    /** Brings about what must be so before. */
    void prepare(Trial trial) throws Exception;

    /** Does it, and fails if no answer came. */
    void attempt(Trial trial) throws Exception;

    /**
     * After the restart of a Segl that had answered, and before anybody asks again: holds that what
     * was answered is so.
     */
    default void stands(Trial trial) throws Exception {
        throw new IllegalStateException("no place after the answer to this is known");
    }

    /**
     * After the restart: does again what was not answered, as its client would, and sees that it is
     * done once and whole.
     */
    void settle(Trial trial) throws Exception;
}
