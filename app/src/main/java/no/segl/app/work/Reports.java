package no.segl.app.work;

import java.util.List;
import java.util.Optional;
import no.segl.app.connect.mail.Bounces;
import no.segl.app.connect.sms.Sms;
import no.segl.app.store.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what became of notices: mails that came back, and the gateway's reports of text messages.
 * That a notice came to its address, or did not after all, is a fact of its letter. An address that
 * is none, or sends back three in a row, is not used again until somebody enters it anew.
 */
public final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final String SMS = "sms";

    private final Optional<Bounces> bounces;
    private final Optional<Sms> sms;
    private final Places places;
    private final Returned returned;

    /**
     * @param bounces empty if nobody reads that mailbox
     * @param sms empty if there is no gateway
     */
    public Reports(Optional<Bounces> bounces, Optional<Sms> sms, Places places, Returned returned) {
        this.bounces = bounces;
        this.sms = sms;
        this.places = places;
        this.returned = returned;
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
                            case DELIVERED -> returned.delivered(result.id());
                            case DELAYED -> {}
                            case BOUNCED -> returned.bounced(result.id(), result.isNoSuchAddress());
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
            take(read.results());
            if (read.unreadable() > 0) {
                LOG.warn("{} reports of text messages were not understood", read.unreadable());
            }
            // Kept after what was read was taken in: the same may come twice, and is known then.
            places.keep(SMS, read.next());
        } while (read.isMore());
    }

    /** One that cannot be taken in stops no other, unless none can. */
    private void take(List<Sms.Result> results) {
        @Nullable RuntimeException failed = null;
        int taken = 0;
        for (Sms.Result result : results) {
            try {
                switch (result.delivery()) {
                    case DELIVERED -> returned.delivered(result.id());
                    // A telephone that was off is one tomorrow: its number stays.
                    case FAILED -> returned.bounced(result.id(), false);
                }
                taken++;
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null && taken == 0) {
            throw failed;
        }
    }
}
