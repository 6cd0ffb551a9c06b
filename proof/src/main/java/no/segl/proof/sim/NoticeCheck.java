package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Entry;

/** Whether what is told of notices is so. */
final class NoticeCheck {

    private final Books books;
    private final NaiveAccess access;
    private final List<UUID[]> toBounce = new ArrayList<>();

    NoticeCheck(Books books, NaiveAccess access) {
        this.books = books;
        this.access = access;
    }

    /** It went out. */
    void sent(Trace trace, Entry entry) {
        String kind = requireNonNull(entry.values().get("kind"));
        boolean toReader = kind.equals("ARRIVED") || kind.equals("STILL_UNOPENED");
        if (toReader
                && requireNonNull(entry.values().get("at")).startsWith("person:")
                && trace.firstTold.isEmpty()
                && trace.closedAt.isEmpty()) {
            trace.firstTold = Optional.of(entry.at());
        }
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        if (books.get(trace.letter).told(notice).contact.filter(access::bounces).isPresent()) {
            toBounce.add(new UUID[] {trace.letter.value(), notice});
        }
    }

    /** It did not come through. */
    void failed(Trace trace, Entry entry) {
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        Drawer rows = books.get(trace.letter);
        Drawer.Told told = rows.told(notice);
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
