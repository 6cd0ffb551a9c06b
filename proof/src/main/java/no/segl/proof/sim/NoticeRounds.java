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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Retry;

/** Notices on their way out, and what comes back of them, as app.work.Notices has it. */
final class NoticeRounds {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int ADDRESSEES = 50;

    private final Stage stage;
    private final Consumer<Instant> texted;

    /**
     * The rounds.
     *
     * @param texted hears of each text message that goes out
     */
    NoticeRounds(Stage stage, Consumer<Instant> texted) {
        this.stage = stage;
        this.texted = texted;
    }

    /** One round of notices: begun when, and which ways refuse everybody. */
    private static final class Round {
        private final Instant begun;
        private final Set<Notice.Channel> shut = EnumSet.noneOf(Notice.Channel.class);

        Round(Instant begun) {
            this.begun = begun;
        }
    }

    /** One message to be. */
    private record Parcel(Contact contact, Notice.Kind kind, List<Due> notices) {

        boolean isText() {
            return contact.channel() == Notice.Channel.SMS;
        }

        Parcel of(Set<UUID> wanted) {
            return new Parcel(
                    contact, kind, notices.stream().filter(n -> wanted.contains(n.id())).toList());
        }

        List<UUID> ids() {
            return notices.stream().map(Due::id).toList();
        }

        UUID message() {
            return UUID.nameUUIDFromBytes(
                    ids().stream()
                            .map(UUID::toString)
                            .sorted()
                            .collect(Collectors.joining(" ", contact.id() + " ", ""))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private record Label(UUID contact, Notice.Kind kind) {}

    void begin(Node node) {
        notices(node, new Round(stage.now()));
        bounces(node);
    }

    private void notices(Node node, Round round) {
        List<Due> claimed = stage.post.claimNotices(round.begun, stage.now(), HELD, ADDRESSEES);
        if (claimed.isEmpty()) {
            return;
        }
        List<Node.Step> steps = new ArrayList<>();
        Map<Label, Parcel> parcels = new LinkedHashMap<>();
        for (Due notice : claimed) {
            Optional<Contact> contact =
                    Notifying.at(notice.kind(), notice.to(), notice.recipient()).stream()
                            .flatMap(to -> contact(to).stream())
                            .findFirst();
            if (contact.isEmpty()) {
                steps.add(() -> failed(notice, Notice.Failure.NO_ADDRESS));
            } else {
                parcels.computeIfAbsent(
                                new Label(contact.get().id(), notice.kind()),
                                label -> new Parcel(contact.get(), label.kind(), new ArrayList<>()))
                        .notices()
                        .add(notice);
            }
        }
        for (Parcel parcel : parcels.values()) {
            steps.add(() -> send(node, round, parcel));
        }
        steps.add(() -> notices(node, round));
        steps.reversed().forEach(node::first);
    }

    private Optional<Contact> contact(Notice.To to) {
        return stage.post.reach(to).stream().min(Comparator.comparing(Contact::channel));
    }

    /** From when it may go out, at or after {@code at}. */
    private Instant from(Parcel parcel, Instant at) {
        return parcel.isText() ? stage.rulings.textFrom(at) : at;
    }

    /** When it is given up. */
    private Instant until(Parcel parcel, Due notice) {
        return Tables.rules(notice.rules())
                .row(Rule.NOTICE_TRIED)
                .after(from(parcel, notice.orderedAt()));
    }

    /** The attempt is stored; then it goes out; then what came of it is taken in. */
    private void send(Node node, Round round, Parcel claimed) {
        Instant from = from(claimed, stage.now());
        if (from.isAfter(stage.now())) {
            claimed.ids().forEach(id -> stage.post.again(id, from));
            return;
        }
        Parcel parcel = withoutLost(node, claimed.of(stage.post.wanted(claimed.ids())));
        if (parcel.notices().isEmpty()) {
            return;
        }
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

    private Parcel withoutLost(Node node, Parcel parcel) {
        Set<UUID> going = new HashSet<>();
        for (Due notice : parcel.notices()) {
            if (notice.attempts() > 1
                    && Retry.isLost(
                            notice.orderedAt(), Tables.rules(notice.rules()), stage.now())) {
                node.first(() -> gaveUp(notice));
            } else {
                going.add(notice.id());
            }
        }
        return parcel.of(going);
    }

    private Mail.Outcome carry(Parcel parcel) {
        String address = parcel.contact().address();
        if (!parcel.isText()) {
            return stage.mail.send(parcel.message(), address, stage.elapsed());
        }
        texted.accept(stage.now());
        return stage.texts.sendOnce(parcel.message(), address, stage.elapsed());
    }

    private void take(Node node, Mail.Outcome outcome, Parcel parcel) {
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

    private void sent(Due notice, Contact contact) {
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
                                stage.post.standing(notice.letter(), notice.id()).cases(),
                                stage.post.notices(notice.letter())));
    }

    private void again(Node node, Parcel parcel) {
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
                                new Notifying.Gone(notice.id(), notice.kind(), notice.to()),
                                stage.post.standing(notice.letter(), notice.id()),
                                held.rules(),
                                now));
    }

    private void failed(Due notice, Notice.Failure why) {
        failed(notice.letter(), notice.id(), why);
    }

    private void failed(LetterId letter, UUID notice, Notice.Failure why) {
        Instant now = stage.now();
        stage.post.letter(
                letter,
                stage.act("notices"),
                held ->
                        stage.rulings.failed(
                                held.letter(),
                                notice,
                                stage.post.standing(letter, notice),
                                why,
                                held.rules(),
                                now));
    }

    /** Its address is not used any more; whoever has another is told there. */
    private void bounced(DueNotices.Carried carried) {
        Instant now = stage.now();
        boolean elsewhere =
                Notifying.at(carried.kind(), carried.to(), carried.recipient()).stream()
                        .anyMatch(to -> !stage.post.reach(to).isEmpty());
        stage.post.letter(
                carried.letter(),
                stage.act("notices"),
                held ->
                        stage.rulings.bounced(
                                held.letter(),
                                new Notifying.Gone(carried.id(), carried.kind(), carried.to()),
                                stage.post.standing(carried.letter(), carried.id()),
                                elsewhere,
                                held.rules(),
                                now));
    }

    /** What came back; it stays in the box until all of it has been taken in. */
    private void bounces(Node node) {
        Optional<UUID> back = stage.mail.back(stage.elapsed());
        if (back.isEmpty()) {
            return;
        }
        node.first(() -> bounces(node));
        node.first(() -> stage.mail.taken(back.get()));
        if (stage.rulings.takesBounces()) {
            for (DueNotices.Carried carried : stage.post.carriedIn(back.get())) {
                node.first(() -> bounced(carried));
                node.first(() -> stage.post.refused(carried.contact(), stage.now()));
            }
        }
    }
}
