package no.segl.app.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.ledger.Pem;
import no.segl.core.id.Digest;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.CheckpointKeys.Outcome;
import no.segl.core.ledger.ProofSeal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Checks a proof with the file alone: every file in it, every entry, and the signature. */
public final class PackCheck {

    private static final int NONE = 0;

    private final Map<String, byte[]> files;
    private final List<Flaw> flaws = new ArrayList<>();

    private PackCheck(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * What was found.
     *
     * @param flaws none if the proof is what was signed
     * @param letter the letter's id, by the manifest
     * @param madeAt when it was made, by the manifest
     * @param madeFor {@code sender} or {@code recipient}, by the manifest
     * @param fingerprint of the key that it is said to be signed with; empty if there is none
     * @param entries how many there are
     * @param whole how many of them are shown whole
     */
    public record Report(
            List<Flaw> flaws,
            String letter,
            String madeAt,
            String madeFor,
            String fingerprint,
            int entries,
            int whole) {

        /** Whether it is what was signed. */
        public boolean isIntact() {
            return flaws.isEmpty();
        }
    }

    /**
     * Checks a file.
     *
     * @param key the fingerprint that the signer's key must have, 64 hexadecimal digits; without
     *     it, the proof's own key is used, which shows damage but not a forger
     * @throws NotAPack if it is no proof at all
     * @throws IOException if it cannot be read
     */
    public static Report check(Path file, Optional<Digest> key) throws NotAPack, IOException {
        Map<String, byte[]> files = Pack.files(file);
        if (!files.containsKey(Pack.MANIFEST) && !files.containsKey(Pack.JSON)) {
            throw new NotAPack("it holds neither manifest.json nor proof.json");
        }
        PackCheck check = new PackCheck(files);
        Report report = check.run(key);
        if (report.isIntact()) {
            check.container(Files.readAllBytes(file));
        }
        return new Report(
                List.copyOf(check.flaws),
                report.letter(),
                report.madeAt(),
                report.madeFor(),
                report.fingerprint(),
                report.entries(),
                report.whole());
    }

    private Report run(Optional<Digest> pinned) {
        for (String name : Pack.ALL) {
            if (!files.containsKey(name)) {
                flaw(Flaw.Kind.FILE_MISSING, name, name + " is missing.");
            }
        }
        if (!Pack.ALL.containsAll(files.keySet())) {
            flaw(Flaw.Kind.FILE_UNKNOWN, "", "It holds a file that is no part of a proof.");
        }
        List<PublicKey> keys = keys();
        Optional<Digest> fingerprint = keys.stream().findFirst().map(PackMaker::fingerprint);
        if (pinned.isPresent() && !pinned.equals(fingerprint)) {
            flaw(
                    Flaw.Kind.KEY_OTHER,
                    Pack.KEY,
                    "It is signed with another key than the one that was given.");
        }
        JsonNode manifest = json(Pack.MANIFEST);
        if (files.containsKey(Pack.MANIFEST)) {
            signature(keys);
            listed(manifest);
        }
        JsonNode told = json(Pack.JSON);
        PackContents contents = PackContents.read(files.getOrDefault(Pack.LEDGER, new byte[NONE]));
        if (files.containsKey(Pack.LEDGER)) {
            flaws.addAll(new EntryCheck(contents, told, manifest, keys).flaws());
        }
        return new Report(
                flaws,
                text(manifest, "letter"),
                text(manifest, "madeAt"),
                text(manifest, "madeFor"),
                fingerprint.map(Digest::hex).orElse(""),
                contents.rows().size(),
                (int) contents.rows().stream().filter(r -> r.entry().isPresent()).count());
    }

    /** Only what is plain may come out again, at a terminal. */
    private static String text(JsonNode node, String name) {
        String text = node.path(name).asString("");
        return text.matches("[a-zA-Z0-9:.-]{1,40}") ? text : "?";
    }

    private List<PublicKey> keys() {
        if (!files.containsKey(Pack.KEY)) {
            return List.of();
        }
        try {
            return Pem.publicKeys(
                    new String(
                            files.getOrDefault(Pack.KEY, new byte[NONE]),
                            StandardCharsets.US_ASCII));
        } catch (Pem.UnusablePem e) {
            flaw(Flaw.Kind.FILE_UNREADABLE, Pack.KEY, Pack.KEY + " holds no Ed25519 public key.");
            return List.of();
        }
    }

    private JsonNode json(String name) {
        byte[] bytes = files.get(name);
        try {
            JsonNode node =
                    bytes == null
                            ? ProofJson.MAPPER.createObjectNode()
                            : ProofJson.MAPPER.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Its words quote the file.
        }
        flaw(Flaw.Kind.FILE_UNREADABLE, name, name + " is not a JSON object.");
        return ProofJson.MAPPER.createObjectNode();
    }

    private void signature(List<PublicKey> keys) {
        if (!files.containsKey(Pack.SIGNATURE) || keys.isEmpty()) {
            return;
        }
        JsonNode node = json(Pack.SIGNATURE);
        Outcome outcome;
        try {
            ProofSeal seal =
                    new ProofSeal(
                            Digest.of(files.getOrDefault(Pack.MANIFEST, new byte[NONE])),
                            node.path("keyId").asString(""),
                            node.path("signature").asString(""));
            outcome = new CheckpointKeys(List.of(keys.getFirst())).check(seal);
        } catch (IllegalArgumentException e) {
            outcome = Outcome.SIGNATURE_WRONG;
        }
        if (outcome != Outcome.GOOD) {
            flaw(
                    Flaw.Kind.SIGNATURE_WRONG,
                    Pack.SIGNATURE,
                    "The manifest is not what the first key in key.pem has signed.");
        }
    }

    private void listed(JsonNode manifest) {
        Set<String> seen = new HashSet<>();
        for (JsonNode file : manifest.path("files")) {
            String name = file.path("name").asString("");
            byte[] content = files.get(name);
            if (!Pack.LISTED.contains(name) || content == null) {
                continue;
            }
            seen.add(name);
            if (!Digest.of(content).hex().equals(file.path("sha256").asString(""))
                    || content.length != file.path("size").asLong(-1)) {
                flaw(
                        Flaw.Kind.FILE_CHANGED,
                        name,
                        name + " is not the file that the manifest lists.");
            }
        }
        for (String name : Pack.LISTED) {
            if (files.containsKey(name) && !seen.contains(name)) {
                flaw(Flaw.Kind.FILE_CHANGED, name, name + " is not listed in the manifest.");
            }
        }
    }

    /** There is one ZIP of these files: anything else in it is something that was put in. */
    private void container(byte[] zip) {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        Pack.ALL.forEach(name -> ordered.put(name, files.getOrDefault(name, new byte[NONE])));
        if (!Arrays.equals(Pack.zip(ordered), zip)) {
            flaw(
                    Flaw.Kind.CONTAINER_CHANGED,
                    "",
                    "Its files are what was signed, but the ZIP around them was made anew or holds"
                            + " something more.");
        }
    }

    private void flaw(Flaw.Kind kind, String file, String text) {
        flaws.add(new Flaw(kind, file, text));
    }
}
