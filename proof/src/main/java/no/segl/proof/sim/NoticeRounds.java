package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Retry;

/** Notices on their way out, and what comes back of them, as app.work.Notices has it. */
final class NoticeRounds {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int ADDRESSEES = 50;

    private final Stage stage;
    private final Told told;
    private final BackRounds back;

    /**
     * The rounds.
     *
     * @param told hears of each message that goes out
     */
    NoticeRounds(Stage stage, Told told) {
        this.stage = stage;
        this.told = told;
        this.back = new BackRounds(stage);
    }

    /** Who hears of messages. */
    interface Told {

        /** A text message goes out. */
        void texted(Instant now);

        /** It is decided that something of that kind goes out to an address. */
        void sending(UUID contact, Notice.Kind kind, Instant now);
    }

    /** One round of notices: begun when, and which ways refuse everybody. */
    private static final class Round {
        private final Instant begun;
        private final Set<Notice.Channel> shut = EnumSet.noneOf(Notice.Channel.class);

        Round(Instant begun) {
            this.begun = begun;
        }
    }

    private record Label(UUID contact, Notice.Kind kind) {}

    void begin(Node node) {
        notices(node, new Round(stage.now()));
        back.begin(node);
    }

    private void notices(Node node, Round round) {
        List<Due> claimed = stage.post.claimNotices(round.begun, stage.now(), HELD, ADDRESSEES);
        if (claimed.isEmpty()) {
            return;
        }
        List<Node.Step> steps = new ArrayList<>();
        Map<Label, Bundle> parcels = new LinkedHashMap<>();
        for (Due notice : claimed) {
            Optional<Contact> contact =
                    Notifying.at(notice.kind(), notice.to(), notice.recipient()).stream()
                            .flatMap(to -> contact(to).stream())
                            .findFirst();
            if (contact.isEmpty()) {
                steps.add(() -> failed(notice));
            } else {
                parcels.computeIfAbsent(
                                new Label(contact.get().id(), notice.kind()),
                                label -> new Bundle(contact.get(), label.kind(), new ArrayList<>()))
                        .notices()
                        .add(notice);
            }
        }
        for (Bundle parcel : parcels.values()) {
            steps.add(() -> send(node, round, parcel));
        }
        steps.add(() -> notices(node, round));
        steps.reversed().forEach(node::first);
    }

    private Optional<Contact> contact(Notice.To to) {
        return stage.post.reach(to).stream().min(Comparator.comparing(Contact::channel));
    }

    /** From when it may go out, at or after {@code at}. */
    private Instant from(Bundle parcel, Instant at) {
        return parcel.isText() ? stage.rulings.textFrom(at) : at;
    }

    /** When it is given up. */
    private Instant until(Bundle parcel, Due notice) {
        return Tables.rules(notice.rules())
                .row(Rule.NOTICE_TRIED)
                .after(from(parcel, notice.orderedAt()));
    }

    /** The attempt is stored; then it goes out; then what came of it is taken in. */
    private void send(Node node, Round round, Bundle claimed) {
        Instant gathered =
                stage.rulings.gathered(
                        claimed.kind(),
                        stage.post.lastSent(claimed.contact().id(), claimed.kind()),
                        stage.now());
        Instant from = from(claimed, gathered);
        if (from.isAfter(stage.now())) {
            claimed.ids().forEach(id -> stage.post.again(id, from));
            return;
        }
        Bundle parcel = withoutLost(node, claimed.of(stage.post.wanted(claimed.ids())));
        if (parcel.notices().isEmpty()) {
            return;
        }
        told.sending(parcel.contact().id(), parcel.kind(), stage.now());
        stage.post.carriedBy(parcel.message(), parcel.contact().id(), parcel.ids());
        if (round.shut.contains(parcel.contact().channel())) {
            again(node, parcel);
            return;
        }
        node.first(() -> {
            Mail.Outcome outcome = carry(parcel);
            if (outcome instanceof Mail.Refused refused && refused.isForEverybody()) {
                round.shut.add(parcel.contact().channel());
            }
            node.first(() -> take(node, outcome, parcel));
        });
    }

    private Bundle withoutLost(Node node, Bundle parcel) {
        Set<UUID> going = new HashSet<>();
        for (Due notice : parcel.notices()) {
            if (notice.attempts() > 1
                    && Retry.isLost(
                            from(parcel, notice.orderedAt()),
                            Tables.rules(notice.rules()),
                            stage.now())) {
                node.first(() -> gaveUp(notice));
            } else {
                going.add(notice.id());
            }
        }
        return parcel.of(going);
    }

    private Mail.Outcome carry(Bundle parcel) {
        String address = parcel.contact().address();
        if (!parcel.isText()) {
            return stage.mail.send(parcel.message(), address, stage.elapsed());
        }
        told.texted(stage.now());
        return stage.texts.sendOnce(parcel.message(), address, stage.elapsed());
    }

    private void take(Node node, Mail.Outcome outcome, Bundle parcel) {
        switch (outcome) {
            case Mail.Done() ->
                    parcel.notices()
                            .forEach(notice -> node.first(() -> sent(notice, parcel.contact())));
            case Mail.Refused(_, boolean permanent) -> {
                if (permanent) {
                    stage.post.refused(parcel.contact().id(), stage.now());
                }
                again(node, parcel);
            }
            case Mail.Unknown() -> again(node, parcel);
        }
    }

    private static Notifying.Gone gone(Due notice) {
        return new Notifying.Gone(notice.id(), notice.kind(), notice.to());
    }

    private void sent(Due notice, Contact contact) {
        Instant now = stage.now();
        stage.post.letter(
                notice.letter(),
                stage.act("notices"),
                held ->
                        Notifying.sent(
                                held.letter(),
                                notice.id(),
                                stage.post.state(notice.id()).orElse(Notifying.State.FAILED),
                                notice.kind(),
                                contact.owner(),
                                contact.channel(),
                                stage.post.standing(held.letter(), gone(notice), now).cases(),
                                stage.post.notices(notice.letter())));
    }

    private void again(Node node, Bundle parcel) {
        Retry retry =
                stage.rulings.again(
                        parcel.notices().stream()
                                .map(n -> new Retry.Tried(n.id(), until(parcel, n), n.attempts()))
                                .toList(),
                        stage.now(),
                        stage.dice);
        Set<UUID> again = new HashSet<>(retry.again());
        for (Due notice : parcel.notices()) {
            if (again.contains(notice.id())) {
                stage.post.again(notice.id(), LedgerTime.exact(retry.at().orElseThrow()));
            } else {
                node.first(() -> gaveUp(notice));
            }
        }
    }

    private void gaveUp(Due notice) {
        Instant now = stage.now();
        stage.post.letter(
                notice.letter(),
                stage.act("notices"),
                held ->
                        stage.rulings.gaveUp(
                                held.letter(),
                                gone(notice),
                                stage.post.standing(held.letter(), gone(notice), now),
                                held.rules(),
                                now));
    }

    private void failed(Due notice) {
        Instant now = stage.now();
        stage.post.letter(
                notice.letter(),
                stage.act("notices"),
                held ->
                        stage.rulings.failed(
                                held.letter(),
                                notice.id(),
                                stage.post.standing(held.letter(), gone(notice), now),
                                Notice.Failure.NO_ADDRESS,
                                held.rules(),
                                now));
    }
}
