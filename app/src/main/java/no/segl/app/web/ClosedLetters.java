package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Ledger;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.Shell;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Letters that were closed without being opened: those at the recipient who could have opened them
 * are told what became of them, and can prove it. For others it is as if they were not.
 */
@Component
final class ClosedLetters {

    /** More than there are of any letter that is looked at once a day for years. */
    private static final int ENTRIES = 10_000;

    private final Frame frame;
    private final Words words;
    private final PostOffice office;
    private final SentLetters letters;
    private final Ledger ledger;
    private final InstantSource clock;

    ClosedLetters(
            Frame frame,
            Words words,
            PostOffice office,
            SentLetters letters,
            Ledger ledger,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.office = office;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Such a letter, for {@code person}. */
    Optional<Row> find(LetterId id, PersonId person) {
        return letters.find(id)
                .filter(row -> why(row).isPresent())
                .filter(row ->
                        row.closedAt()
                                .filter(at -> office.couldOpen(envelope(row), person, at))
                                .isPresent())
                .filter(this::lay);
    }

    /** Whether it lay at the recipient: what was held back is nobody's there to know of. */
    private boolean lay(Row row) {
        return ledger.of(row.id(), 0, ENTRIES).stream()
                .map(Entry::type)
                .anyMatch("LetterAvailable"::equals);
    }

    /** The page that says what became of it; empty if there is nothing to tell them. */
    Optional<ResponseEntity<byte[]>> page(LetterId id, PersonId person, Shell shell) {
        return find(id, person)
                .map(row ->
                        frame.answer(
                                410,
                                new RefusedPage(
                                        shell,
                                        why(row).orElseThrow(),
                                        Optional.of(
                                                new Party(row.recipientName(), row.recipient())),
                                        Optional.of(
                                                words.categories(shell.language())
                                                        .of(row.category())),
                                        clock.instant(),
                                        List.of(),
                                        Optional.of("/brev/" + row.id() + "/bevis"))));
    }

    private static Optional<RefusedPage.Reason> why(Row row) {
        return switch (row.status()) {
            case WITHDRAWN -> Optional.of(RefusedPage.Reason.WITHDRAWN);
            case SETTLED -> Optional.of(RefusedPage.Reason.SETTLED);
            case POSTED -> Optional.of(RefusedPage.Reason.POSTED);
            case ACCEPTED, AVAILABLE, OPENED -> Optional.empty();
        };
    }

    /** What a letter is asked for by. */
    static Envelope envelope(Row row) {
        return new Envelope(
                row.id(),
                row.dispatch(),
                row.sender(),
                row.recipient(),
                row.category(),
                Language.parse(row.language()).orElse(Language.NB),
                row.replyTo());
    }
}
