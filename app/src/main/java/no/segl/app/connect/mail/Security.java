package no.segl.app.connect.mail;

import java.util.Set;

/** How a connection to a mail server is kept from being read or changed. */
public enum Security {
    /** It begins in plain text and must then be encrypted (RFC 3207, RFC 9051), or nothing goes. */
    STARTTLS,
    /** It is encrypted from the first byte (RFC 8314). */
    TLS,
    /** It is not. For a server on the same machine alone. */
    NONE;

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** Whether a server at {@code host} may be spoken to in this way. */
    public boolean isAllowedFor(String host) {
        return this != NONE || HERE.contains(host);
    }
}
