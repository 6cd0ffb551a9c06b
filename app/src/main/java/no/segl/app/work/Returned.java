package no.segl.app.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueNotices.Carried;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what became of messages after they went out, as those who carried them report it. That a
 * notice came to its address, or did not after all, is a fact of its letter.
 */
public final class Returned {

    private static final Logger LOG = LoggerFactory.getLogger(Returned.class);

    private static final Actor ACTOR = new Actor.Segl("notices");

    private final Notices.Parts parts;

    public Returned(Notices.Parts parts) {
        this.parts = parts;
    }

    /** Takes in that a message came to its address. */
    void delivered(UUID message) {
        each(
                parts.due().in(message),
                carried -> {
                    parts.contacts().delivered(carried.contact(), now());
                    parts.changes()
                            .letter(
                                    carried.letter(),
                                    new Act(ACTOR, now()),
                                    held ->
                                            Notifying.delivered(
                                                    held.letter(),
                                                    carried.id(),
                                                    parts.situations().state(carried.id())));
                });
    }

    /**
     * Takes in that a message came back: nobody was told by it.
     *
     * @param gone whether its address is not one at all, so that it is not used again
     */
    void bounced(UUID message, boolean gone) {
        List<Carried> all = parts.due().in(message);
        int most = parts.rules().newest().number(Limit.BOUNCES);
        // The same report may come twice, and is one bounce.
        Set<UUID> refused =
                all.stream()
                        .filter(carried -> gone || isNews(carried))
                        .map(Carried::contact)
                        .distinct()
                        .filter(contact -> parts.contacts().bounced(contact, gone, most, now()))
                        .collect(Collectors.toSet());
        each(all, carried -> bounced(carried, refused.contains(carried.contact())));
    }

    private boolean isNews(Carried carried) {
        return parts.situations()
                .state(carried.id())
                .filter(s -> s == State.SENT || s == State.DELIVERED)
                .isPresent();
    }

    private void bounced(Carried carried, boolean refused) {
        Instant now = now();
        Notifying.Gone gone = new Notifying.Gone(carried.id(), carried.kind(), carried.to());
        // Where the address is kept, they would be told there again, and again it would come back.
        boolean elsewhere =
                refused
                        && Notifying.at(carried.kind(), carried.to(), carried.recipient()).stream()
                                .flatMap(to -> parts.contacts().reach(to).stream())
                                .anyMatch(c -> parts.channels().contains(c.channel()));
        parts.changes()
                .letter(
                        carried.letter(),
                        new Act(ACTOR, now),
                        held ->
                                Notifying.bounced(
                                        held.letter(),
                                        gone,
                                        parts.situations().of(held.letter(), gone, now),
                                        elsewhere,
                                        held.rules(),
                                        now));
    }

    /** Does it for each; one that fails stops no other, and the report is not put away. */
    private static void each(List<Carried> all, Consumer<Carried> work) {
        @Nullable RuntimeException failed = null;
        for (Carried one : all) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                LOG.error(
                        "What became of notice {} could not be taken in ({})",
                        one.id(),
                        e.getClass().getName());
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }
}
