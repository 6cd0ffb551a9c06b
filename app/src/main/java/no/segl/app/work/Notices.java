package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueNotices.Due;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.work.Parcels.Parcel;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Backoff;
import no.segl.core.notice.Gathering;
import no.segl.core.notice.QuietHours;
import no.segl.core.notice.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices that are due. All that one addressee is to be told at once goes in one message. The
 * attempt is stored before it is made; what came of it is a fact of each letter.
 */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** How long a claim holds: ample for a round, and how long a node that died is waited for. */
    private static final Duration HELD = Duration.ofMinutes(10);

    /** After so many that were written down a claim of the others is renewed. */
    private static final int RENEWED = 500;

    private static final int ADDRESSEES = 50;

    private final Parts parts;
    private final NoticeFacts facts;
    private final Backoff backoff = Backoff.usual();

    /**
     * What it works with.
     *
     * @param gather how long after a message the next one of the same kind to the same address
     *     waits
     */
    public record Parts(
            DueNotices due,
            Contacts contacts,
            Changes changes,
            Situations situations,
            Mail mail,
            Optional<Sms> sms,
            NoticeTexts texts,
            RuleTable rules,
            Troubles troubles,
            Duration gather,
            RandomGenerator dice,
            InstantSource clock) {

        Set<Notice.Channel> channels() {
            return sms.isPresent()
                    ? EnumSet.allOf(Notice.Channel.class)
                    : EnumSet.of(Notice.Channel.EMAIL);
        }
    }

    public Notices(Parts parts) {
        this.parts = parts;
        this.facts = new NoticeFacts(parts);
    }

    /**
     * Sends all that is due.
     *
     * @return how many messages went out
     */
    public int run() {
        Instant begun = now();
        int sent = 0;
        List<Due> claimed;
        try (Carrier carrier = new Carrier(parts.mail(), parts.sms(), parts.texts())) {
            do {
                // Due when the round began: what is put off meanwhile waits for the next.
                claimed = parts.due().claim(begun, now(), HELD, ADDRESSEES);
                sent += send(carrier, parcels(claimed));
            } while (!claimed.isEmpty());
            carrier.tell(new Ways(parts.troubles(), parts.due()), now());
        }
        return sent;
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }

    /** What is to be said to each address; notices that reach nobody are written off. */
    private Collection<Parcel> parcels(List<Due> claimed) {
        Parcels parcels = new Parcels(parts.contacts(), parts.channels());
        guarded(
                claimed,
                notice -> {
                    if (!parcels.add(notice)) {
                        facts.failed(notice, Notice.Failure.NO_ADDRESS);
                    }
                });
        return parcels.all();
    }

    /** Sends one by one. A text message that would come at a quiet hour waits for the next. */
    private int send(Carrier carrier, Collection<Parcel> parcels) {
        int sent = 0;
        for (Parcel claimed : parcels) {
            Instant now = now();
            Instant from = from(claimed, gathered(claimed, now));
            if (from.isAfter(now)) {
                parts.due().again(claimed.ids(), from);
                continue;
            }
            // Rounds may be long: what was closed since the claim is not told of.
            Parcel parcel = withoutLost(claimed.of(parts.due().wanted(claimed.ids())), now);
            if (parcel.notices().isEmpty()) {
                continue;
            }
            parts.due().carriedBy(parcel.id(), parcel.contact().id(), parcel.ids());
            Mail.Outcome outcome = carrier.carry(parcel, now);
            sent += outcome instanceof Mail.Done ? 1 : 0;
            take(outcome, parcel);
        }
        return sent;
    }

    private Instant gathered(Parcel parcel, Instant at) {
        return Gathering.from(
                parcel.kind(),
                parts.due().lastSent(parcel.contact().id(), parcel.kind()),
                parts.gather(),
                at);
    }

    /** Without what has been tried for long, though nothing that came of it could be written. */
    private Parcel withoutLost(Parcel parcel, Instant now) {
        List<Due> lost =
                parcel.notices().stream()
                        .filter(n ->
                                n.attempts() > 1
                                        && Retry.isLost(from(parcel, n.orderedAt()), rules(n), now))
                        .toList();
        guarded(lost, facts::gaveUp);
        Set<UUID> ids = lost.stream().map(Due::id).collect(Collectors.toSet());
        return parcel.of(
                parcel.ids().stream().filter(id -> !ids.contains(id)).collect(Collectors.toSet()));
    }

    /** From when it may go out, at or after {@code at}. */
    private Instant from(Parcel parcel, Instant at) {
        return parcel.isText()
                ? QuietHours.of(parts.rules().newest())
                        .next(at, day -> !WorkingDays.isWorkingDay(day))
                : at;
    }

    private Rules rules(Due notice) {
        return parts.rules().version(notice.rules());
    }

    /** When it is given up. */
    private Instant until(Parcel parcel, Due notice) {
        return rules(notice).row(Rule.NOTICE_TRIED).after(from(parcel, notice.orderedAt()));
    }

    private void take(Mail.Outcome outcome, Parcel parcel) {
        switch (outcome) {
            case Mail.Done() -> written(parcel);
            case Mail.Refused(String code, boolean permanent) -> {
                LOG.info("A notice was refused ({})", code);
                if (permanent) {
                    parts.contacts().refused(parcel.contact().id(), now());
                }
                // Another address may take it; if there is none, the next attempt says so.
                again(parcel);
            }
            case Mail.Unknown() -> again(parcel);
        }
    }

    /** Writes down of each that it went out. Of many that takes long, and their claim must hold. */
    private void written(Parcel parcel) {
        List<Due> notices = parcel.notices();
        for (int from = 0; from < notices.size(); from += RENEWED) {
            if (from > 0) {
                parts.due()
                        .again(
                                notices.subList(from, notices.size()).stream()
                                        .map(Due::id)
                                        .toList(),
                                now().plus(HELD));
            }
            guarded(
                    notices.subList(from, Math.min(from + RENEWED, notices.size())),
                    notice -> facts.sent(notice, parcel.contact()));
        }
    }

    /** Does it for each; one that fails stops no other, and is tried again when its claim ends. */
    private static void guarded(List<Due> notices, Consumer<Due> work) {
        for (Due notice : notices) {
            try {
                work.accept(notice);
            } catch (RuntimeException e) {
                LOG.error(
                        "Notice {} could not be dealt with ({}); it is tried again when its claim"
                                + " ends",
                        notice.id(),
                        e.getClass().getName());
            }
        }
    }

    /** Tries it again, or gives up what is too old. */
    private void again(Parcel parcel) {
        Retry retry =
                Retry.of(
                        parcel.notices().stream()
                                .map(n -> new Retry.Tried(n.id(), until(parcel, n), n.attempts()))
                                .toList(),
                        backoff,
                        now(),
                        parts.dice());
        Set<UUID> again = Set.copyOf(retry.again());
        guarded(
                parcel.notices(),
                notice -> {
                    if (again.contains(notice.id())) {
                        parts.due().again(notice.id(), retry.at().orElseThrow());
                    } else {
                        facts.gaveUp(notice);
                    }
                });
    }
}
