package no.segl.app.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.RuleTable;
import no.segl.app.store.UploadRows;
import no.segl.app.store.UploadRows.Upload;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.vault.VaultDamaged;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.UploadId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.DocumentRules;
import org.jspecify.annotations.Nullable;

/**
 * Resumable uploads. What comes is sealed and committed piece by piece, so that a lost connection
 * costs one piece at the most.
 */
public final class Uploads {

    /** The largest piece, in bytes: 16 MiB. */
    public static final long PIECE = 16L << 20;

    /**
     * How many bytes one machine's uploads may be announced to have, all that are kept together.
     */
    public static final long MOST_KEPT = 512L << 30;

    /** How long one piece may take before what has come of it is put away. */
    private static final Duration PIECE_TIME = Duration.ofMinutes(2);

    /** How long a piece's writer has the upload to itself: ample for the piece and its sealing. */
    private static final Duration LEASE = Duration.ofMinutes(6);

    private final UploadRows rows;
    private final Vault vault;
    private final Sealer sealer;
    private final KeyWrapper wrapper;
    private final Ids ids;
    private final SecureRandom random;
    private final RuleTable rules;
    private final InstantSource clock;

    public Uploads(UploadRows rows, RuleTable rules, PostOffice.Parts parts) {
        this.rows = rows;
        this.rules = rules;
        this.vault = parts.vault();
        this.sealer = parts.sealer();
        this.wrapper = parts.wrapper();
        this.ids = parts.ids();
        this.random = parts.random();
        this.clock = parts.clock();
    }

    /** What came of adding to an upload. */
    public sealed interface Added {
        /** All or some of it was put away; {@code received} is how far the upload has come. */
        record Received(long received) implements Added {}

        /** It began at another place than where the upload has come to. */
        record WrongOffset() implements Added {}

        /** Another request is adding to it. */
        record Busy() implements Added {}

        /** It went beyond the length that was announced. */
        record TooLong() implements Added {}
    }

    /**
     * Begins an upload.
     *
     * @param name a file name that has been checked
     * @param metadata what the client said of it, to be told again
     * @param length in bytes, 1 to {@link DocumentRules#LARGEST}
     * @return empty if the machine's uploads would pass {@link #MOST_KEPT}
     */
    public Optional<Upload> begin(
            Actor.Machine owner, String name, String mediaType, String metadata, long length)
            throws IOException {
        UploadId id = ids.upload();
        try (DataKey key = DataKey.fresh(random)) {
            Upload upload =
                    new Upload(
                            id,
                            owner.organisation(),
                            owner.client(),
                            name,
                            mediaType,
                            metadata,
                            length,
                            0,
                            kept(now()),
                            wrapper.wrap(key, Folder.of(id)));
            return rows.begin(upload, MOST_KEPT) ? Optional.of(upload) : Optional.empty();
        }
    }

    /** The upload, if it is this machine's and has not expired. */
    public Optional<Upload> find(UploadId id, Actor.Machine owner) {
        return rows.find(id)
                .filter(u -> u.organisation().equals(owner.organisation()))
                .filter(u -> u.client().equals(owner.client()))
                .filter(u -> u.expiresAt().isAfter(now()));
    }

    /**
     * Adds what {@code in} gives to an upload, until its end. If {@code in} fails midway, what came
     * before that is kept.
     *
     * @param offset where it begins
     * @throws IOException if {@code in} or the vault fails
     */
    public Added add(Upload upload, long offset, InputStream in) throws IOException {
        UUID lease = ids.uuid();
        Instant now = now();
        if (!rows.lease(upload.id(), lease, now, now.plus(LEASE))) {
            return new Added.Busy();
        }
        try (DataKey key = wrapper.unwrap(upload.key(), Folder.of(upload.id()))) {
            long received = rows.find(upload.id()).map(Upload::received).orElse(-1L);
            if (received != offset) {
                return new Added.WrongOffset();
            }
            return pour(upload, key, lease, offset, in);
        } finally {
            rows.release(upload.id(), lease);
        }
    }

    private Added pour(Upload upload, DataKey key, UUID lease, long offset, InputStream in)
            throws IOException {
        long received = offset;
        while (received < upload.length()) {
            Piece piece = new Piece(in, Math.min(PIECE, upload.length() - received));
            ObjectName name = ObjectName.of(upload.id(), received, Optional.of(lease));
            long size = sealer.seal(key, name, piece, PIECE).size();
            if (size == 0) {
                vault.delete(name);
            } else {
                Instant now = now();
                boolean ours =
                        rows.received(
                                upload.id(), lease, received, size, now.plus(LEASE), kept(now));
                if (!ours) {
                    vault.delete(name);
                    return new Added.Busy();
                }
                received += size;
            }
            piece.rethrow();
            if (piece.ended) {
                return new Added.Received(received);
            }
        }
        return in.read() < 0 ? new Added.Received(received) : new Added.TooLong();
    }

    /**
     * Seals a finished upload as a document of {@code intake}.
     *
     * @throws VaultDamaged if what lies there is not as long as was announced
     * @throws IOException if the vault fails
     */
    public Intake.Taken use(Upload upload, Intake intake) throws IOException {
        List<ObjectName> pieces = rows.pieces(upload.id());
        if (pieces.isEmpty()) {
            throw VaultDamaged.length(Folder.of(upload.id()), 0, upload.length());
        }
        try (DataKey key = wrapper.unwrap(upload.key(), Folder.of(upload.id()))) {
            Intake.Taken taken = intake.take(key, pieces);
            if (taken.size() != upload.length()) {
                throw VaultDamaged.length(Folder.of(upload.id()), taken.size(), upload.length());
            }
            return taken;
        }
    }

    /** Throws an upload away. */
    public void delete(UploadId id) throws IOException {
        rows.delete(id);
        vault.deleteAll(Folder.of(id));
    }

    /** Until when an upload is kept that was last touched then. */
    private Instant kept(Instant touched) {
        return rules.newest().row(Rule.KEEP_UPLOAD).after(touched);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    /** At most one piece of a stream; a fault of the stream ends the piece and is remembered. */
    private final class Piece extends FilterInputStream {
        private final Instant until = now().plus(PIECE_TIME);
        private long left;
        private boolean ended;
        private @Nullable IOException broken;
        private @Nullable RuntimeException refused;

        Piece(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            if (left == 0 || ended || failed() || now().isAfter(until)) {
                return -1;
            }
            try {
                int read = super.read(bytes, offset, (int) Math.min(most, left));
                ended = read < 0;
                left -= Math.max(read, 0);
                return read;
            } catch (IOException e) {
                broken = e;
                return -1;
            } catch (RuntimeException e) {
                // Too slow, or broken off: as the request's own stream says it.
                refused = e;
                return -1;
            }
        }

        private boolean failed() {
            return broken != null || refused != null;
        }

        /** Throws what the stream threw, if it did. */
        void rethrow() throws IOException {
            if (broken != null) {
                throw broken;
            }
            if (refused != null) {
                throw refused;
            }
        }

        @Override
        public void close() {
            // The stream is the request's; only the piece ends here.
        }
    }
}
