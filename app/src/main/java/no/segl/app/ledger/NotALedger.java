package no.segl.app.ledger;

/** The input is no ledger of a version known here. The message is the end of a sentence. */
public final class NotALedger extends Exception {

    private static final long serialVersionUID = 1;

    NotALedger(String reason) {
        super(reason);
    }
}
