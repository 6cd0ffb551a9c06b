package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Retry;

/**
 * What a node does in a round, as app.work does it, cut where a node can die: a claim, a commit, an
 * exchange with the relay.
 */
final class Rounds implements Node.Work {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int BATCH = 200;
    private static final int ADDRESSEES = 50;

    private final Stage stage;
    private final PaperRounds paper;

    Rounds(Stage stage) {
        this.stage = stage;
        this.paper = new PaperRounds(stage);
    }

    @Override
    public void begin(Node node) {
        // Claims one after another in one step: what can go wrong comes after them.
        looks(node, stage.now());
        destructions(node);
        notices(node, new Round(stage.now()));
        bounces(node);
        paper.begin(node);
    }

    private void looks(Node node, Instant now) {
        List<LetterId> claimed = stage.post.claimLooks(now, HELD, BATCH);
        if (claimed.size() == BATCH) {
            node.first(() -> looks(node, now));
        }
        claimed.reversed().forEach(letter -> node.first(() -> look(letter, now)));
    }

    private void look(LetterId letter, Instant now) {
        stage.post.letter(
                letter,
                new no.segl.app.store.Changes.Act(new no.segl.core.ledger.Actor.Segl("look"), now),
                held ->
                        stage.rulings.look(
                                held.letter(),
                                held.rules(),
                                now,
                                () -> stage.post.situation(held.letter().envelope(), now)));
    }

    private void destructions(Node node) {
        Instant now = stage.now();
        List<LetterId> claimed = stage.post.claimDestructions(now, HELD, BATCH);
        for (LetterId letter : claimed) {
            node.first(() ->
                    stage.post.letter(
                            letter,
                            stage.act("retention"),
                            held ->
                                    Looking.destroy(
                                            held.letter(), held.destroyed(), held.rules(), now)));
        }
    }

    /** One round of the relay: begun when, and whether it still answers. */
    private static final class Round {
        private final Instant begun;
        private boolean open = true;

        Round(Instant begun) {
            this.begun = begun;
        }
    }

    /** One message to be. */
    private record Parcel(Contact contact, Notice.Kind kind, List<Due> notices) {

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

    private void notices(Node node, Round round) {
        List<Due> claimed =
                stage.post.claimNotices(round.begun, stage.now().plus(HELD), ADDRESSEES);
        if (claimed.isEmpty()) {
            return;
        }
        List<Node.Step> steps = new ArrayList<>();
        Map<Label, Parcel> parcels = new LinkedHashMap<>();
        for (Due notice : claimed) {
            Optional<Contact> contact =
                    Notifying.at(notice.kind(), notice.to(), notice.recipient()).stream()
                            .flatMap(to -> mail(to).stream())
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

    private Optional<Contact> mail(Notice.To to) {
        return stage.post.reach(to).stream()
                .filter(c -> c.channel() == Notice.Channel.EMAIL)
                .findFirst();
    }

    /** The attempt is stored; then the relay is asked; then what came of it is taken in. */
    private void send(Node node, Round round, Parcel parcel) {
        if (!round.open) {
            again(node, parcel);
            return;
        }
        stage.post.carriedBy(parcel.message(), parcel.contact().id(), parcel.ids());
        node.first(() -> {
            Mail.Outcome outcome =
                    stage.mail.send(parcel.message(), parcel.contact().address(), stage.elapsed());
            round.open &= !(outcome instanceof Mail.Refused refused && refused.isForEverybody());
            node.first(() -> take(node, outcome, parcel));
        });
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
                                stage.post.state(notice.id()).orElse(Notifying.State.DROPPED),
                                notice.kind(),
                                contact.owner(),
                                Notice.Channel.EMAIL,
                                stage.post.standing(notice.letter(), notice.id()).cases(),
                                stage.post.notices(notice.letter())));
    }

    private void again(Node node, Parcel parcel) {
        Retry retry =
                stage.rulings.again(
                        parcel.notices().stream()
                                .map(n -> new Retry.Tried(n.id(), n.orderedAt(), n.attempts()))
                                .toList(),
                        stage.now(),
                        stage.dice);
        Set<UUID> again = new HashSet<>(retry.again());
        for (Due notice : parcel.notices()) {
            if (again.contains(notice.id())) {
                stage.post.again(notice.id(), retry.at().orElseThrow());
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
                node.first(() -> failed(carried.letter(), carried.id(), Notice.Failure.BOUNCED));
                node.first(() -> stage.post.refused(carried.contact(), stage.now()));
            }
        }
    }
}
