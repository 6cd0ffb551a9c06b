package no.segl.proof.demo;

import static no.segl.proof.demo.IssuerOnLoopback.REDIRECT;
import static no.segl.proof.demo.IssuerOnLoopback.SECRET;
import static no.segl.proof.demo.IssuerOnLoopback.VERIFIER;
import static no.segl.proof.demo.IssuerOnLoopback.basic;
import static no.segl.proof.demo.IssuerOnLoopback.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.proof.demo.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way through login, over HTTP, as a browser and Segl walk it. */
class LoginFlowTest {

    private final Person person = World.fjordvik().persons().getFirst();

    /** One for all tests: to make keys is the slow part. */
    @TempDir private static Path keys;

    private IssuerOnLoopback issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = IssuerOnLoopback.start(keys);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void discoveryTellsWhereEverythingIs() throws Exception {
        URI well = URI.create(issuer.issuer().loginIssuer() + "/.well-known/openid-configuration");

        OIDCProviderMetadata found = OIDCProviderMetadata.parse(issuer.get(well).body());

        String base = "http://127.0.0.1:" + issuer.port() + "/login";
        assertThat(found.getIssuer()).hasToString(base);
        assertThat(found.getAuthorizationEndpointURI()).hasToString(base + "/authorize");
        assertThat(found.getTokenEndpointURI()).hasToString(base + "/token");
        assertThat(found.getJWKSetURI()).hasToString(base + "/jwks");
        assertThat(found.getEndSessionEndpointURI()).hasToString(base + "/endsession");
    }

    @Test
    void aPersonIsChosenAndSeglLearnsWhoItIs() throws Exception {
        URI authorize = issuer.authorize(login());
        assertThat(issuer.get(authorize).body()).contains("Rolig Måke", "Avbryt");

        HttpResponse<String> chosen = issuer.post(authorize, Map.of("subject", person.subject()));
        assertThat(chosen.statusCode()).isEqualTo(302);
        URI back = location(chosen);
        assertThat(back.toString()).startsWith(REDIRECT + "?");
        AuthorizationResponse response = AuthorizationResponse.parse(back);
        assertThat(response.getState().getValue()).isEqualTo("st4te==");

        HttpResponse<String> redeemed =
                redeem(response.toSuccessResponse().getAuthorizationCode().getValue(), Map.of());
        assertThat(redeemed.statusCode()).isEqualTo(200);
        Map<String, Object> tokens = JSONObjectUtils.parse(redeemed.body());
        JWTClaimsSet id =
                Checks.idToken(issuer.issuer(), JSONObjectUtils.getString(tokens, "id_token"));
        assertThat(id.getSubject()).isEqualTo(person.subject());
        assertThat(id.getAudience()).containsExactly("segl");
        assertThat(id.getStringClaim("name")).isEqualTo("Rolig Måke");
        assertThat(id.getStringClaim("nonce")).isEqualTo("n0nce");
        assertThat(id.getStringClaim("acr")).isEqualTo("idporten-loa-high");
        assertThat(id.getStringListClaim("amr")).containsExactly("TestID");
        assertThat(id.getLongClaim("auth_time")).isEqualTo(IssuerOnLoopback.NOW.getEpochSecond());
        assertThat(id.getIssueTime()).isEqualTo(Date.from(IssuerOnLoopback.NOW));
        assertThat(id.getStringClaim("pid")).isEqualTo(person.number().digits());

        HttpResponse<String> info =
                issuer.get(
                        URI.create(issuer.issuer().loginIssuer() + "/userinfo"),
                        "Authorization",
                        "Bearer " + tokens.get("access_token"));
        assertThat(JSONObjectUtils.parse(info.body())).containsEntry("sub", person.subject());
    }

