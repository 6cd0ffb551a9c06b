package no.segl.app.work;

import java.util.Optional;
import no.segl.app.connect.mail.Bounces;
import no.segl.app.connect.sms.Sms;
import no.segl.app.store.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what became of notices: mails that came back, and the gateway's reports of text messages.
 * That a notice came to its address, or did not after all, is a fact of its letter. An address that
 * is none is not used again until somebody enters it anew; one that would not take this message is.
 */
public final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final String SMS = "sms";

    private final Optional<Bounces> bounces;
    private final Optional<Sms> sms;
    private final Places places;
    private final Notices notices;

    /**
     * @param bounces empty if nobody reads that mailbox
     * @param sms empty if there is no gateway
     */
    public Reports(Optional<Bounces> bounces, Optional<Sms> sms, Places places, Notices notices) {
        this.bounces = bounces;
        this.sms = sms;
        this.places = places;
        this.notices = notices;
    }

    /**
     * Reads all that is there. One that cannot be read does not keep the other from being read.
     *
     * @throws Bounces.Unavailable if the mailbox cannot be read; it is tried again
     * @throws Sms.Unavailable if the gateway cannot be asked; it is tried again
     */
    public void run() throws Bounces.Unavailable, Sms.Unavailable {
        try {
            if (bounces.isPresent()) {
                mails(bounces.get());
            }
        } finally {
            if (sms.isPresent()) {
                texts(sms.get());
            }
        }
    }

    private void mails(Bounces mailbox) throws Bounces.Unavailable {
        Bounces.Tally tally;
        do {
            tally =
                    mailbox.read(result -> {
                        switch (result.delivery()) {
                            case DELIVERED -> notices.delivered(result.id());
                            case DELAYED -> {}
                            case BOUNCED -> notices.bounced(result.id(), result.isNoSuchAddress());
                        }
                    });
            if (tally.unreadable() > 0) {
                LOG.warn(
                        "{} mails in the mailbox for reports could not be understood; {} lie aside"
                                + " for a person",
                        tally.unreadable(),
                        tally.laidAside());
            }
        } while (tally.isMore());
    }

    private void texts(Sms gateway) throws Sms.Unavailable {
        Sms.Results read;
        do {
            read = gateway.results(places.of(SMS));
            for (Sms.Result result : read.results()) {
                switch (result.delivery()) {
                    case DELIVERED -> notices.delivered(result.id());
                    // A telephone that was off is one tomorrow: its number stays.
                    case FAILED -> notices.bounced(result.id(), false);
                }
            }
            if (read.unreadable() > 0) {
                LOG.warn("{} reports of text messages were not understood", read.unreadable());
            }
            // Kept after what was read was taken in: the same may come twice, and is known then.
            places.keep(SMS, read.next());
        } while (read.isMore());
    }
}
