package no.segl.app.connect.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a mail server is and how it is spoken to.
 *
 * @param timeout how long to wait to connect, for an answer, and to write, each
 */
public record Server(
        String host, int port, Security security, Optional<Login> login, Duration timeout) {

    /** A user and a password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public Server {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a mail server has a host, and a port from 1 to 65535");
        }
        if (!security.isAllowedFor(host)) {
            throw new IllegalArgumentException(
                    "only a mail server on this machine (localhost) may be spoken to unencrypted");
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a timeout is some time");
        }
    }
}
