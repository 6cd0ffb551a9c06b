package no.segl.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whoever runs Segl has scopes with a prefix of their own at Maskinporten. */
class ScopePrefixTest {

    @ParameterizedTest
    @ValueSource(strings = {"segl:", "fjordvik:segl.", "fjordvik:segl/"})
    void theOperatorsPrefixLetsWhatItSays(String prefix) {
        Machine machine = machine(prefix, prefix + "send " + prefix + "status");
        assertThat(machine.scopes()).containsExactlyInAnyOrder(Scopes.SEND, Scopes.STATUS);
        assertThat(machine.called(Scopes.ADMIN)).isEqualTo(prefix + "admin");
    }

    @Test
    void anotherPrefixLetsNothing() {
        assertThat(machine("fjordvik:segl.", "segl:send other:send send fjordvik:send").scopes())
                .isEmpty();
        assertThat(machine("segl:", "fjordvik:segl:send").scopes()).isEmpty();
    }

    private static Machine machine(String prefix, String scope) {
        Jwt token =
                Jwt.withTokenValue("token")
                        .header("alg", "RS256")
                        .claim(
                                "consumer",
                                Map.of("authority", "iso6523-actorid-upis", "ID", "0192:312780402"))
                        .claim("client_id", "client")
                        .claim("scope", scope)
                        .build();
        return (Machine) new MachineTokens(prefix).convert(token);
    }
}
