package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.Duties;
import no.segl.app.notice.Duties.Changed;
import no.segl.app.notice.Duties.Unreviewed;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Administration;
import no.segl.app.office.CheckDesk;
import no.segl.app.office.Reach;
import no.segl.app.store.Attention;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.Reminders;
import no.segl.app.store.Requests;
import no.segl.app.store.Reviews;
import no.segl.app.store.RuleTable;
import no.segl.core.access.Power;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.notice.QuietHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds those who administer access of all that waits for them there: grants that must be gone
 * through, what must be seen to since the register has changed or access has run out, and requests
 * that wait for a second person. One e-mail to each address, or a text message to whoever has no
 * e-mail address, as soon as something has come, else once a week until it is done. A grant that
 * comes of age is not something that has come: that happens any day.
 */
public final class AccessReminders {

    private static final Logger LOG = LoggerFactory.getLogger(AccessReminders.class);

    private final Parts parts;

    /** What it works with. */
    public record Parts(
            Reminders reminders,
            Reviews reviews,
            Attention attention,
            Requests requests,
            RuleTable rules,
            Contacts contacts,
            Administration administration,
            CheckDesk checks,
            Mail mail,
            Optional<Sms> sms,
            NoticeTexts texts,
            RandomGenerator dice,
            InstantSource clock) {}

    public AccessReminders(Parts parts) {
        this.parts = parts;
    }

    /**
     * Reminds once of what waits.
     *
     * @return how many e-mails and text messages went out
     */
    public int run() {
        Instant now = LedgerTime.exact(parts.clock().instant());
        int sent = 0;
        try (Mail.Round round = parts.mail().begin()) {
            Set<Notice.Channel> shut = EnumSet.noneOf(Notice.Channel.class);
            for (var told : due(now).entrySet()) {
                Notice.Channel way = told.getKey().channel();
                if (shut.contains(way)) {
                    continue;
                }
                Mail.Outcome outcome = remind(round, told.getKey(), told.getValue(), now);
                sent += outcome instanceof Mail.Done ? 1 : 0;
                if (outcome instanceof Mail.Refused refused && refused.isForEverybody()) {
                    LOG.info("Reminders did not go out ({}); tried again", refused.code());
                    shut.add(way);
                }
            }
        }
        return sent;
    }

    /** What each address is to be told. */
    private Map<Contact, Told> due(Instant now) {
        Asked asked = new Asked(now);
        Map<Contact, Told> due = new LinkedHashMap<>();
        for (PersonId person : parts.reminders().administrators(now)) {
            Reach reach = parts.administration().reach(person);
            Told theirs = asked.of(person, reach);
            if (theirs.isNothing()) {
                continue;
            }
            for (Contact contact : reached(person, reach.roots(), now)) {
                due.computeIfAbsent(contact, _ -> new Told()).add(theirs);
            }
        }
        return due;
    }

    /** What waits, for one address or for one person. */
    private static final class Told {

        private final Map<OrgNumber, Unreviewed> reviews = new TreeMap<>();
        private final Map<OrgNumber, Changed> changes = new TreeMap<>();
        private final Set<UUID> requests = new HashSet<>();
        private Instant newest = Instant.EPOCH;

        boolean isNothing() {
            return reviews.isEmpty() && changes.isEmpty() && requests.isEmpty();
        }

        /** Two who share a unit's address may not both be able to see to all of it. */
        void add(Told other) {
            other.reviews.forEach((unit, more) ->
                    reviews.merge(unit, more, (a, b) -> a.grants() < b.grants() ? b : a));
            other.changes.forEach((unit, more) ->
                    changes.merge(unit, more, (a, b) -> a.things() < b.things() ? b : a));
            requests.addAll(other.requests);
            came(other.newest);
        }

        void came(Instant at) {
            newest = at.isAfter(newest) ? at : newest;
        }

        Duties duties() {
            return new Duties(
                    List.copyOf(reviews.values()), List.copyOf(changes.values()), requests.size());
        }
    }

    /** What one round asks: the same units are asked about once, however many administer them. */
    private final class Asked {

        private final Instant now;
        private final Instant before;
        private final Map<Reach.Part, List<Reviews.Waiting>> reviews = new HashMap<>();
        private final Map<List<OrgNumber>, List<Attention.Counted>> changes = new HashMap<>();

        Asked(Instant now) {
            this.now = now;
            this.before = parts.rules().newest().row(Rule.REVIEW_ACCESS).before(now);
        }

