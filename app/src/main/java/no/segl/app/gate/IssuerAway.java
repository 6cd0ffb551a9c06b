package no.segl.app.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers machines while the issuer of their tokens does not: nobody can say then whether a token
 * is good, and it is worth trying again.
 */
final class IssuerAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerAway.class);

    private final ProblemAnswers answers;

    IssuerAway(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException e) {
            // The first is of keys that cannot be fetched, the second of the issuer's description.
            LOG.warn("The token issuer does not answer: {}", e.getClass().getSimpleName());
            answers.send(request, response, Problem.UNAVAILABLE, List.of());
        }
    }
}
