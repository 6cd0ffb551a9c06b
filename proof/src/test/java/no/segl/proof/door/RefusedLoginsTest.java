package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People's id tokens that a running Segl must refuse, one fault each; and those that it must not.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RefusedLoginsTest {

    private ScriptedSegl at;
    private ScriptedIssuer issuer;
    private IdTokens tokens;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new ScriptedSegl(folder);
        issuer = at.issuer;
        tokens = at.tokens;
    }

    @AfterAll
    void stop() {
        at.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("no.segl.proof.door.IdTokens#refused")
    void aTokenWithOneFaultLetsNobodyIn(String name, IdTokens.Make make) throws Exception {
        ScriptedSegl.Begun begun = at.begin();
        letsNobodyIn(name, begun, make.token(tokens, begun.nonce()));
    }

    @Test
    void aGoodTokenOfAnotherLoginLetsNobodyIn() throws Exception {
        letsNobodyIn("another login's", at.begin(), tokens.good(at.begin().nonce()));
    }

    private void letsNobodyIn(String name, ScriptedSegl.Begun begun, String token)
            throws Exception {
        long known = at.persons();

        HttpResponse<String> answer = at.back(begun, token);

        assertThat(answer.statusCode()).as(name).isEqualTo(302);
        URI led = ScriptedSegl.location(answer);
        assertThat(led.toString()).endsWith("/?innlogging=feilet");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("segl="));
        assertThat(at.isInside(begun.cookie())).isFalse();
        assertThat(at.persons()).as("nobody was met").isEqualTo(known);
        assertThat(at.get(at.home.resolve(led), begun.cookie()).body())
                .contains("Innloggingen ble ikke fullført. Prøv på nytt.")
                .doesNotContain("Exception", issuer.name().toString() + "/token");
        // Its good sister is let in, so the fault is what was found.
        ScriptedSegl.Begun again = at.begin();
        assertThat(at.isInside(ScriptedSegl.cookie(at.back(again, tokens.good(again.nonce())))))
                .isTrue();
    }

    @Test
    void aTokenForUsAndAnotherIsLetInWhenItSaysThatItIsForUs() throws Exception {
        ScriptedSegl.Begun begun = at.begin();
        JWTClaimsSet both =
                new JWTClaimsSet.Builder(tokens.claims(begun.nonce()))
                        .audience(IdTokens.two())
                        .claim("azp", ScriptedIssuer.CLIENT)
                        .build();
        String token = IdTokens.sign(both, issuer.key(), issuer.key().getKeyID());

        assertThat(at.isInside(ScriptedSegl.cookie(at.back(begun, token)))).isTrue();
    }

    @Test
    void aNewKeyIsNoticedAndTheOldOneIsOver() throws Exception {
        ScriptedSegl.Begun before = at.begin();
        assertThat(at.isInside(ScriptedSegl.cookie(at.back(before, tokens.good(before.nonce())))))
                .isTrue();
        RSAKey old = issuer.key();

        issuer.rotate();

        ScriptedSegl.Begun after = at.begin();
        assertThat(at.isInside(ScriptedSegl.cookie(at.back(after, tokens.good(after.nonce())))))
                .isTrue();
        ScriptedSegl.Begun late = at.begin();
        HttpResponse<String> refused =
                at.back(late, IdTokens.sign(tokens.claims(late.nonce()), old, old.getKeyID()));
        assertThat(ScriptedSegl.location(refused).toString()).endsWith("/?innlogging=feilet");
        assertThat(at.isInside(late.cookie())).isFalse();
    }
}
