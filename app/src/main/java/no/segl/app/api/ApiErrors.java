package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import no.segl.app.office.ChainNotSigned;
import no.segl.app.office.TookTooLong;
import no.segl.app.office.TookTooMuch;
import no.segl.app.store.Database;
import no.segl.app.vault.TooLarge;
import no.segl.app.vault.VaultDamaged;
import no.segl.app.vault.VaultMissing;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever ends an API request early into a problem. Logs say where, never with what. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
public final class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemAnswers answers;

    public ApiErrors(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void known(ApiProblem e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.send(request, response, e);
    }

    @ExceptionHandler({VaultDamaged.class, VaultMissing.class})
    void damaged(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("Sealed content cannot be read: {}", e.getMessage());
        answers.send(request, response, Problem.DOCUMENT_DAMAGED, List.of());
    }

    @ExceptionHandler
    void large(TooLarge e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.send(request, response, Problem.TOO_LARGE, List.of());
    }

    @ExceptionHandler
    void much(TookTooMuch e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Violation what =
                new Violation("/documents", Rule.DISPATCH_TOO_LARGE, DocumentRules.MOST_TOGETHER);
        answers.send(request, response, Problem.TOO_LARGE, List.of(what));
    }

    @ExceptionHandler
    void slow(TookTooLong e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.send(request, response, Problem.TIMEOUT_UPLOAD, List.of());
    }

    /** Nothing that trying again would mend: somebody must look at the ledger. */
    @ExceptionHandler
    void unsigned(ChainNotSigned e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("A proof cannot be made. {}", e.getMessage());
        answers.send(request, response, Problem.INTERNAL, List.of());
    }

    /** What fails in reading from the client has come as a problem of its own before this. */
    @ExceptionHandler
    void disk(IOException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            LOG.info("An answer ended early: {}", Causes.of(e));
            return;
        }
        LOG.error("A key, the vault or the disk failed: {}", Causes.of(e));
        answers.send(request, response, Problem.UNAVAILABLE, List.of());
    }

    /** An address whose escapes are not UTF-8, or that has too many parameters. */
    @ExceptionHandler
    void address(
            InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.send(request, response, Problem.UNREADABLE_BODY, List.of());
    }

    @ExceptionHandler
    void anything(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (e instanceof ErrorResponse known) {
            int status = known.getStatusCode().value();
            answers.send(request, response, Problem.ofStatus(status), List.of());
            return;
        }
        if (Database.isFaultOf(e)) {
            LOG.error("The database refused, or could not be reached: {}", Causes.of(e));
            answers.send(request, response, Problem.UNAVAILABLE, List.of());
            return;
        }
        LOG.error("A request failed: {}", Causes.of(e));
        answers.send(request, response, Problem.INTERNAL, List.of());
    }
}
