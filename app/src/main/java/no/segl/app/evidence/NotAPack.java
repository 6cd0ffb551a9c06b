package no.segl.app.evidence;

/** The file is no proof at all. The message is the end of a sentence and repeats nothing of it. */
public final class NotAPack extends Exception {

    private static final long serialVersionUID = 1;

    NotAPack(String reason) {
        super(reason);
    }
}
