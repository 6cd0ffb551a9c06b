package no.segl.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;

/**
 * The bytes that are hashed and signed: a row of fields, each its length in UTF-8 bytes (4 bytes,
 * big-endian) and then its UTF-8 bytes. The first field says what is encoded and by which version,
 * so no entry can pass for a checkpoint or for an entry of another version. docs/api/
 * ledger-format.md states it for others; a change here makes every earlier ledger unverifiable.
 */
final class Encoding {

    static final String ENTRY = "segl-ledger-entry-1";
    static final String CHECKPOINT = "segl-ledger-checkpoint-1";
    static final String PROOF = "segl-proof-1";
    static final String END = "segl-ledger-end-1";

    private byte[] bytes = new byte[768];
    private int length;

    static Digest hashOfEntry(
            OrgNumber chain,
            long number,
            Instant at,
            String actorKind,
            String actorId,
            Right right,
            String subject,
            String type,
            SortedMap<String, String> values,
            Digest previous) {
        Encoding e =
                new Encoding()
                        .field(ENTRY)
                        .field(chain.value())
                        .field(Long.toString(number))
                        .field(LedgerTime.text(at))
                        .field(actorKind)
                        .field(actorId)
                        .field(right.code())
                        .field(right.ground())
                        .field(subject)
                        .field(type)
                        .field(previous.hex())
                        .field(Integer.toString(values.size()));
        for (Map.Entry<String, String> value : values.entrySet()) {
            e.field(value.getKey()).field(value.getValue());
        }
        var sha256 = Digest.newSha256();
        sha256.update(e.bytes, 0, e.length);
        return Digest.ofRaw(sha256.digest());
    }

    static byte[] ofCheckpoint(
            OrgNumber chain, long number, Digest hash, Instant at, String keyId) {
        Encoding e =
                new Encoding()
                        .field(CHECKPOINT)
                        .field(chain.value())
                        .field(Long.toString(number))
                        .field(hash.hex())
                        .field(LedgerTime.text(at))
                        .field(keyId);
        return Arrays.copyOf(e.bytes, e.length);
    }

    static byte[] ofProof(Digest manifest, String keyId) {
        Encoding e = new Encoding().field(PROOF).field(manifest.hex()).field(keyId);
        return Arrays.copyOf(e.bytes, e.length);
    }

    static byte[] ofEnd(Extent extent, Instant at, String keyId) {
        Encoding e =
                new Encoding()
                        .field(END)
                        .field(LedgerTime.text(at))
                        .field(Long.toString(extent.entries()))
                        .field(Long.toString(extent.checkpoints()))
                        .field(Integer.toString(extent.heads().size()));
        for (ChainHead head : extent.heads()) {
            e.field(head.chain().value())
                    .field(Long.toString(head.number()))
                    .field(head.hash().hex());
        }
        e.field(keyId);
        return Arrays.copyOf(e.bytes, e.length);
    }

    private Encoding field(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int end = length + 4 + utf8.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        bytes[length] = (byte) (utf8.length >>> 24);
        bytes[length + 1] = (byte) (utf8.length >>> 16);
        bytes[length + 2] = (byte) (utf8.length >>> 8);
        bytes[length + 3] = (byte) utf8.length;
        System.arraycopy(utf8, 0, bytes, length + 4, utf8.length);
        length = end;
        return this;
    }
}
