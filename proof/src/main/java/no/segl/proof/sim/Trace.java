package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/** What the ledger has said of a letter: all that the watch knows of it beside its rows. */
final class Trace {

    final LetterId letter;
    final OrgNumber sender;
    final OrgNumber recipient;
    final Category category;
    final int rules;
    final Instant accepted;

    /** When it could be seen there; in no time yet if it is held back. */
    Instant available = Instant.MAX;

    /** What its sender wants done since nobody there can open it; empty if somebody can. */
    Optional<String> notReady = Optional.empty();

    int steps;
    int looks;
    Optional<Instant> lastLook = Optional.empty();

    /** When a look last took a step, gave the second notice, or found readers come or gone. */
    Optional<Instant> lastChased = Optional.empty();

    /** When it was last followed up beyond its plan. */
    Optional<Instant> lastBeyond = Optional.empty();

    /** How many could open it when it was last looked at. */
    int readers = -1;

    /** By which notices those who can open it were told, at whatever address, that got through. */
    final Map<UUID, Instant> told = new LinkedHashMap<>();

    /** When those who can open it were last to be told, and by how many notices ever. */
    Optional<Instant> lastOrdered = Optional.empty();

    boolean toPrint;
    boolean printOrdered;

    /** Whether its last job is on paper, and not yet posted. */
    boolean isPrinted;

    /** Whether its sender took it back, or settled it. */
    boolean isTakenBack;

    /** Since when it cannot be looked at. */
    Optional<Instant> lookBroken = Optional.empty();

    /** When it could be again, and a claim may still stand. */
    Instant lookMended = Instant.MIN;

    Optional<String> lastJob = Optional.empty();

    /** Whether the printer has said late that a job before that is on paper. */
    boolean isEarlierOnPaper;

    /** The jobs for which Segl has read its content. */
    final Set<String> readForPaper = new HashSet<>();

    Optional<String> openedBy = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();

    /** Who has read it by an entry, openings included. */
    final Set<String> readBy = new LinkedHashSet<>();

    final Set<String> refused = new LinkedHashSet<>();

    /** What it is a case for, by reason and side. */
    final Map<String, Matter> cases = new TreeMap<>();

    /** What a person closed it as a case for, until it is raised again. */
    final Set<String> closedByHand = new HashSet<>();

    /** A case, by the ledger. */
    static final class Matter {
        final String id;
        final String reason;
        final Side side;
        final Instant raised;
        Instant due;
        Optional<PersonId> owner = Optional.empty();

        /** When it was first seen that its owner does not answer for it any more. */
        Optional<Instant> strayFrom = Optional.empty();

        Matter(String id, String reason, Side side, Instant raised, Instant due) {
            this.id = id;
            this.reason = reason;
            this.side = side;
            this.raised = raised;
            this.due = due;
        }
    }

    /** A letter of which {@code entry} says that it was accepted. */
    Trace(Entry entry, int rules) {
        this.letter = new LetterId(UUID.fromString(entry.subject().substring("letter:".length())));
        this.sender = new OrgNumber(value(entry, "sender"));
        this.recipient = new OrgNumber(value(entry, "recipient"));
        this.category = new Category(value(entry, "category"));
        this.rules = rules;
        this.accepted = entry.at();
    }

    static String value(Entry entry, String key) {
        return requireNonNull(entry.values().get(key));
    }

    /** Since when it is seen that nobody can open it any more, where a look has not found that. */
    Optional<Instant> lostSince = Optional.empty();

    /** When a notice last turned out to have told nobody. */
    Instant toldLost = Instant.MIN;

    /** When somebody who can open it was first told. */
    Optional<Instant> firstTold() {
        return told.values().stream().findFirst();
    }

    boolean isHeld() {
        return available.equals(Instant.MAX);
    }

    OrgNumber unit(Side side) {
        return side == Side.SENDER ? sender : recipient;
    }

    /** Whether it is that case, or a person has said that it need not be one now. */
    boolean isCaseOrClosed(String reason, Side side) {
        return cases.containsKey(key(reason, side)) || closedByHand.contains(key(reason, side));
    }

    static String key(String reason, Side side) {
        return reason + ":" + side;
    }
}
