package no.segl.app.wiring;

import static no.segl.app.wiring.SampleSettings.COMPLETE;
import static no.segl.app.wiring.SampleSettings.faults;
import static no.segl.app.wiring.SampleSettings.sound;
import static no.segl.app.wiring.SampleSettings.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.core.access.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may log in, with what, and for how long; and what is wrong with settings that do not say. */
class LoginSettingsTest {

    @Test
    void theScopesOfTokensBeginAsTheOperatorSays() {
        assertThat(sound(COMPLETE).tokens().orElseThrow().scopePrefix()).isEqualTo("segl:");
        assertThat(
                        sound(with("SEGL_TOKEN_SCOPE_PREFIX", "fjordvik:segl."))
                                .tokens()
                                .orElseThrow()
                                .scopePrefix())
                .isEqualTo("fjordvik:segl.");
        for (String bad : List.of("segl", "segl send:", "\"segl:")) {
            assertThat(faults(with("SEGL_TOKEN_SCOPE_PREFIX", bad)))
                    .containsExactly(
                            "SEGL_TOKEN_SCOPE_PREFIX must be what scopes begin with, such as"
                                    + " segl:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEGL_LOGIN_LEVEL_CONTENT, low, SEGL_LOGIN_LEVEL_CONTENT must be one of",
        "SEGL_LOGIN_LEVEL_CONTENT, HIGH, SEGL_LOGIN_LEVEL_CONTENT must be one of",
        "SEGL_LOGIN_LEVEL_OVERVIEW, none, SEGL_LOGIN_LEVEL_OVERVIEW must be one of",
        "SEGL_LOGIN_LEVEL_CONTENT, substantial, SEGL_LOGIN_LEVEL_OVERVIEW must not be higher",
        "SEGL_LOGIN_ACR_HIGH, idporten-loa-substantial, SEGL_LOGIN_ACR_HIGH and",
        "SEGL_LOGIN_KEY_ROLE_RESOURCE, a b, SEGL_LOGIN_KEY_ROLE_RESOURCE must be a name",
        "SEGL_LOGIN_KEY_ROLE_TYPE, x, SEGL_LOGIN_KEY_ROLE_TYPE does nothing without",
        "SEGL_SESSION_HOURS, 25, SEGL_SESSION_HOURS must be a whole number from 1 to 24"
    })
    void aLevelOrLengthThatIsNone(String name, String value, String fault) {
        assertThat(faults(with(name, value))).singleElement().asString().startsWith(fault);
    }

    @Test
    void nobodyShowsAKeyRoleUnlessItIsSaidByWhat() {
        assertThat(sound(COMPLETE).login().orElseThrow().keyRole()).isEmpty();
        assertThat(
                        sound(with("SEGL_LOGIN_KEY_ROLE_RESOURCE", "urn:altinn:resource:leader"))
                                .login()
                                .orElseThrow()
                                .keyRole())
                .contains(
                        new KeyRoleLogin.Wanted(
                                "ansattporten:altinn:resource", "urn:altinn:resource:leader"));
    }

    @Test
    void contentNeedsTheHighestLevelUnlessItIsSaid() {
        assertThat(sound(COMPLETE).login().orElseThrow().levels()).isEqualTo(Levels.IDPORTEN);
        Map<String, String> environment = with("SEGL_LOGIN_LEVEL_OVERVIEW", "low");
        environment.put("SEGL_LOGIN_ACR_HIGH", "high");
        environment.put("SEGL_LOGIN_ACR_SUBSTANTIAL", "substantial");
        assertThat(sound(environment).login().orElseThrow().levels())
                .isEqualTo(new Levels(Level.HIGH, Level.LOW, "high", "substantial"));
        assertThat(sound(COMPLETE).longestSession()).hasHours(8);
    }
}
