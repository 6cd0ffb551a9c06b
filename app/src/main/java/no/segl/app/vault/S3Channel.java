package no.segl.app.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads one S3 object by ranges. The first request brings the object's end, since whoever opens it
 * checks that first; for a small object that is all of it. From there it streams: a request asks
 * for a stretch that grows while reading goes straight on, and a new one is made on a seek, or
 * where the connection broke. All requests ask for the same version of the object. Not for many
 * threads.
 */
final class S3Channel extends ReadOnlyChannel {

    private static final int TAIL = 128 << 10;
    private static final int FIRST_STRETCH = 256 << 10;
    private static final int LONGEST_STRETCH = 64 << 20;
    private static final int TRIES = 3;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final ObjectName name;
    private final String etag;
    private final ByteBuffer tail;
    private final long size;

    private boolean open = true;
    private long position;
    private @Nullable ResponseInputStream<GetObjectResponse> stream;
    private long streamAt;
    private long streamEnd;
    private int stretch = FIRST_STRETCH;

    private S3Channel(S3Client s3, String bucket, String key, ObjectName name, Tail tail) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.name = name;
        this.etag = tail.etag();
        this.tail = tail.bytes();
        this.size = tail.size();
    }

    private record Tail(ByteBuffer bytes, long size, String etag) {}

    /** Opens the object of that key. */
    static S3Channel open(S3Client s3, String bucket, String key, ObjectName name)
            throws IOException {
        return new S3Channel(s3, bucket, key, name, tail(s3, bucket, key, name));
    }

    private static Tail tail(S3Client s3, String bucket, String key, ObjectName name)
            throws IOException {
        try {
            ResponseBytes<GetObjectResponse> got =
                    s3.getObject(
                            get -> get.bucket(bucket).key(key).range("bytes=-" + TAIL),
                            ResponseTransformer.toBytes());
            byte[] bytes = got.asByteArrayUnsafe();
            String range = got.response().contentRange(); // bytes 100-199/200, or none for all
            long size =
                    range == null
                            ? bytes.length
                            : Long.parseLong(range.substring(range.indexOf('/') + 1));
            return new Tail(ByteBuffer.wrap(bytes), size, got.response().eTag());
        } catch (S3Exception e) {
            if (e.statusCode() == 416) { // an empty object has no range
                return new Tail(ByteBuffer.allocate(0), 0, "");
            }
            throw S3Vault.fault(name, e);
        } catch (SdkException e) {
            throw S3Vault.fault(name, e);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        if (!into.hasRemaining()) {
            return 0;
        }
        long tailStart = size - tail.capacity();
        int read;
        if (position >= tailStart) {
            int from = (int) (position - tailStart);
            read = Math.min(into.remaining(), tail.capacity() - from);
            into.put(tail.slice(from, read));
        } else {
            read = readStream(into, tailStart);
        }
        position += read;
        return read;
    }

    private int readStream(ByteBuffer into, long tailStart) throws IOException {
        byte[] bytes = new byte[Math.min(into.remaining(), 64 << 10)];
        IOException last = null;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                int read = streamAtPosition(tailStart).read(bytes);
                if (read > 0) {
                    streamAt += read;
                    into.put(bytes, 0, read);
                    return read;
                }
                last = new IOException("the answer was cut short");
            } catch (IOException e) {
                last = e;
            } catch (SdkException e) {
                throw S3Vault.fault(name, e);
            }
            drop(true);
        }
        throw new VaultUnavailable(name, last);
    }

    private ResponseInputStream<GetObjectResponse> streamAtPosition(long tailStart) {
        ResponseInputStream<GetObjectResponse> current = stream;
        if (current != null && streamAt == position && position < streamEnd) {
            return current;
        }
        boolean straightOn = current != null && streamAt == position;
        stretch = straightOn ? Math.min(4 * stretch, LONGEST_STRETCH) : FIRST_STRETCH;
        drop(false);
        long end = Math.min(position + stretch, tailStart);
        ResponseInputStream<GetObjectResponse> next =
                s3.getObject(get ->
                        get.bucket(bucket)
                                .key(key)
                                .ifMatch(etag)
                                .range("bytes=" + position + "-" + (end - 1)));
        stream = next;
        streamAt = position;
        streamEnd = end;
        return next;
    }

    /** Lets go of the current answer. A short rest is read, so that the connection can be kept. */
    private void drop(boolean broken) {
        ResponseInputStream<GetObjectResponse> current = stream;
        stream = null;
        if (current == null) {
            return;
        }
        if (broken || streamEnd - streamAt > FIRST_STRETCH) {
            current.abort();
            return;
        }
        try {
            current.close();
        } catch (IOException e) {
            current.abort();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("negative position");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        drop(false);
    }
}
