package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.notice.Notices.Notice;
import no.segl.sandbox.notice.Notices.Way;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notices about messages, and Altinn's reminder of what nobody has opened. */
class ReminderTest {

    private static final String REMINDERS = "/correspondence/api/v1/confidential-reminders";

    private final Trial trial = new Trial();

    private static ObjectNode notified(String recipient, boolean reminder) {
        ObjectNode request = Trial.message(Resources.MUNICIPAL, true, recipient);
        Trial.part(request, "correspondence")
                .set(
                        "notification",
                        Json.object()
                                .put("notificationTemplate", "CustomMessage")
                                .put("notificationChannel", "EmailAndSms")
                                .put("emailSubject", "Post")
                                .put("emailBody", "Det er post.")
                                .put("smsBody", "Det er post.")
                                .put("reminderEmailSubject", "Ulest post")
                                .put("reminderEmailBody", "Det er ulest post.")
                                .put("reminderSmsBody", "Det er ulest post.")
                                .put("sendReminder", reminder));
        return request;
    }

    private List<Notice> notices() {
        return trial.neighbours.notices().all();
    }

    @Test
    void aNoticeGoesToTheRegisteredAddressesFiveMinutesAfter() {
        String id = trial.sent(notified(Seed.CHILD_WELFARE, false));
        assertThat(notices()).isEmpty();
        trial.pass(Duration.ofMinutes(5));
        assertThat(notices())
                .as("a sub-unit without addresses has those above it")
                .extracting(Notice::to)
                .containsExactly("post@" + Seed.UPBRINGING + ".example", "+4799999999");
        assertThat(notices()).extracting(Notice::way).containsExactly(Way.EMAIL, Way.SMS);
        JsonNode one = details(id).path(0);
        assertThat(one.at("/notificationStatusDetails/email/succeeded").asBoolean()).isFalse();
        trial.pass(Duration.ofMinutes(6));
        one = details(id).path(0);
        assertThat(one.at("/notificationStatusDetails/email/succeeded").asBoolean()).isTrue();
        assertThat(one.at("/processingStatus/status").asString("")).isEqualTo("Order_Completed");
    }

    private JsonNode details(String id) {
        return trial.altinn(Clients.MUNICIPALITY, "GET", Trial.one(id) + "/details")
                .json()
                .path("notifications");
    }

    @Test
    void aReminderGoesOnlyOfWhatIsUnread() {
        String read = trial.sent(notified(Seed.POLICE, true));
        String unread = trial.sent(notified(Seed.POLICE, true));
        trial.altinn(Clients.POLICE, "GET", Trial.one(read) + "/content");
        trial.pass(Duration.ofDays(8));
        assertThat(notices().stream().filter(n -> n.subject().equals("Ulest post")))
                .extracting(Notice::about)
                .containsExactly(unread);
    }

    @Test
    void whoHasNoAddressIsNotNotified() {
        String id = trial.sent(notified(Seed.NO_ADDRESS, false));
        trial.pass(Duration.ofMinutes(11));
        assertThat(notices()).isEmpty();
        assertThat(
                        details(id)
                                .path(0)
                                .at("/notificationStatusDetails/email/sendStatus/status")
                                .asString(""))
                .isEqualTo("Email_Failed_RecipientNotIdentified");
    }

    @Test
    void noticesFailWhenTurnedSo() {
        trial.knobs.turn(Knob.NOTICE_FAILING, "1");
        trial.sent(notified(Seed.POLICE, false));
        trial.pass(Duration.ofMinutes(11));
        assertThat(notices()).isEmpty();
    }

    private Answer reminders() {
        return trial.altinn(Clients.POLICE, "GET", REMINDERS);
    }

    @Test
    void afterSevenDaysTheRecipientIsRemindedOnceOfEach() {
        trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE));
        trial.pass(Duration.ofDays(6));
        assertThat(notices()).isEmpty();
        assertThat(reminders().status()).isEqualTo(404);
        assertThat(reminders().json().path("errorCode").asInt(0)).isEqualTo(1062);
        trial.pass(Duration.ofDays(1));
        assertThat(notices()).hasSize(1);
        trial.pass(Duration.ofDays(60));
        assertThat(notices()).as("never again").hasSize(1);
        assertThat(reminders().text())
                .contains("- ", ", 02.03.2026, Taushetsbelagt post fra Fjordvik")
                .doesNotContain("Et brev", "sak-1");
    }

    @Test
    void aLookTakesTheReminderAwayThoughTheListStillSaysUnread() {
        String id = trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE));
        trial.pass(Duration.ofDays(8));
        assertThat(trial.neighbours.correspondence().remindsInInbox(Seed.POLICE)).isTrue();
        trial.altinn(Clients.POLICE, "GET", Trial.one(id));
        assertThat(trial.neighbours.correspondence().remindsInInbox(Seed.POLICE)).isFalse();
        assertThat(reminders().status()).isEqualTo(200);
        trial.altinn(Clients.POLICE, "DELETE", Trial.one(id) + "/purge");
        assertThat(reminders().status()).as("purged without being read").isEqualTo(200);
    }

    @Test
    void onlyWhoManagesAccessIsToldOfThem() {
        trial.neighbours
                .access()
                .end(Seed.POLICE, Seed.POLICE, no.segl.sandbox.party.Access.MANAGER);
        assertThat(reminders().status()).isEqualTo(401);
    }
}
