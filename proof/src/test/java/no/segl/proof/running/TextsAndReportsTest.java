package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.mail.Bounces;
import no.segl.app.connect.mail.FakeBounces;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.sms.FakeSms;
import no.segl.app.connect.sms.Sms;
import no.segl.app.store.Contacts;
import no.segl.app.store.Places;
import no.segl.app.store.Rounds;
import no.segl.app.work.Notices;
import no.segl.app.work.Reports;
import no.segl.app.work.Returned;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Text messages at decent hours, what comes back of notices, and that all of it was done. */
class TextsAndReportsTest {

    private static final Notice.To FIRM = new Notice.To.Unit(new OrgNumber("313915611"));

    /** Saturday night before Easter week's working days. */
    private static final Instant NIGHT = Instant.parse("2027-04-03T22:00:00Z");

    @TempDir private Path folder = Path.of("");

    private final FakeMail mail = new FakeMail();
    private final FakeSms sms = new FakeSms();
    private final FakeBounces bounces = new FakeBounces();
    private RunningSegl segl;
    private Instant now = NIGHT;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void aTextMessageWaitsForTheMorningOfAWorkingDayAndIsSentOnce() {
        contact("+4790000009", Notice.Channel.SMS);
        segl.looks(() -> now).run();
        for (int hour = 0; hour < 33; hour++) {
            notices().run();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(sms.sent()).as("until Monday at 9").isEmpty();
        notices().run();
        notices().run();
        assertThat(sms.sent())
                .singleElement()
                .satisfies(text -> {
                    assertThat(text.number()).isEqualTo("+4790000009");
                    assertThat(text.text()).contains("313915611").doesNotContain("Vestfjord");
                });
        assertThat(channels()).containsExactly("SMS");
    }

    @Test
    void whereThereIsAMailboxTheTelephoneIsLeftAlone() {
        contact("+4790000009", Notice.Channel.SMS);
        contact("post@example.com", Notice.Channel.EMAIL);
        now = Instant.parse("2027-04-05T10:00:00Z");
        segl.looks(() -> now).run();
        notices().run();
        assertThat(sms.sent()).isEmpty();
        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void aTextThatDidNotArriveIsACaseAndItsNumberStays() throws Exception {
        contact("+4790000009", Notice.Channel.SMS);
        now = Instant.parse("2027-04-05T10:00:00Z");
        segl.looks(() -> now).run();
        notices().run();
        sms.add(new Sms.Result(sms.sent().getFirst().id(), Sms.Delivery.FAILED, "11"));
        reports().run();
        reports().run();
        assertThat(failures()).containsExactly("BOUNCED");
        assertThat(cases()).contains("NOTICES_FAILED");
        assertThat(segl.server.part(Contacts.class).reach(FIRM)).hasSize(1);
    }

    @Test
    void aMailThatComesBackIsACaseAndOneThatArrivedIsNot() throws Exception {
        contact("post@example.com", Notice.Channel.EMAIL);
        segl.looks(() -> now).run();
        notices().run();
        UUID message = mail.sent().getFirst().id();
        bounces.add(new Bounces.Result(message, Bounces.Delivery.DELAYED, "4.4.1"));
        bounces.add(new Bounces.Result(message, Bounces.Delivery.DELIVERED, "2.0.0"));
        bounces.add(new Bounces.Result(message, Bounces.Delivery.DELIVERED, "2.0.0"));
        reports().run();
        assertThat(failures()).isEmpty();
        assertThat(delivered()).as("said twice, written once").isEqualTo(1);
        bounces.add(new Bounces.Result(message, Bounces.Delivery.BOUNCED, "5.2.2"));
        reports().run();
        assertThat(failures()).containsExactly("BOUNCED");
        assertThat(cases()).contains("NOTICES_FAILED");
        assertThat(segl.server.part(Contacts.class).reach(FIRM))
                .as("a full mailbox is emptied one day")
                .hasSize(1);
        bounces.add(new Bounces.Result(message, Bounces.Delivery.BOUNCED, "5.1.1"));
        reports().run();
        assertThat(segl.server.part(Contacts.class).reach(FIRM)).isEmpty();
    }

    @Test
    void whoeverHasATelephoneTooIsToldThereWhenTheMailboxIsGone() throws Exception {
        contact("post@example.com", Notice.Channel.EMAIL);
        contact("+4790000009", Notice.Channel.SMS);
        now = Instant.parse("2027-04-05T10:00:00Z");
        segl.looks(() -> now).run();
        notices().run();
        assertThat(sms.sent()).isEmpty();
        UUID message = mail.sent().getFirst().id();
        bounces.add(new Bounces.Result(message, Bounces.Delivery.BOUNCED, "5.1.1"));
        reports().run();
        notices().run();
        assertThat(sms.sent()).hasSize(1);
        assertThat(cases()).doesNotContain("NOTICES_FAILED");
    }

    @Test
    void anAddressThatSendsBackThreeInARowIsNone() {
        Contacts contacts = segl.server.part(Contacts.class);
        contact("full@example.com", Notice.Channel.EMAIL);
        UUID full = contacts.own(FIRM).getFirst().id();
        assertThat(contacts.bounced(full, false, 3, now)).isFalse();
        assertThat(contacts.bounced(full, false, 3, now)).isFalse();
        contacts.delivered(full, now);
        assertThat(contacts.bounced(full, false, 3, now)).isFalse();
        assertThat(contacts.bounced(full, false, 3, now)).isFalse();
        assertThat(contacts.reach(FIRM)).hasSize(1);
        assertThat(contacts.bounced(full, false, 3, now)).isTrue();
        assertThat(contacts.reach(FIRM)).isEmpty();
        contact("full@example.com", Notice.Channel.EMAIL);
        assertThat(contacts.reach(FIRM)).as("entered anew").hasSize(1);
        assertThat(contacts.bounced(full, false, 3, now)).isFalse();
    }

    private long delivered() {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT count(*) FROM ledger_entry WHERE type = 'NoticeDelivered'")
                .query(Long.class)
                .single();
    }

    /** A letter that is held back has never been available, and its sender is told all the same. */
    @Test
    void theCaseOfALetterThatIsHeldBackIsToldOfAndStopsNoOtherNotice() throws Exception {
        contact("post@example.com", Notice.Channel.EMAIL);
        segl.contact(
                new Notice.To.Unit(new OrgNumber("312780402")),
                Notice.Channel.EMAIL,
                "politi@example.com",
                now);
        assertThat(
                        segl.send(
                                        segl.token("vestfjord-politi-sak"),
                                        "held",
                                        """
                                        {"sender": "312780402", "recipients": ["313915611"],
                                         "category": "GENERAL", "title": "Brev i en sak",
                                         "whenNotReady": "hold"}
                                        """,
                                        "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII))
                                .statusCode())
                .isEqualTo(201);
        for (int day = 0; day < 6; day++) {
            segl.looks(() -> now).run();
            segl.cases(() -> now).run();
            notices().run();
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(mail.sent())
                .anySatisfy(m -> {
                    assertThat(m.to()).isEqualTo("politi@example.com");
                    assertThat(m.subject()).contains("venter på oppfølging");
                    assertThat(m.body()).as("to whom it writes").doesNotContain("313 915 611");
                })
                .anySatisfy(m -> assertThat(m.to()).isEqualTo("post@example.com"));
        assertThat(strings("SELECT state FROM notice WHERE state = 'ORDERED'")).isEmpty();
    }

    @Test
    void eachRoundIsWrittenDownAndSoIsTheLongestWait() {
        Rounds rounds = segl.server.part(Rounds.class);
        rounds.ended("trial", NIGHT);
        rounds.ended("trial", NIGHT.plus(Duration.ofMinutes(5)));
        rounds.ended("trial", NIGHT.plus(Duration.ofMinutes(6)));
        rounds.ended("trial", NIGHT.plus(Duration.ofHours(25)));
        assertThat(rounds.last("trial", NIGHT.plus(Duration.ofDays(9))))
                .contains(NIGHT.plus(Duration.ofHours(25)));
        assertThat(rounds.last("trial", NIGHT.plus(Duration.ofMinutes(7))))
                .as("what a clock that was ahead wrote down is not the last")
                .contains(NIGHT.plus(Duration.ofMinutes(6)));
        assertThat(rounds.days("trial", 9))
                .extracting(Rounds.Day::rounds, Rounds.Day::longestGap)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                1, Duration.ofHours(25).minusMinutes(6)),
                        org.assertj.core.groups.Tuple.tuple(3, Duration.ofMinutes(5)));
    }

    private Notices notices() {
        return segl.notices(mail, Optional.of(sms), () -> now);
    }

    private Reports reports() {
        Places places = new Places(segl.server.part(JdbcClient.class));
        return new Reports(Optional.of(bounces), Optional.of(sms), places, returned());
    }

    private Returned returned() {
        return segl.returned(mail, Optional.of(sms), () -> now);
    }

    private void contact(String address, Notice.Channel channel) {
        segl.contact(FIRM, channel, address, now);
    }

    private List<String> channels() {
        return strings("SELECT fact->>'channel' FROM ledger_entry WHERE type = 'NoticeSent'");
    }

    /** Of what was for the recipient: the sender, who is told too, has no address here. */
    private List<String> failures() {
        return strings(
                """
                SELECT n.failure FROM notice n JOIN letter l ON l.id = n.letter
                 WHERE l.recipient = '313915611' AND n.failure IS NOT NULL
                   AND n.addressee <> 'unit:' || l.sender
                """);
    }

    private List<String> cases() {
        return strings(
                """
                SELECT m.reason FROM matter m JOIN letter l ON l.id = m.letter
                 WHERE l.recipient = '313915611' AND m.closed_at IS NULL
                """);
    }

    private List<String> strings(String sql) {
        return segl.server.part(JdbcClient.class).sql(sql).query((rs, _) -> rs.getString(1)).list();
    }
}
