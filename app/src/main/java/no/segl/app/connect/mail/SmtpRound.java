package no.segl.app.connect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import no.segl.app.connect.mail.Mail.Done;
import no.segl.app.connect.mail.Mail.Outcome;
import no.segl.app.connect.mail.Mail.Refused;
import org.jspecify.annotations.Nullable;

/** One connection, made anew when it is lost or worn. */
final class SmtpRound implements Mail.Round {

    /** Relays end a connection after so many messages, without saying how many: end it first. */
    private static final int MESSAGES_OF_A_LINE = 100;

    private final SmtpMail.Settings settings;
    private final Session session;
    private @Nullable Transport line;
    private int sentOnLine;

    SmtpRound(SmtpMail.Settings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    @Override
    public Outcome send(Mail.Message message) {
        boolean isUsed = sentOnLine > 0;
        Outcome outcome = attempt(message);
        if (isUsed && outcome.equals(new Refused(Refused.NO_CONNECTION, false))) {
            // The relay had ended an idle line; that says nothing of the message.
            return attempt(message);
        }
        return outcome;
    }

    private Outcome attempt(Mail.Message message) {
        Draft draft;
        try {
            draft = Draft.of(message, settings, session);
        } catch (MessagingException e) {
            return new Refused(Refused.NO_ADDRESS, true);
        }
        Transport open;
        try {
            open = connected();
        } catch (MessagingException e) {
            drop();
            return Replies.toConnecting(e);
        }
        try {
            open.sendMessage(draft, draft.getAllRecipients());
        } catch (MessagingException e) {
            Outcome outcome = Replies.toSending(e, draft.isHandedOver());
            if (!open.isConnected()) {
                drop();
            }
            return outcome;
        }
        sentOnLine++;
        if (sentOnLine >= MESSAGES_OF_A_LINE) {
            drop();
        }
        return new Done();
    }

    private Transport connected() throws MessagingException {
        Transport open = line;
        if (open == null) {
            open = session.getTransport("smtp");
            line = open;
            Server relay = settings.relay();
            Optional<Server.Login> login = relay.login();
            open.connect(
                    relay.host(),
                    relay.port(),
                    login.map(Server.Login::user).orElse(null),
                    login.map(Server.Login::password).orElse(null));
        }
        return open;
    }

    private void drop() {
        Transport open = line;
        line = null;
        sentOnLine = 0;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // It was to be gone, and it is.
                return;
            }
        }
    }

    @Override
    public void close() {
        drop();
    }
}
