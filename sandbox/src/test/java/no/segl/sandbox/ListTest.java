package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of Altinn's: what it tells, and all that it does not. */
class ListTest {

    private static final String SENT =
            Trial.CORRESPONDENCE + "?resourceId=" + Resources.MUNICIPAL + "&role=Sender";

    private final Trial trial = new Trial();

    private List<String> ids(String target) {
        Answer answer = trial.altinn(Clients.MUNICIPALITY, "GET", target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("ids");
        return answer.json().path("ids").valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void aThousandIdsTheNewestFirstAndNoMore() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 1_003; i++) {
            trial.clock.advance(Duration.ofSeconds(1));
            sent.add(
                    trial.altinn(
                                    Clients.MUNICIPALITY,
                                    "POST",
                                    Trial.CORRESPONDENCE,
                                    Trial.message())
                            .json()
                            .path("correspondences")
                            .path(0)
                            .path("correspondenceId")
                            .asString(""));
        }
        List<String> newest = ids(SENT);
        assertThat(newest).hasSize(1_000).isEqualTo(sent.reversed().subList(0, 1_000));
        assertThat(ids(SENT + "&page=2&offset=1000")).as("there is no page").isEqualTo(newest);
        String after = Trial.START.plusSeconds(2).toString();
        assertThat(ids(SENT + "&to=" + after)).as("both ends are left out").hasSize(1);
        assertThat(ids(SENT + "&from=" + Trial.START.plusSeconds(1_001))).hasSize(2);
    }

    @Test
    void statusIsWhatItHasEverBeen() {
        String id = trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE));
        trial.altinn(Clients.POLICE, "GET", Trial.one(id) + "/content");
        assertThat(ids(SENT + "&status=Published")).as("though it is read").containsExactly(id);
        assertThat(ids(SENT + "&status=4")).as("numbers are taken").containsExactly(id);
        assertThat(ids(SENT + "&status=Fetched")).as("that is kept elsewhere").isEmpty();
        assertThat(ids(SENT + "&status=Confirmed")).isEmpty();
    }

    @Test
    void itGivesOnlyAShareWhenItShrinks() {
        for (int i = 0; i < 60; i++) {
            trial.sent(Trial.message());
        }
        trial.knobs.turn(Knob.LIST_SHARE, "0.5");
        assertThat(ids(SENT)).hasSizeBetween(10, 50);
        trial.knobs.reset();
        assertThat(ids(SENT)).hasSize(60);
    }

    @Test
    void recipientsFindTheirOwnAndForWhomTheyMay() {
        String id = trial.sent(Trial.message());
        String inbox =
                Trial.CORRESPONDENCE + "?resourceId=" + Resources.MUNICIPAL + "&role=Recipient";
        assertThat(ids(inbox)).isEmpty();
        assertThat(ids(inbox + "&onBehalfOf=0192:" + Seed.CHILD_WELFARE)).containsExactly(id);
        assertThat(
                        trial.altinn(
                                        Clients.LAW_FIRM,
                                        "GET",
                                        inbox + "&onBehalfOf=" + Seed.CHILD_WELFARE)
                                .status())
                .isEqualTo(401);
        assertThat(ids(SENT + "&sendersReference=sak-1")).containsExactly(id);
        assertThat(ids(SENT + "&sendersReference=sak")).as("exact alone").isEmpty();
    }

    @Test
    void whatIsAskedWrongly() {
        refused(Trial.CORRESPONDENCE + "?role=Sender", 0);
        refused(Trial.CORRESPONDENCE + "?resourceId=fjordvik-post", 0);
        refused(SENT + "&status=Unread", 0);
        refused(SENT + "&from=2026-03-03T00:00:00Z&to=2026-03-02T00:00:00Z", 1027);
    }

    private void refused(String target, int code) {
        Answer answer = trial.altinn(Clients.MUNICIPALITY, "GET", target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errorCode").asInt(0)).isEqualTo(code);
        assertThat(answer.json().has("errors")).isEqualTo(code == 0);
    }
}
