package no.segl.app.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.TooLarge;
import no.segl.app.vault.Vault;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.Digest;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Document;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.MediaType;
import no.segl.core.letter.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dispatch being put together: documents are sealed as they come, under the name and key of its
 * first letter, before anything is known of their number or of the recipients. Close it: what was
 * sealed and not kept is removed.
 */
public final class Intake implements AutoCloseable {

    /**
     * How long may pass from its first sealed byte to its commit. What is twice as old and belongs
     * to no letter is swept from the vault, so that a later commit would name what is gone.
     */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Sealer sealer;
    private final Vault vault;
    private final KeyWrapper wrapper;
    private final Ids ids;
    private final SecureRandom random;
    private final DispatchId dispatch;
    private final Instant begun;
    private final Map<LetterId, DataKey> keys = new HashMap<>();
    private final LetterId first;
    private long left;
    private boolean kept;

    /**
     * A new one.
     *
     * @param most how many bytes it takes in all
     */
    Intake(
            Sealer sealer,
            Vault vault,
            KeyWrapper wrapper,
            Ids ids,
            SecureRandom random,
            Instant begun,
            long most) {
        this.sealer = sealer;
        this.vault = vault;
        this.wrapper = wrapper;
        this.ids = ids;
        this.random = random;
        this.begun = begun;
        this.left = most;
        this.dispatch = ids.dispatch();
        this.first = ids.letter();
        keys.put(first, DataKey.fresh(random));
    }

    /**
     * A document that lies sealed.
     *
     * @param head its first bytes, each as one character (ISO 8859-1)
     * @param size in bytes, unsealed
     */
    public record Taken(DocumentId id, String head, long size, Digest sha256) {

        /**
         * As a letter's document.
         *
         * @param sealed whether only the case worker whom the letter names may open it
         */
        public Document named(String name, MediaType type, boolean sealed) {
            return new Document(id, name, type, size, sha256, sealed);
        }

        /**
         * What is wrong with it as a document of that type.
         *
         * @param pointer where it stands in the request
         * @param expected the digest that the sender gave, if any
         */
        public List<Violation> faults(String pointer, MediaType type, Optional<Digest> expected) {
            return DocumentRules.faultsOfContent(pointer, type, head, size, sha256, expected);
        }
    }

    /**
     * Seals a document.
     *
     * @throws TooLarge if it is larger than {@link DocumentRules#LARGEST}
     * @throws TookTooMuch as soon as all that was taken would be more than the dispatch may hold
     * @throws IOException if {@code in} fails or the vault does; nothing is then left of it
     */
    public Taken take(InputStream in) throws IOException {
        DocumentId id = ids.document();
        Head head = new Head(in);
        long most = Math.min(left, DocumentRules.LARGEST);
        Sealer.Sealed sealed;
        try {
            sealed = sealer.seal(key(first), ObjectName.of(first, id), head, most);
        } catch (TooLarge e) {
            throw most < DocumentRules.LARGEST ? new TookTooMuch(e) : e;
        }
        left -= sealed.size();
        return new Taken(id, head.text(), sealed.size(), sealed.sha256());
    }

    /**
     * Seals a document that was uploaded in pieces.
     *
     * @param uploadKey the key of the upload
     * @param pieces the pieces' names, in order
     * @throws TookTooMuch as {@link #take(InputStream)}
     * @throws IOException if the vault fails; nothing is then left of it
     */
    Taken take(DataKey uploadKey, List<ObjectName> pieces) throws IOException {
        // Only ciphertext is stored on the way. The first piece may be shorter than the head.
        try (InputStream plain = sealer.open(uploadKey, pieces)) {
            return take(plain);
        }
    }

    DispatchId dispatch() {
        return dispatch;
    }

    /**
     * A letter for each recipient: the first takes what is sealed already, the others get it sealed
     * anew, each under its own key.
     */
    Map<OrgNumber, LetterId> address(List<OrgNumber> recipients, List<DocumentId> documents)
            throws IOException {
        Map<OrgNumber, LetterId> letters = new HashMap<>();
        Iterator<LetterId> others = ids.letters(recipients.size() - 1).iterator();
        for (OrgNumber recipient : recipients) {
            if (letters.isEmpty()) {
                letters.put(recipient, first);
                continue;
            }
            LetterId letter = others.next();
            keys.put(letter, DataKey.fresh(random));
            letters.put(recipient, letter);
            for (DocumentId document : documents) {
                sealer.reseal(
                        key(first),
                        List.of(ObjectName.of(first, document)),
                        key(letter),
                        ObjectName.of(letter, document),
                        DocumentRules.LARGEST);
            }
        }
        return letters;
    }

    /** The letters' keys, wrapped. */
    Map<LetterId, WrappedKey> wrapKeys() throws IOException {
        Map<LetterId, WrappedKey> wrapped = new HashMap<>();
        for (Map.Entry<LetterId, DataKey> entry : keys.entrySet()) {
            Folder folder = Folder.of(entry.getKey());
            wrapped.put(entry.getKey(), wrapper.wrap(entry.getValue(), folder));
        }
        return wrapped;
    }

    /**
     * Makes sure that nothing of it can have been swept.
     *
     * @throws TookTooLong if more than {@link #LONGEST} has passed
     */
    void checkAge(Instant now) throws TookTooLong {
        if (now.isAfter(begun.plus(LONGEST))) {
            throw new TookTooLong();
        }
    }

    /** From here on what is sealed may belong to a letter, so it stays. */
    void keep() {
        kept = true;
    }

    /** It is certain that no letter was made of it after all. */
    void discard() {
        kept = false;
    }

    private DataKey key(LetterId letter) {
        DataKey key = keys.get(letter);
        if (key == null) {
            throw new IllegalStateException("a letter of the dispatch has no key");
        }
        return key;
    }

    @Override
    public void close() {
        keys.values().forEach(DataKey::close);
        if (kept) {
            return;
        }
        for (LetterId letter : keys.keySet()) {
            try {
                vault.deleteAll(Folder.of(letter));
            } catch (IOException e) {
                LOG.info("What was sealed for letter {} is left for the sweep", letter);
            }
        }
    }

    /** Remembers the first bytes that pass. */
    private static final class Head extends FilterInputStream {
        private final byte[] head = new byte[DocumentRules.HEAD];
        private int length;

        Head(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0 && length < head.length) {
                head[length++] = (byte) b;
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            int read = super.read(bytes, offset, most);
            for (int i = 0; i < read && length < head.length; i++) {
                head[length++] = bytes[offset + i];
            }
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            throw new IOException("every byte is sealed; none may be skipped");
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        String text() {
            return new String(head, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