    @Test
    void aCodeIsGoodOnceAndOnlyForTheOneWhoAskedForIt() throws Exception {
        assertThat(redeem(code(), Map.of("code_verifier", "x".repeat(43))).body())
                .contains("invalid_grant");
        String code = code();
        assertThat(redeem(code, Map.of()).statusCode()).isEqualTo(200);
        assertThat(redeem(code, Map.of()).body()).contains("invalid_grant");
    }

    @Test
    void aCodeIsNotGivenWithoutVerifierOrSecret() throws Exception {
        Map<String, String> form = new HashMap<>(redemption(code()));
        form.remove("code_verifier");

        assertThat(issuer.post(issuer.loginTokens(), form, basic("segl", SECRET)).body())
                .contains("invalid_grant");
        assertThat(
                        issuer.post(
                                        issuer.loginTokens(),
                                        redemption(code()),
                                        basic("segl", "gjetta"))
                                .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, another",
        "redirect_uri, http://localhost:8080/elsewhere",
        "redirect_uri, https://other.example/login/oauth2/code/login",
        "response_type, id_token",
        "response_mode, form_post",
        "code_challenge_method, plain",
        "state, one&prompt=none",
    })
    void aRequestThatSeglNeverMakesIsRefusedWithoutARedirect(String name, String value)
            throws Exception {
        Map<String, String> query = login();
        query.put(name, value);

        HttpResponse<String> asked = issuer.get(issuer.authorize(query));
        HttpResponse<String> chosen =
                issuer.post(issuer.authorize(query), Map.of("subject", person.subject()));

        assertThat(List.of(asked.statusCode(), chosen.statusCode())).containsOnly(400);
        assertThat(asked.body()).contains("Innloggingen kan ikke fortsette").doesNotContain(value);
        assertThat(chosen.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void nobodyCanBeWhoTheDemoDoesNotKnow() throws Exception {
        URI authorize = issuer.authorize(login());

        assertThat(issuer.post(authorize, Map.of("subject", "admin")).statusCode()).isEqualTo(400);
        // The library's own field, with which one could be anyone.
        assertThat(issuer.post(authorize, Map.of("username", "admin")).statusCode()).isEqualTo(400);
    }

    @Test
    void goingBackTellsSeglThatNobodyLoggedIn() throws Exception {
        HttpResponse<String> back = issuer.post(issuer.authorize(login()), Map.of("cancel", "1"));

        AuthorizationResponse response = AuthorizationResponse.parse(location(back));
        assertThat(response.toErrorResponse().getErrorObject().getCode())
                .isEqualTo("access_denied");
        assertThat(response.getState().getValue()).isEqualTo("st4te==");
    }

    @Test
    void logoutSendsBackToSeglAndNowhereElse() throws Exception {
        HttpResponse<String> home = logout("http://localhost:8080");
        assertThat(home.statusCode()).isEqualTo(302);
        assertThat(location(home)).hasToString("http://localhost:8080/?state=s");

        HttpResponse<String> elsewhere = logout("https://other.example/");
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(elsewhere.body()).contains("Du er logget ut");
    }

    private HttpResponse<String> logout(String to) throws Exception {
        return issuer.get(
                URI.create(
                        issuer.issuer().loginIssuer()
                                + "/endsession?"
                                + IssuerOnLoopback.form(
                                        Map.of("post_logout_redirect_uri", to, "state", "s"))));
    }

    private String code() throws Exception {
        HttpResponse<String> chosen =
                issuer.post(issuer.authorize(login()), Map.of("subject", person.subject()));
        return AuthorizationResponse.parse(location(chosen))
                .toSuccessResponse()
                .getAuthorizationCode()
                .getValue();
    }

    private HttpResponse<String> redeem(String code, Map<String, String> changes) throws Exception {
        Map<String, String> form = new HashMap<>(redemption(code));
        form.putAll(changes);
        return issuer.post(issuer.loginTokens(), form, basic("segl", SECRET));
    }

    private static Map<String, String> redemption(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                REDIRECT.toString(),
                "code_verifier",
                VERIFIER);
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
