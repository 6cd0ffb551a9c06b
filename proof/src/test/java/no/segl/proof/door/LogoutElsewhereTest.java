package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever logs out at the provider, or by another service there, is logged out here too. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LogoutElsewhereTest {

    private static final String BACK = "/logout/connect/back-channel/login";
    private static final String FRONT = "/utlogget/hos-innlogging";

    private ScriptedSegl at;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new ScriptedSegl(folder);
    }

    @AfterAll
    void stop() {
        at.close();
    }

    @Test
    void theLoginThatEndedAndNoOther() throws Exception {
        String sid = sid();
        String ended = logIn(sid);
        String same = logIn(sid);
        String other = logIn(sid());

        assertThat(told(token(c -> c.claim("sid", sid))).statusCode()).isEqualTo(200);

        assertThat(at.isInside(ended)).isFalse();
        assertThat(at.isInside(same)).as("each session of that login").isFalse();
        assertThat(at.isInside(other)).isTrue();
    }

    @Test
    void aWordWithoutALoginEndsAllThatThePersonHas() throws Exception {
        String first = logIn(sid());
        String second = logIn("");

        assertThat(told(token(c -> c)).statusCode()).isEqualTo(200);

        assertThat(at.isInside(first)).isFalse();
        assertThat(at.isInside(second)).isFalse();
    }

    @Test
    void aWordThatIsSentAgainEndsNoLaterLogin() throws Exception {
        String sid = sid();
        String old =
                token(c ->
                        c.claim("sid", sid)
                                .issueTime(
                                        Date.from(
                                                RunningSegl.CLOCK
                                                        .instant()
                                                        .minus(Duration.ofMinutes(2)))));
        assertThat(told(old).statusCode()).isEqualTo(200);
        String later = logIn(sid);

        told(old);

        assertThat(at.isInside(later)).isTrue();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("another audience", c -> c.audience("another-client")),
                refused("no audience", c -> c.audience((String) null)),
                refused("another issuer", c -> c.issuer("https://other.example/op")),
                refused("no issuer", c -> c.issuer(null)),
                refused("of nobody", c -> c.subject(null).claim("sid", null)),
                refused("no time", c -> c.issueTime(null)),
                refused("no name", c -> c.jwtID(null)),
                refused("a login's nonce", c -> c.claim("nonce", "nonce")),
                refused("no event", c -> c.claim("events", null)),
                refused("another event", c -> c.claim("events", Map.of("urn:other", Map.of()))),
                refused(
                        "run out",
                        c ->
                                c.expirationTime(
                                        Date.from(
                                                RunningSegl.CLOCK
                                                        .instant()
                                                        .minus(Duration.ofMinutes(10))))));
    }

    private static Arguments refused(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aWordWithOneFaultEndsNothing(String name, UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        String sid = sid();
        String inside = logIn(sid);
        endsNothing(name, inside, token(c -> change.apply(c.claim("sid", sid))));
    }

    @Test
    void aWordThatIsNotTheProvidersEndsNothing() throws Exception {
        String sid = sid();
        String inside = logIn(sid);
        JWTClaimsSet claims = at.tokens.ended().claim("sid", sid).build();
        String key = at.issuer.key().getKeyID();

        endsNothing("not signed", inside, new PlainJWT(claims).serialize());
        endsNothing("a stranger's", inside, IdTokens.sign(claims, ScriptedIssuer.freshKey(), key));
        String[] parts = token(c -> c.claim("sid", sid())).split("\\.", -1);
        String[] others = token(c -> c.claim("sid", sid)).split("\\.", -1);
        endsNothing("changed", inside, parts[0] + "." + others[1] + "." + parts[2]);
        endsNothing("no token", inside, "a.b.c");
        ScriptedSegl.Begun begun = at.begin();
        endsNothing("an id token", inside, at.tokens.good(begun.nonce()));
    }

    private void endsNothing(String name, String inside, String token) throws Exception {
        assertThat(told(token).statusCode()).as(name).isEqualTo(400);
        assertThat(at.isInside(inside)).as(name).isTrue();
    }

    @Test
    void theProvidersPageInABrowser() throws Exception {
        String sid = sid();
        String ended = logIn(sid);
        String issuer = at.issuer.name().toString();

        at.get(at.home.resolve(FRONT + "?iss=https://other.example/op&sid=" + sid), "");
        at.get(at.home.resolve(FRONT + "?iss=" + issuer + "&sid=" + sid()), "");
        at.get(at.home.resolve(FRONT + "?iss=" + issuer), "");
        at.get(at.home.resolve(FRONT), ended);
        assertThat(at.isInside(ended)).isTrue();

        HttpResponse<String> answer =
                at.get(at.home.resolve(FRONT + "?iss=" + issuer + "&sid=" + sid), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors http://127.0.0.1:" + at.issuer.name().getPort());
        assertThat(at.isInside(ended)).isFalse();
    }

    @Test
    void whatTheProviderCallsALoginIsNotInTheDatabase() throws Exception {
        String sid = sid();
        logIn(sid);
        assertThat(
                        at.segl
                                .part(JdbcClient.class)
                                .sql("SELECT principal_name FROM login_session")
                                .query((rs, _) -> String.valueOf(rs.getString("principal_name")))
                                .list())
                .noneMatch(name -> name.contains(sid));
    }

    private static String sid() {
        return UUID.randomUUID().toString();
    }

    /** Logs in as the one person that the provider has; gives the cookie. */
    private String logIn(String sid) throws Exception {
        ScriptedSegl.Begun begun = at.begin();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(at.tokens.claims(begun.nonce()));
        if (!sid.isEmpty()) {
            claims.claim("sid", sid);
        }
        String cookie =
                ScriptedSegl.cookie(
                        at.back(
                                begun,
                                IdTokens.sign(
                                        claims.build(),
                                        at.issuer.key(),
                                        at.issuer.key().getKeyID())));
        assertThat(at.isInside(cookie)).isTrue();
        return cookie;
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return IdTokens.sign(
                change.apply(at.tokens.ended()).build(),
                at.issuer.key(),
                at.issuer.key().getKeyID());
    }

    private HttpResponse<String> told(String token) throws Exception {
        return at.post(BACK, "logout_token=" + token);
    }
}
