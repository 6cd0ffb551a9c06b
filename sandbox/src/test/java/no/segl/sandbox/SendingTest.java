package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What is sent through Altinn, and what is refused, each with its number. */
class SendingTest {

    private final Trial trial = new Trial();

    private Answer send(ObjectNode request) {
        return trial.altinn(Clients.MUNICIPALITY, "POST", Trial.CORRESPONDENCE, request);
    }

    private void refused(ObjectNode request, int status, int code) {
        Answer answer = send(request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("errorCode").asInt(0)).isEqualTo(code);
        if (code > 0) {
            assertThat(answer.json().path("code").asString(""))
                    .isEqualTo("CORR-%05d".formatted(code));
        }
        assertThat(trial.neighbours.correspondence().truth()).as("nothing is sent").isEmpty();
    }

    private static ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode request = Trial.message();
        change.accept(request);
        return request;
    }

    @Test
    void whatIsSentGetsAnIdForEachRecipient() {
        Answer answer =
                send(
                        Trial.message(
                                Resources.MUNICIPAL,
                                true,
                                Seed.CHILD_WELFARE,
                                "0192:" + Seed.POLICE));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("correspondences", "attachmentIds");
        assertThat(answer.json().path("correspondences").size()).isEqualTo(2);
        var one = answer.json().path("correspondences").path(1);
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder(
                        "correspondenceId", "status", "recipient", "notifications");
        assertThat(one.path("notifications").isNull()).isTrue();
        assertThat(one.path("recipient").asString(""))
                .isEqualTo("urn:altinn:organization:identifier-no:" + Seed.POLICE);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void confidentialityMustAgreeWithTheService() {
        refused(Trial.message(Resources.MUNICIPAL, false, Seed.POLICE), 400, 1060);
        refused(Trial.message(Resources.ORDINARY, true, Seed.POLICE), 400, 1061);
        assertThat(send(Trial.message(Resources.EXPLICIT, true, Seed.POLICE)).status())
                .isEqualTo(200);
        assertThat(send(Trial.message(Resources.EXPLICIT, false, Seed.POLICE)).status())
                .isEqualTo(200);
    }

    @Test
    void oneWithoutAKeyRoleRefusesAll() {
        ObjectNode both = Trial.message(Resources.MUNICIPAL, true, Seed.POLICE, Seed.NO_KEY_ROLE);
        refused(both, 400, 1044);
        assertThat(send(both).json().path("detail").asString(""))
                .contains(Seed.NO_KEY_ROLE)
                .doesNotContain(Seed.POLICE);
        assertThat(send(Trial.message(Resources.ORDINARY, false, Seed.NO_KEY_ROLE)).status())
                .as("ordinary mail is not looked at")
                .isEqualTo(200);
    }

    @Test
    void aSubUnitHasTheKeyRolesOfWhatIsAboveIt() {
        var directory = trial.neighbours.directory();
        directory.put(directory.find(Seed.UPBRINGING).orElseThrow().withRoles(java.util.Set.of()));
        refused(Trial.message(), 400, 1044);
    }

    @Test
    void recipients() {
        refused(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE, Seed.POLICE), 400, 1006);
        refused(Trial.message(Resources.MUNICIPAL, true, "974760673"), 404, 1029);
        refused(Trial.message(Resources.MUNICIPAL, true, "310451208"), 400, 0);
        refused(Trial.message(Resources.MUNICIPAL, true), 400, 0);
        refused(
                with(r ->
                        r.set(
                                "recipients",
                                Json.texts(java.util.Collections.nCopies(501, Seed.POLICE)))),
                400,
                0);
        refused(Trial.message(Resources.ORDINARY, false, Seed.RESERVED_PERSON), 422, 1030);
    }

    @Test
    void aReservedPersonAmongOthersIsOnlyReserved() {
        Answer answer =
                send(Trial.message(Resources.ORDINARY, false, Seed.PERSON, Seed.RESERVED_PERSON));
        trial.pass(Duration.ofMinutes(1));
        assertThat(trial.neighbours.correspondence().truth())
                .extracting(m -> m.status().word())
                .containsExactly("Published", "Reserved");
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1020",
        "<b>Brev</b>, 1002",
        "**Brev**, 1002",
    })
    void titles(String title, int code) {
        refused(
                with(r -> Trial.part(r, "correspondence", "content").put("messageTitle", title)),
                400,
                code);
    }

    @Test
    void contents() {
        refused(with(r -> content(r).put("messageTitle", "x".repeat(256))), 400, 1037);
        refused(with(r -> content(r).put("messageBody", "")), 400, 1021);
        refused(with(r -> content(r).put("messageBody", "<p>Hei</p>")), 400, 1003);
        refused(with(r -> content(r).put("language", "se")), 400, 1023);
        refused(with(r -> Trial.part(r, "correspondence").remove("content")), 400, 1019);
        refused(
                with(r -> Trial.part(r, "correspondence").put("messageSender", "<i>x</i>")),
                400,
                1039);
        refused(with(r -> Trial.part(r, "correspondence").remove("sendersReference")), 400, 0);
    }

    private static ObjectNode content(ObjectNode request) {
        return Trial.part(request, "correspondence", "content");
    }

    @Test
    void times() {
        String yesterday = Trial.START.minus(Duration.ofDays(1)).toString();
        String tomorrow = Trial.START.plus(Duration.ofDays(1)).toString();
        String later = Trial.START.plus(Duration.ofDays(2)).toString();
        refused(
                with(r -> Trial.part(r, "correspondence").put("dueDateTime", yesterday)),
                400,
                1008);
        refused(
                with(r ->
                        Trial.part(r, "correspondence")
                                .put("dueDateTime", tomorrow)
                                .put("requestedPublishTime", later)),
                400,
                1009);
        refused(
                with(r -> Trial.part(r, "correspondence").put("isConfirmationNeeded", true)),
                400,
                1016);
        refused(with(r -> Trial.part(r, "correspondence").put("dueDateTime", "soon")), 400, 0);
    }

    @Test
    void aKeyIsTakenOnceAndARepeatIsAConflict() {
        String key = UUID.randomUUID().toString();
        ObjectNode request = with(r -> r.put("idempotentKey", key));
        assertThat(send(request).status()).isEqualTo(200);
        Answer again = send(request);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("errorCode").asInt(0)).isEqualTo(1034);
        assertThat(trial.neighbours.correspondence().truth()).hasSize(1);
        Answer asked =
                trial.altinn(
                        Clients.MUNICIPALITY,
                        "GET",
                        Trial.CORRESPONDENCE
                                + "?resourceId=fjordvik-post&role=Recipient&idempotentKey="
                                + key);
        assertThat(asked.json().path("ids").size()).as("whatever else is asked").isOne();
    }

    @Test
    void keysThatAreNone() {
        refused(with(r -> r.put("idempotentKey", "abc")), 400, 1033);
        refused(with(r -> r.put("idempotentKey", new UUID(0, 0).toString())), 400, 1033);
        ObjectNode two = Trial.message(Resources.MUNICIPAL, true, Seed.POLICE, Seed.CHILD_WELFARE);
        refused(two.put("idempotentKey", UUID.randomUUID().toString()), 400, 1047);
    }

    @Test
    void services() {
        refused(Trial.message("ingen-slik", true, Seed.POLICE), 400, 1036);
        refused(Trial.message(Resources.NOT_ALLOWED, true, Seed.POLICE), 403, 4008);
        refused(Trial.message(Resources.POLICE, true, Seed.CHILD_WELFARE), 401, 4001);
    }

    @Test
    void notices() {
        refused(notified(n -> n.put("notificationChannel", "Email")), 400, 3002);
        refused(notified(n -> n.put("notificationChannel", "Sms")), 400, 3004);
        refused(
                notified(n -> n.put("notificationChannel", "EmailPreferred").put("smsBody", "x")),
                400,
                3006);
        refused(
                notified(n ->
                        n.put("notificationChannel", "Sms")
                                .put("smsBody", "x")
                                .put("sendReminder", true)),
                400,
                3005);
        refused(
                notified(n -> n.put("notificationChannel", "Sms").put("smsBody", "x".repeat(2145))),
                400,
                0);
        refused(
                notified(n -> {
                    n.put("notificationChannel", "Sms").put("smsBody", "x");
                    n.set("customRecipients", Json.array().add(Json.object()));
                }),
                400,
                3019);
    }

    private static ObjectNode notified(Consumer<ObjectNode> change) {
        ObjectNode notification = Json.object().put("notificationTemplate", "CustomMessage");
        change.accept(notification);
        return with(r -> Trial.part(r, "correspondence").set("notification", notification));
    }

    @Test
    void repliesGoToHttpsAlone() {
        refused(
                with(r ->
                        Trial.part(r, "correspondence")
                                .set(
                                        "replyOptions",
                                        Json.array()
                                                .add(
                                                        Json.object()
                                                                .put(
                                                                        "linkURL",
                                                                        "http://a.example")))),
                400,
                1035);
    }

    @Test
    void whoeverHasNoTokenOrTakesNoJson() {
        var none =
                no.segl.sandbox.wire.Request.json(
                        "POST", Trial.CORRESPONDENCE, java.util.Map.of(), Trial.message());
        assertThat(trial.call(Neighbours.ALTINN, none).status()).isEqualTo(401);
        var xml =
                no.segl.sandbox.wire.Request.get(
                        Trial.CORRESPONDENCE, java.util.Map.of("Accept", "text/xml"));
        assertThat(trial.call(Neighbours.ALTINN, xml).status()).isEqualTo(406);
        assertThat(List.of(send(Trial.message()).status())).containsExactly(200);
    }
}
