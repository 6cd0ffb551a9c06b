package no.segl.app.evidence;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.evidence.PackContents.Row;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.LedgerTime;
import tools.jackson.databind.JsonNode;

/**
 * Holds a proof's entries against themselves, what is told of them, and the checkpoints. The
 * signature alone finds all of it; this says which entry it is.
 */
final class EntryCheck {

    private final PackContents contents;
    private final JsonNode told;
    private final JsonNode manifest;
    private final CheckpointKeys keys;
    private final List<Flaw> flaws = new ArrayList<>();

    EntryCheck(PackContents contents, JsonNode told, JsonNode manifest, List<PublicKey> keys) {
        this.contents = contents;
        this.told = told;
        this.manifest = manifest;
        this.keys = new CheckpointKeys(keys);
    }

    List<Flaw> flaws() {
        contents.unreadable()
                .forEach(line ->
                        flaw(
                                Flaw.Kind.FILE_UNREADABLE,
                                "Line " + line + " of ledger.jsonl is no entry or checkpoint."));
        Map<Long, Row> byNumber = new LinkedHashMap<>();
        long last = 0;
        Optional<Row> before = Optional.empty();
        for (Row row : contents.rows()) {
            if (row.number() <= last) {
                flaw(Flaw.Kind.ENTRY_MOVED, entry(row.number()) + " does not stand in its place.");
            }
            last = Math.max(last, row.number());
            byNumber.put(row.number(), row);
            one(row, before);
            before = Optional.of(row);
        }
        told(byNumber);
        checkpoints(byNumber, last);
        return flaws;
    }

    private void one(Row row, Optional<Row> before) {
        boolean foreign =
                !row.chain().equals(manifest.path("chain").asString(""))
                        || row.entry()
                                .filter(e -> !e.subject().equals("letter:" + letter()))
                                .isPresent();
        if (foreign) {
            flaw(
                    Flaw.Kind.ENTRY_FOREIGN,
                    entry(row.number()) + " is of another letter or another chain.");
        }
        boolean cut =
                row.entry().isPresent()
                        && before.filter(b -> b.number() == row.number() - 1)
                                .filter(b -> !b.hash().equals(row.entry().get().previous()))
                                .isPresent();
        if (row.entry().filter(e -> !e.isSound()).isPresent() || cut) {
            flaw(
                    Flaw.Kind.ENTRY_EDITED,
                    entry(row.number()) + " has not the hash that it, or the next, says.");
        }
    }

    private String letter() {
        return manifest.path("letter").asString("");
    }

    private void told(Map<Long, Row> byNumber) {
        Map<Long, JsonNode> events = new LinkedHashMap<>();
        long last = 0;
        for (JsonNode event : told.path("events")) {
            long number = event.path("number").asLong(0);
            if (number <= last) {
                flaw(
                        Flaw.Kind.ENTRY_MOVED,
                        Pack.JSON,
                        entry(number) + " does not stand in its place in proof.json.");
            }
            last = Math.max(last, number);
            events.put(number, event);
            Row row = byNumber.get(number);
            if (row == null) {
                flaw(
                        Flaw.Kind.ENTRY_MISSING,
                        entry(number) + " is told of in proof.json, and is not in ledger.jsonl.");
            } else if (!isOf(event, row)) {
                flaw(
                        Flaw.Kind.EVENT_DIFFERS,
                        Pack.JSON,
                        "What proof.json tells of entry " + number + " is not what it says.");
            }
        }
        for (long number : byNumber.keySet()) {
            if (!events.containsKey(number)) {
                flaw(
                        Flaw.Kind.ENTRY_FOREIGN,
                        entry(number) + " is in ledger.jsonl, and is not told of in proof.json.");
            }
        }
    }

    /** Whether all that the event tells stands in the entry, where that is shown whole. */
    private static boolean isOf(JsonNode event, Row row) {
        boolean sameHash = event.path("hash").asString("").equals(row.hash().hex());
        boolean whole = event.path("shown").asString("").equals("whole");
        if (!sameHash || whole != row.entry().isPresent()) {
            return false;
        }
        return row.entry().isEmpty() || tells(event, row.entry().get());
    }

    private static boolean tells(JsonNode event, Entry entry) {
        var expected = ProofJson.MAPPER.createObjectNode();
        entry.values().forEach(expected::put);
        return is(event, "/type", entry.type())
                && is(event, "/at", LedgerTime.text(entry.at()))
                && is(event, "/atOslo", ProofJson.oslo(entry.at()))
                && is(event, "/actor/kind", entry.actorKind())
                && is(event, "/actor/id", entry.actorId())
                && is(event, "/right/code", entry.right().code())
                && is(event, "/right/ground", entry.right().ground())
                && event.path("values").equals(expected);
    }

    private static boolean is(JsonNode event, String pointer, String expected) {
        return event.at(pointer).asString("").equals(expected);
    }

    private void checkpoints(Map<Long, Row> byNumber, long last) {
        long covered = 0;
        for (Checkpoint checkpoint : contents.checkpoints()) {
            String name = "The checkpoint at entry " + checkpoint.number();
            Row row = byNumber.get(checkpoint.number());
            CheckpointKeys.Outcome outcome = keys.check(checkpoint);
            boolean ofChain =
                    checkpoint.chain().value().equals(manifest.path("chain").asString(""));
            if (!ofChain || outcome == CheckpointKeys.Outcome.KEY_UNKNOWN) {
                flaw(
                        Flaw.Kind.CHECKPOINT_FOREIGN,
                        name + " is of another chain, or signed with a key that is not here.");
            } else if (outcome == CheckpointKeys.Outcome.SIGNATURE_WRONG
                    || (row != null && !row.hash().equals(checkpoint.hash()))) {
                flaw(
                        Flaw.Kind.CHECKPOINT_WRONG,
                        name + " is not what was signed, or does not fit its entry.");
            } else {
                covered = Math.max(covered, checkpoint.number());
            }
        }
        if (covered < last) {
            flaw(Flaw.Kind.NOT_COVERED, "No checkpoint vouches for entry " + last + ".");
        }
    }

    private static String entry(long number) {
        return "Entry " + number;
    }

    private void flaw(Flaw.Kind kind, String text) {
        flaw(kind, Pack.LEDGER, text);
    }

    private void flaw(Flaw.Kind kind, String file, String text) {
        flaws.add(new Flaw(kind, file, text));
    }
}
