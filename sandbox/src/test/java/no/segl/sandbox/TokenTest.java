package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Request;
import org.junit.jupiter.api.Test;

/** Maskinporten's tokens, and Altinn's for them. */
class TokenTest {

    private static final String SCOPE = "altinn:correspondence.write";
    private final Trial trial = new Trial();

    private Answer list(String token) {
        return trial.call(
                Neighbours.ALTINN,
                Request.get(
                        Trial.CORRESPONDENCE + "?resourceId=fjordvik-post&role=Sender",
                        Trial.bearer(token)));
    }

    private String grant(String client, String scope) {
        return trial.neighbours
                .maskinporten()
                .grant(client, scope, Optional.empty(), Optional.empty());
    }

    @Test
    void aGrantIsTakenForATokenAndThatForAltinns() {
        Answer answer = trial.form(grant(Clients.MUNICIPALITY, SCOPE));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(answer.json().path("expires_in").asLong(0)).isEqualTo(119);
        String altinn = trial.exchange(answer.json().path("access_token").asString(""));
        assertThat(altinn).doesNotContain("\"").matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(list(altinn).status()).isEqualTo(200);
    }

    @Test
    void whoMayNotGetsNone() {
        assertThat(error(grant("nobody", SCOPE))).isEqualTo("invalid_client");
        assertThat(error(grant(Clients.VENDOR, SCOPE))).isEqualTo("invalid_scope");
        assertThat(error("not.a.token")).isEqualTo("invalid_grant");
        String good = grant(Clients.MUNICIPALITY, SCOPE);
        assertThat(error(good.substring(0, good.length() - 4) + "AAAA")).isEqualTo("invalid_grant");
        trial.clock.advance(Duration.ofMinutes(5));
        assertThat(error(good)).as("of five minutes ago").isEqualTo("invalid_grant");
    }

    private String error(String assertion) {
        Answer answer = trial.form(assertion);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("error").asString("");
    }

    @Test
    void tokensExpireEachAfterItsTime() {
        String maskinporten = trial.maskinporten(Clients.MUNICIPALITY, SCOPE);
        String altinn = trial.exchange(maskinporten);
        trial.clock.advance(Duration.ofMinutes(3));
        assertThat(trial.exchange(maskinporten)).as("too late for that one").isEmpty();
        assertThat(list(altinn).status()).isEqualTo(200);
        trial.clock.advance(Duration.ofMinutes(30));
        assertThat(list(altinn).status()).isEqualTo(401);
        trial.knobs.turn(Knob.ALTINN_LIFETIME, "PT1H");
        String longer = trial.exchange(trial.maskinporten(Clients.MUNICIPALITY, SCOPE));
        trial.clock.advance(Duration.ofMinutes(50));
        assertThat(list(longer).status()).isEqualTo(200);
    }

    @Test
    void allCanBeEndedAtOnce() {
        String altinn = trial.exchange(trial.maskinporten(Clients.MUNICIPALITY, SCOPE));
        trial.neighbours.endTokens();
        assertThat(list(altinn).status()).isEqualTo(401);
        String again = trial.exchange(trial.maskinporten(Clients.MUNICIPALITY, SCOPE));
        assertThat(list(again).status()).isEqualTo(200);
    }

    @Test
    void aClockThatIsBehindDoesNotTakeWhatIsOfNow() {
        trial.clock.skew(Neighbours.ALTINN, Duration.ofMinutes(-1));
        String token = trial.maskinporten(Clients.MUNICIPALITY, SCOPE);
        assertThat(trial.exchange(token)).as("not yet, by Altinn's clock").isEmpty();
        trial.clock.skew(Neighbours.ALTINN, Duration.ZERO);
        assertThat(trial.exchange(token)).isNotEmpty();
    }

    @Test
    void maskinportenTellsItsKeysAndPlaces() {
        Answer metadata =
                trial.call(
                        Neighbours.MASKINPORTEN,
                        Request.get("/.well-known/oauth-authorization-server", java.util.Map.of()));
        assertThat(metadata.json().path("issuer").asString(""))
                .isEqualTo("http://maskinporten.invalid/");
        Answer keys = trial.call(Neighbours.MASKINPORTEN, Request.get("/jwk", java.util.Map.of()));
        assertThat(keys.json().path("keys").path(0).propertyNames())
                .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
    }
}
