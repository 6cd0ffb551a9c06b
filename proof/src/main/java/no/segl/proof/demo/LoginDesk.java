package no.segl.proof.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponseKt;
import no.nav.security.mock.oauth2.http.Route;
import no.segl.proof.demo.World.Person;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where people log in: asks who they want to be, and lets the library write the code and the id
 * token. Stricter than the library, which checks neither client, secret nor redirect, and takes a
 * code without its PKCE verifier.
 */
final class LoginDesk {

    /** ID-porten's levels, from that of BankID and its equals down. */
    private static final List<String> LEVELS =
            List.of("idporten-loa-high", "idporten-loa-substantial", "idporten-loa-low");

    /** What Altinn gives to those who hold a key role, and to nobody else. */
    static final String KEY_ROLE_RESOURCE = "urn:altinn:resource:segl-hovedadministrator";

    private static final String RESOURCE = "ansattporten:altinn:resource";

    private final World world;
    private final Issuer.Settings settings;
    private final Route library;
    private final InstantSource clock;
    private final LoginPage page;

    LoginDesk(World world, Issuer.Settings settings, Route library, InstantSource clock) {
        this.world = world;
        this.settings = settings;
        this.library = library;
        this.clock = clock;
        this.page = new LoginPage(world);
    }

    /** The page on which one chooses who to be. */
    OAuth2HttpResponse ask(OAuth2HttpRequest request) {
        return parse(request)
                .map(asked ->
                        html(
                                200,
                                page.people(language(request), LEVELS),
                                asked.getRedirectionURI()))
                .orElseGet(() -> refusal(request));
    }

    /** What was chosen there: a person, or to go back without logging in. */
    OAuth2HttpResponse choose(OAuth2HttpRequest request) {
        Optional<AuthenticationRequest> asked = parse(request);
        if (asked.isEmpty()) {
            return refusal(request);
        }
        if (request.getFormParameters().get("cancel") != null) {
            return OAuth2HttpResponseKt.redirect(
                    new AuthorizationErrorResponse(
                                    asked.get().getRedirectionURI(),
                                    OAuth2Error.ACCESS_DENIED,
                                    asked.get().getState(),
                                    ResponseMode.QUERY)
                            .toURI()
                            .toString(),
                    Headers.of());
        }
        String level =
                Optional.ofNullable(request.getFormParameters().get("level"))
                        .orElse(LEVELS.getFirst());
        return Optional.ofNullable(request.getFormParameters().get("subject"))
                .flatMap(world::person)
                .filter(_ -> LEVELS.contains(level))
                .map(person -> library.invoke(as(person, level, asked.get(), request)))
                .orElseGet(() -> refusal(request));
    }