        Told of(PersonId person, Reach reach) {
            Told told = new Told();
            List<Reach.Part> given = reach.parts();
            for (Reach.Part part : given) {
                for (Reviews.Waiting w : reviews.computeIfAbsent(part, this::reviews)) {
                    told.reviews.merge(
                            w.unit(),
                            new Unreviewed(w.name(), w.unit(), w.grants()),
                            (a, b) -> new Unreviewed(a.name(), a.unit(), a.grants() + b.grants()));
                }
            }
            for (Attention.Counted c : changes.computeIfAbsent(reach.roots(), this::changes)) {
                told.changes.put(c.unit(), new Changed(c.name(), c.unit(), c.things(), c.causes()));
                c.newest().ifPresent(told::came);
            }
            for (Requests.Asked r :
                    parts.requests().answerable(person, reach.roots(), administered(given), now)) {
                told.requests.add(r.id());
                told.came(r.at());
            }
            return told;
        }

        private List<Reviews.Waiting> reviews(Reach.Part part) {
            return parts.reviews().waiting(part.roots(), part.powers(), before, now);
        }

        /** What the register has changed, and checks that were answered and must be seen to. */
        private List<Attention.Counted> changes(List<OrgNumber> roots) {
            Map<OrgNumber, Attention.Counted> all = new TreeMap<>();
            Stream.concat(
                            parts.attention().counted(roots, now).stream(),
                            parts.checks().due(roots).stream()
                                    // What nobody has begun with is said on the pages.
                                    .filter(c -> !c.causes().contains(Attention.Cause.CHECK_NEVER)))
                    .forEach(c -> all.merge(c.unit(), c, Attention.Counted::and));
            return List.copyOf(all.values());
        }

        private static Collection<OrgNumber> administered(List<Reach.Part> given) {
            return given.stream()
                    .filter(part -> part.powers().contains(Power.ADMINISTER))
                    .flatMap(part -> part.roots().stream())
                    .toList();
        }
    }

    /** Their own addresses, or else those of where they administer access. */
    private List<Contact> reached(PersonId person, List<OrgNumber> roots, Instant now) {
        Notice.To own = new Notice.To.Person(person);
        List<Contact> theirs = by(Notice.Channel.EMAIL, List.of(own));
        if (theirs.isEmpty() && parts.sms().isPresent()) {
            theirs = by(Notice.Channel.SMS, List.of(own));
        }
        if (theirs.isEmpty()) {
            List<Notice.To> units = List.copyOf(roots.stream().map(Notice.To.Unit::new).toList());
            theirs = by(Notice.Channel.EMAIL, units);
            if (theirs.isEmpty() && parts.sms().isPresent()) {
                theirs = by(Notice.Channel.SMS, units);
            }
        }
        return theirs.stream()
                // A text message waits for an hour in which people are not asleep.
                .filter(c -> c.channel() != Notice.Channel.SMS || !quiet().isQuiet(now))
                .toList();
    }

    private QuietHours quiet() {
        return QuietHours.of(parts.rules().newest());
    }

    private List<Contact> by(Notice.Channel channel, List<? extends Notice.To> to) {
        return to.stream()
                .flatMap(t -> parts.contacts().reach(t).stream())
                .filter(c -> c.channel() == channel)
                .toList();
    }

    private Mail.Outcome remind(Mail.Round round, Contact contact, Told told, Instant now) {
        try {
            if (!parts.reminders()
                    .claim(
                            contact.id(),
                            told.newest,
                            now,
                            parts.rules().newest().row(Rule.REMIND_REVIEW).before(now))) {
                return new Mail.Unknown();
            }
            Mail.Outcome outcome =
                    contact.channel() == Notice.Channel.SMS
                            ? text(contact, told, now)
                            : mail(round, contact, told, now);
            // What may have arrived is not sent twice; what certainly did not, is tried again.
            if (outcome instanceof Mail.Refused refused) {
                parts.reminders().release(contact.id());
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

    private Mail.Outcome mail(Mail.Round round, Contact contact, Told told, Instant now) {
        NoticeTexts.NoticeText text = parts.texts().access(contact.language(), told.duties());
        return round.send(
                new Mail.Message(
                        Uuids.v7(now, parts.dice()),
                        contact.address(),
                        text.subject(),
                        text.body(),
                        contact.language().code(),
                        now));
    }

    private Mail.Outcome text(Contact contact, Told told, Instant now) {
        return Carrier.inWordsOfMail(
                parts.sms()
                        .orElseThrow()
                        .send(
                                new Sms.Text(
                                        Uuids.v7(now, parts.dice()),
                                        contact.address(),
                                        parts.texts()
                                                .accessText(contact.language(), told.duties()))));
    }
}
