package no.segl.app.work;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.work.Parcels.Parcel;
import no.segl.core.letter.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the parcels of one round, each by the way of its address, until that way refuses what it
 * would refuse of everybody.
 */
final class Carrier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Mail.Round mail;
    private final Optional<Sms> sms;
    private final NoticeTexts texts;
    private final Set<Notice.Channel> shut = EnumSet.noneOf(Notice.Channel.class);
    private final Set<Notice.Channel> open = EnumSet.noneOf(Notice.Channel.class);

    Carrier(Mail mail, Optional<Sms> sms, NoticeTexts texts) {
        this.mail = mail.begin();
        this.sms = sms;
        this.texts = texts;
    }

    /** Tries once; never throws. What is known of it is told in the words of e-mail. */
    Mail.Outcome carry(Parcel parcel, Instant now) {
        Notice.Channel way = parcel.contact().channel();
        if (shut.contains(way)) {
            return new Mail.Refused(Mail.Refused.NO_CONNECTION, false);
        }
        try {
            Mail.Outcome outcome = parcel.isText() ? text(parcel, now) : message(parcel, now);
            if (outcome instanceof Mail.Done) {
                open.add(way);
            }
            return outcome;
        } catch (RuntimeException e) {
            LOG.error("A notice could not be sent ({})", e.getClass().getName());
            return new Mail.Unknown();
        }
    }

    /** Tells what the round has found of each way. */
    void tell(Ways ways, Instant now) {
        ways.found(open, shut, now);
    }

    private Mail.Outcome message(Parcel parcel, Instant now) {
        Mail.Outcome outcome = mail.send(parcel.message(texts, now));
        if (outcome instanceof Mail.Refused refused && refused.isForEverybody()) {
            shut.add(Notice.Channel.EMAIL);
        }
        return outcome;
    }

    private Mail.Outcome text(Parcel parcel, Instant now) {
        Sms.Outcome outcome = sms.orElseThrow().send(parcel.text(texts, now));
        if (outcome instanceof Sms.Refused refused && refused.isForEverybody()) {
            shut.add(Notice.Channel.SMS);
        }
        return inWordsOfMail(outcome);
    }

    /** What is known of a text message, told in the words of e-mail. */
    static Mail.Outcome inWordsOfMail(Sms.Outcome outcome) {
        return switch (outcome) {
            case Sms.Done() -> new Mail.Done();
            case Sms.Unknown() -> new Mail.Unknown();
            case Sms.Refused refused -> new Mail.Refused(refused.code(), refused.permanent());
        };
    }

    @Override
    public void close() {
        mail.close();
    }
}