    /** Exchanges a code for tokens. */
    OAuth2HttpResponse redeem(OAuth2HttpRequest request) {
        TokenRequest asked;
        try {
            asked = TokenRequest.parse(request.asNimbusHTTPRequest());
        } catch (ParseException e) {
            return MachineDesk.error(e);
        }
        if (!(asked.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant)) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        if (!MachineDesk.isFrom(Issuer.LOGIN_CLIENT, settings.secret(), asked)) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.INVALID_CLIENT);
        }
        if (grant.getCodeVerifier() == null) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.INVALID_GRANT);
        }
        return library.invoke(request);
    }

    /** Ends the session, of which there is none: sends the person back to Segl, or says so. */
    OAuth2HttpResponse end(OAuth2HttpRequest request) {
        Optional<HttpUrl> back =
                parameter(request, "post_logout_redirect_uri")
                        .map(HttpUrl::parse)
                        .filter(this::isOnOurOrigin);
        if (back.isEmpty()) {
            return html(200, LoginPage.loggedOut(language(request)), null);
        }
        HttpUrl.Builder to = back.get().newBuilder();
        parameter(request, "state").ifPresent(state -> to.addQueryParameter("state", state));
        return OAuth2HttpResponseKt.redirect(to.build().toString(), Headers.of());
    }

    /** The request, if it is one that Segl may make. */
    private Optional<AuthenticationRequest> parse(OAuth2HttpRequest request) {
        try {
            AuthenticationRequest asked =
                    AuthenticationRequest.parse(request.getOriginalUrl().uri());
            // The library decodes a query before it splits it: what it reads must be what was sent.
            AuthenticationRequest read = AuthenticationRequest.parse(request.getUrl().uri());
            boolean good =
                    asked.toParameters().equals(read.toParameters())
                            && asked.getClientID().getValue().equals(Issuer.LOGIN_CLIENT)
                            && settings.redirects().contains(asked.getRedirectionURI())
                            && asked.getResponseType().equals(ResponseType.CODE)
                            && CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())
                            && (asked.getResponseMode() == null
                                    || asked.getResponseMode().equals(ResponseMode.QUERY));
            return good ? Optional.of(asked) : Optional.empty();
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    /** The form as the library knows it: a subject, and claims that it copies into the tokens. */
    private OAuth2HttpRequest as(
            Person person, String level, AuthenticationRequest asked, OAuth2HttpRequest request) {
        Map<String, Object> claims =
                new HashMap<>(
                        Map.of(
                                "name", person.name(),
                                "pid", person.number().digits(),
                                "acr", level,
                                "amr", List.of("TestID"),
                                "auth_time", clock.instant().getEpochSecond(),
                                "locale", language(request).tag()));
        List<Map<String, Object>> details =
                Optional.ofNullable(asked.getAuthorizationDetails()).orElse(List.of()).stream()
                        .map(detail -> answered(detail.toJSONObject(), person))
                        .toList();
        if (!details.isEmpty()) {
            claims.put("authorization_details", details);
        }
        String form =
                "username="
                        + encoded(person.subject())
                        + "&claims="
                        + encoded(JSONObjectUtils.toJSONString(claims));
        return new OAuth2HttpRequest(
                request.getHeaders(), request.getMethod(), request.getOriginalUrl(), form);
    }

    /**
     * What Ansattporten answers that is asked whom somebody represents: its type alone if they
     * represent nobody, else whom. Here they choose all.
     */
    private Map<String, Object> answered(Map<String, Object> asked, Person person) {
        Optional<World.Unit> leads = person.leads().map(world::unit);
        if (leads.isEmpty()
                || !RESOURCE.equals(asked.get("type"))
                || !KEY_ROLE_RESOURCE.equals(asked.get("resource"))) {
            return Map.of("type", String.valueOf(asked.get("type")));
        }
        World.Unit unit = leads.get();
        return Map.of(
                "type",
                RESOURCE,
                "resource",
                KEY_ROLE_RESOURCE,
                "resource_name",
                "Hovedadministrator i Segl",
                "authorized_parties",
                List.of(
                        Map.of(
                                "orgno",
                                Map.of(
                                        "authority",
                                        "iso6523-actorid-upis",
                                        "ID",
                                        "0192:" + unit.number()),
                                "resource",
                                KEY_ROLE_RESOURCE.substring(KEY_ROLE_RESOURCE.lastIndexOf(':') + 1),
                                "name",
                                unit.name().toUpperCase(Locale.ROOT),
                                "unit_type",
                                unit.number().equals(Fjordvik.LAW_FIRM) ? "AS" : "KOMM")));
    }

    private OAuth2HttpResponse refusal(OAuth2HttpRequest request) {
        return html(400, LoginPage.refused(language(request)), null);
    }

    private boolean isOnOurOrigin(HttpUrl url) {
        return settings.redirects().stream()
                .map(LoginDesk::origin)
                .anyMatch(origin(url.uri())::equals);
    }

    private static OAuth2HttpResponse html(int status, String page, @Nullable URI redirect) {
        // A browser holds the redirect that follows a form to form-action too.
        String to = redirect == null ? "" : " " + origin(redirect);
        Headers headers =
                Headers.of(
                        "Content-Type",
                        "text/html;charset=UTF-8",
                        "Content-Security-Policy",
                        LoginPage.POLICY + "; form-action 'self'" + to,
                        "Referrer-Policy",
                        "no-referrer");
        return new OAuth2HttpResponse(headers, status, page, null);
    }

    private static Language language(OAuth2HttpRequest request) {
        return Language.preferred(parameter(request, "ui_locales").orElse(""));
    }

    private static Optional<String> parameter(OAuth2HttpRequest request, String name) {
        return Optional.ofNullable(request.getOriginalUrl().queryParameter(name))
                .or(() -> Optional.ofNullable(request.getFormParameters().get(name)));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
