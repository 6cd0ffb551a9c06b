package no.segl.app.connect.mail;

import static no.segl.app.connect.mail.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FakeMailTest implements MailContract {

    private final AtomicInteger waits = new AtomicInteger();
    private final FakeMail mail = new FakeMail(waits::incrementAndGet);

    @Override
    public Mail mail() {
        return mail;
    }

    @Override
    public List<UUID> accepted() {
        return mail.sent().stream().map(Mail.Message::id).toList();
    }

    @Override
    public void takeDown() {
        mail.set(FakeMail.Fault.DOWN);
    }

    @Override
    public void refuseEverybody() {
        mail.set(FakeMail.Fault.REFUSE);
    }

    @Override
    public void refuse(String address) {
        mail.refuse(address);
    }

    @Override
    public void loseAfterAccept() {
        mail.set(FakeMail.Fault.LOSE_AFTER_ACCEPT);
    }

    @Override
    public void asUsual() {
        mail.set(FakeMail.Fault.NONE);
    }

    @Test
    void whatIsSlowGoesInTheEnd() {
        mail.set(FakeMail.Fault.SLOW);

        assertThat(mail.send(message("a@example.no"))).isEqualTo(new Mail.Done());
        assertThat(waits).hasValue(1);
    }
}
