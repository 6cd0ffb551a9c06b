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

    /**
     * Said of the command, or of the session, and not of the address. Source: RFC 5321, RFC 4954.
     */
    private static final Set<Integer> NOT_THE_ADDRESS = Set.of(500, 502, 503, 504, 530, 538);

    private static final Pattern ENHANCED =
            Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private Replies() {}

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
                return new Refused(
                        code(code, address.getMessage()),
                        code >= 500 && !NOT_THE_ADDRESS.contains(code));
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
