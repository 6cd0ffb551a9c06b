package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.Errand;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.app.notice.RoutineTexts;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.ControlNotices;
import no.segl.app.store.ControlNotices.Order;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.FigureReports;
import no.segl.app.store.Holders;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.control.Control;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those whose controls are due or were not done, and sends figures by e-mail. Nobody is told
 * figures of a unit that they no longer oversee. What did not go out is tried again; that nobody
 * could be told does not end a control, which is raised until it is accounted for.
 */
public final class ControlMail {

    private static final Logger LOG = LoggerFactory.getLogger(ControlMail.class);

    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration TRIED = Duration.ofDays(3);
    private static final int BATCH = 500;

    private final ControlNotices notices;
    private final ControlRuns runs;
    private final FigureReports reports;
    private final Contacts contacts;
    private final Holders holders;
    private final ControlDesk desk;
    private final Standings standings;
    private final Mail mail;
    private final RoutineTexts texts;
    private final RandomGenerator dice;
    private final InstantSource clock;

    /** The rows it works on. */
    public record Rows(
            ControlNotices notices,
            ControlRuns runs,
            FigureReports reports,
            Contacts contacts,
            Holders holders) {}

    public ControlMail(
            Rows rows,
            ControlDesk desk,
            Standings standings,
            Mail mail,
            RoutineTexts texts,
            RandomGenerator dice,
            InstantSource clock) {
        this.notices = rows.notices();
        this.runs = rows.runs();
        this.reports = rows.reports();
        this.contacts = rows.contacts();
        this.holders = rows.holders();
        this.desk = desk;
        this.standings = standings;
        this.mail = mail;
        this.texts = texts;
        this.dice = dice;
        this.clock = clock;
    }

    /**
     * Sends once what is to be sent.
     *
     * @return how many e-mails went out
     */
    public int run() {
        Instant now = LedgerTime.exact(clock.instant());
        int sent = 0;
        try (Mail.Round round = mail.begin()) {
            for (Order order : notices.claim(now, now.plus(AGAIN), BATCH)) {
                sent += safely(order.id(), () -> tell(round, order, now));
            }
            for (FigureReports.Row row : reports.claim(now, now.plus(AGAIN))) {
                sent += safely(row.report().id(), () -> report(round, row, now));
            }
        }
        return sent;
    }

    /** What sends, and says how many e-mails went out. */
    private interface Sending {
        int send();
    }

    private static int safely(UUID id, Sending sending) {
        try {
            return sending.send();
        } catch (RuntimeException e) {
            LOG.error("What {} tells did not go out ({})", id, e.getClass().getName());
            return 0;
        }
    }

    private int tell(Mail.Round round, Order order, Instant now) {
        ControlRuns.Row row = runs.find(order.run()).orElseThrow();
        Control control = row.run().control();
        boolean theirs = order.person().map(p -> oversees(p, control.unit())).orElse(true);
        boolean old = order.ordered().plus(TRIED).isBefore(now);
        if (!row.run().isOpen() || !theirs || old) {
            notices.done(order.id(), false, now);
            return 0;
        }
        Errand errand =
                new Errand(
                        order.kind(),
                        order.run(),
                        row.unitName(),
                        control.unit(),
                        desk.found(control, now).found(),
                        lastDay(row.run().due()));
        int sent =
                send(
                        round,
                        order.person(),
                        control.unit(),
                        language -> texts.control(language, errand),
                        now);
        if (sent > 0) {
            notices.done(order.id(), true, now);
        }
        return sent;
    }

    private int report(Mail.Round round, FigureReports.Row row, Instant now) {
        PersonId person = row.report().person();
        OrgNumber unit = row.report().unit();
        if (!oversees(person, unit)) {
            standings.end(row.report(), now);
            return 0;
        }
        boolean old = row.next().plus(TRIED).isBefore(now);
        var standing = standings.of(row, now);
        // At their own addresses alone: whoever reads the unit's need not oversee it.
        int sent =
                send(
                        round,
                        mails(new Notice.To.Person(person)),
                        language -> texts.figures(language, standing),
                        now);
        if (sent > 0 || old) {
            reports.done(row.report().id(), row.report().rhythm().next(now), sent > 0, now);
        }
        return sent;
    }

    private boolean oversees(PersonId person, OrgNumber unit) {
        return desk.oversees(person, unit) instanceof Clearance.Cleared;
    }

    /** The words in one language. */
    private interface Wording {
        NoticeText in(Language language);
    }

    /**
     * To their own addresses, or else to where the unit is told.
     *
     * @param person empty for all who administer access at the unit
     */
    private int send(
            Mail.Round round,
            Optional<PersonId> person,
            OrgNumber unit,
            Wording wording,
            Instant now) {
        List<Contact> own =
                person.map(List::of).orElseGet(() -> administrators(unit, now)).stream()
                        .flatMap(p -> mails(new Notice.To.Person(p)).stream())
                        .toList();
        return send(round, own.isEmpty() ? mails(new Notice.To.Unit(unit)) : own, wording, now);
    }

    private int send(Mail.Round round, List<Contact> to, Wording wording, Instant now) {
        int sent = 0;
        for (Contact contact : to) {
            NoticeText text = wording.in(contact.language());
            Mail.Outcome outcome =
                    round.send(
                            new Mail.Message(
                                    Uuids.v7(now, dice),
                                    contact.address(),
                                    text.subject(),
                                    text.body(),
                                    contact.language().code(),
                                    now));
            if (outcome instanceof Mail.Refused refused && refused.permanent()) {
                contacts.refused(contact.id(), now);
            }
            // What may have arrived is not sent twice.
            sent += outcome instanceof Mail.Refused ? 0 : 1;
        }
        return sent;
    }

    private List<PersonId> administrators(OrgNumber unit, Instant now) {
        return holders.others(unit, List.of(Power.ADMINISTER), now).stream()
                .map(Holders.Holder::person)
                .distinct()
                .toList();
    }

    private List<Contact> mails(Notice.To to) {
        return contacts.reach(to).stream()
                .filter(c -> c.channel() == Notice.Channel.EMAIL)
                .toList();
    }

    private static LocalDate lastDay(Instant due) {
        return due.minusMillis(1).atZone(WorkingDays.NORWAY).toLocalDate();
    }
}
