package no.segl.app.connect.printer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import no.segl.app.secret.PrivateFile;
import no.segl.core.print.Handover.Cause;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Opens connections to one printer: to the machine with the pinned key, with Segl's own key. */
final class Lines implements AutoCloseable {

    private final SftpSettings settings;
    private final PublicKey pinned;
    private final KeyPair own;
    private final SshClient client;

    /** There is no connection, and the cause is known. */
    static final class NoLine extends IOException {

        private static final long serialVersionUID = 1L;

        private final Cause why;

        NoLine(Cause why) {
            super("no connection to the printer: " + why);
            this.why = why;
        }

        Cause why() {
            return why;
        }
    }

    /**
     * @throws IOException if a key cannot be read; the message never holds one
     */
    Lines(SftpSettings settings) throws IOException {
        this.settings = settings;
        this.pinned = pinned(settings.hostKey());
        this.own = own(settings);
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setServerKeyVerifier((_, _, key) -> KeyUtils.compareKeys(key, pinned));
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, settings.timeout());
        CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.timeout());
        client.start();
    }

    /** A new connection. */
    Line open() throws NoLine {
        ClientSession session;
        try {
            session =
                    client.connect(settings.user(), settings.host(), settings.port())
                            .verify(settings.timeout())
                            .getSession();
        } catch (IOException e) {
            throw new NoLine(Cause.UNREACHABLE);
        }
        try {
            session.addPublicKeyIdentity(own);
            session.auth().verify(settings.timeout());
        } catch (IOException e) {
            session.close(true);
            throw new NoLine(Cause.NOT_TRUSTED);
        }
        try {
            return new Line(
                    session,
                    SftpClientFactory.instance().createSftpClient(session),
                    settings.folder());
        } catch (IOException e) {
            session.close(true);
            throw new NoLine(Cause.UNREACHABLE);
        }
    }

    private static PublicKey pinned(String entry) throws IOException {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(entry.strip())
                    .resolvePublicKey(null, java.util.Map.of(), null);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the printer's host key cannot be read: give type and key");
        }
    }

    private static KeyPair own(SftpSettings settings) throws IOException {
        byte[] bytes = PrivateFile.read(settings.privateKey());
        try {
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName("key for the printer"),
                            new ByteArrayInputStream(bytes),
                            null);
            if (pairs != null && pairs.iterator().hasNext()) {
                return pairs.iterator().next();
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // Said below, without what was read.
        }
        throw new IOException("the private key for the printer cannot be read");
    }

    @Override
    public void close() {
        client.stop();
    }
}
