package no.segl.app.office;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.WrappedKey;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.access.Level;
import no.segl.core.deadline.SealedUnread;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Reading;

/** Where letters are read: each time the clearance, the ledger, and only then what is inside. */
final class ReadingDesk {

    private final PostOffice.Parts parts;
    private final Level content;

    ReadingDesk(PostOffice.Parts parts, Level content) {
        this.parts = parts;
        this.content = content;
    }

    boolean isForContent(Level level) {
        return level.reaches(content);
    }

    Opening read(LetterId id, PersonId person, Level level, boolean open) {
        Instant now = now();
        return parts.changes()
                .letter(
                        id,
                        new Act(new Actor.Person(person), now),
                        held -> {
                            // After the lock: what was ended while this waited is seen.
                            Instant at = now();
                            // What is held back is not there to be opened.
                            boolean unopened = held.letter() instanceof Letter.Available;
                            // To open is to get at the documents: who cannot, only looks.
                            Envelope envelope = held.letter().envelope();
                            Clearance clearance =
                                    open && unopened
                                            ? parts.access().toFetch(envelope, person, at)
                                            : parts.access().toRead(envelope, person, at);
                            if (!open && unopened && clearance instanceof Clearance.Cleared c) {
                                return answer(
                                        held,
                                        Decision.nothing(new Reading.Reply.NotOpened(c.right())));
                            }
                            if (clearance instanceof Clearance.Cleared && !isForContent(level)) {
                                return answer(
                                        held, Decision.nothing(new Reading.Reply.LevelTooLow()));
                            }
                            Optional<Instant> last =
                                    last(
                                            id,
                                            person,
                                            clearance,
                                            Set.of("LetterOpened", "LetterRead"),
                                            Map.of());
                            return answer(
                                    held,
                                    withSeals(
                                            held,
                                            Reading.open(
                                                    held.letter(),
                                                    held.destroyed(),
                                                    by(level, clearance),
                                                    last,
                                                    at),
                                            at));
                        })
                .orElseGet(Opening.NotThere::new);
    }

    private Decision<LetterFact, Opening> answer(
            HeldLetter held, Decision<LetterFact, Reading.Reply> decision) {
        Envelope envelope = held.letter().envelope();
        Opening opening =
                switch (decision.reply()) {
                    case Reading.Reply.Granted _ ->
                            new Opening.Open(
                                    envelope, parts.contents().find(envelope.id()).orElseThrow());
                    case Reading.Reply.NotOpened(var right) -> new Opening.Closed(envelope, right);
                    case Reading.Reply.Refused(var why, var recorded) ->
                            new Opening.Refused(envelope, why, recorded);
                    case Reading.Reply.LevelTooLow _ -> new Opening.LevelTooLow(envelope);
                    case Reading.Reply.Destroyed _ -> new Opening.Destroyed(envelope);
                    case Reading.Reply.NotThere _ -> new Opening.NotThere();
                };
        return new Decision<>(decision.right(), decision.facts(), opening);
    }

    Fetching fetch(LetterId id, DocumentId documentId, PersonId person, Level level)
            throws IOException {
        Reading.Reply reply =
                parts.changes()
                        .letter(
                                id,
                                new Act(new Actor.Person(person), now()),
                                held -> fetch(held, documentId, person, level))
                        .orElseGet(Reading.Reply.NotThere::new);
        if (reply instanceof Reading.Reply.Refused(var why, var recorded)) {
            return switch (why.ground()) {
                case SEALED -> new Fetching.Sealed(id, recorded);
                case DOCUMENTS_NOT_SHARED -> new Fetching.NotShared(id);
                case NO_GRANT, NOT_YET, ENDED, SCOPE_MISSING, OTHER_ORGANISATION ->
                        new Fetching.NotThere();
            };
        }
        if (reply instanceof Reading.Reply.LevelTooLow) {
            return new Fetching.LevelTooLow(id, documentId);
        }
        // Both are gone if the letter's time ran out a moment ago.
        Optional<Document> document = parts.contents().document(id, documentId);
        Optional<WrappedKey> wrapped = parts.contents().key(id);
        if (!(reply instanceof Reading.Reply.Granted) || document.isEmpty() || wrapped.isEmpty()) {
            return new Fetching.NotThere();
        }
        try (DataKey key = parts.wrapper().unwrap(wrapped.get(), Folder.of(id))) {
            return new Fetching.Granted(
                    document.get(), parts.sealer().open(key, ObjectName.of(id, documentId)));
        }
    }

    private Decision<LetterFact, Reading.Reply> fetch(
            HeldLetter held, DocumentId documentId, PersonId person, Level level) {
        Instant at = now();
        Envelope envelope = held.letter().envelope();
        Optional<Document> document = parts.contents().document(envelope.id(), documentId);
        Clearance clearance =
                document.filter(Document::sealed).isPresent()
                        ? parts.access().toUnseal(envelope, person, at)
                        : parts.access().toFetch(envelope, person, at);
        boolean reader =
                !(clearance instanceof Clearance.Denied denied) || denied.ground() == Ground.SEALED;
        if (reader && !isForContent(level)) {
            return Decision.nothing(new Reading.Reply.LevelTooLow());
        }
        if (reader && document.isEmpty()) {
            return Decision.nothing(new Reading.Reply.NotThere());
        }
        Optional<Instant> last =
                last(
                        envelope.id(),
                        person,
                        clearance,
                        Set.of("DocumentRead"),
                        Map.of("document", documentId.toString()));
        return withSeals(
                held,
                Reading.fetch(
                        held.letter(),
                        documentId,
                        held.destroyed(),
                        by(level, clearance),
                        last,
                        at),
                at);
    }

    /** With what follows for what is sealed in the letter. */
    private Decision<LetterFact, Reading.Reply> withSeals(
            HeldLetter held, Decision<LetterFact, Reading.Reply> decision, Instant at) {
        Envelope envelope = held.letter().envelope();
        return SealedUnread.after(
                decision,
                () ->
                        new SealedUnread.Seals(
                                parts.seals().unread(envelope.id()),
                                parts.seals().cases(envelope.id()),
                                parts.ids()::uuid),
                held.rules(),
                at);
    }

    /** By which login too: what confirms that it was they (law: eforvaltningsforskriften-8). */
    private static Clearance by(Level level, Clearance clearance) {
        return clearance instanceof Clearance.Cleared(var right)
                ? new Clearance.Cleared(right.by(level.name().toLowerCase(Locale.ROOT)))
                : clearance;
    }

    /** When the person last did so, or was last refused on the same ground. */
    private Optional<Instant> last(
            LetterId id,
            PersonId person,
            Clearance clearance,
            Set<String> types,
            Map<String, String> values) {
        return switch (clearance) {
            case Clearance.Cleared _ -> parts.ledger().last(id, person, types, values);
            case Clearance.Denied denied ->
                    parts.ledger()
                            .last(
                                    id,
                                    person,
                                    Set.of("OpeningRefused"),
                                    Map.of("ground", denied.ground().name()));
        };
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }
}
