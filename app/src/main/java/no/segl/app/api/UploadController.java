package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Uploads;
import no.segl.app.office.Uploads.Added;
import no.segl.app.store.UploadRows.Upload;
import no.segl.core.id.UploadId;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Resumable uploads: tus 1.0.0, with the extensions creation, expiration and termination. Source:
 * the tus resumable upload protocol, version 1.0.0.
 */
@RestController
public final class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String UPLOADS = "/api/v1/uploads";
    private static final String UPLOAD = UPLOADS + "/{id}";

    private final Refusals refusals;
    private final Uploads uploads;
    private final InstantSource clock;

    UploadController(Refusals refusals, Uploads uploads, InstantSource clock) {
        this.refusals = refusals;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Before any answer, a problem too: tus says both on every response, and a client whose version
     * is refused learns from the second what to speak.
     */
    @ModelAttribute
    void sayVersions(HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
    }

    @RequestMapping(path = UPLOADS, method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", Long.toString(DocumentRules.LARGEST))
                .build();
    }

    @PostMapping(UPLOADS)
    ResponseEntity<Void> create(HttpServletRequest request, Machine machine) throws IOException {
        requireTus(request, machine);
        Metadata metadata = Metadata.of(said(request));
        List<Violation> faults = new ArrayList<>(metadata.faults());
        Optional<Long> length = number(request, "Upload-Length");
        if (length.equals(Optional.of(0L))) {
            faults.add(new Violation("/Upload-Length", Rule.EMPTY_DOCUMENT));
        }
        // A client of tus knows these by their status; what else is wrong is said there too.
        if (length.isEmpty()) {
            throw new ApiProblem(Problem.LENGTH_REQUIRED, faults);
        }
        if (length.get() > DocumentRules.LARGEST) {
            throw new ApiProblem(Problem.TOO_LARGE, faults);
        }
        DocumentRules.Named.Sound named =
                metadata.named()
                        .filter(_ -> faults.isEmpty())
                        .orElseThrow(() -> ApiProblem.invalid(faults));
        Upload upload =
                uploads.begin(
                                machine.actor(),
                                named.name(),
                                named.type().value(),
                                said(request),
                                length.get())
                        .orElseThrow(() -> new ApiProblem(Problem.TOO_LARGE));
        return ResponseEntity.created(URI.create(UPLOADS + "/" + upload.id()))
                .header("Upload-Expires", expires(upload))
                .build();
    }

    @RequestMapping(path = UPLOAD, method = RequestMethod.HEAD)
    ResponseEntity<Void> head(
            @PathVariable String id, HttpServletRequest request, Machine machine) {
        requireTus(request, machine);
        Upload upload = mine(id, machine);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Upload-Offset", Long.toString(upload.received()))
                .header("Upload-Length", Long.toString(upload.length()))
                .header("Upload-Metadata", upload.metadata())
                .header("Upload-Expires", expires(upload))
                .build();
    }

    @PatchMapping(UPLOAD)
    ResponseEntity<Void> patch(@PathVariable String id, HttpServletRequest request, Machine machine)
            throws IOException {
        requireTus(request, machine);
        if (!"application/offset+octet-stream".equals(request.getContentType())) {
            throw new ApiProblem(Problem.MEDIA_TYPE_NOT_SUPPORTED);
        }
        Upload upload = mine(id, machine);
        long offset =
                number(request, "Upload-Offset")
                        .orElseThrow(() -> new ApiProblem(Problem.UPLOAD_OFFSET_MISMATCH));
        PacedInput in = new PacedInput(request.getInputStream(), clock);
        return switch (uploads.add(upload, offset, in)) {
            case Added.Received(var received) ->
                    ResponseEntity.noContent()
                            .header("Upload-Offset", Long.toString(received))
                            .header("Upload-Expires", expires(mine(id, machine)))
                            .build();
            case Added.WrongOffset _ -> throw new ApiProblem(Problem.UPLOAD_OFFSET_MISMATCH);
            case Added.Busy _ -> throw new ApiProblem(Problem.UPLOAD_BUSY);
            case Added.TooLong _ -> throw new ApiProblem(Problem.TOO_LARGE);
        };
    }

    @DeleteMapping(UPLOAD)
    ResponseEntity<Void> delete(
            @PathVariable String id, HttpServletRequest request, Machine machine)
            throws IOException {
        requireTus(request, machine);
        uploads.delete(mine(id, machine).id());
        return ResponseEntity.noContent().build();
    }

    private Upload mine(String id, Machine machine) {
        return UploadId.parse(id)
                .flatMap(u -> uploads.find(u, machine.actor()))
                .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
    }

    private void requireTus(HttpServletRequest request, Machine machine) {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw new ApiProblem(Problem.UPLOAD_VERSION);
        }
        refusals.require(machine, Scopes.SEND);
    }

    private static String expires(Upload upload) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                upload.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private static Optional<Long> number(HttpServletRequest request, String header) {
        String text = Objects.requireNonNullElse(request.getHeader(header), "");
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static String said(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Upload-Metadata"), "");
    }

    /**
     * What {@code Upload-Metadata} says.
     *
     * @param named what the upload is called; empty if that is not right
     * @param faults all that is wrong with it
     */
    private record Metadata(Optional<DocumentRules.Named.Sound> named, List<Violation> faults) {

        private static final String POINTER = "/Upload-Metadata";

        /** Reads the pairs: a key, a space, and the value in Base64. */
        static Metadata of(String said) {
            Map<String, Optional<String>> pairs = new HashMap<>();
            for (String pair : said.split(",", -1)) {
                String[] keyAndValue = pair.strip().split(" ", 2);
                if (keyAndValue.length == 2) {
                    pairs.put(keyAndValue[0], decode(keyAndValue[1].strip()));
                }
            }
            List<Violation> faults = new ArrayList<>();
            if (pairs.containsValue(Optional.<String>empty())) {
                faults.add(new Violation(POINTER, Rule.WRONG_TYPE));
            }
            Optional<String> name = pairs.getOrDefault("filename", Optional.of(""));
            Optional<String> type = pairs.getOrDefault("filetype", Optional.empty());
            return switch (DocumentRules.name(POINTER, name.orElse(""), type.orElse(null))) {
                case DocumentRules.Named.Sound sound -> new Metadata(Optional.of(sound), faults);
                case DocumentRules.Named.Faulty(var ofName) -> {
                    // Of a name that cannot be read, nothing more is known.
                    faults.addAll(name.isPresent() ? ofName : List.of());
                    yield new Metadata(Optional.empty(), faults);
                }
            };
        }

        private static Optional<String> decode(String base64) {
            try {
                byte[] bytes = Base64.getDecoder().decode(base64);
                return Optional.of(
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(java.nio.ByteBuffer.wrap(bytes))
                                .toString());
            } catch (IllegalArgumentException | CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }
}
