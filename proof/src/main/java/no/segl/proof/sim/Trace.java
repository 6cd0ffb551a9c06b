package no.segl.proof.sim;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Envelope;

/** What the ledger has said of a letter: all that the watch knows of it beside its rows. */
final class Trace {

    final LetterId letter;
    final OrgNumber sender;
    final OrgNumber recipient;
    final Category category;
    final int rules;
    final Instant available;
    int steps;
    Optional<Instant> lastLook = Optional.empty();

    /** How many could open it when it was last looked at. */
    int readers = -1;

    Optional<Instant> firstTold = Optional.empty();

    /** When those who can open it were last to be told, and by how many notices ever. */
    Optional<Instant> lastOrdered = Optional.empty();

    boolean renotified;
    boolean toPrint;
    Optional<String> openedBy = Optional.empty();
    Optional<String> closedHow = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();

    /** Who has read it by an entry, openings included. */
    final Set<String> readBy = new LinkedHashSet<>();

    final Set<String> refused = new LinkedHashSet<>();

    Trace(Envelope envelope, int rules, Instant available) {
        this.letter = envelope.id();
        this.sender = envelope.sender();
        this.recipient = envelope.recipient();
        this.category = envelope.category();
        this.rules = rules;
        this.available = available;
    }
}
