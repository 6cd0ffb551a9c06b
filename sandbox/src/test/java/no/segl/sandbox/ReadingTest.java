package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What recipients do, and what senders see of it. */
class ReadingTest {

    private final Trial trial = new Trial();

    /** The police read what the municipality sent them. */
    private String toPolice() {
        return trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE));
    }

    private JsonNode seen(String id) {
        return trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id)).json();
    }

    private String status(String id) {
        return seen(id).path("status").asString("");
    }

    private Answer police(String method, String id, String act) {
        return trial.altinn(Clients.POLICE, method, Trial.one(id) + act);
    }

    @Test
    void whatIsFetchedIsNotRead() {
        String id = toPolice();
        assertThat(status(id)).isEqualTo("Published");
        Answer fetched = police("GET", id, "");
        assertThat(fetched.json().path("content").path("messageBody").asString(""))
                .as("the whole body comes with the overview")
                .isEqualTo("Hei.");
        assertThat(status(id)).isEqualTo("Published");
        assertThat(seen(id).path("read").isNull()).isTrue();
        JsonNode details =
                trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id) + "/details").json();
        assertThat(
                        details.path("statusHistory")
                                .valueStream()
                                .map(s -> s.path("status").asString("")))
                .containsExactly("Initialized", "ReadyForPublish", "Published", "Fetched");
        assertThat(police("POST", id, "/markasread").text()).isEqualTo("\"" + id + "\"");
        assertThat(status(id)).isEqualTo("Read");
        assertThat(seen(id).path("read").asString("")).isEqualTo(trial.clock.instant().toString());
    }

    @Test
    void theBodyAloneIsFetchedAndRead() {
        String id = toPolice();
        Answer body = police("GET", id, "/content");
        assertThat(body.text()).isEqualTo("Hei.");
        assertThat(body.header("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(status(id)).isEqualTo("Read");
    }

    @Test
    void onlyWhatWasFetchedCanBeReadAndOnlyOnce() {
        String id = toPolice();
        code(police("POST", id, "/markasread"), 1024);
        code(police("POST", id, "/confirm"), 1025);
        police("GET", id, "");
        police("POST", id, "/markasread");
        code(police("POST", id, "/markasread"), 1040);
    }

    private static void code(Answer answer, int code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errorCode").asInt(0)).isEqualTo(code);
    }

    @Test
    void aConfirmationIsStoredLater() {
        String id = toPolice();
        police("GET", id, "");
        assertThat(police("POST", id, "/confirm").status()).isEqualTo(200);
        assertThat(status(id)).isEqualTo("Published");
        trial.pass(Duration.ofSeconds(6));
        assertThat(status(id)).isEqualTo("Confirmed");
        code(police("POST", id, "/confirm"), 1041);
    }

    @Test
    void aSenderSeesTheContentUntilItIsPublishedUnlessItOwnsTheServiceAsSuch() {
        Answer sent =
                trial.altinn(Clients.MUNICIPALITY, "POST", Trial.CORRESPONDENCE, Trial.message());
        String id =
                sent.json().path("correspondences").path(0).path("correspondenceId").asString("");
        assertThat(seen(id).path("content").isObject()).isTrue();
        trial.pass(Duration.ofMinutes(1));
        assertThat(seen(id).path("content").isNull()).isTrue();
        String owner =
                trial.exchange(
                        trial.maskinporten(
                                Clients.MUNICIPALITY,
                                "altinn:correspondence.write altinn:serviceowner"));
        assertThat(
                        trial.call(
                                        Neighbours.ALTINN,
                                        no.segl.sandbox.wire.Request.get(
                                                Trial.one(id), Trial.bearer(owner)))
                                .json()
                                .path("content")
                                .isObject())
                .isTrue();
    }

    @Test
    void nobodyReadsWhatNobodyWasGiven() {
        String id = trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.HOSPITAL));
        assertThat(trial.altinn(Clients.HOSPITAL, "GET", Trial.one(id)).status()).isEqualTo(401);
        trial.neighbours
                .access()
                .give(Seed.HOSPITAL, Seed.HOSPITAL, Access.CONFIDENTIAL, Trial.START);
        assertThat(trial.altinn(Clients.HOSPITAL, "GET", Trial.one(id)).status()).isEqualTo(200);
        assertThat(trial.altinn(Clients.LAW_FIRM, "GET", Trial.one(id)).status()).isEqualTo(401);
        assertThat(police("GET", "00000000-0000-4000-8000-000000000000", "").status())
                .isEqualTo(404);
    }

    @Test
    void whatWasGivenAboveHoldsForSubUnitsAndForNoOthers() {
        trial.neighbours
                .access()
                .give(Seed.HEALTH, Seed.LAW_FIRM, Access.CONFIDENTIAL, Trial.START);
        String sub = trial.sent(Trial.message(Resources.MUNICIPAL, true, "310451282"));
        assertThat(trial.altinn(Clients.LAW_FIRM, "GET", Trial.one(sub)).status()).isEqualTo(200);
        trial.neighbours
                .access()
                .give(Seed.MUNICIPALITY, Seed.LAW_FIRM, Access.CONFIDENTIAL, Trial.START);
        String section = trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.UPBRINGING));
        assertThat(trial.altinn(Clients.LAW_FIRM, "GET", Trial.one(section)).status())
                .as("a section has none of what is the main unit's")
                .isEqualTo(401);
    }

    @Test
    void theHighestStatusIsTheCurrentOneWhenever() {
        String id = withFile();
        police("GET", id, "");
        String file =
                trial.altinn(Clients.POLICE, "GET", Trial.one(id))
                        .json()
                        .path("content")
                        .path("attachments")
                        .path(0)
                        .path("id")
                        .asString("");
        Answer bytes = police("GET", id, "/attachment/" + file + "/download");
        assertThat(bytes.body()).isEqualTo(Trial.PDF);
        police("POST", id, "/confirm");
        trial.pass(Duration.ofMinutes(1));
        assertThat(status(id))
                .as("though it was confirmed after")
                .isEqualTo("AttachmentsDownloaded");
        police("DELETE", id, "/purge");
        assertThat(trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id)).status())
                .isEqualTo(404);
        assertThat(
                        trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id) + "/details")
                                .json()
                                .path("status")
                                .asString(""))
                .as("that it was purged is hidden")
                .isEqualTo("AttachmentsDownloaded");
    }

    @Test
    void thatItWasPurgedIsLeftOutOfTheSendersHistory() {
        String id = purgedWithFile();
        assertThat(history(Clients.MUNICIPALITY, id))
                .contains("AttachmentsDownloaded")
                .doesNotContain("PurgedByRecipient");
        assertThat(history(Clients.POLICE, id)).contains("PurgedByRecipient");
    }

    private String purgedWithFile() {
        String id = withFile();
        String file =
                trial.altinn(Clients.POLICE, "GET", Trial.one(id))
                        .json()
                        .at("/content/attachments/0/id")
                        .asString("");
        police("GET", id, "/attachment/" + file + "/download");
        police("DELETE", id, "/purge");
        return id;
    }

    private List<String> history(String client, String id) {
        return trial.altinn(client, "GET", Trial.one(id) + "/details")
                .json()
                .path("statusHistory")
                .valueStream()
                .map(row -> row.path("status").asString(""))
                .toList();
    }

    private String withFile() {
        Answer made =
                trial.altinn(
                        Clients.MUNICIPALITY,
                        "POST",
                        "/correspondence/api/v1/attachment",
                        Json.object()
                                .put("resourceId", Resources.MUNICIPAL)
                                .put("fileName", "brev.pdf")
                                .put("sendersReference", "1"));
        String file = made.json().stringValue();
        trial.call(
                Neighbours.ALTINN,
                no.segl.sandbox.wire.Request.of(
                        "POST",
                        "/correspondence/api/v1/attachment/" + file + "/upload",
                        Trial.bearer(
                                trial.exchange(
                                        trial.maskinporten(
                                                Clients.MUNICIPALITY,
                                                "altinn:correspondence.write"))),
                        Trial.PDF));
        trial.pass(Duration.ofMinutes(1));
        var request = Trial.message(Resources.MUNICIPAL, true, Seed.POLICE);
        request.set("existingAttachments", Json.texts(List.of(file)));
        return trial.sent(request);
    }

    @Test
    void whatIsPurgedIsGoneForBoth() {
        String id = toPolice();
        code(trial.altinn(Clients.MUNICIPALITY, "DELETE", Trial.one(id) + "/purge"), 1013);
        police("GET", id, "");
        assertThat(police("DELETE", id, "/purge").status()).isEqualTo(200);
        assertThat(police("GET", id, "").status()).isEqualTo(404);
        assertThat(trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id)).status())
                .isEqualTo(404);
    }

    @Test
    void aStatusIsShownLateWithTheTimeItHappened() {
        trial.knobs.turn(Knob.STATUS_LAG, "PT10M");
        String id = toPolice();
        trial.pass(Duration.ofMinutes(11));
        var at = trial.clock.instant();
        police("GET", id, "/content");
        assertThat(status(id)).isEqualTo("Published");
        trial.pass(Duration.ofMinutes(10));
        assertThat(status(id)).isEqualTo("Read");
        assertThat(seen(id).path("statusChanged").asString("")).isEqualTo(at.toString());
    }

    @Test
    void keyRolesAreLookedAtAgainWhenItIsPublished() {
        var request = Trial.message(Resources.MUNICIPAL, true, Seed.POLICE);
        Trial.part(request, "correspondence")
                .put("requestedPublishTime", Trial.START.plus(Duration.ofDays(1)).toString());
        String id = trial.sent(request);
        assertThat(status(id)).isEqualTo("ReadyForPublish");
        var directory = trial.neighbours.directory();
        directory.put(directory.find(Seed.POLICE).orElseThrow().withRoles(java.util.Set.of()));
        trial.pass(Duration.ofDays(2));
        assertThat(status(id)).isEqualTo("Failed");
        assertThat(seen(id).path("statusText").asString("")).contains("physical mail");
    }
}
