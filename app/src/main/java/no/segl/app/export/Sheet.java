package no.segl.app.export;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of rows, which goes out as it is written. It is whole only once it is ended: what fails
 * midway must not look like all there is.
 */
public interface Sheet {

    /** What is in a cell. */
    sealed interface Cell {
        /** A text, whatever it looks like: never a formula, and no number. */
        record Text(String text) implements Cell {}

        /** A whole number. */
        record Whole(long number) implements Cell {}

        /** A time, shown in Norwegian time. */
        record Time(Instant at) implements Cell {}

        /** Nothing. */
        record Nothing() implements Cell {}

        /** A time, or nothing. */
        static Cell of(Optional<Instant> at) {
            return at.<Cell>map(Time::new).orElseGet(Nothing::new);
        }
    }

    /** Writes what the columns are called. */
    void head(List<String> names) throws IOException;

    /** Writes a row. */
    void row(List<Cell> cells) throws IOException;

    /** Writes a sentence beneath the rows. */
    void note(String text) throws IOException;

    /** Ends it. What it was written to is not closed. */
    void end() throws IOException;
}
