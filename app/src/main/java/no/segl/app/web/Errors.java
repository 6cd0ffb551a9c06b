package no.segl.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.segl.app.api.Causes;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import no.segl.app.gate.Door;
import no.segl.app.office.ChainNotSigned;
import no.segl.app.office.Ids;
import no.segl.app.web.page.ErrorPage;
import no.segl.app.web.page.Pages;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever went wrong outside a page's own code: a problem for programs, a page for people. */
@Controller
final class Errors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Frame frame;
    private final Pages pages;
    private final ProblemAnswers answers;
    private final Ids ids;

    Errors(Frame frame, Pages pages, ProblemAnswers answers, Ids ids) {
        this.frame = frame;
        this.pages = pages;
        this.answers = answers;
        this.ids = ids;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        @Nullable Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String cause = fault instanceof Throwable t ? cause(t) : "status " + status;
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String uri && uri.startsWith("/api/")) {
            if (status >= 500) {
                LOG.error("A request failed: {}", cause);
            }
            answers.send(request, response, Problem.ofStatus(status), List.of());
            return;
        }
        Optional<String> reference = Optional.empty();
        if (status >= 500) {
            reference = Optional.of(ids.uuid().toString());
            LOG.error("A request failed, reference {}: {}", reference.get(), cause);
        }
        Shell shell = frame.shell(request, Section.NONE, "/");
        Optional<String> higher =
                request.getAttribute(Door.TOO_LOW) == null
                        ? Optional.empty()
                        : Optional.of(Door.HIGHER + from(request));
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(pages.html(new ErrorPage(shell, status, reference, higher)));
    }

    private static String cause(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof ChainNotSigned unsigned
                ? String.valueOf(unsigned.getMessage())
                : Causes.of(fault);
    }

    /** The page on which a form was filled in, as far as the browser tells. */
    private static String from(HttpServletRequest request) {
        @Nullable String page = request.getHeader("Referer");
        String home = request.getRequestURL().toString();
        String site = home.substring(0, home.indexOf('/', home.indexOf("://") + 3) + 1);
        return page != null && page.startsWith(site)
                ? page.substring(site.length() - 1)
                : "/innboks";
    }
}
