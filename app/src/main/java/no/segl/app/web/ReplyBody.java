package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.api.ApiProblem;
import no.segl.app.api.Multipart;
import no.segl.app.api.Problem;
import no.segl.app.gate.FormToken;
import no.segl.app.office.Intake;
import no.segl.app.office.TookTooMuch;
import no.segl.app.vault.TooLarge;
import no.segl.app.web.page.ReplyForm;
import no.segl.app.web.page.ReplyForm.Fault;
import no.segl.app.web.page.ReplyForm.Kind;
import no.segl.core.letter.Document;
import no.segl.core.letter.DocumentRules;

/**
 * Reads a reply as the browser sends it: first the fields, the form's token among them, then the
 * files, sealed as they come. Without the right token no file is taken.
 */
final class ReplyBody {

    private static final int LONGEST_FIELD = 4000;
    private static final Set<String> FIELDS = Set.of("tittel", "sprak", "nokkel");

    private final HttpServletRequest request;
    private final Intake intake;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int files;

    private ReplyBody(HttpServletRequest request, Intake intake) {
        this.request = request;
        this.intake = intake;
    }

    /**
     * Reads it.
     *
     * @throws ApiProblem if it is no such form, is broken or too slow, or its token is not right
     * @throws IOException if the vault fails
     */
    static ReplyBody read(HttpServletRequest request, Intake intake, InstantSource clock)
            throws IOException {
        ReplyBody body = new ReplyBody(request, intake);
        Multipart.read(request, clock, body::take);
        body.checkToken();
        if (body.files == 0) {
            body.faults.add(new Fault(Kind.FILE_MISSING, Optional.empty()));
        }
        return body;
    }

    /** The text of a field; empty if it did not come. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The documents, in the order of the files. */
    List<Document> documents() {
        return documents;
    }

    /** What was wrong with the files. */
    List<Fault> faults() {
        return faults;
    }

    private void take(Multipart.Part part) throws IOException {
        if (part.fileName() == null) {
            byte[] text = part.in().readNBytes(LONGEST_FIELD + 1);
            if (text.length > LONGEST_FIELD) {
                throw new ApiProblem(Problem.TOO_LARGE);
            }
            // Only what the form has is kept: a body may have any number of parts.
            if (part.field() == null
                    || !(FIELDS.contains(part.field())
                            || part.field().equals(FormToken.field(request)))) {
                throw new ApiProblem(Problem.UNREADABLE_BODY);
            }
            fields.putIfAbsent(part.field(), new String(text, StandardCharsets.UTF_8));
            return;
        }
        checkToken();
        // A file field that nothing was chosen in comes as a file without a name.
        if (part.fileName().isBlank()) {
            return;
        }
        files++;
        if (files == DocumentRules.MOST + 1) {
            faults.add(new Fault(Kind.TOO_MANY_FILES, Optional.empty()));
        }
        if (files <= DocumentRules.MOST) {
            file(part, part.fileName());
        }
    }

    private void file(Multipart.Part part, String name) throws IOException {
        switch (DocumentRules.name("", name, part.type())) {
            case DocumentRules.Named.Faulty(var violations) ->
                    faults.add(ReplyFaults.ofFile(name, violations));
            case DocumentRules.Named.Sound(var tidy, var type) -> {
                Intake.Taken taken;
                try {
                    taken = intake.take(part.in());
                } catch (TooLarge | TookTooMuch e) {
                    faults.add(new Fault(Kind.FILE_TOO_LARGE, Optional.of(tidy)));
                    return;
                }
                var wrong = taken.faults("", type, Optional.empty());
                if (!wrong.isEmpty()) {
                    faults.add(ReplyFaults.ofFile(tidy, wrong));
                }
                documents.add(taken.named(tidy, type, false));
            }
        }
    }

    private void checkToken() {
        if (!FormToken.matches(request, field(FormToken.field(request)))) {
            throw new ApiProblem(Problem.NOT_ALLOWED);
        }
    }

    /** The form as it was filled in, with what is wrong with it. */
    ReplyForm again(String key, List<Fault> wrong) {
        return new ReplyForm(key, field("tittel"), field("sprak"), ReplyFaults.LIMITS, wrong);
    }
}
