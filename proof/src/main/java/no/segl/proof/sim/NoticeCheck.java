package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Entry;

/** Whether what is told of notices is so. */
final class NoticeCheck {

    /** Three in a row; one more may have come in while the address was entered anew. */
    private static final int MOST = 3;

    private final Books books;
    private final NaiveAccess access;
    private final List<UUID[]> toBounce = new ArrayList<>();
    private Instant lastLost = Instant.MIN;
    private final Map<String, Instant> lastSent = new HashMap<>();

    /** Which messages came back from an address, and when, since it was last entered. */
    private final Map<String, Map<UUID, Instant>> cameBack = new HashMap<>();

    NoticeCheck(Books books, NaiveAccess access) {
        this.books = books;
        this.access = access;
    }

    /** Until when a look may be late that was due before, had a notice not told somebody. */
    Instant excused() {
        return lastLost.plus(Audit.SLACK);
    }

    /** It went out. */
    void sent(Trace trace, Entry entry) {
        String kind = requireNonNull(entry.values().get("kind"));
        boolean toReader = kind.equals("ARRIVED") || kind.equals("STILL_UNOPENED");
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        if (toReader && trace.closedAt.isEmpty()) {
            trace.told.putIfAbsent(notice, entry.at());
        }
        Optional<UUID> contact = books.get(trace.letter).told(notice).contact;
        contact.ifPresent(to -> lastSent.put(to + kind, entry.at()));
        if (contact.filter(access::bounces).isPresent()) {
            toBounce.add(new UUID[] {trace.letter.value(), notice});
        }
    }

    /** More is about to be said to an address: in one message, if it has just been told of some. */
    void sending(UUID contact, String kind, Instant now) {
        Optional<Instant> last = Optional.ofNullable(lastSent.get(contact + kind));
        if (last.filter(at -> now.isBefore(at.plus(Duration.ofHours(1)))).isPresent()) {
            throw new Broken("one message for many letters", "to " + contact + " at " + now);
        }
        long back =
                cameBack.getOrDefault(life(contact), Map.of()).values().stream()
                        .filter(at -> at.plus(Audit.SLACK).isBefore(now))
                        .count();
        if (back > MOST) {
            throw new Broken("an address from which all comes back is given up", "" + contact);
        }
    }

    private String life(UUID contact) {
        return contact + "/" + access.entries(contact);
    }

    /** It did not come through. */
    void failed(Trace trace, Entry entry) {
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        if (trace.closedAt.isEmpty() && trace.told.remove(notice) != null) {
            trace.toldLost = entry.at();
            lastLost = entry.at();
        }
        Drawer rows = books.get(trace.letter);
        Drawer.Told told = rows.told(notice);
        // Of what nobody knew was sent, nobody counts that it came back.
        if ("BOUNCED".equals(entry.values().get("reason")) && told.sentAt.isPresent()) {
            cameBack.computeIfAbsent(life(told.contact.orElseThrow()), _ -> new HashMap<>())
                    .putIfAbsent(told.message.orElseThrow(), entry.at());
        }
        new HeardCheck(trace, access).failed(entry, told, rows);
        if ("GAVE_UP".equals(entry.values().get("reason"))
                && entry.at().isBefore(told.orderedAt.plus(Duration.ofHours(72 - 4 - 2)))) {
            throw new Broken("a notice is tried for three days", "letter " + trace.letter);
        }
    }

    /** When the history is over: all that came back is known. */
    void end() {
        for (UUID[] sent : toBounce) {
            Drawer.Told told = books.get(new LetterId(sent[0])).told(sent[1]);
            if (told.state != Notifying.State.FAILED) {
                throw new Broken("what came back is known", "notice " + told.id);
            }
        }
    }
}
