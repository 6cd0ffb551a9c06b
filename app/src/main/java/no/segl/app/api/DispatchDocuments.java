package no.segl.app.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.segl.app.api.RequestBody.FilePart;
import no.segl.app.api.SubmissionReader.Listed;
import no.segl.app.office.Intake;
import no.segl.app.office.Uploads;
import no.segl.app.store.UploadRows.Upload;
import no.segl.core.id.UploadId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Document;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;

/** Puts a dispatch's documents together: what the JSON lists, and what came as parts or uploads. */
final class DispatchDocuments {

    private final Intake intake;
    private final Uploads uploads;
    private final Actor.Machine machine;
    private final Map<String, FilePart> parts;
    private final Before before;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> ofContent = new ArrayList<>();
    private final List<Violation> gone = new ArrayList<>();
    private final SortedMap<Integer, Document> documents = new TreeMap<>();
    private final SortedMap<Integer, Ready> ready = new TreeMap<>();

    DispatchDocuments(
            Intake intake,
            Uploads uploads,
            Actor.Machine machine,
            Map<String, FilePart> parts,
            Before before) {
        this.intake = intake;
        this.uploads = uploads;
        this.machine = machine;
        this.parts = parts;
        this.before = before;
    }

    /** A finished upload, and what it is to be called. */
    private record Ready(Upload upload, Listed listed, DocumentRules.Named.Sound named) {}

    List<Violation> violations() {
        return Stream.concat(violations.stream(), ofContent.stream()).toList();
    }

    /**
     * Uploads that are there no more, but lay here when this was sent before. In their place the
     * documents of that time are among the {@link #documents}, to be compared and never to be sent.
     */
    List<Violation> gone() {
        return gone;
    }

    /** In the order in which they are listed. */
    List<Document> documents() {
        return List.copyOf(documents.values());
    }

    /**
     * Puts them together. An upload's content is looked at last, and if nothing is wrong but with
     * content: for that it is sealed anew, all of it.
     *
     * @param listed what the JSON lists; without a list, every file part is a document, in order
     * @param recipients how many get them, at least one
     * @param sound whether nothing else is wrong: only then are uploads sealed anew
     */
    void assemble(Optional<List<Listed>> listed, int recipients, boolean sound) throws IOException {
        List<Listed> all =
                listed.orElseGet(() -> parts.keySet().stream().map(Listed::bare).toList());
        if (all.isEmpty()) {
            violations.add(new Violation("/documents", Rule.REQUIRED));
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Listed one = all.get(i);
            if (one.part().isPresent()) {
                part(i, one, one.part().get(), used);
            } else if (one.upload().isPresent()) {
                upload(i, one, one.upload().get());
            }
        }
        for (String name : parts.keySet()) {
            if (!used.contains(name)) {
                violations.add(new Violation("/documents", Rule.PART_UNUSED));
            }
        }
        violations.addAll(DocumentRules.faultsTogether(bytes(), recipients));
        if (sound && violations.isEmpty()) {
            for (Map.Entry<Integer, Ready> one : ready.entrySet()) {
                Ready r = one.getValue();
                add(one.getKey(), r.listed(), r.named(), uploads.use(r.upload(), intake));
            }
        }
    }

    /** How many they are together, before an upload is read. */
    private long bytes() {
        return documents.values().stream().mapToLong(Document::size).sum()
                + ready.values().stream().mapToLong(r -> r.upload().length()).sum();
    }

    private static String pointer(int place) {
        return "/documents/" + place;
    }

    private void part(int place, Listed listed, String name, Set<String> used) {
        String pointer = pointer(place);
        @Nullable FilePart part = parts.get(name);
        if (part == null) {
            violations.add(new Violation(pointer + "/part", Rule.PART_MISSING));
            return;
        }
        if (!used.add(name)) {
            violations.add(new Violation(pointer + "/part", Rule.PART_TWICE));
            return;
        }
        Optional<DocumentRules.Named.Sound> named =
                named(pointer, listed.name().orElse(part.fileName()), part.type());
        if (part.taken().isEmpty()) {
            violations.add(new Violation(pointer, Rule.DOCUMENT_TOO_LARGE, DocumentRules.LARGEST));
        } else {
            named.ifPresent(n -> add(place, listed, n, part.taken().get()));
        }
    }

    private void upload(int place, Listed listed, UploadId id) {
        String pointer = pointer(place);
        Optional<Upload> upload = uploads.find(id, machine);
        if (upload.isEmpty()) {
            Violation unknown = new Violation(pointer + "/upload", Rule.UPLOAD_UNKNOWN);
            before.document(place)
                    .ifPresentOrElse(
                            then -> {
                                gone.add(unknown);
                                asBefore(place, listed, then);
                            },
                            () -> violations.add(unknown));
            return;
        }
        if (!upload.get().isFinished()) {
            violations.add(new Violation(pointer + "/upload", Rule.UPLOAD_UNFINISHED));
        }
        named(pointer, listed.name().orElse(upload.get().name()), upload.get().mediaType())
                .ifPresent(named -> ready.put(place, new Ready(upload.get(), listed, named)));
    }

    /** The document of that time, with all that the request says of it now. */
    private void asBefore(int place, Listed listed, Document then) {
        named(pointer(place), listed.name().orElse(then.name()), then.type().value())
                .ifPresent(named ->
                        documents.put(
                                place,
                                new Document(
                                        then.id(),
                                        named.name(),
                                        named.type(),
                                        then.size(),
                                        listed.sha256().orElse(then.sha256()),
                                        listed.sealed())));
    }

    /** What it is to be called; empty if that is not right, which is then said. */
    private Optional<DocumentRules.Named.Sound> named(
            String pointer, @Nullable String fileName, @Nullable String type) {
        return switch (DocumentRules.name(pointer, fileName, type)) {
            case DocumentRules.Named.Faulty(var faults) -> {
                violations.addAll(faults);
                yield Optional.empty();
            }
            case DocumentRules.Named.Sound sound -> Optional.of(sound);
        };
    }

    private void add(
            int place, Listed listed, DocumentRules.Named.Sound named, Intake.Taken taken) {
        ofContent.addAll(taken.faults(pointer(place), named.type(), listed.sha256()));
        documents.put(place, taken.named(named.name(), named.type(), listed.sealed()));
    }
}
