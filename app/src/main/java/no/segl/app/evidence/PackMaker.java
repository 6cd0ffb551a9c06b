package no.segl.app.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.ledger.LedgerWriter;
import no.segl.app.ledger.Pem;
import no.segl.core.evidence.Event;
import no.segl.core.id.Digest;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.ProofSeal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the file that proves what has happened to a letter. */
public final class PackMaker {

    static final String MANIFEST_FORMAT = "segl-proof-manifest";

    private final CheckpointSigner signer;
    private final List<PublicKey> keys;

    /**
     * A maker of proofs.
     *
     * @param signer signs them
     * @param keys the signer's key, and those of the checkpoints before it
     */
    public PackMaker(CheckpointSigner signer, List<PublicKey> keys) {
        this.signer = signer;
        // The signer's comes first: it is the one that a reader compares.
        this.keys =
                keys.stream()
                        .sorted((a, b) -> Boolean.compare(isSigners(b), isSigners(a)))
                        .toList();
    }

    private boolean isSigners(PublicKey key) {
        return CheckpointKeys.idOf(key).equals(signer.keyId());
    }

    /** What a key is compared by: SHA-256 over its X.509 SubjectPublicKeyInfo. */
    static Digest fingerprint(PublicKey key) {
        return Digest.of(key.getEncoded());
    }

    /**
     * The whole file.
     *
     * @throws IOException if the font cannot be read
     */
    public byte[] make(Proof proof) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String fingerprint = fingerprint(keys.getFirst()).hex();
        files.put(Pack.PDF, new ProofPdf(proof, fingerprint).bytes());
        files.put(Pack.JSON, ProofJson.write(proof));
        files.put(Pack.LEDGER, ledger(proof));
        StringBuilder pem = new StringBuilder();
        keys.forEach(key -> pem.append(Pem.write(key)));
        files.put(Pack.KEY, pem.toString().getBytes(StandardCharsets.US_ASCII));
        byte[] manifest = manifest(proof, fingerprint, files);
        files.put(Pack.MANIFEST, manifest);
        ProofSeal seal = signer.seal(Digest.of(manifest));
        files.put(
                Pack.SIGNATURE,
                ProofJson.bytes(
                        ProofJson.MAPPER
                                .createObjectNode()
                                .put("algorithm", "Ed25519")
                                .put("keyId", seal.keyId())
                                .put("signature", seal.signature())));
        return Pack.zip(files);
    }

    private static byte[] manifest(Proof proof, String fingerprint, Map<String, byte[]> files) {
        ObjectNode root = ProofJson.MAPPER.createObjectNode();
        root.put("format", MANIFEST_FORMAT).put("version", ProofJson.VERSION);
        root.put("letter", proof.letter().toString());
        root.put("madeAt", LedgerTime.text(proof.madeAt()));
        root.put("madeFor", ProofJson.lower(proof.madeFor()));
        root.put("chain", proof.head().chain().value());
        root.put("number", proof.head().number()).put("hash", proof.head().hash().hex());
        root.put("fingerprint", fingerprint);
        ArrayNode listed = root.putArray("files");
        files.forEach((name, content) ->
                listed.addObject()
                        .put("name", name)
                        .put("size", content.length)
                        .put("sha256", Digest.of(content).hex()));
        return ProofJson.bytes(root);
    }

    /** The entries that may be shown whole, the hashes of the others, and the checkpoints. */
    private static byte[] ledger(Proof proof) {
        var lines = new ByteArrayOutputStream();
        for (Event event : proof.events()) {
            lines.writeBytes(
                    event.whole()
                            .<Item>map(entry -> entry)
                            .map(LedgerWriter::lineOf)
                            .orElseGet(() -> sealed(proof, event)));
        }
        proof.checkpoints().forEach(c -> lines.writeBytes(LedgerWriter.lineOf(c)));
        return lines.toByteArray();
    }

    private static byte[] sealed(Proof proof, Event event) {
        ObjectNode node = ProofJson.MAPPER.createObjectNode();
        node.put("kind", "sealed").put("chain", proof.head().chain().value());
        node.put("number", event.number()).put("hash", event.hash().hex());
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
