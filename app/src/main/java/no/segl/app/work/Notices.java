package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import no.segl.app.connect.mail.Mail;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueNotices.Due;
import no.segl.app.store.Situations;
import no.segl.app.work.Parcels.Parcel;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Backoff;
import no.segl.core.notice.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices that are due. All that one addressee is to be told at once goes in one message. The
 * attempt is stored before it is made; what came of it is a fact of each letter.
 */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private static final Actor ACTOR = new Actor.Segl("notices");

    /** How long a claim holds: ample for a round, and how long a node that died is waited for. */
    private static final Duration HELD = Duration.ofMinutes(10);

    private static final int ADDRESSEES = 50;

    private final Parts parts;
    private final Backoff backoff = Backoff.ofNotices();

    /** What it works with. */
    public record Parts(
            DueNotices due,
            Contacts contacts,
            Changes changes,
            Situations situations,
            Mail mail,
            NoticeTexts texts,
            RandomGenerator dice,
            InstantSource clock) {}

    public Notices(Parts parts) {
        this.parts = parts;
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
        try (Mail.Round round = parts.mail().begin()) {
            do {
                // Due when the round began: what is put off meanwhile waits for the next.
                claimed = parts.due().claim(begun, now().plus(HELD), ADDRESSEES);
                sent += send(round, parcels(claimed));
            } while (!claimed.isEmpty());
        }
        return sent;
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }

    /** What is to be said to each address; notices that reach nobody are written off. */
    private Collection<Parcel> parcels(List<Due> claimed) {
        Parcels parcels = new Parcels(parts.contacts());
        guarded(
                claimed,
                notice -> {
                    if (!parcels.add(notice)) {
                        failed(notice.letter(), notice.id(), Notice.Failure.NO_ADDRESS);
                    }
                });
        return parcels.all();
    }

    /** Sends one by one, until the relay refuses what it would refuse of every message. */
    private int send(Mail.Round round, Collection<Parcel> parcels) {
        int sent = 0;
        boolean open = true;
        for (Parcel parcel : parcels) {
            Mail.Outcome outcome = new Mail.Refused(Mail.Refused.NO_CONNECTION, false);
            try {
                outcome = open ? send(round, parcel) : outcome;
            } catch (RuntimeException e) {
                LOG.error("A notice could not be sent ({})", e.getClass().getName());
                outcome = new Mail.Unknown();
            }
            open &= !(outcome instanceof Mail.Refused refused && refused.isForEverybody());
            sent += outcome instanceof Mail.Done ? 1 : 0;
            take(outcome, parcel);
        }
        return sent;
    }

    private Mail.Outcome send(Mail.Round round, Parcel parcel) {
        Mail.Message message = parcel.message(parts.texts(), now());
        parts.due().carriedBy(message.id(), parcel.contact().id(), parcel.ids());
        return round.send(message);
    }

    private void take(Mail.Outcome outcome, Parcel parcel) {
        switch (outcome) {
            case Mail.Done() ->
                    guarded(parcel.notices(), notice -> sent(notice, parcel.contact().owner()));
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

    private void sent(Due notice, Notice.To at) {
        parts.changes()
                .letter(
                        notice.letter(),
                        new Act(ACTOR, now()),
                        held ->
                                Notifying.sent(
                                        held.letter(),
                                        notice.id(),
                                        parts.situations()
                                                .state(notice.id())
                                                .orElse(Notifying.State.DROPPED),
                                        notice.kind(),
                                        at,
                                        Notice.Channel.EMAIL,
                                        parts.situations().cases(notice.letter()),
                                        parts.situations().notices(notice.letter())));
    }

    /** Tries it again, or gives up what is too old. */
    private void again(Parcel parcel) {
        Retry retry =
                Retry.of(
                        parcel.notices().stream()
                                .map(n -> new Retry.Tried(n.id(), n.orderedAt(), n.attempts()))
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
                        failed(notice.letter(), notice.id(), Notice.Failure.GAVE_UP);
                    }
                });
    }

    private void failed(LetterId letter, UUID notice, Notice.Failure why) {
        Instant now = now();
        parts.changes()
                .letter(
                        letter,
                        new Act(ACTOR, now),
                        held ->
                                Notifying.failed(
                                        held.letter(),
                                        notice,
                                        parts.situations().of(letter, notice),
                                        why,
                                        held.rules(),
                                        now));
    }

    /** Takes in that a message came back: its address does not work, and nobody was told by it. */
    public void bounced(UUID message) {
        for (DueNotices.Carried carried : parts.due().in(message)) {
            parts.contacts().refused(carried.contact(), now());
            failed(carried.letter(), carried.id(), Notice.Failure.BOUNCED);
        }
    }
}
