package no.segl.app.wiring;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.segl.app.connect.mail.Server;
import no.segl.app.connect.mail.SmtpMail;
import no.segl.app.connect.printer.SftpSettings;
import no.segl.app.connect.sms.HttpSms;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.app.store.DatabaseAddress;
import no.segl.core.print.Printability;

/**
 * How this Segl is to run. Made by {@link SettingsReader}.
 *
 * @param port where to listen
 * @param address at which of this machine's addresses to listen; empty for all of them
 * @param publicUrl how people and machines reach it, without a slash at the end
 * @param data the folder for the embedded database, the file vault and the keys
 * @param database a database of one's own; empty for the embedded one
 * @param s3 a bucket for the vault; empty for files in the data folder
 * @param login the OpenID Connect provider at which people log in
 * @param tokens who issues machines' tokens
 * @param longestSession how long after a login its session ends, however much it is used
 * @param register Enhetsregisteret; empty if it is not followed
 * @param mail the way out for notices; empty if there is none, and then none goes out
 * @param sms a gateway for text messages; empty if there is none, and then none goes out
 * @param ping what is told every minute that all is well; empty if nobody outside listens
 * @param printer a printing house for letters that go on paper; empty if there is none
 * @param webhooksInside whether webhooks may be at addresses that are not on the open internet, and
 *     without https: for tests and the demo
 * @param requestsPerMinute how many requests one client may make in a minute
 */
public record Settings(
        int port,
        Optional<InetAddress> address,
        URI publicUrl,
        Path data,
        Optional<DatabaseAddress> database,
        Optional<S3> s3,
        Optional<Login> login,
        Optional<Tokens> tokens,
        Duration longestSession,
        Optional<Registry> register,
        Optional<MailLine> mail,
        Optional<HttpSms.Settings> sms,
        Optional<URI> ping,
        Optional<Printing> printer,
        boolean webhooksInside,
        int requestsPerMinute) {

    /**
     * A bucket.
     *
     * @param endpoint for other servers than Amazon's
     */
    public record S3(
            Optional<URI> endpoint,
            String region,
            String bucket,
            String accessKey,
            String secretKey) {
        /** Without the keys. */
        @Override
        public String toString() {
            return "S3[" + bucket + " in " + region + "]";
        }
    }

    /**
     * People's login: ID-porten, Ansattporten, or another OpenID Connect provider.
     *
     * @param keyRole by what somebody shows there that they hold a key role; empty if they cannot
     */
    public record Login(
            URI issuer,
            String clientId,
            String clientSecret,
            Levels levels,
            Optional<KeyRoleLogin.Wanted> keyRole) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Login[" + issuer + "]";
        }
    }

    /**
     * Machines' tokens, in the form of Maskinporten's.
     *
     * @param audience what a token must be meant for
     * @param scopePrefix what its scopes begin with
     */
    public record Tokens(URI issuer, String audience, String scopePrefix) {}

    /**
     * Enhetsregisteret's open API.
     *
     * @param every how long to wait from one reading of its updates to the next
     */
    public record Registry(URI url, Duration every) {}

    /**
     * The way out for e-mail, and the mailbox to which reports of it come back.
     *
     * @param bounces where that mailbox is; empty if nobody reads it
     * @param gather how long what arrives is gathered for somebody who has been told of a letter
     */
    public record MailLine(SmtpMail.Settings smtp, Optional<Server> bounces, Duration gather) {}

    /** A printing house, and what its machines take. */
    public record Printing(SftpSettings sftp, Printability.Limits limits) {}
}
