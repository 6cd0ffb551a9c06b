package no.segl.proof.crash;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;

/** A vault in which one can be stopped. */
record WatchedVault(Vault vault) implements Vault {

    @Override
    public void write(ObjectName name, Content content) throws IOException {
        vault.write(
                name,
                out -> {
                    content.writeTo(new WatchedOutput(out));
                    Stop.reached(Point.OBJECT_WRITTEN);
                });
        Stop.reached(Point.OBJECT_STORED);
    }

    @Override
    public SeekableByteChannel open(ObjectName name) throws IOException {
        return new WatchedChannel(vault.open(name));
    }

    @Override
    public long size(ObjectName name) throws IOException {
        return vault.size(name);
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        Stop.reached(Point.DELETING);
        vault.delete(name);
    }

    @Override
    public void deleteAll(Folder folder) throws IOException {
        Stop.reached(Point.DELETING);
        vault.deleteAll(folder);
    }

    @Override
    public Stream<Stored> list() throws IOException {
        return vault.list();
    }

    @Override
    public int sweepUnfinished(Instant before) throws IOException {
        return vault.sweepUnfinished(before);
    }

    @Override
    public Optional<UUID> id() throws IOException {
        return vault.id();
    }

    @Override
    public void giveId(UUID id) throws IOException {
        vault.giveId(id);
    }

    @Override
    public Optional<byte[]> ledgerNote() throws IOException {
        return vault.ledgerNote();
    }

    @Override
    public void keepLedgerNote(byte[] note) throws IOException {
        vault.keepLedgerNote(note);
    }

    @Override
    public void check() throws IOException {
        vault.check();
    }

    private static final class WatchedOutput extends FilterOutputStream {
        WatchedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            Stop.reached(Point.BYTES_WRITTEN);
        }
    }

    private record WatchedChannel(SeekableByteChannel channel) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            Stop.reached(Point.BYTES_READ);
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws IOException {
            channel.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
