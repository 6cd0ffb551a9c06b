package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.segl.app.office.Intake;
import no.segl.app.vault.TooLarge;
import no.segl.core.letter.DocumentRules;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a dispatch: JSON alone, or multipart with files. Files are sealed as they come
 * and never touch a disk unsealed; the parts may come in any order.
 */
final class RequestBody {

    /** The part that holds the JSON. */
    static final String JSON_PART = "dispatch";

    private final Intake intake;
    private final Map<String, FilePart> files = new LinkedHashMap<>();
    private Optional<SubmissionReader.Read> json = Optional.empty();
    private boolean partTwice;
    private boolean tooMany;

    private RequestBody(Intake intake) {
        this.intake = intake;
    }

    /**
     * A file that came as a part.
     *
     * @param fileName as the client named it
     * @param type as the client declared it
     * @param taken empty if it was not sealed, because it is too large
     */
    record FilePart(
            @Nullable String fileName, @Nullable String type, Optional<Intake.Taken> taken) {}

    /** Everything that was in the body. */
    record Read(
            SubmissionReader.Read json,
            Map<String, FilePart> files,
            boolean partTwice,
            boolean tooManyParts) {}

    /**
     * Reads it.
     *
     * @throws ApiProblem if it is not JSON or multipart, broken, too large or too slow
     * @throws IOException if the vault fails
     */
    static Read read(HttpServletRequest request, Intake intake, InstantSource clock)
            throws IOException {
        String type = request.getContentType() == null ? "" : request.getContentType();
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        RequestBody body = new RequestBody(intake);
        switch (bare) {
            case "application/json" -> {
                InputStream in = new PacedInput(request.getInputStream(), clock);
                body.json = Optional.of(readJson(in));
            }
            case "multipart/form-data" -> body.readParts(request, clock);
            default -> throw new ApiProblem(Problem.MEDIA_TYPE_NOT_SUPPORTED);
        }
        SubmissionReader.Read json =
                body.json.orElseThrow(() -> new ApiProblem(Problem.UNREADABLE_BODY));
        return new Read(json, body.files, body.partTwice, body.tooMany);
    }

    private static SubmissionReader.Read readJson(InputStream in) throws IOException {
        byte[] json = in.readNBytes(SubmissionReader.LARGEST + 1);
        if (json.length > SubmissionReader.LARGEST) {
            throw new ApiProblem(Problem.TOO_LARGE);
        }
        return SubmissionReader.read(json);
    }

    private void readParts(HttpServletRequest request, InstantSource clock) throws IOException {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
                new JakartaServletFileUpload<>();
        upload.setMaxPartHeaderSize(4096);
        FileItemInputIterator parts = upload.getItemIterator(new Paced(request, clock));
        while (next(parts)) {
            FileItemInput part = parts.next();
            try (InputStream in = part.getInputStream()) {
                readPart(part, in);
            }
        }
    }

    /** The whole body must keep pace: also the heads of its parts, and the parts nobody reads. */
    private static final class Paced extends JakartaServletRequestContext {
        private final InputStream in;

        Paced(HttpServletRequest request, InstantSource clock) throws IOException {
            super(request);
            in = new PacedInput(request.getInputStream(), clock);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }
    }

    private static boolean next(FileItemInputIterator parts) throws IOException {
        try {
            return parts.hasNext();
        } catch (FileUploadException e) {
            throw new ApiProblem(
                    Causes.stoodStill(e) ? Problem.TIMEOUT_UPLOAD : Problem.UNREADABLE_BODY);
        }
    }

    private static @Nullable String fileName(FileItemInput part) {
        try {
            return part.getName();
        } catch (InvalidPathException e) {
            // It holds U+0000, which the rules for names refuse as they do other such tricks.
            return e.getInput();
        }
    }

    private void readPart(FileItemInput part, InputStream in) throws IOException {
        String name = part.getFieldName();
        if (JSON_PART.equals(name)) {
            partTwice |= json.isPresent();
            json = Optional.of(readJson(in));
            return;
        }
        if (name == null || files.containsKey(name)) {
            partTwice = true;
            return;
        }
        if (files.size() >= DocumentRules.MOST) {
            tooMany = true;
            return;
        }
        files.put(name, new FilePart(fileName(part), part.getContentType(), take(in)));
    }

    private Optional<Intake.Taken> take(InputStream in) throws IOException {
        try {
            return Optional.of(intake.take(in));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }
}
