package no.segl.app.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Checks the token against cross-site request forgery of a form that is exempt from Spring's own
 * check because its parts are read as a stream.
 */
public final class FormToken {

    private FormToken() {}

    /** The name of the field that must come before any file. */
    public static String field(HttpServletRequest request) {
        return token(request).getParameterName();
    }

    /** Whether {@code given} is the token of the session that {@code request} belongs to. */
    public static boolean matches(HttpServletRequest request, String given) {
        CsrfToken token = token(request);
        @Nullable String unmasked =
                new XorCsrfTokenRequestAttributeHandler()
                        .resolveCsrfTokenValue(new Form(request, given), token);
        return unmasked != null
                && MessageDigest.isEqual(
                        unmasked.getBytes(StandardCharsets.UTF_8),
                        token.getToken().getBytes(StandardCharsets.UTF_8));
    }

    /** The unmasked token, as Spring's filter left it beside the request. */
    private static CsrfToken token(HttpServletRequest request) {
        if (request.getAttribute(DeferredCsrfToken.class.getName())
                instanceof DeferredCsrfToken deferred) {
            return deferred.get();
        }
        throw new IllegalStateException("the request did not pass the gate for people");
    }

    /** The request as if the token had come as an ordinary parameter, and not in a header. */
    private static final class Form extends HttpServletRequestWrapper {
        private final String given;

        Form(HttpServletRequest request, String given) {
            super(request);
            this.given = given;
        }

        @Override
        public String getParameter(String name) {
            return given;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return null;
        }
    }
}
