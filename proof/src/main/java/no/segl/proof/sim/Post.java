package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices;
import no.segl.app.store.HeldLetter;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob;

/**
 * The store, as a simulation sees it. The words are those of {@code app.store}, so that the same
 * history can run on a database: each call is one transaction, and either happens whole or not at
 * all.
 */
interface Post {

    // ---- the door: as app.store.Changes ----

    Sending.Reply send(Sending.Command command, String key, Clearance clearance, Act act);

    <R> Optional<R> letter(
            LetterId id, Act act, Function<HeldLetter, Decision<LetterFact, R>> decide);

    /** Changes a letter's print job, with what follows for the letter. */
    <R> Optional<R> paper(
            LetterId id,
            Act act,
            BiFunction<HeldLetter, Optional<PrintJob>, Decision<PrintFact, R>> decide);

    void give(Grant grant, Act act);

    /** Ends it now; nothing happens if it has ended. */
    void end(Grant grant, Act act);

    // ---- what is due: as app.store.DueWork and DueNotices ----

    List<LetterId> claimLooks(Instant now, Duration claim, int limit);

    List<LetterId> claimDestructions(Instant now, Duration claim, int limit);

    List<DueNotices.Due> claimNotices(Instant now, Instant until, int addressees);

    List<LetterId> claimJobs(Instant now, Duration claim, int limit);

    /** When the first of all this can be claimed. */
    Optional<Instant> firstDue();

    void again(UUID notice, Instant next);

    void carriedBy(UUID message, UUID contact, Collection<UUID> notices);

    List<DueNotices.Carried> carriedIn(UUID message);

    // ---- what surrounds a letter: as app.store.Situations, Contacts, Grants and Units ----

    Situation situation(Envelope letter, Instant at);

    Optional<Notifying.State> state(UUID notice);

    /** Every notice of a letter. */
    List<Notifying.Ordered> notices(LetterId letter);

    Notifying.Standing standing(LetterId letter, UUID notice);

    List<Contact> reach(Notice.To to);

    void enter(Contact contact);

    void refused(UUID contact, Instant now);

    List<Grant> grants(PersonId person);

    void enter(Unit unit);

    Lineage lineage(OrgNumber unit);

    /** When {@code person} last did one of {@code types} to a letter, by the ledger. */
    Optional<Instant> last(LetterId letter, PersonId person, Set<String> types);

    /** Letters to a unit that nobody has opened. */
    List<LetterId> waiting(OrgNumber recipient);

    /** Letters that are a case because they are to go on paper. */
    List<LetterId> toPrint();
}
