package no.segl.app.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.segl.app.ledger.LedgerReader;
import no.segl.core.id.Digest;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.verification.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a proof's entries file says.
 *
 * @param rows the entries and the hashes, in the file's order
 * @param unreadable which lines are neither, counted from 1
 */
record PackContents(List<Row> rows, List<Checkpoint> checkpoints, List<Long> unreadable) {

    /**
     * An entry, or the hash of one.
     *
     * @param entry empty if only its hash is there
     */
    record Row(String chain, long number, Digest hash, Optional<Entry> entry) {}

    static PackContents read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        long line = 0;
        int from = 0;
        while (from < file.length) {
            int to = from;
            while (to < file.length && file[to] != '\n') {
                to++;
            }
            line++;
            byte[] bytes = Arrays.copyOfRange(file, from, to);
            from = to + 1;
            switch (LedgerReader.line(line, bytes)) {
                case Line.OfEntry(var _, var e) ->
                        rows.add(new Row(e.chain().value(), e.number(), e.hash(), Optional.of(e)));
                case Line.OfCheckpoint(var _, var c) -> checkpoints.add(c);
                case Line.End _ -> unreadable.add(line);
                case Line.Unreadable _ -> {
                    Optional<Row> sealed = sealed(bytes);
                    sealed.ifPresent(rows::add);
                    if (sealed.isEmpty()) {
                        unreadable.add(line);
                    }
                }
            }
        }
        return new PackContents(rows, checkpoints, unreadable);
    }

    private static Optional<Row> sealed(byte[] bytes) {
        try {
            JsonNode node = ProofJson.MAPPER.readTree(bytes);
            Optional<Digest> hash = Digest.parse(node.path("hash").asString(""));
            return node.path("kind").asString("").equals("sealed")
                            && node.size() == 4
                            && node.path("number").isIntegralNumber()
                    ? hash.map(h ->
                            new Row(
                                    node.path("chain").asString(""),
                                    node.path("number").asLong(0),
                                    h,
                                    Optional.empty()))
                    : Optional.empty();
        } catch (JacksonException e) {
            // Its words quote the line.
            return Optional.empty();
        }
    }
}
