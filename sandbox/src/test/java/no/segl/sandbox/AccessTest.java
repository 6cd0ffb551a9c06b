package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.wire.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who holds what, as far as Altinn tells it. */
class AccessTest {

    private static final String BASE = "/accessmanagement/api/v1/enduser";

    private final Trial trial = new Trial();

    private Answer held(String client, String unit, String what) {
        var uuid = Organisation.uuidOf(unit);
        return trial.altinn(
                client, "GET", BASE + "/connections" + what + "?party=" + uuid + "&from=" + uuid);
    }

    @Test
    void whoHoldsAPackageAtAnOwnUnit() {
        Answer answer = held(Clients.MUNICIPALITY, Seed.CHILD_WELFARE, "/accesspackages");
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("links", "data");
        JsonNode one = answer.json().path("data").path(0);
        assertThat(one.at("/package/urn").asString("")).isEqualTo(Access.CONFIDENTIAL);
        assertThat(one.path("permissions").valueStream().map(p -> p.at("/to/name").asString("")))
                .containsExactly("Fjordvik kommune", "Rolig Måke");
        assertThat(one.path("permissions").path(0).propertyNames())
                .containsExactlyInAnyOrder("from", "to", "via", "role", "viaRole");
        assertThat(held(Clients.MUNICIPALITY, "310451282", "/accesspackages").json().path("data"))
                .as("nobody at the emergency room")
                .isEmpty();
    }

    @Test
    void singleServicesStandByThemselves() {
        trial.neighbours
                .access()
                .give(Seed.CHILD_WELFARE, "Stille Bekk", Resources.POLICE, Trial.START);
        JsonNode found =
                held(Clients.MUNICIPALITY, Seed.CHILD_WELFARE, "/resources").json().path("data");
        assertThat(found.size()).isOne();
        assertThat(found.path(0).at("/resource/refId").asString("")).isEqualTo(Resources.POLICE);
        JsonNode all = held(Clients.MUNICIPALITY, Seed.CHILD_WELFARE, "").json().path("data");
        assertThat(all.valueStream().map(c -> c.at("/party/name").asString("")))
                .containsExactly("Fjordvik kommune", "Rolig Måke", "Stille Bekk");
        assertThat(all.path(0).propertyNames())
                .containsExactlyInAnyOrder("party", "roles", "packages", "resources");
    }

    @Test
    void nobodyIsToldOfOthers() {
        assertThat(held(Clients.LAW_FIRM, Seed.CHILD_WELFARE, "/accesspackages").status())
                .isEqualTo(403);
        var uuid = Organisation.uuidOf(Seed.CHILD_WELFARE);
        assertThat(
                        trial.altinn(
                                        Clients.MUNICIPALITY,
                                        "GET",
                                        BASE + "/connections?party=" + uuid)
                                .status())
                .as("party must be from or to")
                .isEqualTo(400);
    }

    @Test
    void thePartiesThatACallerMayActFor() {
        Answer answer =
                trial.altinn(
                        Clients.MUNICIPALITY,
                        "GET",
                        BASE
                                + "/authorizedparties?includeAccessPackages=true&includeSubParties=true");
        JsonNode upbringing =
                answer.json()
                        .path("data")
                        .valueStream()
                        .filter(p ->
                                p.path("organizationNumber").asString("").equals(Seed.UPBRINGING))
                        .findFirst()
                        .orElseThrow();
        assertThat(upbringing.propertyNames())
                .contains(
                        "partyUuid",
                        "unitType",
                        "isDeleted",
                        "onlyHierarchyElementWithNoAccess",
                        "authorizedAccessPackages",
                        "authorizedRoles",
                        "subunits");
        assertThat(upbringing.path("subunits").size()).isEqualTo(4);
        assertThat(upbringing.path("subunits").path(0).path("authorizedAccessPackages").toString())
                .contains(Access.CONFIDENTIAL);
    }
}
