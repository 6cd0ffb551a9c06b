package no.segl.app.connect.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import no.segl.app.connect.mail.Mail.Outcome;
import no.segl.app.connect.mail.Mail.Refused;
import no.segl.app.connect.mail.Mail.Unknown;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Makes outcomes of what a relay answered. Of its words only codes are taken: they hold addresses.
 */
final class Replies {

    /** Said of the address, where no enhanced code says of what. Source: RFC 5321. */
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(550, 551, 553);

    /**
     * The enhanced codes (RFC 3463) that say that an address is none, or is not used any more. A
     * policy (5.7) or a full mailbox (5.2.2) passes: a relay that no longer knows us would
     * otherwise cost us every address there is.
     */
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("5\\.(1\\.\\d{1,3}|2\\.1)");

    private static final Pattern ENHANCED =
            Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private Replies() {}

    /** Whether an enhanced code says that there is no such address. */
    static boolean isNoSuchAddress(String enhanced) {
        return NO_SUCH_ADDRESS.matcher(enhanced).matches();
    }

    /** When no connection came of it. */
    static Outcome toConnecting(MessagingException fault) {
        List<Throwable> chain = chain(fault);
        if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return new Refused(Refused.NO_LOGIN, false);
        }
        boolean noTls =
                chain.stream()
                        .anyMatch(e ->
                                e instanceof SSLException
                                        || String.valueOf(e.getMessage()).startsWith("STARTTLS"));
        return new Refused(noTls ? Refused.NO_TLS : Refused.NO_CONNECTION, false);
    }

    /**
     * When a message was not accepted.
     *
     * @param isHandedOver whether its lines were on their way
     */
    static Outcome toSending(MessagingException fault, boolean isHandedOver) {
        for (Throwable e : chain(fault)) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= 400) {
                int code = address.getReturnCode();
                String said = code(code, address.getMessage());
                int enhanced = said.indexOf(' ') + 1;
                return new Refused(
                        said,
                        enhanced == 0
                                ? OF_THE_ADDRESS.contains(code)
                                : isNoSuchAddress(said.substring(enhanced)));
            }
        }
        for (Throwable e : chain(fault)) {
            if (e instanceof SMTPSendFailedException sending && sending.getReturnCode() >= 400) {
                return new Refused(code(sending.getReturnCode(), sending.getMessage()), false);
            }
        }
        return isHandedOver ? new Unknown() : new Refused(Refused.NO_CONNECTION, false);
    }

    private static String code(int code, @Nullable String reply) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(reply));
        return enhanced.find() ? code + " " + enhanced.group(1) : String.valueOf(code);
    }

    /** A fault and all that it wraps: causes, and what Jakarta Mail chains beside them. */
    private static List<Throwable> chain(Throwable fault) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        collect(fault, seen, chain);
        return chain;
    }

    private static void collect(
            @Nullable Throwable fault, Set<Throwable> seen, List<Throwable> chain) {
        if (fault != null && seen.add(fault)) {
            chain.add(fault);
            collect(fault.getCause(), seen, chain);
            if (fault instanceof MessagingException messaging) {
                collect(messaging.getNextException(), seen, chain);
            }
        }
    }
}
