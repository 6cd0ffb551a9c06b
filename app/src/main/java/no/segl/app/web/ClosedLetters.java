package no.segl.app.web;

import java.util.List;
import java.util.Optional;
import no.segl.app.office.PostOffice;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.Shell;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
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

    private final Frame frame;
    private final Words words;
    private final PostOffice office;
    private final SentLetters letters;

    ClosedLetters(Frame frame, Words words, PostOffice office, SentLetters letters) {
        this.frame = frame;
        this.words = words;
        this.office = office;
        this.letters = letters;
    }

    /** Such a letter, for {@code person}. */
    Optional<Row> find(LetterId id, PersonId person) {
        return letters.find(id)
                .filter(row -> why(row).isPresent())
                .filter(row ->
                        row.closedAt()
                                .filter(at -> office.couldOpen(envelope(row), person, at))
                                .isPresent())
                // What was held back is nobody's there to know of.
                .filter(row -> row.availableAt().isPresent());
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
                                        Optional.empty(),
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
