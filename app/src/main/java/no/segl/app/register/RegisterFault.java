package no.segl.app.register;

import java.io.IOException;

/** The register could not be read. Messages never quote what it answered. */
public sealed class RegisterFault extends IOException
        permits RegisterUnavailable, RegisterUnreadable {

    private static final long serialVersionUID = 1L;

    RegisterFault(String message) {
        super(message);
    }
}
