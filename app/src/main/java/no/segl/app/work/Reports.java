package no.segl.app.work;

import java.util.Optional;
import no.segl.app.connect.mail.Bounces;
import no.segl.app.connect.sms.Sms;
import no.segl.app.store.Places;

/**
 * Reads what became of notices: mails that came back, and the gateway's reports of text messages. A
 * notice that did not come through after all is a fact of its letter, and its address is not used
 * again until somebody enters it anew.
 */
public final class Reports {

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
     * Reads all that is there.
     *
     * @throws Bounces.Unavailable if the mailbox cannot be read; it is tried again
     * @throws Sms.Unavailable if the gateway cannot be asked; it is tried again
     */
    public void run() throws Bounces.Unavailable, Sms.Unavailable {
        if (sms.isPresent()) {
            texts(sms.get());
        }
        if (bounces.isPresent()) {
            mails(bounces.get());
        }
    }

    private void mails(Bounces mailbox) throws Bounces.Unavailable {
        Bounces.Tally tally;
        do {
            tally =
                    mailbox.read(result -> {
                        if (result.delivery() == Bounces.Delivery.BOUNCED) {
                            notices.bounced(result.id());
                        }
                    });
        } while (tally.isMore());
    }

    private void texts(Sms gateway) throws Sms.Unavailable {
        Sms.Results read;
        do {
            read = gateway.results(places.of(SMS));
            for (Sms.Result result : read.results()) {
                if (result.delivery() == Sms.Delivery.FAILED) {
                    notices.bounced(result.id());
                }
            }
            // Kept after what was read was taken in: the same may come twice, and is known then.
            places.keep(SMS, read.next());
        } while (read.isMore());
    }
}
