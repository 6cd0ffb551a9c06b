package no.segl.app.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.Filling;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Notice;

/** Gathers notices into messages: one for all that is to be said in one way to one address. */
final class Parcels {

    private final Contacts contacts;
    private final Set<Notice.Channel> channels;
    private final Map<Notice.To, Optional<Contact>> reached = new HashMap<>();
    private final Map<Label, Parcel> parcels = new LinkedHashMap<>();

    /**
     * @param channels the ways out that there are
     */
    Parcels(Contacts contacts, Set<Notice.Channel> channels) {
        this.contacts = contacts;
        this.channels = channels;
    }

    private record Label(UUID contact, Notice.Kind kind) {}

    /** One message to be: what is said to one address. */
    record Parcel(Contact contact, Notice.Kind kind, List<Due> notices) {

        List<UUID> ids() {
            return notices.stream().map(Due::id).toList();
        }

        /** Without those that are not to go out any more. */
        Parcel of(Set<UUID> wanted) {
            return new Parcel(
                    contact, kind, notices.stream().filter(n -> wanted.contains(n.id())).toList());
        }

        boolean isText() {
            return contact.channel() == Notice.Channel.SMS;
        }

        /** What is to be said by telephone; the same for the same notices. */
        Sms.Text text(NoticeTexts texts, Instant now) {
            return new Sms.Text(
                    id(), contact.address(), texts.sms(kind, contact.language(), filling(now)));
        }

        /**
         * The message; the same for the same notices, so that what is sent again is known again.
         */
        Mail.Message message(NoticeTexts texts, Instant now) {
            NoticeText text = texts.mail(kind, contact.language(), filling(now));
            return new Mail.Message(
                    id(),
                    contact.address(),
                    text.subject(),
                    text.body(),
                    contact.language().code(),
                    notices.stream().map(Due::orderedAt).max(Instant::compareTo).orElseThrow());
        }

        /** Of the message that it becomes. */
        UUID id() {
            return UUID.nameUUIDFromBytes(
                    ids().stream()
                            .map(UUID::toString)
                            .sorted()
                            .collect(Collectors.joining(" ", contact.id() + " ", ""))
                            .getBytes(UTF_8));
        }

        /** Where letters wait, how many, and since when. */
        private Filling filling(Instant now) {
            Map<OrgNumber, List<Due>> units =
                    notices.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Due::recipient,
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            return new Filling(
                    units.values().stream().map(Parcel::waiting).toList(), day(now), daysLeft(now));
        }

        /** Until the first of the letters is looked at next; none are told of what is overdue. */
        private OptionalLong daysLeft(Instant now) {
            return notices.stream()
                    .flatMap(notice -> notice.nextLook().stream())
                    .min(Comparator.naturalOrder())
                    .map(next -> ChronoUnit.DAYS.between(day(now), day(next)))
                    .filter(days -> days >= 0)
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty);
        }

        private static Filling.Waiting waiting(List<Due> notices) {
            Due oldest = notices.getFirst();
            long letters = notices.stream().map(Due::letter).distinct().count();
            return new Filling.Waiting(
                    oldest.recipientName(),
                    oldest.recipient(),
                    Math.toIntExact(letters),
                    day(oldest.availableAt()));
        }

        private static LocalDate day(Instant at) {
            return at.atZone(WorkingDays.NORWAY).toLocalDate();
        }
    }

    /** Puts it with those it goes with; says no if it reaches nobody. */
    boolean add(Due notice) {
        Optional<Contact> contact = contact(notice);
        contact.ifPresent(c ->
                parcels.computeIfAbsent(
                                new Label(c.id(), notice.kind()),
                                label -> new Parcel(c, label.kind(), new ArrayList<>()))
                        .notices()
                        .add(notice));
        return contact.isPresent();
    }

    /** The first address that takes e-mail; where there is none, the first that takes texts. */
    private Optional<Contact> contact(Due notice) {
        return Notifying.at(notice.kind(), notice.to(), notice.recipient()).stream()
                .map(this::reach)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Looked up once for all that is due to one addressee. */
    private Optional<Contact> reach(Notice.To to) {
        return reached.computeIfAbsent(
                to,
                t ->
                        contacts.reach(t).stream()
                                .filter(c -> channels.contains(c.channel()))
                                .min(Comparator.comparing(Contact::channel)));
    }

    Collection<Parcel> all() {
        return parcels.values();
    }
}
