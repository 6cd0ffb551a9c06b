package no.segl.app.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.app.login.LoggedIn;
import no.segl.app.login.LoginProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Where people log in, and how surely they must.
 *
 * @param provider empty if nobody can log in here, because no provider is set
 * @param issuer the provider's address
 * @param keyRoles how somebody shows that they hold a key role
 * @param longestSession how old a login at the provider may be
 */
public record Door(
        Optional<ClientRegistrationRepository> provider,
        Optional<URI> issuer,
        Levels levels,
        KeyRoleLogin keyRoles,
        Duration longestSession) {

    /** What leads to a page at the level of content: the page's own path follows. */
    public static final String HIGHER = "/niva";

    /** Set on a request that came to nothing since the login is at too low a level. */
    public static final String TOO_LOW = Door.class.getName() + ".tooLow";

    /** What is handed out as a file takes the level of content. */
    static final String[] FILES = {
        "/brev/*/bevis",
        "/sendt/*/bevis",
        "/sendt/*/journalpost.xml",
        "/sendt/*/journalpost.json",
        "/sendt/journalposter.xml",
        "/sendt/journalposter.json",
        "/sendt/liste.*",
        "/inngaende/liste.*",
        "/oversikt/mote.pdf",
        "/eksporter/*/fil",
        "/tilganger/gjennomgang/*/liste.csv",
        "/kontroller/gjennomforinger.csv",
        "/brudd.csv"
    };

    /** Questions that are asked by form, and do nothing. */
    static final String[] QUESTIONS = {"/kan-de-apne"};

    private static final Pattern OPENING = Pattern.compile("(/brev/[^/]+)/apne");

    private static final String KEY_ROLE_PAGE = "/tilganger/nokkelrolle";
    private static final String LOG_IN = "/oauth2/authorization/";

    /** Whether a login is at the level that content needs. */
    AuthorizationDecision mayReadContent(@Nullable Authentication who) {
        return new AuthorizationDecision(
                who != null
                        && who.getPrincipal() instanceof LoggedIn person
                        && person.level().reaches(levels.content()));
    }

    /** Asks the provider for the level that is needed, and for a login that is not too old. */
    OAuth2AuthorizationRequestResolver asking(ClientRegistrationRepository registrations) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations);
        resolver.setAuthorizationRequestCustomizer(this::ask);
        return resolver;
    }

    private void ask(OAuth2AuthorizationRequest.Builder request) {
        request.attributes(attributes -> {
            String registration =
                    String.valueOf(attributes.get(OAuth2ParameterNames.REGISTRATION_ID));
            request.additionalParameters(more -> ask(registration, more));
        });
    }

    private void ask(String registration, Map<String, Object> more) {
        levels.acr(levels.needed(registration)).ifPresent(acr -> more.put("acr_values", acr));
        if (registration.equals(LoginProvider.KEY_ROLE)) {
            keyRoles.asked().ifPresent(details -> more.put(KeyRoleLogin.CLAIM, details));
        }
        more.put("max_age", Long.toString(longestSession.toSeconds()));
    }

    /** Where somebody comes who has logged in: where they wanted to go, if they did. */
    AuthenticationSuccessHandler entrance(RequestCache wanted) {
        SavedRequestAwareAuthenticationSuccessHandler there =
                new SavedRequestAwareAuthenticationSuccessHandler();
        there.setRequestCache(wanted);
        there.setDefaultTargetUrl("/innboks");
        return (request, response, who) -> {
            if (keyRoles.wanted().isPresent()
                    && who instanceof OAuth2AuthenticationToken login
                    && login.getAuthorizedClientRegistrationId().equals(LoginProvider.KEY_ROLE)) {
                response.sendRedirect(KEY_ROLE_PAGE);
            } else {
                there.onAuthenticationSuccess(request, response, who);
            }
        };
    }

    /**
     * Sends somebody whose login is at too low a level to log in at a higher, and back. Whatever
     * they wrote in a form cannot come along: they are told that nothing was done.
     */
    AccessDeniedHandler stepUp(RequestCache wanted) {
        AccessDeniedHandler refused = new AccessDeniedHandlerImpl();
        return (request, response, fault) -> {
            Matcher opening = OPENING.matcher(request.getRequestURI());
            if (request.getRequestURI().startsWith(HIGHER + "/")) {
                wanted.saveRequest(request, response);
                response.sendRedirect(LOG_IN + LoginProvider.CONTENT);
            } else if (fault instanceof CsrfException) {
                refused.handle(request, response, fault);
            } else if (request.getMethod().equals("GET")) {
                String query = request.getQueryString();
                seeOther(response, request.getRequestURI() + (query == null ? "" : "?" + query));
            } else if (opening.matches()) {
                seeOther(response, opening.group(1));
            } else {
                request.setAttribute(TOO_LOW, true);
                refused.handle(request, response, fault);
            }
        };
    }

    private static void seeOther(HttpServletResponse response, String page) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", HIGHER + page);
    }
}
