package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.segl.core.id.ExportId;
import no.segl.core.letter.Side;

/**
 * The files that somebody has asked for («Eksporter»), how far they have come, and how long they
 * are kept. Nobody sees those of others.
 *
 * @param shell what stands around
 * @param rows the newest first
 * @param said a code for what came of the last act; empty if there was none
 * @param fault whether that was something that went wrong
 */
public record ExportsPage(Shell shell, List<Row> rows, Optional<String> said, boolean fault)
        implements Page {

    public ExportsPage {
        rows = List.copyOf(rows);
    }

    /** How far a file has come. */
    public enum State {
        WAITING,
        RUNNING,
        READY,
        CANCELLED,
        FAILED
    }

    /**
     * A file.
     *
     * @param own which list it is of
     * @param form which kind of file
     * @param question which letters, as it was typed
     * @param written how many letters are in it by now
     * @param letters how many there will be, once that is known
     * @param size in bytes, once it is whole
     * @param expires when it is thrown away
     * @param mayHave whether they may follow, still, all units whose letters are in it
     */
    public record Row(
            ExportId id,
            Side own,
            String form,
            String question,
            Instant asked,
            State state,
            long written,
            OptionalLong letters,
            OptionalLong size,
            Instant expires,
            boolean mayHave) {

        /** Whether it is still to be made. */
        public boolean isUnderWay() {
            return state == State.WAITING || state == State.RUNNING;
        }

        /** Whether it can be fetched. */
        public boolean isThere() {
            return state == State.READY && mayHave;
        }
    }

    /** Whether any of them is still to be made. */
    public boolean isUnderWay() {
        return rows.stream().anyMatch(Row::isUnderWay);
    }

    @Override
    public String template() {
        return "page/exports.jte";
    }
}
