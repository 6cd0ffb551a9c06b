package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.segl.app.login.Scopes;
import no.segl.app.store.Ledger;
import no.segl.core.id.LetterId;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.Tokens;
import no.segl.proof.demo.World.Machine;
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
import tools.jackson.databind.json.JsonMapper;

/** Machines' tokens that a running Segl must refuse, one fault each; and those that it must not. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusedTokensTest {

    private static final String SUPPLIER = "313915611";
    private static final JsonMapper JSON = new JsonMapper();

    private RunningSegl segl;
    private Issuer issuer;
    private Machine police;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        issuer = segl.issuer;
        police = segl.world.machine("vestfjord-politi-sak").orElseThrow();
    }

    @AfterAll
    void stop() {
        issuer.close();
        segl.close();
    }

    static Stream<Arguments> refused() {
        Instant now = RunningSegl.CLOCK.instant();
        Stream<Arguments> claims =
                Stream.of(
                        claims("no end", c -> c.expirationTime(null)),
                        claims(
                                "an end that is far off",
                                c -> c.expirationTime(Date.from(now.plus(Duration.ofHours(2))))),
                        claims(
                                "not yet valid",
                                c -> c.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(10))))),
                        claims("no audience", c -> c.audience((String) null)),
                        claims("no issuer", c -> c.issuer(null)),
                        claims("no consumer", c -> c.claim("consumer", null)),
                        claims("a consumer that is a text", c -> c.claim("consumer", "0192:1")),
                        claims("a consumer of another scheme", c -> party(c, "consumer", "0088:1")),
                        claims(
                                "the right number of another scheme",
                                c -> party(c, "consumer", "0088:312780402")),
                        claims(
                                "a consumer with a wrong check digit",
                                c -> party(c, "consumer", "0192:312780403")),
                        claims(
                                "a supplier of another scheme",
                                c -> party(c, "supplier", "0088:" + SUPPLIER)),
                        claims("a supplier that is a text", c -> c.claim("supplier", SUPPLIER)),
                        claims("no client", c -> c.claim("client_id", null)),
                        claims("a client with a slash", c -> c.claim("client_id", "313915611/x")));
        Stream<Arguments> flaws =
                Arrays.stream(Tokens.Flaw.values())
                        .map(flaw -> Arguments.of(flaw.name(), (Make) (t, m) -> t.flawed(m, flaw)));
        return Stream.concat(flaws, claims);
    }

    /** Makes a token for a machine. */
    interface Make {
        String token(Tokens tokens, Machine machine);
    }

    private static Arguments claims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, (Make) (tokens, machine) -> tokens.changed(machine, change));
    }

    private static JWTClaimsSet.Builder party(JWTClaimsSet.Builder claims, String name, String id) {
        return claims.claim(name, Map.of("authority", "iso6523-actorid-upis", "ID", id));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aTokenWithOneFaultIsRefused(String name, Make make) throws Exception {
        HttpResponse<String> answer =
                segl.get("/api/v1/letters", make.token(issuer.tokens(), police));

        assertThat(answer.statusCode()).as(name).isEqualTo(401);
        assertThat(answer.body()).contains("token-not-accepted");
        // Its good sister is let in, so the fault is what was found.
        assertThat(segl.get("/api/v1/letters", issuer.tokens().of(police)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewKeyIsNoticedAndTheOldOneIsOver(@TempDir Path other) throws Exception {
        String old = issuer.tokens().of(police);
        assertThat(segl.get("/api/v1/letters", old).statusCode()).isEqualTo(200);
        int port = issuer.loginIssuer().getPort();
        issuer.close();
        issuer = Demo.issuer(segl.world, port, other, segl.home, RunningSegl.CLOCK);

        assertThat(segl.get("/api/v1/letters", issuer.tokens().of(police)).statusCode())
                .isEqualTo(200);
        assertThat(segl.get("/api/v1/letters", old).statusCode()).isEqualTo(401);
    }

    @Test
    void aSupplierActsForTheConsumerAndStandsInTheLedger() throws Exception {
        String token =
                issuer.tokens().changed(police, c -> party(c, "supplier", "0192:" + SUPPLIER));
        HttpResponse<String> mine = segl.get("/api/v1/letters", issuer.tokens().of(police));
        HttpResponse<String> theirs = segl.get("/api/v1/letters", token);
        assertThat(theirs.statusCode()).isEqualTo(200);
        assertThat(theirs.body()).isEqualTo(mine.body());

        HttpResponse<String> sent =
                segl.send(
                        token,
                        "by-a-supplier",
                        """
                        {"sender": "312780402", "recipients": ["310451223"],
                         "category": "CHILD_WELFARE", "title": "Brev i sak"}
                        """,
                        "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String letter = JSON.readTree(sent.body()).path("letters").path(0).path("id").asString();
        assertThat(segl.server.part(Ledger.class).of(LetterId.parse(letter).orElseThrow(), 0, 9))
                .anySatisfy(entry ->
                        assertThat(entry.actorId())
                                .isEqualTo("312780402/" + SUPPLIER + "/" + police.clientId()));
    }

    @Test
    void aTokenLetsItsMachineAskForNoMoreThanItsScopes() throws Exception {
        for (List<String> scopes :
                List.of(List.of(Scopes.RECEIVE), List.of(Scopes.ADMIN), List.of(Scopes.SEND))) {
            String token = issuer.tokens().of(police, scopes);
            assertThat(segl.get("/api/v1/letters", token).statusCode()).isEqualTo(403);
        }
        String status = issuer.tokens().of(police, List.of(Scopes.STATUS, Scopes.ADMIN));
        assertThat(segl.get("/api/v1/letters", status).statusCode()).isEqualTo(200);
    }
}
