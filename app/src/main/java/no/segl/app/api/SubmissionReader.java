package no.segl.app.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.Digest;
import no.segl.core.id.UploadId;
import no.segl.core.letter.Checking;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Submission;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the JSON of a dispatch. Strict: a field that is not known is a fault, since a misspelt
 * field would otherwise be a letter without it.
 */
public final class SubmissionReader {

    /** The longest JSON that is read, in bytes: 1 MiB. */
    public static final int LARGEST = 1 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> FIELDS =
            Set.of(
                    "sender",
                    "recipients",
                    "category",
                    "title",
                    "language",
                    "references",
                    "replyTo",
                    "whenNotReady",
                    "documents");
    private static final Set<String> REFERENCES =
            Set.of("sendersReference", "caseNumber", "caseWorker");
    private static final Set<String> DOCUMENT =
            Set.of("part", "upload", "name", "sha256", "sealed");

    private final List<Violation> violations = new ArrayList<>();

    private SubmissionReader() {}

    /**
     * A document that the JSON speaks of.
     *
     * @param part the name of the multipart part that holds it, or
     * @param upload the upload that holds it
     * @param name overrides the file name that came with the bytes
     * @param sealed whether only the named case worker may open it
     */
    public record Listed(
            Optional<String> part,
            Optional<UploadId> upload,
            Optional<String> name,
            Optional<Digest> sha256,
            boolean sealed) {

        /** A part of which nothing is said. */
        static Listed bare(String part) {
            return new Listed(
                    Optional.of(part), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * What was read; its content has not been checked yet.
     *
     * @param documents empty if the JSON does not list them
     * @param whenNotReady what to do about recipients that are not ready; empty for what the sender
     *     always wants
     * @param violations faults of form
     */
    public record Read(
            Submission submission,
            Optional<List<Listed>> documents,
            Optional<Sending.Response> whenNotReady,
            List<Violation> violations) {}

    /**
     * Reads {@code bytes}.
     *
     * @throws ApiProblem {@code unreadable-body} if they are not one JSON object
     */
    public static Read read(byte[] bytes) {
        return new SubmissionReader().read(JsonBody.object(bytes));
    }

    private Read read(JsonNode root) {
        refuseOthers("", root, FIELDS);
        JsonNode references = object("/references", root.get("references"));
        refuseOthers("/references", references, REFERENCES);
        Submission submission =
                new Submission(
                        text("/sender", root.get("sender")),
                        recipients(root.get("recipients")),
                        text("/category", root.get("category")),
                        text("/title", root.get("title")),
                        text("/language", root.get("language")),
                        text("/references/sendersReference", references.get("sendersReference")),
                        text("/references/caseNumber", references.get("caseNumber")),
                        text("/references/caseWorker", references.get("caseWorker")),
                        text("/replyTo", root.get("replyTo")));
        Optional<List<Listed>> documents = documents(root.get("documents"));
        violations.addAll(
                DocumentRules.faultsOfSeals(
                        documents.orElse(List.of()).stream().map(Listed::sealed).toList(),
                        submission.caseWorker()));
        Optional<Sending.Response> whenNotReady = whenNotReady(root.get("whenNotReady"));
        return new Read(submission, documents, whenNotReady, List.copyOf(violations));
    }

    private Optional<Sending.Response> whenNotReady(@Nullable JsonNode node) {
        String text = text("/whenNotReady", node);
        Optional<Sending.Response> response =
                Arrays.stream(Sending.Response.values())
                        .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst();
        if (text != null && response.isEmpty()) {
            add("/whenNotReady", Rule.UNKNOWN_RESPONSE);
        }
        return response;
    }

    private List<String> recipients(@Nullable JsonNode node) {
        List<String> recipients = new ArrayList<>();
        for (JsonNode item : array("/recipients", node)) {
            if (recipients.size() > Checking.RECIPIENTS) {
                break;
            }
            String text = text("/recipients/" + recipients.size(), item);
            recipients.add(text == null ? "" : text);
        }
        return recipients;
    }

    private Optional<List<Listed>> documents(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        List<Listed> documents = new ArrayList<>();
        JsonNode array = array("/documents", node);
        if (array.size() > DocumentRules.MOST) {
            violations.add(new Violation("/documents", Rule.TOO_MANY, DocumentRules.MOST));
            return Optional.of(documents);
        }
        for (JsonNode item : array) {
            documents.add(document("/documents/" + documents.size(), item));
        }
        return Optional.of(documents);
    }

    private Listed document(String pointer, JsonNode item) {
        JsonNode node = object(pointer, item);
        refuseOthers(pointer, node, DOCUMENT);
        Optional<String> part = Optional.ofNullable(text(pointer + "/part", node.get("part")));
        String upload = text(pointer + "/upload", node.get("upload"));
        String sha256 = text(pointer + "/sha256", node.get("sha256"));
        if (part.isPresent() == (upload != null)) {
            add(pointer, Rule.REQUIRED);
        }
        Optional<UploadId> uploadId = upload == null ? Optional.empty() : UploadId.parse(upload);
        if (upload != null && uploadId.isEmpty()) {
            add(pointer + "/upload", Rule.NOT_AN_ID);
        }
        Optional<Digest> digest = sha256 == null ? Optional.empty() : Digest.parse(sha256);
        if (sha256 != null && digest.isEmpty()) {
            add(pointer + "/sha256", Rule.NOT_A_CHECKSUM);
        }
        Optional<String> name = Optional.ofNullable(text(pointer + "/name", node.get("name")));
        boolean sealed = flag(pointer + "/sealed", node.get("sealed"));
        return new Listed(part, uploadId, name, digest, sealed);
    }

    private boolean flag(String pointer, @Nullable JsonNode node) {
        if (node != null && !node.isNull() && !node.isBoolean()) {
            add(pointer, Rule.NOT_TRUE_OR_FALSE);
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    private JsonNode object(String pointer, @Nullable JsonNode node) {
        if (node != null && node.isObject()) {
            return node;
        }
        if (node != null && !node.isNull()) {
            add(pointer, Rule.WRONG_TYPE);
        }
        return NODES.objectNode();
    }

    private JsonNode array(String pointer, @Nullable JsonNode node) {
        if (node != null && node.isArray()) {
            return node;
        }
        if (node != null && !node.isNull()) {
            add(pointer, Rule.WRONG_TYPE);
        }
        return NODES.arrayNode();
    }

    private @Nullable String text(String pointer, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            add(pointer, Rule.NOT_TEXT);
            return null;
        }
        return node.stringValue();
    }

    private void refuseOthers(String pointer, JsonNode node, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                violations.add(unknown(pointer, name));
            }
        }
    }

    /** A field that is not known, at its place; half a character in it is shown as U+FFFD. */
    static Violation unknown(String pointer, String name) {
        String whole =
                name.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        String escaped = whole.replace("~", "~0").replace("/", "~1");
        return new Violation(pointer + "/" + escaped, Rule.UNKNOWN_FIELD);
    }

    private void add(String pointer, Rule rule) {
        violations.add(new Violation(pointer, rule));
    }
}
