package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** SvarUT, asked in short ways. */
abstract class AskedSvarUt {

    final Trial trial = new Trial();

    String sent(UUID account, ObjectNode letter) {
        return trial.sentBy(account, letter);
    }

    String status(UUID account, String id) {
        return trial.status(account, id);
    }

    void pass(Duration by) {
        trial.pass(by);
    }

    /** As it is after it was brought to Altinn. */
    String inAltinn(UUID account, ObjectNode letter) {
        String id = sent(account, letter);
        pass(Duration.ofMinutes(1));
        return id;
    }

    String older(UUID account, String id) {
        ObjectNode asked = Json.object();
        asked.set("forsendelseIds", Json.texts(List.of(id)));
        return trial.svarut(
                        "POST", "/api/v2/kontoer/" + account + "/forsendelser/status-sok", asked)
                .json()
                .path("statuser")
                .path(0)
                .path("status")
                .asString("");
    }

    List<String> events(String id) {
        return trial.svarut("GET", "/api/v2/forsendelser/" + id + "/hendelser")
                .json()
                .path("hendelser")
                .valueStream()
                .map(e -> e.path("hendelse").asString(""))
                .toList();
    }

    static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().propertyNames())
                .contains("timestamp", "status", "error", "errorId", "path", "message");
        assertThat(answer.json().path("errorCode").asString("")).isEqualTo(code);
    }
}
