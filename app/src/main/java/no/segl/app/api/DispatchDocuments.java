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
    private final List<Violation> violations = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

    DispatchDocuments(
            Intake intake, Uploads uploads, Actor.Machine machine, Map<String, FilePart> parts) {
        this.intake = intake;
        this.uploads = uploads;
        this.machine = machine;
        this.parts = parts;
    }

    List<Violation> violations() {
        return violations;
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
                upload(pointer, one, one.upload().get(), sound);
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

    private void upload(String pointer, Listed listed, UploadId id, boolean sound)
            throws IOException {
        Optional<Upload> upload = uploads.find(id, machine);
        if (upload.isEmpty()) {
            violations.add(new Violation(pointer + "/upload", Rule.UPLOAD_UNKNOWN));
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
