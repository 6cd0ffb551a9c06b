package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.letter.Language;
import no.segl.core.letter.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json} (RFC 9457), in the language asked for. */
public final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemTexts texts;
    private final URI publicUrl;
    private final Supplier<UUID> references;
    private final JsonMapper json = new JsonMapper();

    /**
     * Makes them.
     *
     * @param references gives each a new one
     */
    public ProblemAnswers(ProblemTexts texts, URI publicUrl, Supplier<UUID> references) {
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.references = references;
    }

    /** One thing that is wrong. */
    public record Fault(String pointer, String rule, String message) {}

    /**
     * Why a machine may not, and who can change it.
     *
     * @param ground why, for programs
     * @param explanation why, for people
     * @param scope the scope that the token must carry
     * @param token the number of the organisation that the token acts for
     * @param unit the number of the unit that the request named
     */
    public record Access(
            String ground,
            String explanation,
            String scope,
            String token,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
            List<Changer> changedBy) {}

    /** A role in an organisation. */
    public record Changer(String role, String organisation, String name) {}

    /**
     * The answer's body.
     *
     * @param type the address of the problem's page
     * @param code the catalogue's code: for programs
     * @param instance a reference for the operator, where the text speaks of one
     * @param violations all that is wrong with the request, where that is the problem
     * @param access why the machine may not, where that is the problem
     */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> violations,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Access access) {}

    /** The body for a problem of which nothing more is known. */
    public Body body(Problem problem, Language language) {
        return body(problem, List.of(), Optional.empty(), language);
    }

    private Body body(
            Problem problem,
            List<Violation> violations,
            Optional<Refusals.Why> why,
            Language language) {
        return new Body(
                publicUrl + "/problem/" + problem.code(),
                texts.title(problem, language),
                problem.status(),
                texts.what(problem, language) + " " + texts.how(problem, language),
                problem.code(),
                problem.hasReference() ? reference(problem) : null,
                violations.stream()
                        .map(v ->
                                new Fault(
                                        v.pointer(), v.rule().code(), texts.violation(v, language)))
                        .toList(),
                why.map(w -> access(w, language)).orElse(null));
    }

    private Access access(Refusals.Why why, Language language) {
        return new Access(
                why.code(),
                texts.ground(why, language),
                why.scope(),
                why.token().number().value(),
                why.unit().map(u -> u.number().value()).orElse(null),
                List.of(
                        new Changer(
                                texts.changer(why, language),
                                why.changer().number().value(),
                                why.changer().name())));
    }

    /** A name for this very answer (RFC 9457 section 3.1.5), so that it is found in the log. */
    private String reference(Problem problem) {
        String reference = "urn:uuid:" + references.get();
        LOG.info("Answered {}, reference {}", problem.code(), reference);
        return reference;
    }

    /** Answers a request with a problem. */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            List<Violation> violations)
            throws IOException {
        send(request, response, new ApiProblem(problem, violations));
    }

    /** Answers a request with a problem that says all that is known of it. */
    void send(HttpServletRequest request, HttpServletResponse response, ApiProblem ended)
            throws IOException {
        Problem problem = ended.problem();
        if (response.isCommitted()) {
            return;
        }
        Language language = AcceptLanguage.of(request, Language.EN);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.code());
        response.setHeader("Cache-Control", "no-store");
        if (problem.isPassing()) {
            response.setHeader("Retry-After", "30");
        }
        response.getOutputStream()
                .write(
                        json.writeValueAsBytes(
                                body(problem, ended.violations(), ended.why(), language)));
    }
}
