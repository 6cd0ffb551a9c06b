package no.segl.app.gate;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.segl.app.session.Sessions;
import no.segl.core.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of a login that has ended at its provider. Only those that had begun when it
 * ended there: who sends the word of it again ends no login of later.
 */
public final class LogoutElsewhere implements LogoutHandler {

    /** Where Spring Security takes the provider's word. */
    private static final String BACK = "/logout/connect/back-channel/";

    /** By how much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final BiFunction<String, String, Optional<PersonId>> known;
    private final Optional<URI> issuer;
    private final InstantSource clock;

    /**
     * @param known who the provider calls so, by its own name and theirs
     * @param issuer the provider; empty if nobody can log in
     */
    public LogoutElsewhere(
            Sessions sessions,
            BiFunction<String, String, Optional<PersonId>> known,
            Optional<URI> issuer,
            InstantSource clock) {
        this.sessions = sessions;
        this.known = known;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What the provider itself said (back channel), in a token that has been checked. */
    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication checked) {
        if (checked != null && checked.getPrincipal() instanceof OidcLogoutToken token) {
            Instant until = requireNonNull(token.getIssuedAt(), "iat").plus(SKEW);
            String by = requireNonNull(token.getIssuer(), "iss").toString();
            @Nullable String sid = token.getSessionId();
            if (sid != null) {
                sessions.end(by, sid, until);
            } else {
                known.apply(by, requireNonNull(token.getSubject(), "sub"))
                        .ifPresent(p -> sessions.end(p, until));
            }
        }
    }

    /**
     * Spring Security takes a token that lacks a claim for a fault of its own, which would be one
     * in the log for whoever sends such a token: it is the sender's.
     */
    OncePerRequestFilter guard() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                try {
                    chain.doFilter(request, response);
                } catch (AuthenticationServiceException e) {
                    if (!request.getRequestURI().startsWith(BACK) || !lacksAClaim(e)) {
                        throw e;
                    }
                    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                }
            }
        };
    }

    private static boolean lacksAClaim(AuthenticationServiceException fault) {
        @Nullable Throwable cause = fault.getCause();
        while (cause != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /**
     * What a browser said that the provider led here (front channel). Nothing proves it, but the
     * {@code sid} is known to nobody else.
     */
    public void logout(String by, String sid) {
        if (issuer.filter(i -> i.toString().equals(by)).isPresent() && !sid.isEmpty()) {
            sessions.end(by, sid, clock.instant());
        }
    }

    /** Which page may show the answer to that: the provider's. */
    public String shownBy() {
        return issuer.map(i -> i.getScheme() + "://" + i.getAuthority()).orElse("'none'");
    }

    /** Which session came of which login stands with the sessions, and not in a node's memory. */
    static final OidcSessionRegistry NOTHING =
            new OidcSessionRegistry() {
                @Override
                public void saveSessionInformation(OidcSessionInformation information) {
                    // It is in the session.
                }

                @Override
                public @Nullable OidcSessionInformation removeSessionInformation(String session) {
                    return null;
                }

                @Override
                public Iterable<OidcSessionInformation> removeSessionInformation(
                        OidcLogoutToken token) {
                    return List.of();
                }
            };
}
