package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.ObjectName;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;

/** Segl's own work, done when it is told to. After a restart it is told again. */
enum Working implements Deed {

    /** Looks at letters that are due: two are, at the least. */
    LOOK("look", "look") {
        @Override
        public void prepare(Trial trial) throws Exception {
            trial.sender().send(trial.sender().order());
            trial.wait(Duration.ofDays(8));
        }

        @Override
        int left(Trial trial) throws IOException {
            return trial.asking(jdbc ->
                    jdbc.sql("SELECT count(*) FROM letter WHERE next_look_at <= ?")
                            .param(trial.now().atOffset(ZoneOffset.UTC))
                            .query(Integer.class)
                            .single());
        }
    },

    /** Signs how far the police's chain has come. */
    CHECKPOINT("checkpoint", "checkpoint") {
        @Override
        public void prepare(Trial trial) throws Exception {
            trial.sender().send(trial.sender().order());
        }

        @Override
        int left(Trial trial) throws IOException {
            return trial.asking(jdbc ->
                    Trial.count(
                            jdbc,
                            """
                            SELECT count(*) FROM ledger_head h WHERE NOT EXISTS (
                                SELECT 1 FROM ledger_checkpoint c
                                 WHERE c.chain = h.chain AND c.number = h.number)
                            """));
        }
    },

    /** Makes a new key-encryption key and wraps every letter's key with it. */
    ROTATE("rotate", "rewrap") {
        @Override
        public void prepare(Trial trial) throws Exception {
            trial.sender().send(trial.sender().order());
            trial.sender().send(trial.sender().order());
        }

        @Override
        int left(Trial trial) throws IOException {
            return trial.asking(
                    jdbc -> Trial.count(jdbc, "SELECT count(DISTINCT key_id) - 1 FROM letter_key"));
        }
    },

    /** Destroys the content of a letter that was withdrawn long ago. */
    DESTROY("retention", "retention") {
        @Override
        public void prepare(Trial trial) throws Exception {
            Order order = trial.sender().order();
            trial.sender().send(order);
            trial.sender().withdraw(trial.sender().letter(order, Order.WITHOUT_READER));
            trial.wait(Duration.ofDays(31));
        }

        @Override
        int left(Trial trial) throws IOException {
            return trial.asking(jdbc ->
                    jdbc.sql("SELECT count(*) FROM letter WHERE destroy_at <= ?")
                            .param(trial.now().atOffset(ZoneOffset.UTC))
                            .query(Integer.class)
                            .single());
        }
    },

    /** Sweeps what belongs to no letter. */
    SWEEP("sweep", "sweep") {
        @Override
        public void prepare(Trial trial) throws Exception {
            new FileVault(trial.place().vault())
                    .write(
                            ObjectName.of(
                                    new LetterId(UUID.randomUUID()),
                                    new DocumentId(UUID.randomUUID())),
                            out -> out.write(1));
            trial.wait(Duration.ofDays(3));
        }

        @Override
        int left(Trial trial) throws IOException {
            return new Audit(trial).orphans();
        }
    };

    private final String command;
    private final String again;

    Working(String command, String again) {
        this.command = command;
        this.again = again;
    }

    /** How much of it is left to do. */
    abstract int left(Trial trial) throws IOException;

    @Override
    public void attempt(Trial trial) throws Exception {
        trial.segl().command(command);
    }

    @Override
    public void settle(Trial trial) throws Exception {
        trial.segl().command(again);
        assertThat(left(trial)).as("what is left to do").isZero();
    }
}
