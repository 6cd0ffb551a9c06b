package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The control surface, besides what the ways through the neighbours use of it. */
class ControlTest extends OpenSandbox {

    @Test
    void whatIsTurnedWronglyIsSaid() throws Exception {
        wrong(
                "PUT",
                "/knobs",
                Json.object().put("altinn.list.share", "2"),
                "altinn.list.share cannot be 2");
        wrong("PUT", "/knobs", Json.object().put("altinn.what", "2"), "there is no altinn.what");
        wrong("POST", "/troubles/nav", Json.object().put("trouble", "503"), "no neighbour nav");
        wrong(
                "POST",
                "/troubles/altinn",
                Json.object().put("trouble", "fire"),
                "fire is no trouble");
        wrong("PUT", "/clock", Json.object().put("instant", "soon"), "soon");
    }

    private void wrong(String method, String path, Object body, String why) throws Exception {
        HttpResponse<String> answer =
                send(
                        to("control", path)
                                .method(method, BodyPublishers.ofByteArray(Json.bytes(body))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("wrong").asString("")).contains(why);
    }

    @Test
    void everythingElseOfTheControlSurface() throws Exception {
        assertThat(
                        control("PUT", "/knobs", Json.object().put("events.lost", "0.5"))
                                .valueStream()
                                .filter(k -> k.path("name").asString("").equals("events.lost"))
                                .map(k -> k.path("value").asString("")))
                .containsExactly("0.5");
        control("DELETE", "/knobs", "");
        control("PUT", "/clock", Json.object().put("stands", false));
        assertThat(control("GET", "/clock", "").path("stands").asBoolean(true)).isFalse();
        ObjectNode skew = Json.object();
        skew.set("skew", Json.object().put("altinn", "PT5M"));
        assertThat(control("PUT", "/clock", skew).at("/skew/altinn").asString(""))
                .isEqualTo("PT5M");
        control("POST", "/tokens/end", "");
        ObjectNode given =
                Json.object()
                        .put("from", Seed.HOSPITAL)
                        .put("to", Seed.HOSPITAL)
                        .put("what", Resources.MUNICIPAL);
        control("POST", "/access", given);
        assertThat(control("GET", "/access/" + Seed.HOSPITAL, "").size()).isEqualTo(2);
        control("DELETE", "/access", given);
        assertThat(control("GET", "/access/" + Seed.HOSPITAL, "").size()).isOne();
        ObjectNode none = Json.object();
        none.set("roles", Json.array());
        assertThat(control("PUT", "/organisations/" + Seed.POLICE, none).path("roles")).isEmpty();
        assertThat(control("GET", "/organisations", "").size()).isEqualTo(17);
        assertThat(control("GET", "/maskinporten/clients", "").size()).isEqualTo(5);
        assertThat(send(to("control", "/maskinporten/key")).body())
                .startsWith("-----BEGIN " + "PRIVATE KEY-----");
        assertThat(control("GET", "/", "").at("/addresses/svarut").asString(""))
                .isEqualTo(sandbox.uri("svarut").toString());
    }

    @Test
    void aPortThatIsTakenLeavesNoneOpen() throws Exception {
        int taken = sandbox.uri("altinn").getPort();
        assertThatThrownBy(() ->
                        new Sandbox(
                                "127.0.0.1",
                                new Sandbox.Ports(0, 0, taken, 0, 0),
                                SandboxClock.standingAt(Trial.START),
                                new Knobs(),
                                1))
                .isInstanceOf(java.net.BindException.class);
    }
}
