package no.segl.core.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.How.Posted;
import no.segl.core.letter.Letter.How.Settled;
import no.segl.core.letter.Letter.How.Withdrawn;
import no.segl.core.letter.Letter.Opened;

/** One letter in each state, and those who act on it. */
public final class Letters {

    public static final Instant SENT = Instant.parse("2026-11-24T08:15:30Z");
    public static final Instant LATER = SENT.plus(Duration.ofHours(5));

    public static final OrgNumber SENDER = new OrgNumber("312780402");
    public static final OrgNumber RECIPIENT = new OrgNumber("310451223");
    public static final Category CHILD_WELFARE = new Category("CHILD_WELFARE");

    public static final LetterId ID = new LetterId(new UUID(1, 1));
    public static final DocumentId DOCUMENT = new DocumentId(new UUID(2, 2));
    public static final PersonId READER = new PersonId(new UUID(3, 3));
    public static final Actor PERSON = new Actor.Person(READER);
    public static final Actor MACHINE = new Actor.Machine(SENDER, "case-system");
    public static final Actor LOOK = new Actor.Segl("look");

    public static final Right RIGHT = new Right("grant", "read:1");
    public static final Clearance CLEARED = new Cleared(RIGHT);
    public static final Denied DENIED = new Denied(Ground.NO_GRANT, RECIPIENT);

    public static final Envelope ENVELOPE =
            new Envelope(
                    ID,
                    new DispatchId(new UUID(4, 4)),
                    SENDER,
                    RECIPIENT,
                    CHILD_WELFARE,
                    Language.NN,
                    Optional.empty());

    public static final Letter DRAFT = new Draft(ENVELOPE);
    public static final Letter ACCEPTED = new Accepted(ENVELOPE, SENT);
    public static final Letter AVAILABLE = new Available(ENVELOPE, SENT, SENT, 0, Optional.empty());
    public static final Letter LOOKED_AT =
            new Available(
                    ENVELOPE,
                    SENT,
                    SENT,
                    3,
                    Optional.of(LATER),
                    new Letter.Chase(1, Optional.empty(), false, false).chased(LATER));
    public static final Letter OPENED = new Opened(ENVELOPE, SENT, SENT, LATER, READER);
    public static final Letter WITHDRAWN =
            new Closed(ENVELOPE, SENT, Optional.of(SENT), LATER, new Withdrawn(MACHINE));

    public static final Letter SETTLED =
            new Closed(ENVELOPE, SENT, Optional.of(SENT), LATER, new Settled(PERSON));
    public static final Letter POSTED =
            new Closed(ENVELOPE, SENT, Optional.of(SENT), LATER, new Posted(LOOK));

    private Letters() {}

    /** A letter in every state there is. */
    public static List<Letter> all() {
        return List.of(DRAFT, ACCEPTED, AVAILABLE, LOOKED_AT, OPENED, WITHDRAWN, SETTLED, POSTED);
    }

    /** Those that are closed. */
    public static List<Letter> closed() {
        return List.of(OPENED, WITHDRAWN, SETTLED, POSTED);
    }
}
