package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.segl.app.store.Ledger;
import no.segl.app.store.RuleTable;
import no.segl.core.id.LetterId;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds letters' rows, and the figures of them all, against what their facts fold to.
 *
 * @param seed of the history, to tell it by
 * @param now until when it has come
 */
record FoldedRows(RunningSegl segl, long seed, Instant now) {

    /** Holds every row against its facts, and tells which kinds of facts there were. */
    Set<String> check() {
        Set<String> seen = new HashSet<>();
        JdbcClient jdbc = segl.server.part(JdbcClient.class);
        RuleTable rules = segl.server.part(RuleTable.class);
        List<LetterRow> rows = LetterRow.all(jdbc);
        List<LetterRow> folds = new ArrayList<>();
        FoldedBreaches breaches = new FoldedBreaches(segl, now);
        for (LetterRow row : rows) {
            LetterId id = row.envelope().id();
            List<Written> history = history(id);
            history.forEach(written -> seen.add(written.fact().type()));
            int version =
                    jdbc.sql("SELECT rules FROM letter WHERE id = ?")
                            .param(id.value())
                            .query(Integer.class)
                            .single();
            LetterRow fold = LetterRow.folded(history, rules.version(version));
            folds.add(fold);
            breaches.take(row.envelope().sender(), row.envelope().recipient(), history);
            assertThat(row).as("seed %s, letter %s", seed, id).isEqualTo(fold);
        }
        long accepted =
                jdbc.sql("SELECT count(*) FROM ledger_entry WHERE type = 'LetterAccepted'")
                        .query(Long.class)
                        .single();
        assertThat(rows).as("seed %s: no letter beside the ledger", seed).hasSize((int) accepted);
        new FoldedFigures(segl, folds, now).check();
        breaches.check();
        return seen;
    }

    /** What the ledger says of a letter. */
    List<Written> history(LetterId letter) {
        return Written.all(segl.server.part(Ledger.class).of(letter, 0, 1000));
    }
}
