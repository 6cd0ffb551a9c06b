package no.segl.app.connect.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where events go.
 *
 * @param address https, with a host and without a user's name; http too, where the inside is open
 */
public record Target(URI address) {

    private static final int LONGEST = 500;

    /**
     * Reads one; empty if it is none.
     *
     * @param inside whether what is not on the open internet will do: for tests and the demo
     */
    public static Optional<Target> parse(String text, boolean inside) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = inside && "http".equalsIgnoreCase(uri.getScheme());
            boolean whole =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0;
            return (secure || plain) && whole && (inside || mayBeOpen(uri.getHost()))
                    ? Optional.of(new Target(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What is said at once of an address that is written out; a name is looked up later. */
    private static boolean mayBeOpen(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return PublicAddress.is(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return bare.contains(".") && !bare.endsWith(".localhost");
        }
    }

    /** The name of the machine there. */
    public String host() {
        return String.valueOf(address.getHost());
    }
}
