package no.segl.proof.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter is opened by who may; or, if it is opened already, its first document is fetched. */
final class Opening implements Deed {

    private final boolean opened;
    private @Nullable Order order;
    private @Nullable Reader reader;
    private Reader.@Nullable Page page;

    private Opening(boolean opened) {
        this.opened = opened;
    }

    static Opening ofALetter() {
        return new Opening(false);
    }

    static Opening ofADocument() {
        return new Opening(true);
    }

    @Override
    public void prepare(Trial trial) throws Exception {
        Order sent = trial.sender().order();
        trial.sender().send(sent);
        Reader who = trial.reader();
        String letter = trial.sender().letter(sent, Order.WITH_READER);
        order = sent;
        reader = who;
        page = opened ? who.opened(letter) : who.look(letter);
    }

    @Override
    public void attempt(Trial trial) throws Exception {
        if (opened) {
            requireNonNull(reader).digest(requireNonNull(page).documents().getFirst());
        } else {
            requireNonNull(reader).open(requireNonNull(page));
        }
    }

    @Override
    public void stands(Trial trial) throws Exception {
        isOpened(trial);
    }

    @Override
    public void settle(Trial trial) throws Exception {
        requireNonNull(reader).close();
        Sending.isReadable(trial, requireNonNull(order));
        isOpened(trial);
    }

    /** Its state says so; that the ledger says the same is held by {@link Audit}. */
    private void isOpened(Trial trial) throws Exception {
        UUID letter = UUID.fromString(requireNonNull(page).letter());
        String state =
                trial.asking(jdbc ->
                        jdbc.sql("SELECT state FROM letter WHERE id = ?")
                                .param(letter)
                                .query(String.class)
                                .single());
        assertThat(state).isEqualTo("OPENED");
    }
}
