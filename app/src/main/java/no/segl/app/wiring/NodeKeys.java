package no.segl.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.segl.app.ledger.SigningKey;
import no.segl.app.secret.NumberKey;
import no.segl.app.session.SessionKey;
import no.segl.app.store.KnownKeys;
import no.segl.app.store.KnownKeys.Kind;
import no.segl.app.vault.KeysetFile;
import no.segl.core.ledger.CheckpointKeys;

/**
 * The keys that a node keeps in files, held to those that the database knows of: all nodes of one
 * database need the same. A node that made its own would seal letters that no other can open.
 */
public final class NodeKeys {

    private final Store store;
    private final KnownKeys known;

    public NodeKeys(Store store) {
        this.store = store;
        this.known = store.knownKeys();
    }

    /** Where the keyset is that wraps the letters' keys. */
    public Path keysetFile() {
        return store.place().keys().resolve("vault-keyset.json");
    }

    private Path signingFile() {
        return store.place().keys().resolve("ledger-ed25519.pem");
    }

    /**
     * The keyset; made only if no node has one and nothing is sealed.
     *
     * @throws IOException if it cannot be used, or is not the one of the other nodes; the message
     *     says what to do
     */
    KeysetFile keyset() throws IOException {
        boolean first = !store.hasSealed() && known.of(Kind.VAULT).isEmpty();
        KeysetFile keyset = KeysetFile.open(keysetFile(), first);
        enter(keyset);
        return keyset;
    }

    /**
     * Adds a key to the keyset, and has the database know of it.
     *
     * @return the new key's id
     * @throws IOException if the keyset cannot be used, is not the one of the other nodes, or
     *     cannot be written
     */
    public String rotate(KeysetFile keyset) throws IOException {
        enter(keyset);
        String key = keyset.rotate();
        enter(keyset);
        return key;
    }

    private void enter(KeysetFile keyset) throws IOException {
        Set<String> lacking = known.enter(Kind.VAULT, keyset.keyIds());
        if (!lacking.isEmpty()) {
            throw new IOException(
                    ("The keyset at %1$s lacks key %2$s, which another node of this database has:"
                                    + " letters sealed here could not be opened there, nor theirs"
                                    + " here. Copy vault-keyset.json from that node, or from the"
                                    + " backup, to %1$s. See docs/operate/keys.md.")
                            .formatted(keysetFile(), list(lacking)));
        }
    }

    /**
     * The key that signs the ledger; made only if no node has one and nothing is signed.
     *
     * @throws IOException if it cannot be used, or is not the one of the other nodes; the message
     *     says what to do
     */
    SigningKey signing() throws IOException {
        boolean first = !store.hasCheckpoints() && known.of(Kind.LEDGER).isEmpty();
        SigningKey signing = SigningKey.open(signingFile(), first);
        List<String> own = signing.publicKeys().stream().map(CheckpointKeys::idOf).toList();
        Set<String> lacking = known.enter(Kind.LEDGER, own);
        if (!lacking.isEmpty()) {
            throw new IOException(
                    ("The public keys in %1$s lack key %2$s, with which another node of this"
                                    + " database signs or has signed the ledger. Copy"
                                    + " ledger-ed25519.pem and ledger-ed25519.pub.pem from that"
                                    + " node, or from the backup, to %3$s. See docs/operate/keys.md.")
                            .formatted(
                                    signing.publicFile(),
                                    list(lacking),
                                    signingFile().getParent()));
        }
        return signing;
    }

    /**
     * The key of the sessions; made if it is missing, since to lose it is to log in again.
     *
     * @throws IOException if it is damaged or open to others
     */
    SessionKey session(SecureRandom random) throws IOException {
        return SessionKey.open(store.place().keys().resolve("session.key"), random);
    }

    /**
     * The key of persons' national identity numbers; made only if no node has one.
     *
     * @throws IOException if it cannot be used, or is not the one of the other nodes; the message
     *     says what to do
     */
    public NumberKey numbers(SecureRandom random) throws IOException {
        Path file = store.place().keys().resolve("person-number.key");
        NumberKey key = NumberKey.open(file, known.of(Kind.PERSONS).isEmpty(), random);
        if (!known.enter(Kind.PERSONS, List.of(key.id())).isEmpty()) {
            throw new IOException(
                    ("The key of persons' national identity numbers, %1$s, is not the one by which"
                                    + " this database knows its persons. Copy person-number.key from"
                                    + " another node, or from the backup. See"
                                    + " docs/operate/keys.md.")
                            .formatted(file));
        }
        return key;
    }

    private static String list(Set<String> ids) {
        return String.join(", ", new TreeSet<>(ids));
    }
}
