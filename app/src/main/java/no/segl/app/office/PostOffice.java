package no.segl.app.office;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Ledger;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Seals;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.core.access.Clearance;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Content;
import no.segl.core.letter.Document;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Releasing;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Withdrawing;

/** Takes letters in, lets those read who may, and takes letters back. */
public final class PostOffice {

    private final Changes changes;
    private final Access access;
    private final Vault vault;
    private final Sealer sealer;
    private final KeyWrapper wrapper;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final ReadingDesk desk;

    /** What the post office stands on. */
    public record Parts(
            Changes changes,
            Access access,
            Ledger ledger,
            LetterContents contents,
            Seals seals,
            Vault vault,
            Sealer sealer,
            KeyWrapper wrapper,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {}

    /**
     * A post office.
     *
     * @param content the level that a login must reach to read content
     */
    public PostOffice(Parts parts, Level content) {
        this.desk = new ReadingDesk(parts, content);
        this.changes = parts.changes();
        this.access = parts.access();
        this.vault = parts.vault();
        this.sealer = parts.sealer();
        this.wrapper = parts.wrapper();
        this.ids = parts.ids();
        this.random = parts.random();
        this.clock = parts.clock();
    }

    /** The time, as exact as the database keeps it. */
    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    /** Begins a dispatch. */
    public Intake intake() {
        return new Intake(sealer, vault, wrapper, ids, random, now(), DocumentRules.MOST_TOGETHER);
    }

    /**
     * Sends what was put together.
     *
     * @param documents those of the intake that the letters hold, in order
     * @param notReady those recipients that are not known to be able to open it
     * @param clearance whether who asks may send from the sender
     * @throws TookTooLong if it took more than {@link Intake#LONGEST}; nothing is then sent
     * @throws IOException if the vault fails; nothing is then sent
     */
    public Sending.Reply send(
            Intake intake,
            Content content,
            List<Document> documents,
            Map<OrgNumber, Sending.NotReady> notReady,
            String idempotencyKey,
            Actor actor,
            Clearance clearance)
            throws IOException {
        List<DocumentId> sealed = documents.stream().map(Document::id).toList();
        Map<OrgNumber, LetterId> letters = intake.address(content.recipients(), sealed);
        var keys = intake.wrapKeys();
        Sending.Command command =
                new Sending.Command(intake.dispatch(), content, letters, documents, notReady);
        Instant now = now();
        intake.checkAge(now);
        // If the commit's answer is lost, the letter may be there: its documents must stay.
        intake.keep();
        Sending.Reply reply =
                changes.send(command, idempotencyKey, keys, clearance, new Act(actor, now));
        if (!(reply instanceof Sending.Reply.Sent)) {
            intake.discard();
        }
        return reply;
    }

    /**
     * Opens a letter for {@code person}, or refuses; either way the ledger says so. A login at too
     * low a level opens nothing, and leaves nothing in the ledger: it is asked for a higher one.
     *
     * @param level how surely the login has proved who it is
     */
    public Opening open(LetterId id, PersonId person, Level level) {
        return desk.read(id, person, level, true);
    }

    /**
     * Shows a letter that has been opened before to {@code person}; one that has not is not opened
     * by this.
     */
    public Opening look(LetterId id, PersonId person, Level level) {
        return desk.read(id, person, level, false);
    }

    /**
     * Fetches a document of an opened letter. A refusal is in the ledger.
     *
     * @throws IOException if the vault fails, or what lies in it is damaged
     */
    public Fetching fetch(LetterId id, DocumentId documentId, PersonId person, Level level)
            throws IOException {
        return desk.fetch(id, documentId, person, level);
    }

    /** Whether {@code person} may reply to a letter, or share it: by a grant, not by a share. */
    public Clearance toReply(Envelope original, PersonId person) {
        return access.byGrant(original, person, now());
    }

    /**
     * Whether {@code person} could have opened a letter at {@code closed}, and may read such now.
     */
    public boolean couldOpen(Envelope envelope, PersonId person, Instant closed) {
        return Stream.of(closed, now())
                .map(at -> access.byGrant(envelope, person, at))
                .allMatch(Clearance.Cleared.class::isInstance);
    }

    /** Whether {@code person} may read the documents of a letter that they may read. */
    public Clearance toFetch(Envelope envelope, PersonId person) {
        return access.toFetch(envelope, person, now());
    }

    /** Whether {@code person} may open what is sealed in a letter that they may read. */
    public Clearance toUnseal(Envelope envelope, PersonId person) {
        return access.toUnseal(envelope, person, now());
    }

    /** Whether {@code person} may use {@code power} at {@code unit}. */
    public Clearance to(Power power, PersonId person, OrgNumber unit) {
        return access.to(power, person, unit, now());
    }

    /**
     * Takes a letter back for its sender.
     *
     * @param clearance whether who asks may, given the sender
     * @return empty if there is no such letter
     */
    public Optional<Withdrawing.Reply> withdraw(
            LetterId id,
            Withdrawing.Reason reason,
            Actor actor,
            Function<OrgNumber, Clearance> clearance) {
        return changes.letter(
                id,
                new Act(actor, now()),
                held ->
                        Withdrawing.decide(
                                held.letter(),
                                reason,
                                clearance.apply(held.letter().envelope().sender())));
    }

    /**
     * Lets a letter go that was held back.
     *
     * @param clearance whether who asks may, given the sender
     * @return empty if there is no such letter
     */
    public Optional<Releasing.Reply> release(
            LetterId id, Actor actor, Function<OrgNumber, Clearance> clearance) {
        return changes.letter(
                id,
                new Act(actor, now()),
                held ->
                        Releasing.decide(
                                held.letter(), clearance.apply(held.letter().envelope().sender())));
    }

    /** Whether a login at {@code level} may get at content. */
    public boolean isForContent(Level level) {
        return desk.isForContent(level);
    }
}
