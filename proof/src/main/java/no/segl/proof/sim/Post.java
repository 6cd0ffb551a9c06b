package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWork;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.Case;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.readiness.Readiness;

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

    /** Changes a letter and its paper, with what follows for either. */
    <R> Optional<R> paper(
            LetterId id, Act act, Function<HeldPaper, Decision<? extends Fact, R>> decide);

    void give(Grant grant, Act act);

    /** Ends it now; nothing happens if it has ended. */
    void end(Grant grant, Act act);

    /** A later version of the rule table holds for what is sent from now on. */
    void newRules(int version);

    // ---- what is due: as app.store.DueWork, DueNotices, DuePrints and DueCases ----

    List<DueWork.Claim> claimLooks(Instant now, Duration claim, int limit);

    /** Makes due what somebody could open when it was last looked at, and nobody can now. */
    void lookAnew(Instant now);

    List<DueWork.Claim> claimDestructions(Instant now, Duration claim, int limit);

    List<DueNotices.Due> claimNotices(Instant due, Instant now, Duration claim, int addressees);

    /** Those of {@code notices} that are still to go out. */
    Set<UUID> wanted(Collection<UUID> notices);

    List<DuePrints.Due> claimJobs(Instant now, Instant until, int most);

    List<DueCases.Due> claimCases(Instant now, Duration claim, int limit);

    /** Claims open cases of persons who do not answer for them at {@code now}. */
    List<DueCases.Due> claimStrays(Instant now, Duration claim);

    /** When the first of all this can be claimed. */
    Optional<Instant> firstDue(Instant now);

    void again(UUID notice, Instant next);

    void again(DuePrints.Due job, Instant next);

    void afterAttempt(DuePrints.Due job, Instant next);

    /** That nothing more is to be done for a job, if it has ended. */
    void forgotten(DuePrints.Due job);

    void carriedBy(UUID message, UUID contact, Collection<UUID> notices);

    List<DueNotices.Carried> carriedIn(UUID message);

    // ---- what surrounds a letter: as app.store.Situations, Recipients, Contacts, Grants ... ----

    Situation situation(Envelope letter, Instant at);

    Looking.Held heldBack(Envelope letter, Instant at);

    /** What surrounds a letter whose plan may have come to paper. */
    Fallback.Surroundings fallback(HeldPaper paper, Instant now);

    /** What surrounds a letter whose paper something has happened to. */
    Consequences.Around around(HeldPaper paper, Instant now);

    /** A case, and what surrounds it. */
    record Worked(LetterId letter, Case matter, OrgNumber unit, CaseDue.Surroundings around) {}

    Worked worked(UUID matter, Instant at);

    /** What a letter is a case for, and has not been closed. */
    List<UUID> openCases(LetterId letter);

    List<Readiness> ready(Collection<OrgNumber> units, Category category, Instant at);

    Optional<Notifying.State> state(UUID notice);

    /** Every notice of a letter. */
    List<Notifying.Ordered> notices(LetterId letter);

    /** How it stands with a notice that does not come through. */
    Notifying.Standing standing(Letter letter, Notifying.Gone gone, Instant now);

    List<Contact> reach(Notice.To to);

    void enter(Contact contact);

    void refused(UUID contact, Instant now);

    /** Whether an address takes nothing any more, of which a message has come back. */
    boolean bounced(UUID contact, int most, Instant now);

    /** When something of that kind was last sent to an address. */
    Optional<Instant> lastSent(UUID contact, Notice.Kind kind);

    List<Grant> grants(PersonId person);

    void enter(Unit unit);

    void enter(PersonId person);

    /** How what a unit sends, and those beneath it, goes on paper. */
    void allow(OrgNumber unit, Route route);

    Lineage lineage(OrgNumber unit);

    /** When {@code person} last did one of {@code types} to a letter, by the ledger. */
    Optional<Instant> last(LetterId letter, PersonId person, Set<String> types);

    /** Letters to a unit that nobody has opened. */
    List<LetterId> waiting(OrgNumber recipient);

    /** Letters that are a case because they are to go on paper. */
    List<LetterId> toPrint();
}
