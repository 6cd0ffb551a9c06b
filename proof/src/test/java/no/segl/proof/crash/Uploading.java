package no.segl.proof.crash;

import static java.util.Objects.requireNonNull;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rest of a document is uploaded; or, if it is there already, a letter is sent with it. */
final class Uploading implements Deed {

    private static final int SIZE = 200_000;
    private static final int REST = 150_000;

    private final boolean uploaded;
    private final Random random;
    private byte[] document = new byte[0];
    private String at = "";
    private @Nullable Order order;

    private Uploading(boolean uploaded, Random random) {
        this.uploaded = uploaded;
        this.random = random;
    }

    static Uploading ofTheRest(Random random) {
        return new Uploading(false, random);
    }

    static Uploading thenSending(Random random) {
        return new Uploading(true, random);
    }

    @Override
    public void prepare(Trial trial) throws Exception {
        document = Order.pdf(SIZE, random);
        order = trial.sender().order(document);
        at = trial.sender().beginUpload(SIZE);
        trial.sender().upload(at, document, uploaded ? 0 : REST);
    }

    @Override
    public void attempt(Trial trial) throws Exception {
        if (uploaded) {
            send(trial);
        } else {
            trial.sender().upload(at, document, 0);
        }
    }

    @Override
    public void settle(Trial trial) throws Exception {
        trial.sender().upload(at, document, 0);
        send(trial);
        send(trial);
        Sending.isReadable(trial, requireNonNull(order));
    }

    private void send(Trial trial) throws Exception {
        trial.sender().send(requireNonNull(order), at.substring(at.lastIndexOf('/') + 1));
    }
}
