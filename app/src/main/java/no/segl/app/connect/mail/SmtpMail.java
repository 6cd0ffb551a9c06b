package no.segl.app.connect.mail;

import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Hands messages to a relay over SMTP (RFC 5321). */
public final class SmtpMail implements Mail {

    private final Settings settings;
    private final Session session;

    /**
     * How Segl's mail goes out.
     *
     * @param relay the server that takes it, and that signs it (DKIM)
     * @param from the sender's address; who replies to it is not read
     * @param fromName what mail programs show with it
     * @param bounce the address of the mailbox for reports of delivery
     */
    public record Settings(Server relay, String from, String fromName, String bounce) {

        /**
         * @throws IllegalArgumentException if an address cannot be used
         */
        public Settings {
            Marks.of(from, bounce);
        }

        Marks marks() {
            return Marks.of(from, bounce);
        }
    }

    public SmtpMail(Settings settings) {
        this(settings, null);
    }

    /** With {@code trusted} in place of the platform's, so that a trial can have its own. */
    SmtpMail(Settings settings, @Nullable SSLSocketFactory trusted) {
        this.settings = settings;
        this.session = session(settings, trusted);
    }

    @Override
    public Round begin() {
        return new SmtpRound(settings, session);
    }

    private static Session session(Settings settings, @Nullable SSLSocketFactory trusted) {
        Properties all = Sessions.properties("smtp", settings.relay(), trusted);
        all.setProperty("mail.smtp.localhost", settings.marks().fromDomain());
        all.setProperty("mail.smtp.auth", String.valueOf(settings.relay().login().isPresent()));
        // Reports of every kind, without a copy of what was written (RFC 3461).
        all.setProperty("mail.smtp.dsn.notify", "SUCCESS,FAILURE,DELAY");
        all.setProperty("mail.smtp.dsn.ret", "HDRS");
        return Session.getInstance(all);
    }
}
