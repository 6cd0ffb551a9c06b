package no.segl.app.connect.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message as it goes over the wire. */
final class Draft extends SMTPMessage {

    private final String messageId;
    private boolean isHandedOver;

    private Draft(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * @throws AddressException if the address is none
     * @throws MessagingException if it cannot be written
     */
    static Draft of(Mail.Message message, SmtpMail.Settings settings, Session session)
            throws MessagingException {
        Marks marks = settings.marks();
        Draft draft = new Draft(session, marks.messageId(message.id()));
        draft.setEnvelopeFrom(marks.bounceAddress(message.id()));
        try {
            draft.setFrom(
                    new InternetAddress(
                            settings.from(), settings.fromName(), StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
        draft.setRecipient(RecipientType.TO, address(message.to()));
        draft.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        draft.setSentDate(Date.from(message.written()));
        draft.setText(message.body(), StandardCharsets.UTF_8.name());
        draft.setHeader("Content-Transfer-Encoding", "quoted-printable");
        draft.setHeader("Content-Language", message.language());
        // No machine is to answer (RFC 3834; the last two for programs that do not know it), and
        // reports are welcome.
        draft.setHeader("Auto-Submitted", "auto-generated");
        draft.setHeader("Precedence", "bulk");
        draft.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        draft.saveChanges();
        return draft;
    }

    /** An address with its domain as DNS writes it: æ, ø and å are there in Norwegian ones. */
    private static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("not an address");
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return new InternetAddress(text.substring(0, at) + "@" + domain, true);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not an address");
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** Whether any of its lines may have reached the relay. */
    boolean isHandedOver() {
        return isHandedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        isHandedOver = true;
        super.writeTo(out, ignored);
    }
}
