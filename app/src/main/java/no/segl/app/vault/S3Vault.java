package no.segl.app.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A vault in an S3 bucket. Ciphertext is spooled to a local file first, because a put needs its
 * length and must be repeatable; the put then makes the object visible in one step. Uses only put,
 * ranged get, head, list and delete, so that any S3 server will do. One put carries at most 5 GiB.
 */
public final class S3Vault implements Vault, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final Path spool;
    private final int pageSize;

    /**
     * Opens the vault; asks the server nothing yet, see {@link #check}.
     *
     * @param spool local folder for ciphertext on its way out, made if it is not there; needs room
     *     for the documents being written at once
     * @throws IOException if the spool cannot be made
     */
    public S3Vault(S3Settings settings, Path spool) throws IOException {
        this(S3Clients.open(settings), settings.bucket(), settings.prefix(), spool, 1000);
    }

    S3Vault(S3Client s3, String bucket, String prefix, Path spool, int pageSize)
            throws IOException {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.spool = spool;
        this.pageSize = pageSize;
        Disk.makeFolders(spool);
    }

    private String key(ObjectName name) {
        return prefix + name.path();
    }

    @Override
    public void write(ObjectName name, Content content) throws IOException {
        Path part = spoolFile(name);
        try {
            MessageDigest md5 = newMd5();
            try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.WRITE);
                    OutputStream digesting = new DigestOutputStream(file, md5);
                    OutputStream out = new VaultOutput(name, digesting)) {
                content.writeTo(out);
            }
            put(name, part, Base64.getEncoder().encodeToString(md5.digest()));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path spoolFile(ObjectName name) throws VaultUnavailable {
        try {
            return Disk.newFile(spool, ".part");
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    // The MD5 guards the way to the server only, and is what every S3 server can check. Who alters
    // an object on purpose is found by the seal.
    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private void put(ObjectName name, Path part, String md5) throws VaultUnavailable {
        try {
            s3.putObject(
                    put ->
                            put.bucket(bucket)
                                    .key(key(name))
                                    .contentMD5(md5)
                                    .contentType("application/octet-stream"),
                    RequestBody.fromFile(part));
        } catch (SdkException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    @Override
    public SeekableByteChannel open(ObjectName name) throws IOException {
        return S3Channel.open(s3, bucket, key(name), name);
    }

    @Override
    public long size(ObjectName name) throws IOException {
        try {
            return s3.headObject(head -> head.bucket(bucket).key(key(name))).contentLength();
        } catch (SdkException e) {
            if (e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND) {
                // Such an answer has no body, which would tell whether it is the bucket that is
                // gone.
                check();
                throw new VaultMissing(name);
            }
            throw new VaultUnavailable(name, e);
        }
    }

    /** {@code e}, which came of asking for an object's bytes, as a fault of the vault. */
    static VaultFault fault(ObjectName name, SdkException e) {
        return isMissing(e) ? new VaultMissing(name) : new VaultUnavailable(name, e);
    }

    /** Whether there is a bucket, and no such object in it; a bucket that is gone is a 404, too. */
    private static boolean isMissing(SdkException e) {
        return e instanceof S3Exception answer
                && answer.statusCode() == NOT_FOUND
                && Optional.ofNullable(answer.awsErrorDetails())
                        .filter(details -> "NoSuchKey".equals(details.errorCode()))
                        .isPresent();
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(name)));
        } catch (SdkException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    // One by one: the request that deletes many needs a checksum header on which servers differ.
    @Override
    public void deleteAll(Folder folder) throws IOException {
        try (Stream<Stored> objects = list(folder.path() + "/")) {
            for (Stored object : (Iterable<Stored>) objects::iterator) {
                delete(object.name());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Stream<Stored> list() throws IOException {
        return list("");
    }

    private Stream<Stored> list(String path) {
        Pages pages =
                new Pages(
                        s3.listObjectsV2Paginator(list ->
                                        list.bucket(bucket).prefix(prefix + path).maxKeys(pageSize))
                                .iterator());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.NONNULL), false)
                .flatMap(page -> page.contents().stream())
                .flatMap(object ->
                        ObjectName.parse(object.key().substring(prefix.length()))
                                .map(name -> stored(name, object))
                                .stream());
    }

    private static Stored stored(ObjectName name, S3Object object) {
        return new Stored(name, object.size(), object.lastModified());
    }

    /** The pages of a listing, each asked for when it is reached. */
    private record Pages(Iterator<ListObjectsV2Response> pages)
            implements Iterator<ListObjectsV2Response> {
        @Override
        public boolean hasNext() {
            return pages.hasNext();
        }

        @Override
        public ListObjectsV2Response next() {
            try {
                return pages.next();
            } catch (SdkException e) {
                throw new UncheckedIOException(new VaultUnavailable("listing", e));
            }
        }
    }

    @Override
    public int sweepUnfinished(Instant before) throws IOException {
        return Disk.sweep(spool, before);
    }

    @Override
    public Optional<UUID> id() throws IOException {
        Optional<byte[]> kept = kept(VaultId.NAME);
        return kept.isEmpty() ? Optional.empty() : Optional.of(VaultId.read(kept.get()));
    }

    @Override
    public void giveId(UUID id) throws IOException {
        keep(VaultId.NAME, RequestBody.fromString(VaultId.write(id)));
    }

    @Override
    public Optional<byte[]> ledgerNote() throws IOException {
        return kept(LEDGER_NOTE);
    }

    @Override
    public void keepLedgerNote(byte[] note) throws IOException {
        keep(LEDGER_NOTE, RequestBody.fromBytes(note));
    }

    private Optional<byte[]> kept(String name) throws IOException {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + name))
                            .asByteArray());
        } catch (SdkException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw new VaultUnavailable(name, e);
        }
    }

    private void keep(String name, RequestBody content) throws IOException {
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(prefix + name).contentType("text/plain"),
                    content);
        } catch (SdkException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    @Override
    public void check() throws IOException {
        try {
            s3.headBucket(head -> head.bucket(bucket));
        } catch (SdkException e) {
            throw new VaultUnavailable("bucket " + bucket, e);
        }
    }

    /** Lets go of the connections. */
    @Override
    public void close() {
        s3.close();
    }
}
