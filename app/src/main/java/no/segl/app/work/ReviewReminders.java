package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.Filling.Unreviewed;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.Reviews;
import no.segl.app.store.RuleTable;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds those who administer access that grants have stood past their time and must be gone
 * through: one e-mail to each address, and another after a time, of all that waits there, until it
 * is done.
 */
public final class ReviewReminders {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewReminders.class);

    private final Parts parts;

    /** What it works with. */
    public record Parts(
            Reviews reviews,
            RuleTable rules,
            Contacts contacts,
            Administration administration,
            Mail mail,
            NoticeTexts texts,
            RandomGenerator dice,
            InstantSource clock) {}

    public ReviewReminders(Parts parts) {
        this.parts = parts;
    }

    /**
     * Reminds once of what is due.
     *
     * @return how many e-mails went out
     */
    public int run() {
        Instant now = LedgerTime.exact(parts.clock().instant());
        int sent = 0;
        try (Mail.Round round = parts.mail().begin()) {
            for (var told : due(now).entrySet()) {
                Mail.Outcome outcome = remind(round, told.getKey(), told.getValue().values(), now);
                sent += outcome instanceof Mail.Done ? 1 : 0;
                if (outcome instanceof Mail.Refused refused && refused.isForEverybody()) {
                    LOG.info("Reminders did not go out ({}); tried again", refused.code());
                    break;
                }
            }
        }
        return sent;
    }

    /** What each address is to be told, by unit. */
    private Map<Contact, Map<OrgNumber, Unreviewed>> due(Instant now) {
        Instant before = parts.rules().newest().row(Rule.REVIEW_ACCESS).before(now);
        Map<Contact, Map<OrgNumber, Unreviewed>> due = new LinkedHashMap<>();
        for (PersonId person : parts.reviews().administrators(now)) {
            Reach reach = parts.administration().reach(person);
            List<Reviews.Waiting> waiting =
                    reach.parts().stream()
                            .flatMap(part ->
                                    parts
                                            .reviews()
                                            .waiting(part.roots(), part.powers(), before, now)
                                            .stream())
                            .toList();
            if (waiting.isEmpty()) {
                continue;
            }
            for (Contact contact : reached(person, reach.roots())) {
                Map<OrgNumber, Unreviewed> units =
                        due.computeIfAbsent(contact, _ -> new TreeMap<>());
                for (Reviews.Waiting w : together(waiting)) {
                    // Two who share a unit's address may not both be able to end all of it.
                    units.merge(
                            w.unit(),
                            new Unreviewed(w.name(), w.unit(), w.grants()),
                            (one, other) -> one.grants() < other.grants() ? other : one);
                }
            }
        }
        return due;
    }

    /** One line for each unit. */
    private static Collection<Reviews.Waiting> together(List<Reviews.Waiting> parts) {
        Map<OrgNumber, Reviews.Waiting> units = new TreeMap<>();
        for (Reviews.Waiting w : parts) {
            units.merge(
                    w.unit(),
                    w,
                    (one, other) ->
                            new Reviews.Waiting(
                                    one.unit(), one.name(), one.grants() + other.grants()));
        }
        return units.values();
    }

    /** Their own addresses, or else those of where they administer access. */
    private List<Contact> reached(PersonId person, List<OrgNumber> roots) {
        List<Contact> own = mails(new Notice.To.Person(person));
        return own.isEmpty()
                ? roots.stream().flatMap(r -> mails(new Notice.To.Unit(r)).stream()).toList()
                : own;
    }

    private List<Contact> mails(Notice.To to) {
        return parts.contacts().reach(to).stream()
                .filter(c -> c.channel() == Notice.Channel.EMAIL)
                .toList();
    }

    /** Whoever was reminded since then is not reminded again. */
    private Instant reminded(Instant now) {
        return parts.rules().newest().row(Rule.REMIND_REVIEW).before(now);
    }

    private Mail.Outcome remind(
            Mail.Round round, Contact contact, Collection<Unreviewed> units, Instant now) {
        try {
            if (!parts.reviews().claim(contact.id(), now, reminded(now))) {
                return new Mail.Unknown();
            }
            NoticeTexts.NoticeText text =
                    parts.texts().review(contact.language(), List.copyOf(units));
            Mail.Outcome outcome =
                    round.send(
                            new Mail.Message(
                                    Uuids.v7(now, parts.dice()),
                                    contact.address(),
                                    text.subject(),
                                    text.body(),
                                    contact.language().code(),
                                    now));
            // What may have arrived is not sent twice; what certainly did not, is tried again.
            if (outcome instanceof Mail.Refused refused) {
                parts.reviews().release(contact.id());
                if (refused.permanent()) {
                    parts.contacts().refused(contact.id(), now);
                }
            }
            return outcome;
        } catch (RuntimeException e) {
            LOG.error("A reminder could not be sent ({})", e.getClass().getName());
            return new Mail.Unknown();
        }
    }
}
