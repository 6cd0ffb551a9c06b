package no.segl.app.office;

import java.io.IOException;

/** A dispatch was put together for too long to be sent; nothing of it was. */
public final class TookTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TookTooLong() {
        super("a dispatch was put together for more than " + Intake.LONGEST.toHours() + " hours");
    }
}
