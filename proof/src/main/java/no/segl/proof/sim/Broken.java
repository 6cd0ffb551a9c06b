package no.segl.proof.sim;

/** A promise that was not kept: which one, and how. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String promise;
    private final String how;

    /**
     * What was found.
     *
     * @param promise a short name, the same whenever the same promise is broken
     */
    Broken(String promise, String how) {
        super(promise + ": " + how);
        this.promise = promise;
        this.how = how;
    }

    String promise() {
        return promise;
    }

    /** How it was broken: which letter, and when. */
    String how() {
        return how;
    }
}
