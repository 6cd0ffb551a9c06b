package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.store.DueNotices.Carried;
import no.segl.core.deadline.Notifying;

/** What comes back of notices, as app.work.Returned has it. */
final class BackRounds {

    private final Stage stage;

    BackRounds(Stage stage) {
        this.stage = stage;
    }

    /** Where the address is kept, nobody is told there again, or it would come back again. */
    private void bounced(Carried carried, boolean refused) {
        Instant now = stage.now();
        var gone = new Notifying.Gone(carried.id(), carried.kind(), carried.to());
        boolean elsewhere =
                refused
                        && Notifying.at(carried.kind(), carried.to(), carried.recipient()).stream()
                                .anyMatch(to -> !stage.post.reach(to).isEmpty());
        stage.post.letter(
                carried.letter(),
                stage.act("notices"),
                held ->
                        stage.rulings.bounced(
                                held.letter(),
                                gone,
                                stage.post.standing(held.letter(), gone, now),
                                elsewhere,
                                held.rules(),
                                now));
    }

    /** What came back; it stays in the box until all of it has been taken in. */
    void begin(Node node) {
        Optional<UUID> back = stage.mail.back(stage.elapsed());
        if (back.isEmpty()) {
            return;
        }
        node.first(() -> begin(node));
        node.first(() -> stage.mail.taken(back.get()));
        if (stage.rulings.takesBounces()) {
            node.first(() -> bounced(node, stage.post.carriedIn(back.get())));
        }
    }

    /** The same report may come twice, and is one bounce of its address. */
    private void bounced(Node node, List<Carried> all) {
        Set<UUID> refused =
                all.stream()
                        .filter(carried -> isNews(carried.id()))
                        .map(Carried::contact)
                        .distinct()
                        .filter(contact ->
                                stage.post.bounced(
                                        contact, stage.rulings.mostBounces(), stage.now()))
                        .collect(Collectors.toSet());
        all.forEach(
                carried -> node.first(() -> bounced(carried, refused.contains(carried.contact()))));
    }

    private boolean isNews(UUID notice) {
        return stage.post
                .state(notice)
                .filter(s -> s == Notifying.State.SENT || s == Notifying.State.DELIVERED)
                .isPresent();
    }
}
