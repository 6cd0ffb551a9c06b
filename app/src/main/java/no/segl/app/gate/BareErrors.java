package no.segl.app.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import no.segl.core.letter.Language;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the server refuses by itself, before any of Segl's code sees it: an address that is
 * none, a head that is too large. These too are answered with a problem, and say nothing of the
 * server.
 */
public final class BareErrors extends ErrorReportValve {

    private final ProblemAnswers answers;
    private final JsonMapper json = new JsonMapper();

    public BareErrors(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, Throwable fault) {
        int status = response.getStatus();
        HttpServletResponse answer = response.getResponse();
        if (status < 400 || response.getContentWritten() > 0 || answer.isCommitted()) {
            return;
        }
        Problem problem = Problem.ofStatus(status);
        try {
            answer.setStatus(problem.status());
            answer.setContentType("application/problem+json");
            answer.setHeader("Content-Language", Language.EN.code());
            answer.setHeader("Cache-Control", "no-store");
            answer.setHeader("X-Content-Type-Options", "nosniff");
            answer.getOutputStream()
                    .write(json.writeValueAsBytes(answers.body(problem, Language.EN)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("an error's answer could not be written");
        }
    }
}
