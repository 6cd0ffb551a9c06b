package no.segl.app.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Closing;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Extent;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.LedgerTime;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes a ledger as a file, item by item. Without {@link #finish} there is no closing line, and
 * who verifies the file is told that it broke off. Does not close the stream; give it a buffered
 * one.
 */
public final class LedgerWriter {

    private interface Content {
        void writeTo(JsonGenerator json);
    }

    /** The last entry of a chain, or the one that a checkpoint names, as it stands there. */
    private record Last(long number, Digest hash) {}

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final Map<OrgNumber, Last> heads = new HashMap<>();
    private final Map<OrgNumber, Last> vouched = new HashMap<>();
    private long entries;
    private long checkpoints;

    /**
     * Begins a file.
     *
     * @param madeAt when it is exported
     * @param keys the public keys that its checkpoints were signed with
     * @throws IllegalArgumentException if a key is not Ed25519
     */
    public LedgerWriter(OutputStream out, Instant madeAt, Collection<PublicKey> keys)
            throws IOException {
        this.out = out;
        writeLine(json -> header(json, LedgerTime.exact(madeAt), keys));
    }

    /**
     * Writes a whole ledger.
     *
     * @param items of each chain in order of their numbers, and each checkpoint after the entry it
     *     names and before the next; chains may be mixed. They are written as they come, sound or
     *     not
     */
    public static void write(
            OutputStream out,
            Instant madeAt,
            Collection<PublicKey> keys,
            Iterator<? extends Item> items)
            throws IOException {
        var writer = new LedgerWriter(out, madeAt, keys);
        while (items.hasNext()) {
            writer.add(items.next());
        }
        writer.finish();
    }

    /** Writes the next entry or checkpoint. */
    public void add(Item item) throws IOException {
        switch (item) {
            case Entry entry -> {
                entries++;
                heads.put(entry.chain(), new Last(entry.number(), entry.hash()));
                writeLine(json -> entry(json, entry));
            }
            case Checkpoint checkpoint -> {
                checkpoints++;
                vouched.put(checkpoint.chain(), new Last(checkpoint.number(), checkpoint.hash()));
                writeLine(json -> checkpoint(json, checkpoint));
            }
        }
    }

    /** Writes the closing line and flushes the stream. Nothing may be added after it. */
    public void finish() throws IOException {
        finish(Optional.empty());
    }

    /** Writes the closing line with a signature on it, else as {@link #finish()}. */
    public void finish(CheckpointSigner signer, Instant at) throws IOException {
        List<ChainHead> ends =
                heads.entrySet().stream()
                        .map(it ->
                                new ChainHead(
                                        it.getKey(), it.getValue().number(), it.getValue().hash()))
                        .toList();
        finish(Optional.of(signer.close(new Extent(entries, checkpoints, ends), at)));
    }

    private void finish(Optional<Closing> closing) throws IOException {
        writeLine(json -> {
            json.writeStringProperty("kind", "end");
            json.writeNumberProperty("entries", entries);
            json.writeNumberProperty("checkpoints", checkpoints);
            closing.ifPresent(it -> {
                json.writeStringProperty("at", LedgerTime.text(it.at()));
                json.writeStringProperty("keyId", it.keyId());
                json.writeStringProperty("signature", it.signature());
            });
        });
        out.flush();
    }

    /** Whether the last entry of every chain has a checkpoint: only then the end may be signed. */
    public boolean isVouchedFor() {
        return vouched.equals(heads);
    }

    /** An entry or a checkpoint as one line, with its line feed. */
    public static byte[] lineOf(Item item) {
        var line = new ByteArrayOutputStream(1024);
        switch (item) {
            case Entry entry -> write(line, json -> entry(json, entry));
            case Checkpoint checkpoint -> write(line, json -> checkpoint(json, checkpoint));
        }
        return line.toByteArray();
    }

    private void writeLine(Content content) throws IOException {
        line.reset();
        write(line, content);
        line.writeTo(out);
    }

    private static void write(ByteArrayOutputStream line, Content content) {
        try (JsonGenerator json =
                LedgerFormat.JSON.createGenerator(
                        ObjectWriteContext.empty(), line, JsonEncoding.UTF8)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        }
        line.write('\n');
    }

    private static void header(JsonGenerator json, Instant madeAt, Collection<PublicKey> keys) {
        json.writeStringProperty("format", LedgerFormat.NAME);
        json.writeNumberProperty("version", LedgerFormat.VERSION);
        json.writeStringProperty("madeAt", LedgerTime.text(madeAt));
        json.writeArrayPropertyStart("keys");
        for (PublicKey key : keys) {
            json.writeStartObject();
            json.writeStringProperty("keyId", CheckpointKeys.idOf(key));
            json.writeStringProperty(
                    "publicKey", Base64.getEncoder().encodeToString(key.getEncoded()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, Entry entry) {
        json.writeStringProperty("kind", "entry");
        json.writeStringProperty("chain", entry.chain().value());
        json.writeNumberProperty("number", entry.number());
        json.writeStringProperty("at", LedgerTime.text(entry.at()));
        json.writeObjectPropertyStart("actor");
        json.writeStringProperty("kind", entry.actorKind());
        json.writeStringProperty("id", entry.actorId());
        json.writeEndObject();
        json.writeObjectPropertyStart("right");
        json.writeStringProperty("code", entry.right().code());
        json.writeStringProperty("ground", entry.right().ground());
        json.writeEndObject();
        json.writeStringProperty("subject", entry.subject());
        json.writeStringProperty("type", entry.type());
        json.writeObjectPropertyStart("values");
        for (Map.Entry<String, String> value : entry.values().entrySet()) {
            json.writeStringProperty(value.getKey(), value.getValue());
        }
        json.writeEndObject();
        json.writeStringProperty("previous", entry.previous().hex());
        json.writeStringProperty("hash", entry.hash().hex());
    }

    private static void checkpoint(JsonGenerator json, Checkpoint checkpoint) {
        json.writeStringProperty("kind", "checkpoint");
        json.writeStringProperty("chain", checkpoint.chain().value());
        json.writeNumberProperty("number", checkpoint.number());
        json.writeStringProperty("hash", checkpoint.hash().hex());
        json.writeStringProperty("at", LedgerTime.text(checkpoint.at()));
        json.writeStringProperty("keyId", checkpoint.keyId());
        json.writeStringProperty("signature", checkpoint.signature());
    }
}
