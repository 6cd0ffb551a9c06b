package no.segl.proof.demo;

import static no.segl.proof.demo.IssuerOnLoopback.NOW;
import static no.segl.proof.demo.IssuerOnLoopback.SECRET;
import static no.segl.proof.demo.IssuerOnLoopback.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import no.segl.proof.demo.World.Machine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** A machine's tokens, fetched over HTTP and judged by the checks that Segl itself uses. */
class MachineTokensTest {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private final Machine police = World.fjordvik().machine(Fjordvik.POLICE_CLIENT).orElseThrow();

    /** One for all tests: to make keys is the slow part. */
    @TempDir private static Path folder;

    private IssuerOnLoopback issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = IssuerOnLoopback.start(folder);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void curlFetchesATokenThatSeglAccepts() throws Exception {
        HttpResponse<String> answer =
                issuer.post(issuer.machineTokens(), GRANT, basic(police.clientId(), SECRET));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, Object> body = JSONObjectUtils.parse(answer.body());
        assertThat(body)
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 120L)
                .containsEntry("scope", "segl:send segl:status");
        Jwt token =
                Checks.resourceServer(issuer.issuer())
                        .decode(JSONObjectUtils.getString(body, "access_token"));
        assertThat(token.getClaimAsString("scope")).isEqualTo("segl:send segl:status");
        assertThat(token.getClaimAsString("client_id")).isEqualTo(police.clientId());
        assertThat(token.getClaimAsMap("consumer"))
                .isEqualTo(Map.of("authority", "iso6523-actorid-upis", "ID", "0192:312780402"));
        assertThat(token.getAudience()).containsExactly(IssuerOnLoopback.AUDIENCE);
        assertThat(token.getExpiresAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(token.getId()).isNotEmpty();
        assertThat(token.getClaims()).doesNotContainKey("sub");
    }

    @Test
    void theSecretMayStandInTheFormAndLessMayBeAskedFor() throws Exception {
        HttpResponse<String> answer =
                issuer.post(
                        issuer.machineTokens(),
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                police.clientId(),
                                "client_secret",
                                SECRET,
                                "scope",
                                "segl:status",
                                "resource",
                                IssuerOnLoopback.AUDIENCE));

        assertThat(JSONObjectUtils.parse(answer.body())).containsEntry("scope", "segl:status");
    }

    @ParameterizedTest
    @CsvSource({
        "fjordvik-kommune-arkiv, scope, segl:send, invalid_scope, 400",
        "vestfjord-politi-sak, resource, https://other.example/api, invalid_target, 400",
        "vestfjord-politi-sak, grant_type, refresh_token, unsupported_grant_type, 400",
        "vestfjord-politi-sak, grant_type, oppdikta, unsupported_grant_type, 400",
        "ukjend, scope, segl:send, invalid_client, 401",
    })
    void aRequestTooFarIsRefused(String client, String name, String value, String error, int status)
            throws Exception {
        Map<String, String> form = new HashMap<>(GRANT);
        form.put("refresh_token", "x");
        form.put(name, value);

        HttpResponse<String> answer =
                issuer.post(issuer.machineTokens(), form, basic(client, SECRET));

        assertThat(answer.body()).contains("\"" + error + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aWrongSecretOrNoneGivesNothing() throws Exception {
        HttpResponse<String> wrong =
                issuer.post(issuer.machineTokens(), GRANT, basic(police.clientId(), "gjetta"));
        HttpResponse<String> none = issuer.post(issuer.machineTokens(), GRANT);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(none.statusCode()).isIn(400, 401);
        assertThat(wrong.body() + none.body()).doesNotContain("access_token");
    }

    @ParameterizedTest
    @EnumSource(Tokens.Flaw.class)
    void everyFlawIsFound(Tokens.Flaw flaw) {
        JwtDecoder segl = Checks.resourceServer(issuer.issuer());
        String flawed = issuer.issuer().tokens().flawed(police, flaw);

        assertThatThrownBy(() -> segl.decode(flawed)).isInstanceOf(JwtException.class);
        // The same checks let its good sister through, so the flaw is what they found.
        assertThat(segl.decode(issuer.issuer().tokens().of(police))).isNotNull();
    }

    @Test
    void onlyTheDoorsThatSeglNeedsAreOpen() throws Exception {
        String base = "http://127.0.0.1:" + issuer.port();

        for (String path :
                new String[] {"/", "/default/jwks", "/login/debugger", "/login/revoke"}) {
            assertThat(issuer.get(URI.create(base + path)).statusCode()).isEqualTo(404);
        }
        assertThat(
                        issuer.post(
                                        URI.create(base + "/anything/token"),
                                        GRANT,
                                        basic(police.clientId(), SECRET))
                                .statusCode())
                .isEqualTo(404);
        assertThat(
                        issuer.post(
                                        issuer.machineTokens(),
                                        Map.of("grant_type", "x".repeat(70_000)))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void itsNameIsItsOwnWhateverItIsCalled() throws Exception {
        URI byOtherName =
                URI.create(
                        "http://localhost:"
                                + issuer.port()
                                + "/maskinporten/.well-known/oauth-authorization-server");

        HttpResponse<String> answer = issuer.get(byOtherName, "X-Forwarded-Proto", "https");

        assertThat(JSONObjectUtils.parse(answer.body()))
                .containsEntry("issuer", issuer.issuer().machineIssuer().toString());
    }

    @Test
    void keysLastFromRunToRunAndAreTheOwnersAlone() throws Exception {
        String before = issuer.issuer().tokens().of(police);
        int port = issuer.port();
        issuer.close();
        issuer = IssuerOnLoopback.start(folder, port, IssuerOnLoopback.REDIRECT);

        assertThat(Checks.resourceServer(issuer.issuer()).decode(before)).isNotNull();
        for (String file : new String[] {"login.jwk", "maskinporten.jwk"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        String published = issuer.get(URI.create(issuer.issuer().machineIssuer() + "/jwks")).body();
        assertThat(JSONObjectUtils.parse(published)).containsOnlyKeys("keys");
        assertThat(published).contains("\"kid\"", "\"n\"").doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void aNewKeyIsNoticedBySegl(@TempDir Path other) throws Exception {
        JwtDecoder segl = Checks.resourceServer(issuer.issuer());
        String old = issuer.issuer().tokens().of(police);
        assertThat(segl.decode(old)).isNotNull();
        int port = issuer.port();

        issuer.close();
        issuer = IssuerOnLoopback.start(other, port, IssuerOnLoopback.REDIRECT);

        assertThat(segl.decode(issuer.issuer().tokens().of(police))).isNotNull();
        assertThatThrownBy(() -> segl.decode(old)).isInstanceOf(JwtException.class);
    }

    @Test
    void springFindsItsWayFromTheIssuersAddressAlone() {
        ClientRegistration found =
                ClientRegistrations.fromIssuerLocation(issuer.issuer().loginIssuer().toString())
                        .clientId(Issuer.LOGIN_CLIENT)
                        .clientSecret(SECRET)
                        .build();

        assertThat(found.getProviderDetails().getTokenUri())
                .isEqualTo(issuer.loginTokens().toString());
        assertThat(found.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(found.getProviderDetails().getConfigurationMetadata())
                .containsKey("end_session_endpoint");
    }
}
