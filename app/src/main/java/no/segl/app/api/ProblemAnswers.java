package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import no.segl.core.letter.Language;
import no.segl.core.letter.Violation;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json} (RFC 9457), in the language asked for. */
public final class ProblemAnswers {

    private final ProblemTexts texts;
    private final URI publicUrl;
    private final JsonMapper json = new JsonMapper();

    public ProblemAnswers(ProblemTexts texts, URI publicUrl) {
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    /** One thing that is wrong. */
    public record Fault(String pointer, String rule, String message) {}

    /**
     * The answer's body.
     *
     * @param type the address of the problem's page
     * @param code the catalogue's code: for programs
     * @param violations all that is wrong with the request, where that is the problem
     */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> violations) {}

    /** The body for a problem. */
    public Body body(Problem problem, List<Violation> violations, Language language) {
        return new Body(
                publicUrl + "/problem/" + problem.code(),
                texts.title(problem, language),
                problem.status(),
                texts.what(problem, language) + " " + texts.how(problem, language),
                problem.code(),
                violations.stream()
                        .map(v ->
                                new Fault(
                                        v.pointer(), v.rule().code(), texts.violation(v, language)))
                        .toList());
    }

    /** Answers a request with a problem. */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            List<Violation> violations)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Language language = AcceptLanguage.of(request, Language.EN);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.code());
        response.setHeader("Cache-Control", "no-store");
        if (problem == Problem.TOO_MANY_REQUESTS || problem == Problem.UNAVAILABLE) {
            response.setHeader("Retry-After", "30");
        }
        response.getOutputStream()
                .write(json.writeValueAsBytes(body(problem, violations, language)));
    }
}
