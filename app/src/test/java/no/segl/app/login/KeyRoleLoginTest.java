package no.segl.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a login tells of whom somebody represents, in the two forms of Ansattporten's. */
class KeyRoleLoginTest {

    private static final OrgNumber FIRM = new OrgNumber("313915611");
    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final String ALTINN_3 =
            """
            {"authorization_details": [{"type": "ansattporten:altinn:resource",
              "resource": "urn:altinn:resource:leader", "resource_name": "Leder",
              "authorized_parties": [
                {"orgno": {"authority": "iso6523-actorid-upis", "ID": "0192:313915611"},
                 "resource": "leader", "name": "ETT", "unit_type": "AS"},
                {"orgno": {"authority": "iso6523-actorid-upis", "ID": "0192:310451207"},
                 "resource": "leader", "name": "TO", "unit_type": "KOMM"}]}]}
            """;
    private static final String ALTINN_2 =
            """
            {"authorization_details": [{"type": "ansattporten:altinn:service",
              "resource": "urn:altinn:resource:2480:40", "resource_name": "Leder",
              "reportees": [{"Authority": "iso6523-actorid-upis", "ID": "0192:313915611",
                "Name": "ETT", "Rights": ["Read"]}]}]}
            """;

    private final KeyRoleLogin third =
            login("ansattporten:altinn:resource", "urn:altinn:resource:leader");
    private final KeyRoleLogin second =
            login("ansattporten:altinn:service", "urn:altinn:resource:2480:40");

    private static KeyRoleLogin login(String type, String resource) {
        return new KeyRoleLogin(Optional.of(new KeyRoleLogin.Wanted(type, resource)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> claims(String json) {
        return new JsonMapper().readValue(json, Map.class);
    }

    @Test
    void bothFormsAreRead() {
        assertThat(third.told(claims(ALTINN_3))).containsExactly(FIRM, MUNICIPALITY);
        assertThat(second.told(claims(ALTINN_2))).containsExactly(FIRM);
    }

    @Test
    void whatWasNotAskedForTellsNothing() {
        assertThat(second.told(claims(ALTINN_3))).isEmpty();
        assertThat(third.told(claims(ALTINN_2))).isEmpty();
        assertThat(new KeyRoleLogin(Optional.empty()).told(claims(ALTINN_3))).isEmpty();
        assertThat(third.told(Map.of())).isEmpty();
        assertThat(
                        third.told(
                                claims(
                                        """
                                        {"authorization_details":
                                         [{"type": "ansattporten:altinn:resource"}]}
                                        """)))
                .as("somebody who represents nobody")
                .isEmpty();
    }

    /** One thing that is otherwise than documented, and nothing of the claim is believed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\"|{\"type\"",
                "iso6523-actorid-upis\", \"ID\": \"0192:310451207|other\", \"ID\": \"0192:310451207",
                "0192:310451207|0088:310451207",
                "0192:310451207|310451207",
                "0192:310451207|0192:310451208",
                "0192:310451207|0192:",
                "\"resource\": \"leader\", \"name\": \"TO\"|\"resource\": \"else\", \"name\": \"TO\"",
                "\"resource\": \"leader\", \"name\": \"TO\"|\"name\": \"TO\"",
                "\"authorized_parties\": [|\"authorized_parties\": [\"0192:313915611\",",
                "\"authorized_parties\": [|\"reportees\": [",
                "\"ID\": \"0192:310451207\"|\"ID\": 310451207",
            })
    void aMalformedClaimTellsNothing(String right, String wrong) {
        String json = ALTINN_3.replace(right, wrong);
        if (json.startsWith("{\"authorization_details\": {")) {
            json = json.replace("]}]}", "]}}");
        }
        assertThat(json).isNotEqualTo(ALTINN_3);
        assertThat(third.told(claims(json))).isEmpty();
    }

    @Test
    void aReporteeWithoutARightTellsNothing() {
        assertThat(second.told(claims(ALTINN_2.replace("[\"Read\"]", "[]")))).isEmpty();
        assertThat(second.told(claims(ALTINN_2.replace("[\"Read\"]", "\"Read\"")))).isEmpty();
    }

    @Test
    void itIsAskedForInTheFormOfTheStandard() {
        assertThat(claims("{\"asked\":" + third.asked().orElseThrow() + "}").toString())
                .isEqualTo(
                        "{asked=[{type=ansattporten:altinn:resource,"
                                + " resource=urn:altinn:resource:leader,"
                                + " organizationform=enterprise,"
                                + " allow_multiple_organizations=true}]}");
        assertThatThrownBy(() -> login("a", "b\"}]")).hasMessageContaining("plain words");
    }
}
