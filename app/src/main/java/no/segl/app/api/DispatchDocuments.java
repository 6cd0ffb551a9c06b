package no.segl.app.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final List<Violation> gone = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

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

    List<Violation> violations() {
        return violations;
    }

    /**
     * Uploads that are there no more, but lay here when this was sent before. In their place the
     * documents of that time are among the {@link #documents}, to be compared and never to be sent.
     */
    List<Violation> gone() {
        return gone;
    }

    List<Document> documents() {
        return documents;
    }

    /**
     * Puts them together.
     *
     * @param listed what the JSON lists; without a list, every file part is a document, in order
     * @param sound whether nothing else is wrong: only then are uploads sealed anew
     */
    void assemble(Optional<List<Listed>> listed, boolean sound) throws IOException {
        List<Listed> all =
                listed.orElseGet(() -> parts.keySet().stream().map(Listed::bare).toList());
        if (all.isEmpty()) {
            violations.add(new Violation("/documents", Rule.REQUIRED));
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String pointer = "/documents/" + i;
            Listed one = all.get(i);
            if (one.part().isPresent()) {
                part(pointer, one, one.part().get(), used);
            } else if (one.upload().isPresent()) {
                upload(i, one, one.upload().get(), sound);
            }
        }
        for (String name : parts.keySet()) {
            if (!used.contains(name)) {
                violations.add(new Violation("/documents", Rule.PART_UNUSED));
            }
        }
    }

    private void part(String pointer, Listed listed, String name, Set<String> used) {
        @Nullable FilePart part = parts.get(name);
        if (part == null) {
            violations.add(new Violation(pointer + "/part", Rule.PART_MISSING));
            return;
        }
        if (!used.add(name)) {
            violations.add(new Violation(pointer + "/part", Rule.PART_TWICE));
            return;
        }
        if (part.taken().isEmpty()) {
            violations.add(new Violation(pointer, Rule.DOCUMENT_TOO_LARGE, DocumentRules.LARGEST));
            return;
        }
        String fileName = listed.name().orElse(part.fileName());
        add(pointer, listed, fileName, part.type(), part.taken().get());
    }

    private void upload(int place, Listed listed, UploadId id, boolean sound) throws IOException {
        String pointer = "/documents/" + place;
        Optional<Upload> upload = uploads.find(id, machine);
        if (upload.isEmpty()) {
            Violation unknown = new Violation(pointer + "/upload", Rule.UPLOAD_UNKNOWN);
            before.document(place)
                    .ifPresentOrElse(
                            then -> {
                                gone.add(unknown);
                                asBefore(pointer, listed, then);
                            },
                            () -> violations.add(unknown));
        } else if (!upload.get().isFinished()) {
            violations.add(new Violation(pointer + "/upload", Rule.UPLOAD_UNFINISHED));
        } else if (sound && violations.isEmpty()) {
            String fileName = listed.name().orElse(upload.get().name());
            add(
                    pointer,
                    listed,
                    fileName,
                    upload.get().mediaType(),
                    uploads.use(upload.get(), intake));
        }
    }

    /** The document of that time, with all that the request says of it now. */
    private void asBefore(String pointer, Listed listed, Document then) {
        switch (DocumentRules.name(
                pointer, listed.name().orElse(then.name()), then.type().value())) {
            case DocumentRules.Named.Faulty(var faults) -> violations.addAll(faults);
            case DocumentRules.Named.Sound(var name, var mediaType) ->
                    documents.add(
                            new Document(
                                    then.id(),
                                    name,
                                    mediaType,
                                    then.size(),
                                    listed.sha256().orElse(then.sha256()),
                                    listed.sealed()));
        }
    }

    private void add(
            String pointer,
            Listed listed,
            @Nullable String fileName,
            @Nullable String type,
            Intake.Taken taken) {
        switch (DocumentRules.name(pointer, fileName, type)) {
            case DocumentRules.Named.Faulty(var faults) -> violations.addAll(faults);
            case DocumentRules.Named.Sound(var name, var mediaType) -> {
                violations.addAll(taken.faults(pointer, mediaType, listed.sha256()));
                documents.add(taken.named(name, mediaType, listed.sealed()));
            }
        }
    }
}
