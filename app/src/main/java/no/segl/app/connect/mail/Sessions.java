package no.segl.app.connect.mail;

import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** What Jakarta Mail is told of a connection. */
final class Sessions {

    private Sessions() {}

    /**
     * The properties of {@code protocol}: each step has an end, and encryption is never left out
     * because a server, or somebody in between, does not offer it.
     *
     * @param protocol {@code smtp} or {@code imap}
     */
    static Properties properties(
            String protocol, Server server, @Nullable SSLSocketFactory trusted) {
        String prefix = "mail." + protocol + ".";
        String timeout = String.valueOf(server.timeout().toMillis());
        boolean startTls = server.security() == Security.STARTTLS;
        Properties all = new Properties();
        all.setProperty(prefix + "connectiontimeout", timeout);
        all.setProperty(prefix + "timeout", timeout);
        all.setProperty(prefix + "writetimeout", timeout);
        all.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        all.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        all.setProperty(prefix + "ssl.enable", String.valueOf(server.security() == Security.TLS));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        all.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (trusted != null) {
            all.put(prefix + "ssl.socketFactory", trusted);
        }
        return all;
    }
}
