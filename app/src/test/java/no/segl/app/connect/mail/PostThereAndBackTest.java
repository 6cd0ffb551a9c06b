package no.segl.app.connect.mail;

import static no.segl.app.connect.mail.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import no.segl.app.connect.mail.Bounces.Delivery;
import no.segl.app.connect.mail.Bounces.Result;
import no.segl.app.connect.mail.Bounces.Tally;
import no.segl.app.connect.mail.Bounces.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server on this machine: messages go there over SMTP, reports come back over IMAP. */
class PostThereAndBackTest {

    private static final Result BOUNCED = new Result(Samples.ID, Delivery.BOUNCED, "5.1.1");

    private GreenMail server;
    private GreenMailUser mailbox;
    private SmtpMail.Settings settings;
    private Bounces bounces;

    @BeforeEach
    void open() {
        server =
                new GreenMail(
                        new ServerSetup[] {
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                        });
        server.start();
        mailbox = server.setUser("bounce@post.fjordvik.example.no", "bounces", "secret");
        settings = Samples.settings(server.getSmtp().getPort(), Security.NONE, Samples.LONG);
        bounces = bounces("secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aMessageIsReadAsItWasWritten() throws Exception {
        GreenMailUser reader = server.setUser("a@example.no", "a", "a");

        assertThat(new SmtpMail(settings).send(message("a@example.no"))).isEqualTo(new Mail.Done());

        MimeMessage read =
                server.getManagers()
                        .getImapHostManager()
                        .getInbox(reader)
                        .getMessages()
                        .getFirst()
                        .getMimeMessage();
        assertThat(read.getSubject()).isEqualTo("Påminnelse: et brev er ikke åpnet");
        // This server leaves out the last end of a line.
        assertThat(read.getContent().toString().replace("\r", "") + "\n")
                .isEqualTo("Det ligger et brev i Segl.\n\n.\nSlutt på æ, ø og å.\n");
        assertThat(read.getMessageID()).isEqualTo("<" + Samples.HEX + "@fjordvik.example.no>");
        assertThat(read.getFrom()[0].toString()).contains("segl@fjordvik.example.no");
    }

    @Test
    void aLoginThatIsNotAcceptedIsTold() {
        Server relay = settings.relay();
        Server wrong =
                new Server(
                        relay.host(),
                        relay.port(),
                        Security.NONE,
                        Optional.of(new Server.Login("bounces", "wrong")),
                        Samples.LONG);
        server.getManagers().getUserManager().setAuthRequired(true);

        assertThat(
                        new SmtpMail(
                                        new SmtpMail.Settings(
                                                wrong,
                                                settings.from(),
                                                settings.fromName(),
                                                settings.bounce()))
                                .send(message("a@example.no")))
                .isEqualTo(new Mail.Refused(Mail.Refused.NO_LOGIN, false));
    }

    @Test
    void whatIsUnderstoodIsTakenOnceAndKept() throws Exception {
        put(Reports.postfix("failed", "5.1.1"));
        put(Reports.postfix("relayed", "2.0.0"));
        List<Result> taken = new ArrayList<>();

        assertThat(bounces.read(taken::add)).isEqualTo(new Tally(1, 1, 0, 0, false));
        assertThat(bounces.read(taken::add)).isEqualTo(new Tally(0, 0, 0, 0, false));

        assertThat(taken).containsExactly(BOUNCED);
        assertThat(folder("INBOX").getMessageCount()).isZero();
        assertThat(folder("Segl-read").getMessageCount()).isEqualTo(2);
    }

    @Test
    void whatIsNotIsKeptAsideAndCountedAndStopsNothing() throws Exception {
        put("From: x@example.no\nTo: " + Reports.RETURN_PATH + "\nSubject: hello\n\nHello?\n");
        put(Reports.postfix("failed", "5.1.1").replace("I'm sorry", "I'm sorry".repeat(1 << 17)));
        put(Reports.postfix("failed", "5.1.1"));
        List<Result> taken = new ArrayList<>();

        assertThat(bounces.read(taken::add)).isEqualTo(new Tally(1, 0, 2, 2, false));
        assertThat(bounces.read(taken::add)).isEqualTo(new Tally(0, 0, 0, 2, false));

        assertThat(taken).containsExactly(BOUNCED);
        assertThat(folder("Segl-unreadable").getMessageCount()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeTakenIsReadAgain() throws Exception {
        put(Reports.postfix("failed", "5.1.1"));

        assertThatThrownBy(() ->
                        bounces.read(_ -> {
                            throw new IllegalStateException("no database");
                        }))
                .hasMessage("no database");

        List<Result> taken = new ArrayList<>();
        bounces.read(taken::add);
        assertThat(taken).containsExactly(BOUNCED);
    }

    @Test
    void oneThatCannotBeTakenStopsNoOtherAndIsLaidAside() throws Exception {
        put(Reports.postfix("failed", "5.1.1"));
        put(Reports.postfix("delayed", "4.4.1"));

        assertThat(
                        bounces.read(result -> {
                            if (result.equals(BOUNCED)) {
                                throw new IllegalStateException("its letter is broken");
                            }
                        }))
                .isEqualTo(new Tally(1, 0, 1, 1, false));
        assertThat(folder("INBOX").getMessageCount()).isZero();
        assertThat(folder("Segl-unreadable").getMessageCount()).isEqualTo(1);
    }

    @Test
    void manyAreReadInTurns() throws Exception {
        for (int i = 0; i < 120; i++) {
            put(Reports.postfix("delayed", "4.4.1"));
        }

        assertThat(bounces.read(_ -> {})).isEqualTo(new Tally(100, 0, 0, 0, true));
        assertThat(bounces.read(_ -> {})).isEqualTo(new Tally(20, 0, 0, 0, false));
    }

    @Test
    void aMailboxThatCannotBeReachedSaysSoWithoutItsSecrets() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> bounces("wrong").read(_ -> {}))
                .withMessageContaining("AuthenticationFailed")
                .withMessageNotContaining("wrong")
                .withMessageNotContaining("bounces@");
        server.stop();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> bounces.read(_ -> {}));
    }

    private Bounces bounces(String password) {
        return new ImapBounces(
                new Server(
                        "localhost",
                        server.getImap().getPort(),
                        Security.NONE,
                        Optional.of(new Server.Login("bounces", password)),
                        Samples.LONG),
                settings,
                ImapBounces.Folders.usual());
    }

    private void put(String mail) throws Exception {
        mailbox.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(Reports.bytes(mail))));
    }

    private MailFolder folder(String name) throws FolderException {
        return server.getManagers().getImapHostManager().getFolder(mailbox, name);
    }
}
