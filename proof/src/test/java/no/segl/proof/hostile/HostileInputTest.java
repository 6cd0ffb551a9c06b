package no.segl.proof.hostile;

import static no.segl.proof.hostile.Target.PDF;
import static no.segl.proof.hostile.Target.dispatch;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, multipart bodies and addresses that no honest client sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HostileInputTest {

    private Target target;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        target = new Target(folder, RunningSegl.CLOCK);
    }

    @AfterAll
    void stop() throws Exception {
        try (Target closed = target) {
            closed.stillServes();
        }
    }

    private static Arguments json(String what, String json) {
        return Arguments.of(what, json);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                json("deep arrays", "[".repeat(100_000)),
                json("deep objects", "{\"a\":".repeat(100_000)),
                json(
                        "a deep field",
                        dispatch() + ",\"x\":" + "[".repeat(21) + "]".repeat(21) + "}"),
                json("a long number", dispatch() + ",\"x\":" + "9".repeat(1_000_000) + "}"),
                json("a long text", dispatch() + ",\"x\":\"" + "x".repeat(20_000) + "\"}"),
                json("a long name", dispatch() + ",\"" + "x".repeat(300) + "\":1}"),
                json("a field twice", dispatch() + ",\"title\":\"" + Markers.TITLE + "\"}"),
                json("two documents", dispatch() + "} " + dispatch() + "}"),
                json("no end", dispatch()),
                json("text", "\"" + Markers.TITLE + "\""),
                json("a raw control character", dispatch() + ",\"x\":\"\u0001\"}"),
                json("a comment", "/* " + Markers.TITLE + " */" + dispatch() + "}"),
                json("not a number", dispatch() + ",\"x\":NaN}"),
                json("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void jsonThatCannotBeRead(String what, String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(target.refused(() -> target.post("application/json", bytes)))
                .isEqualTo("unreadable-body");
        byte[] parts = new Parts().file("a.pdf", PDF).json(json).end();
        assertThat(target.refused(() -> target.post(Parts.TYPE, parts)))
                .as("in a part, after a file")
                .isEqualTo("unreadable-body");
    }

    static Stream<Arguments> invalid() {
        String many = "1,".repeat(300_000);
        return Stream.of(
                json("an unknown field", dispatch() + ",\"tittel\":1}"),
                json("a field that is half a character", dispatch() + ",\"\\ud800\":1}"),
                json("a field of tildes and slashes", dispatch() + ",\"~/~\":1}"),
                json(
                        "text that is half a character",
                        dispatch().replace("Tittel", "\\udc00") + "}"),
                json("NUL", dispatch().replace("Tittel", "\\u0000") + "}"),
                json("a number as title", "{\"title\":" + Markers.NUMBER + "}"),
                json("a list as sender", "{\"sender\":[\"" + Markers.STEM + "\"]}"),
                json("an object as recipients", "{\"recipients\":{\"a\":\"b\"}}"),
                json("text as references", "{\"references\":\"" + Markers.STEM + "\"}"),
                json("documents of all types", "{\"documents\":[1,null,\"x\",[],{},true]}"),
                json(
                        "a document that is nowhere",
                        dispatch() + ",\"documents\":[{\"part\":\"x\"}]}"),
                json("very many recipients", "{\"recipients\":[" + many + "1]}"),
                json("very many documents", "{\"documents\":[" + many + "1]}"),
                json("very many fields", manyFields()),
                json(
                        "a person number in the title",
                        dispatch().replace("Tittel", Markers.NUMBER) + "}"));
    }

    private static String manyFields() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 70_000; i++) {
            json.append("\"f").append(i).append("\":1,");
        }
        return json.append("\"g\":1}").toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void jsonThatSaysWhatCannotBe(String what, String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(target.refused(() -> target.post("application/json", bytes)))
                .isEqualTo("invalid-request");
    }

    @Test
    void jsonThatIsTooLarge() throws Exception {
        byte[] large = new byte[3 << 20];
        Arrays.fill(large, (byte) ' ');
        assertThat(target.refused(() -> target.post("application/json", large)))
                .isEqualTo("too-large");
        byte[] parts =
                new Parts().part("Content-Disposition: form-data; name=\"dispatch\"", large).end();
        assertThat(target.refused(() -> target.post(Parts.TYPE, parts))).isEqualTo("too-large");
    }

    @Test
    void bytesThatAreNotUtf8() throws Exception {
        byte[] json = (dispatch() + "}").getBytes(StandardCharsets.UTF_8);
        json[new String(json, StandardCharsets.ISO_8859_1).indexOf(Markers.STEM)] = (byte) 0xff;
        assertThat(target.refused(() -> target.post("application/json", json)))
                .isEqualTo("unreadable-body");
        byte[] overlong = "{\"title\":\"\u00c0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(target.refused(() -> target.post("application/json", overlong)))
                .isEqualTo("unreadable-body");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("no.segl.proof.hostile.BrokenParts#all")
    void multipartThatIsBroken(String what, byte[] body) throws Exception {
        assertThat(target.refused(() -> target.post(Parts.TYPE, body)))
                .isIn("unreadable-body", "invalid-request", "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; charset=nonesuch; boundary=skille",
                "multipart/mixed; boundary=skille",
                "application/json; charset=nonesuch",
                "application/x-www-form-urlencoded",
                "text/html",
                ";",
                "*/*"
            })
    void typesThatDoNotFit(String type) throws Exception {
        byte[] body = new Parts().json(dispatch() + "}").cut();
        assertThat(target.refused(() -> target.post(type, body)))
                .isIn("unreadable-body", "media-type-not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letters?sendersReference=%00",
                "letters?sendersReference=%ff",
                "letters?recipient=%27%20OR%201=1",
                "letters?after=1-1-1-1-1",
                "letters?limit=-1",
                "letters?limit=99999999999999",
                "letters?unopened=maybe",
                "letters/%27%3B%20DROP%20TABLE%20letter",
                "letters/..%2f..%2fetc%2fpasswd",
                "letters/%00",
                "letters/%0a",
                "letters;a=b/x",
                "letters//x",
                "dispatches/x",
                "uploads/x",
                Markers.STEM,
                "letters/" + Markers.STEM
            })
    void addressesThatAreNone(String address) throws Exception {
        assertThat(target.refused(() -> target.segl.get("/api/v1/" + address, target.token)))
                .isIn(
                        "invalid-request",
                        "not-found",
                        "unreadable-body",
                        "method-not-allowed",
                        "not-allowed");
    }

    @Test
    void keysAndTokensThatAreNone() throws Exception {
        byte[] body = (dispatch() + "}").getBytes(StandardCharsets.UTF_8);
        for (String key : List.of("", "x".repeat(101), "a b")) {
            Target.Act act =
                    () ->
                            target.segl.post(
                                    Target.DISPATCHES, target.token, key, "application/json", body);
            assertThat(target.refused(act)).isEqualTo("idempotency-key-missing");
        }
        for (String token :
                List.of("x", "a.b.c", "x".repeat(8_000), target.token + "x", "e30.e30.")) {
            HttpResponse<String> answer =
                    target.segl.post(Target.DISPATCHES, token, "k", "application/json", body);
            assertThat(target.refused(() -> answer)).isEqualTo("token-not-accepted");
        }
    }

    @Test
    void withdrawalsThatAreNone() throws Exception {
        var sent = target.segl.send(target.token, target.key(), dispatch() + "}", PDF);
        String id =
                sent.body().replaceFirst("(?s).*?\"letters\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
        for (String body :
                List.of(
                        "",
                        "{",
                        "[]",
                        "7",
                        "{\"reason\":null}",
                        "{\"reason\":7}",
                        "{\"reason\":{\"a\":1}}",
                        "{\"reason\":\"" + Markers.TITLE + "\"}",
                        "{\"reason\":\"NOT_NEEDED\",\"reason\":\"SENT_TWICE\"}",
                        "{\"reason\":\"NOT_NEEDED\"} x",
                        "{\"reason\":\"NOT_NEEDED\",\"note\":\"" + Markers.TITLE + "\"}",
                        "[".repeat(9_000),
                        " ".repeat(20_000))) {
            Target.Act act =
                    () ->
                            target.segl.post(
                                    "/api/v1/letters/" + id + "/withdrawal",
                                    target.token,
                                    "k",
                                    "application/json",
                                    body.getBytes(StandardCharsets.UTF_8));
            assertThat(target.refused(act))
                    .as(body)
                    .isIn("unreadable-body", "invalid-request", "too-large");
        }
        assertThat(target.segl.get("/api/v1/letters/" + id, target.token).body())
                .contains("\"status\":\"available\"");
    }
}
