package no.segl.app.register;

/** It answered something else than it should. Asking again at once does not help. */
public final class RegisterUnreadable extends RegisterFault {

    private static final long serialVersionUID = 1L;

    RegisterUnreadable(String message) {
        super(message);
    }
}
