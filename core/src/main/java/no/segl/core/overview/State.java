package no.segl.core.overview;

/** Where a letter stands, in one word. */
public enum State {
    /** Sealed, and not yet available to its recipient. */
    ACCEPTED,
    /** Available, not opened. */
    AVAILABLE,
    /** Opened by somebody with a right to. */
    OPENED,
    /** Withdrawn by its sender before anybody opened it. */
    WITHDRAWN,
    /** Settled by a named person with a reason. */
    SETTLED,
    /** Posted on paper. */
    POSTED;

    /** Whether a letter in this state is closed; one that is not has a next look. */
    public boolean isClosed() {
        return this != ACCEPTED && this != AVAILABLE;
    }
}
