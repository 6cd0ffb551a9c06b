package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** A dispatch of two documents to two units is sent. */
final class Sending implements Deed {

    private Optional<Order> order = Optional.empty();

    @Override
    public void prepare(Trial trial) {
        order = Optional.of(trial.sender().order());
    }

    @Override
    public void attempt(Trial trial) throws Exception {
        trial.sender().send(order.orElseThrow());
    }

    @Override
    public void stands(Trial trial) throws Exception {
        String key = order.orElseThrow().key();
        int letters =
                trial.asking(jdbc ->
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM letter l JOIN dispatch d ON d.id = l.dispatch
                                         WHERE d.idempotency_key = ?
                                        """)
                                .param(key)
                                .query(Integer.class)
                                .single());
        assertThat(letters).as("letters that were answered for").isEqualTo(2);
    }

    @Override
    public void settle(Trial trial) throws Exception {
        trial.sender().send(order.orElseThrow());
        trial.sender().send(order.orElseThrow());
        isReadable(trial, order.orElseThrow());
    }

    /** That who may open a letter reads in it what was sent. */
    static void isReadable(Trial trial, Order order) throws Exception {
        String letter = trial.sender().letter(order, Order.WITH_READER);
        try (Reader reader = trial.reader()) {
            isWhole(reader, reader.opened(letter), order.digests());
        }
    }

    static void isWhole(Reader reader, Reader.Page page, List<String> digests) throws Exception {
        assertThat(page.documents()).hasSameSizeAs(digests);
        for (int i = 0; i < digests.size(); i++) {
            assertThat(reader.digest(page.documents().get(i))).isEqualTo(digests.get(i));
        }
    }
}
