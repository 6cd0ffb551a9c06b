package no.segl.app.vault;

import java.io.InputStream;

/** So many bytes, no two stretches alike, made as they are read and never held. */
final class Generated extends InputStream {

    private static final int STEP = 8;

    private long left;

    Generated(long size) {
        this.left = size;
    }

    @Override
    public int read() {
        return left > 0 ? (int) (left-- & 0x7f) : -1;
    }

    // Only some bytes are set: enough to differ, cheap enough not to be what is measured.
    @Override
    public int read(byte[] bytes, int from, int length) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(left, length);
        for (int i = 0; i < count; i += STEP) {
            bytes[from + i] = (byte) ((left - i) >> (i & 31));
        }
        left -= count;
        return count;
    }
}
