package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.segl.app.office.Intake;
import no.segl.app.vault.TooLarge;
import no.segl.core.letter.DocumentRules;
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
            case "multipart/form-data" -> Multipart.read(request, clock, body::readPart);
            default -> throw new ApiProblem(Problem.MEDIA_TYPE_NOT_SUPPORTED);
        }
        SubmissionReader.Read json =
                body.json.orElseThrow(() -> new ApiProblem(Problem.UNREADABLE_BODY));
        return new Read(json, body.files, body.partTwice, body.tooMany);
    }

    private static SubmissionReader.Read readJson(InputStream in) throws IOException {
        return SubmissionReader.read(JsonBody.bytes(in, SubmissionReader.LARGEST));
    }

    private void readPart(Multipart.Part part) throws IOException {
        String name = part.field();
        if (JSON_PART.equals(name)) {
            partTwice |= json.isPresent();
            json = Optional.of(readJson(part.in()));
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
        files.put(name, new FilePart(part.fileName(), part.type(), take(part.in())));
    }

    private Optional<Intake.Taken> take(InputStream in) throws IOException {
        try {
            return Optional.of(intake.take(in));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }
}
