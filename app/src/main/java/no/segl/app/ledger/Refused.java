package no.segl.app.ledger;

/**
 * A line is not what it should be. Its reason is the end of a sentence and never holds words from
 * the line.
 */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    final String reason;

    Refused(String reason) {
        // Without a stack trace: a hostile file can have millions of these.
        super(reason, null, false, false);
        this.reason = reason;
    }
}
