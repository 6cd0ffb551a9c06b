package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.login.LoginProvider;
import no.segl.app.login.People;
import no.segl.app.store.Grants;
import no.segl.core.access.Grant;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.register.KeyRole;
import no.segl.proof.running.RegisterSays;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** A key role that is told in a place that nobody has signed, or was not asked about. */
@TestInstance(Lifecycle.PER_CLASS)
class UnsignedKeyRolesTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final OrgNumber NOWHERE = new OrgNumber("974760673");

    private RunningSegl segl;
    private HttpServer userinfo;
    private String said = "{}";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        RegisterSays.living(segl, POLICE, "ORGL");
        RegisterSays.keyRoles(segl, POLICE, List.of(new KeyRole("DAGL", 1, Optional.empty())));
        userinfo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        userinfo.createContext(
                "/",
                exchange -> {
                    byte[] body = said.getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        userinfo.start();
    }

    @AfterAll
    void stop() {
        userinfo.stop(0);
        segl.close();
    }

    @Test
    void onlyTheIdTokenOfALoginThatAskedIsBelieved() {
        Map<String, Object> claim = Map.of("authorization_details", details("0192:" + POLICE));
        said = "{\"sub\": \"somebody\", \"authorization_details\": " + json(POLICE) + "}";

        LoggedIn byUserinfo = logIn(LoginProvider.KEY_ROLE, Map.of(), claim);
        assertThat(byUserinfo.leads()).as("nobody has signed it").isEmpty();
        assertThat(logIn(LoginProvider.ID, claim, claim).leads()).as("not asked for").isEmpty();
        assertThat(standing(byUserinfo.person())).isEmpty();

        assertThat(logIn(LoginProvider.KEY_ROLE, malformed(), Map.of()).leads()).isEmpty();
        assertThat(standing(byUserinfo.person())).isEmpty();

        LoggedIn unknown = logIn(LoginProvider.KEY_ROLE, claim(NOWHERE), Map.of());
        assertThat(unknown.leads()).containsExactly(NOWHERE);
        assertThat(standing(unknown.person())).as("Segl does not know it").isEmpty();

        LoggedIn good = logIn(LoginProvider.KEY_ROLE, claim, Map.of());
        assertThat(good.leads()).containsExactly(POLICE);
        assertThat(standing(good.person())).extracting(Grant::unit).containsExactly(POLICE);
        assertThat(good.getIdToken().getClaims()).doesNotContainKey("authorization_details");
    }

    private static Map<String, Object> malformed() {
        return Map.of("authorization_details", details(POLICE.value()));
    }

    private static Map<String, Object> claim(OrgNumber unit) {
        return Map.of("authorization_details", details("0192:" + unit));
    }

    private static List<Object> details(String id) {
        return List.of(
                Map.of(
                        "type",
                        "ansattporten:altinn:resource",
                        "resource",
                        "urn:altinn:resource:segl-hovedadministrator",
                        "authorized_parties",
                        List.of(
                                Map.of(
                                        "orgno",
                                        Map.of("authority", "iso6523-actorid-upis", "ID", id),
                                        "resource",
                                        "segl-hovedadministrator"))));
    }

    private static String json(OrgNumber unit) {
        return """
        [{"type": "ansattporten:altinn:resource",
          "resource": "urn:altinn:resource:segl-hovedadministrator",
          "authorized_parties": [{"resource": "segl-hovedadministrator",
            "orgno": {"authority": "iso6523-actorid-upis", "ID": "0192:%s"}}]}]\
        """
                .formatted(unit);
    }

    /** As Spring does once the id token's signature is verified. */
    private LoggedIn logIn(
            String registration, Map<String, Object> claims, Map<String, Object> around) {
        Instant now = RunningSegl.CLOCK.instant();
        Map<String, Object> all =
                new HashMap<>(
                        Map.of(
                                "iss", "https://login.example",
                                "sub", "somebody",
                                "aud", List.of("segl"),
                                "acr", "idporten-loa-high",
                                "auth_time", now,
                                "name", "Prøve"));
        all.putAll(claims);
        OidcIdToken token = new OidcIdToken("token", now, now.plusSeconds(60), all);
        String here = "http://127.0.0.1:" + userinfo.getAddress().getPort();
        ClientRegistration client =
                ClientRegistration.withRegistrationId(registration)
                        .clientId("segl")
                        .clientSecret("secret")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(here)
                        .authorizationUri(here)
                        .tokenUri(here)
                        .userInfoUri(here)
                        .userNameAttributeName("sub")
                        .scope("openid", "profile")
                        .build();
        OAuth2AccessToken access =
                new OAuth2AccessToken(
                        TokenType.BEARER,
                        "access",
                        now,
                        now.plusSeconds(60),
                        Set.of("openid", "profile"));
        return (LoggedIn)
                segl.server
                        .part(People.class)
                        .loadUser(new OidcUserRequest(client, access, token, around));
    }

    private List<Grant> standing(PersonId person) {
        Instant now = RunningSegl.CLOCK.instant();
        return segl.server.part(Grants.class).of(person).stream()
                .filter(g -> g.holdsAt(now))
                .toList();
    }
}
