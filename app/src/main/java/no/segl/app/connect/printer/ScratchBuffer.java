package no.segl.app.connect.printer;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A run of bytes in a {@link Scratch}, written and read at any position. */
final class ScratchBuffer implements RandomAccess {

    private final Scratch scratch;
    private final List<Scratch.Block> blocks = new ArrayList<>();
    private final byte[] current = new byte[Scratch.BLOCK];
    private int loaded = -1;
    private boolean dirty;
    private long position;
    private long length;
    private boolean closed;

    ScratchBuffer(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public int read() throws IOException {
        if (isEOF()) {
            return -1;
        }
        load((int) (position / Scratch.BLOCK));
        return current[(int) (position++ % Scratch.BLOCK)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        Objects.checkFromIndexSize(offset, wanted, into.length);
        if (isEOF()) {
            return wanted == 0 ? 0 : -1;
        }
        int all = (int) Math.min(wanted, length - position);
        for (int done = 0; done < all; ) {
            load((int) (position / Scratch.BLOCK));
            int at = (int) (position % Scratch.BLOCK);
            int some = Math.min(all - done, Scratch.BLOCK - at);
            System.arraycopy(current, at, into, offset + done, some);
            done += some;
            position += some;
        }
        return all;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from) throws IOException {
        write(from, 0, from.length);
    }

    @Override
    public void write(byte[] from, int offset, int many) throws IOException {
        Objects.checkFromIndexSize(offset, many, from.length);
        checkOpen();
        for (int done = 0; done < many; ) {
            load((int) (position / Scratch.BLOCK));
            int at = (int) (position % Scratch.BLOCK);
            int some = Math.min(many - done, Scratch.BLOCK - at);
            System.arraycopy(from, offset + done, current, at, some);
            dirty = true;
            done += some;
            position += some;
        }
        length = Math.max(length, position);
    }

    /** Makes block {@code index} the current one; those up to it are made if they are not there. */
    private void load(int index) throws IOException {
        if (index == loaded) {
            return;
        }
        store();
        while (blocks.size() <= index) {
            blocks.add(scratch.take());
        }
        scratch.read(blocks.get(index), current);
        loaded = index;
    }

    private void store() throws IOException {
        if (dirty) {
            scratch.write(blocks.get(loaded), current);
            dirty = false;
        }
    }

    @Override
    public long getPosition() throws IOException {
        checkOpen();
        return position;
    }

    /** As all of PDFBox's: beyond the end is the end. */
    @Override
    public void seek(long to) throws IOException {
        checkOpen();
        if (to < 0) {
            throw new IOException("no position before the start");
        }
        position = Math.min(to, length);
    }

    @Override
    public long length() throws IOException {
        checkOpen();
        return length;
    }

    @Override
    public boolean isEOF() throws IOException {
        checkOpen();
        return position >= length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public RandomAccessReadView createView(long start, long many) throws IOException {
        checkOpen();
        if (start < 0 || many < 0 || start + many > length) {
            throw new EOFException("a view beyond the end");
        }
        return new RandomAccessReadView(this, start, many);
    }

    @Override
    public void clear() throws IOException {
        checkOpen();
        giveBack();
        position = 0;
        length = 0;
    }

    @Override
    public void close() {
        if (!closed) {
            giveBack();
            closed = true;
        }
    }

    private void giveBack() {
        blocks.forEach(scratch::giveBack);
        blocks.clear();
        loaded = -1;
        dirty = false;
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("it is closed");
        }
    }
}
