package no.segl.app.vault;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel that is only read. */
abstract class ReadOnlyChannel implements SeekableByteChannel {

    @Override
    public final int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
