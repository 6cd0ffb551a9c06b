package no.segl.app.connect.printer;

import java.io.IOException;

/** The printer cannot be reached, or does not do what is asked. Trying again later may help. */
public final class PrinterUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    /** The message says what was tried, and nothing that the printer answered. */
    public PrinterUnavailable(String message) {
        super(message);
    }
}
