package no.segl.app.connect.sms;

import java.util.List;
import java.util.UUID;
import no.segl.app.connect.sms.Sms.Delivery;
import no.segl.app.connect.sms.Sms.Result;

class FakeSmsTest implements SmsContract {

    private final FakeSms sms = new FakeSms();

    @Override
    public Sms sms() {
        return sms;
    }

    @Override
    public List<UUID> accepted() {
        return sms.sent().stream().map(Sms.Text::id).toList();
    }

    @Override
    public void takeDown() {
        sms.set(FakeSms.Fault.DOWN);
    }

    @Override
    public void refuseEverybody() {
        sms.set(FakeSms.Fault.REFUSE);
    }

    @Override
    public void refuse(String number) {
        sms.refuse(number);
    }

    @Override
    public void loseAfterAccept() {
        sms.set(FakeSms.Fault.LOSE_AFTER_ACCEPT);
    }

    @Override
    public void asUsual() {
        sms.set(FakeSms.Fault.NONE);
    }

    @Override
    public void report(UUID id, Delivery delivery, String code) {
        sms.add(new Result(id, delivery, code));
    }
}
