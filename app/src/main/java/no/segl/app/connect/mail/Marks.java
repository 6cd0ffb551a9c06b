package no.segl.app.connect.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places where a message bears its id: its Message-ID, and the address that it bounces to,
 * which is of its own for each message ({@code bounce+<id>@domain}).
 *
 * @param fromDomain the domain of the sender's address; also that of the Message-ID, as DMARC and
 *     readers of headers expect
 * @param bounceLocal what stands before the plus
 * @param bounceDomain the domain of the mailbox for bounces
 */
record Marks(String fromDomain, String bounceLocal, String bounceDomain) {

    /** At most 64 before the sign @ (RFC 5321, 4.5.3.1.1), of which a plus and an id take 33. */
    private static final int LONGEST_LOCAL = 31;

    private static final String DOMAIN = "[A-Za-z0-9.-]+";
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._-]+)@(" + DOMAIN + ")");

    /**
     * The marks of messages from {@code from}, with bounces to {@code bounce}.
     *
     * @throws IllegalArgumentException if one is not a plain address, or the latter is too long to
     *     bear an id
     */
    static Marks of(String from, String bounce) {
        Matcher sender = ADDRESS.matcher(from);
        Matcher back = ADDRESS.matcher(bounce);
        if (!sender.matches() || !back.matches()) {
            throw new IllegalArgumentException("a sender's and a bounce address look like a@b.no");
        }
        if (back.group(1).length() > LONGEST_LOCAL) {
            throw new IllegalArgumentException(
                    "a bounce address has 31 signs or less before the @");
        }
        return new Marks(sender.group(2), back.group(1), back.group(2));
    }

    /** The Message-ID of a message, with its angle brackets. */
    String messageId(UUID id) {
        return "<" + hex(id) + "@" + fromDomain + ">";
    }

    /** Where a message bounces to. */
    String bounceAddress(UUID id) {
        return bounceLocal + "+" + hex(id) + "@" + bounceDomain;
    }

    /** The id in an address, or a list of them, that a message may have bounced to. */
    Optional<UUID> inAddresses(String header) {
        return found(header, Pattern.quote(bounceLocal + "+"), bounceDomain);
    }

    /** The id in a Message-ID. */
    Optional<UUID> inMessageId(String header) {
        return found(header, "<", fromDomain);
    }

    private static Optional<UUID> found(String header, String before, String domain) {
        Matcher matcher =
                Pattern.compile(
                                before + "([0-9a-f]{32})@" + Pattern.quote(domain),
                                Pattern.CASE_INSENSITIVE)
                        .matcher(header);
        return matcher.find() ? Optional.of(id(matcher.group(1))) : Optional.empty();
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID id(String hex) {
        String lower = hex.toLowerCase(Locale.ROOT);
        return new UUID(
                Long.parseUnsignedLong(lower.substring(0, 16), 16),
                Long.parseUnsignedLong(lower.substring(16), 16));
    }
}
