package no.segl.app.register;

/** It does not answer, or says to come back later. Asking again later may help. */
public final class RegisterUnavailable extends RegisterFault {

    private static final long serialVersionUID = 1L;

    RegisterUnavailable(String message) {
        super(message);
    }
}
