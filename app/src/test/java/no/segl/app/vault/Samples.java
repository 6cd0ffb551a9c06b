package no.segl.app.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.core.id.DocumentId;
import no.segl.core.id.ExportId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;

/** Names, keys and bytes for the tests of the vault, all from a seed. */
final class Samples {

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    LetterId letter() {
        return new LetterId(uuid());
    }

    UploadId upload() {
        return new UploadId(uuid());
    }

    DocumentId document() {
        return new DocumentId(uuid());
    }

    ObjectName made() {
        return ObjectName.of(new ExportId(uuid()), uuid());
    }

    ObjectName chunk(UploadId upload, long offset) {
        return ObjectName.of(upload, offset, Optional.of(uuid()));
    }

    ObjectName name() {
        return ObjectName.of(letter(), document());
    }

    DataKey key() {
        return DataKey.of(bytes(DataKey.SIZE));
    }

    byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static void put(Vault vault, ObjectName name, byte[] bytes) throws IOException {
        vault.write(name, out -> out.write(bytes));
    }

    static byte[] get(Vault vault, ObjectName name) throws IOException {
        try (SeekableByteChannel channel = vault.open(name);
                InputStream in = Channels.newInputStream(channel)) {
            return in.readAllBytes();
        }
    }

    static byte[] all(PlainChannel channel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        channel.copyAll(out);
        return out.toByteArray();
    }

    static byte[] range(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        channel.position(from);
        while (into.hasRemaining() && channel.read(into) >= 0) {
            // until full or at the end
        }
        byte[] read = new byte[into.position()];
        into.flip().get(read);
        return read;
    }

    static List<ObjectName> listed(Vault vault) throws IOException {
        try (Stream<Vault.Stored> objects = vault.list()) {
            return objects.map(Vault.Stored::name).toList();
        }
    }
}
