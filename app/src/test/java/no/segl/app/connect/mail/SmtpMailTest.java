package no.segl.app.connect.mail;

import static no.segl.app.connect.mail.Samples.message;
import static no.segl.app.connect.mail.ScriptedRelay.HANG_UP;
import static no.segl.app.connect.mail.ScriptedRelay.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.segl.app.connect.mail.Mail.Done;
import no.segl.app.connect.mail.Mail.Outcome;
import no.segl.app.connect.mail.Mail.Refused;
import no.segl.app.connect.mail.Mail.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer of a relay, and each moment at which the line can be lost. */
class SmtpMailTest implements MailContract {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?m)^Message-ID: <(.{8})(.{4})(.{4})(.{4})(.{12})@");

    private ScriptedRelay relay;
    private Mail mail;

    @BeforeEach
    void open() throws IOException {
        relay = new ScriptedRelay(null);
        mail = new SmtpMail(Samples.settings(relay.port(), Security.NONE, Samples.LONG));
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Override
    public Mail mail() {
        return mail;
    }

    @Override
    public List<UUID> accepted() {
        return relay.accepted().stream()
                .flatMap(text -> MESSAGE_ID.matcher(text).results())
                .map(id ->
                        UUID.fromString(
                                String.join(
                                        "-",
                                        id.group(1),
                                        id.group(2),
                                        id.group(3),
                                        id.group(4),
                                        id.group(5))))
                .toList();
    }

    @Override
    public void takeDown() throws Exception {
        relay.close();
    }

    @Override
    public void refuseEverybody() {
        relay.answer("RCPT", "451 4.3.0 <a@example.no> not now");
    }

    @Override
    public void refuse(String address) {
        relay.answer("RCPT <" + address + ">", "550 5.1.1 <" + address + "> no such user");
    }

    @Override
    public void loseAfterAccept() {
        relay.answer("DOT", HANG_UP);
    }

    @Override
    public void asUsual() {
        relay.asUsual();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.7.1 greylisted, 451 4.7.1, false",
        "MAIL, 550 5.7.1 not you, 550 5.7.1, false",
        "MAIL, 530 5.7.0 log in, 530 5.7.0, false",
        "RCPT, 421 4.3.2 closing, 421 4.3.2, false",
        "RCPT, 450 mailbox busy, 450, false",
        "RCPT, 452-4.2.2 full, 452 4.2.2, false",
        "RCPT, 503 5.5.1 out of order, 503 5.5.1, false",
        "RCPT, 550 no such user, 550, true",
        "RCPT, 554 5.7.1 relay access denied, 554 5.7.1, false",
        "RCPT, 552 5.2.2 mailbox full, 552 5.2.2, false",
        "RCPT, 554 go away, 554, false",
        "RCPT, 553 5.1.3 bad address, 553 5.1.3, true",
        "RCPT, 554 5.1.2 no such domain, 554 5.1.2, true",
        "DATA, 451 4.3.0 no room, 451 4.3.0, false",
        "DATA, 554 5.5.1 no, 554 5.5.1, false",
        "DOT, 452 4.3.1 no room, 452 4.3.1, false",
        "DOT, 554 5.7.1 looks like spam, 554 5.7.1, false",
        "HELO, 421 too busy, no-connection, false",
        "HELO, hang up, no-connection, false",
        "MAIL, hang up, no-connection, false",
        "RCPT, hang up, no-connection, false",
        "DATA, hang up, no-connection, false"
    })
    void isRefusedWithWhatWasSaid(String when, String reply, String code, boolean permanent) {
        relay.answer(when, reply.startsWith("452-") ? reply + "\r\n452 4.2.2 still" : reply);

        assertThat(mail.send(message("a@example.no"))).isEqualTo(new Refused(code, permanent));
        assertThat(relay.accepted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DOT, hang up", "DOT, silence", "BODY, hang up"})
    void isUnknownOnceItWasHandedOver(String when, String how) {
        Mail impatient = new SmtpMail(Samples.settings(relay.port(), Security.NONE, Samples.SHORT));
        relay.answer(when, how);

        assertThat(impatient.send(message("a@example.no"))).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @CsvSource({"HELO", "MAIL", "RCPT", "DATA"})
    void doesNotWaitForEver(String when) {
        Mail impatient = new SmtpMail(Samples.settings(relay.port(), Security.NONE, Samples.SHORT));
        relay.answer(when, SILENCE);

        assertThat(impatient.send(message("a@example.no")))
                .isEqualTo(new Refused(Refused.NO_CONNECTION, false));
    }

    @Test
    void manyGoOverOneConnection() {
        try (Mail.Round round = mail.begin()) {
            for (int i = 0; i < 30; i++) {
                assertThat(round.send(message(UUID.randomUUID(), "a@example.no")))
                        .isEqualTo(new Done());
            }
        }
        assertThat(relay.connections()).isEqualTo(1);
        assertThat(relay.accepted()).hasSize(30);
        assertThat(relay.commands()).last().isEqualTo("QUIT");
    }

    @Test
    void aWornConnectionIsMadeAnew() {
        try (Mail.Round round = mail.begin()) {
            for (int i = 0; i < 101; i++) {
                assertThat(round.send(message(UUID.randomUUID(), "a@example.no")))
                        .isEqualTo(new Done());
            }
        }
        assertThat(relay.connections()).isEqualTo(2);
    }

    @Test
    void anIdleConnectionThatTheRelayEndedCostsNoMessage() throws Exception {
        try (Mail.Round round = mail.begin()) {
            round.send(message(UUID.randomUUID(), "a@example.no"));
            relay.endIdle();
            assertThat(round.send(message(UUID.randomUUID(), "a@example.no")))
                    .isEqualTo(new Done());
        }
        assertThat(relay.accepted()).hasSize(2);
    }

    @Test
    void aRoundGoesOnAfterWhatIsUnknown() {
        relay.answer("DOT", HANG_UP);
        try (Mail.Round round = mail.begin()) {
            assertThat(round.send(message("a@example.no"))).isEqualTo(new Unknown());
            relay.asUsual();
            assertThat(round.send(message("a@example.no"))).isEqualTo(new Done());
        }
    }

    @Test
    void bearsItsIdWhereReportsAndReadersLookAndAsksForReports() {
        mail.send(message("post@bærum.example.no"));

        assertThat(relay.commands())
                .contains(
                        "EHLO fjordvik.example.no",
                        "MAIL FROM:<bounce+" + Samples.HEX + "@post.fjordvik.example.no> RET=HDRS",
                        "RCPT TO:<post@xn--brum-voa.example.no> NOTIFY=SUCCESS,FAILURE,DELAY");
        assertThat(relay.accepted().getFirst())
                .contains("\nMessage-ID: <" + Samples.HEX + "@fjordvik.example.no>\n")
                .contains("\nAuto-Submitted: auto-generated\n")
                .contains("\nPrecedence: bulk\n")
                .contains("\nContent-Language: nb\n")
                .contains("\nContent-Type: text/plain; charset=UTF-8\n")
                .contains("\n..\n")
                .doesNotContain("æ");
    }

    @Test
    void theSameMessageIsTheSameLineForLine() {
        mail.send(message("a@example.no"));
        mail.send(message("a@example.no"));

        assertThat(relay.accepted().get(0)).isEqualTo(relay.accepted().get(1));
    }

    @Test
    void nothingOfAMessageIsInAnOutcome() {
        refuse("hemmelig@example.no");
        Outcome outcome = mail.send(message("hemmelig@example.no"));

        assertThat(outcome.toString()).doesNotContain("hemmelig", "@");
        assertThat(message("hemmelig@example.no").toString()).doesNotContain("hemmelig", "brev");
    }
}
