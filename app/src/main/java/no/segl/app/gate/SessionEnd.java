package no.segl.app.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import no.segl.app.login.LoggedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session some time after its login, however much it is used. */
public final class SessionEnd {

    private final Duration longest;
    private final InstantSource clock;

    /**
     * A limit for sessions.
     *
     * @param longest how long after the login a session ends
     */
    public SessionEnd(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!request.getRequestURI().startsWith("/assets/") && isOver()) {
                    @Nullable HttpSession session = request.getSession(false);
                    if (session != null) {
                        session.invalidate();
                    }
                    SecurityContextHolder.clearContext();
                }
                chain.doFilter(request, response);
            }
        };
    }

    private boolean isOver() {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getPrincipal() instanceof LoggedIn person
                && !clock.instant().isBefore(person.since().plus(longest));
    }
}
