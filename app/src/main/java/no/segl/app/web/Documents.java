package no.segl.app.web;

import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Fetching;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.store.LetterContents;
import no.segl.app.web.page.LetterPage;
import no.segl.app.web.page.LetterPage.SealedDocument;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.SealedDocumentPage;
import no.segl.app.web.page.Shell;
import no.segl.core.access.Clearance;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a reader of a letter sees of its documents: those they may open, and that others are. */
@Component
final class Documents {

    private final Frame frame;
    private final Words words;
    private final Givers givers;
    private final PostOffice office;
    private final LetterContents contents;

    Documents(Frame frame, Words words, Givers givers, PostOffice office, LetterContents contents) {
        this.frame = frame;
        this.words = words;
        this.givers = givers;
        this.office = office;
        this.contents = contents;
    }

    /**
     * The documents of a letter, for one reader of it.
     *
     * @param open those that they may open
     * @param sealed those that are sealed for another
     * @param withheld whether the letter is shared with them without its documents
     * @param first the one to show on the page, if any can be
     */
    record Shown(
            List<LetterPage.Document> open,
            List<SealedDocument> sealed,
            boolean withheld,
            Optional<DocumentId> first) {}

    /**
     * Those of an opened letter.
     *
     * @param wanted the document to show, if one was asked for
     */
    Shown of(Opening.Open letter, LoggedIn person, Optional<String> wanted) {
        if (office.toFetch(letter.envelope(), person.person()) instanceof Clearance.Denied) {
            return new Shown(List.of(), List.of(), true, Optional.empty());
        }
        boolean unseals =
                office.toUnseal(letter.envelope(), person.person()) instanceof Clearance.Cleared;
        List<Document> all = letter.inside().documents();
        List<LetterPage.Document> open =
                all.stream().filter(d -> unseals || !d.sealed()).map(Documents::shown).toList();
        List<SealedDocument> sealed =
                all.stream()
                        .filter(d -> d.sealed() && !unseals)
                        .map(d -> new SealedDocument(d.size()))
                        .toList();
        Optional<DocumentId> chosen = wanted.flatMap(DocumentId::parse);
        Optional<DocumentId> first =
                open.stream()
                        .filter(LetterPage.Document::showable)
                        .map(LetterPage.Document::id)
                        .filter(d -> chosen.isEmpty() || chosen.get().equals(d))
                        .findFirst();
        return new Shown(open, sealed, false, first);
    }

    private static LetterPage.Document shown(Document d) {
        return new LetterPage.Document(d.id(), d.name(), d.type().value(), d.size(), d.sha256());
    }

    /** The page of a document of a letter that is shared with this person without documents. */
    ResponseEntity<byte[]> notShared(LetterId letter, Shell shell, LoggedIn person) {
        return office.look(letter, person.person(), person.level())
                .envelopeIfThere()
                .map(envelope ->
                        frame.answer(
                                403,
                                new RefusedPage(
                                        shell,
                                        RefusedPage.Reason.DOCUMENTS_NOT_SHARED,
                                        Optional.of(frame.party(envelope.recipient())),
                                        Optional.of(
                                                words.categories(shell.language())
                                                        .of(envelope.category())),
                                        Optional.empty(),
                                        givers.at(envelope.recipient(), person.person()),
                                        Optional.empty())))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** The page of a document that is sealed for another than this reader of the letter. */
    ResponseEntity<byte[]> refused(Fetching.Sealed sealed, Shell shell, LoggedIn person) {
        LetterId letter = sealed.letter();
        return office.look(letter, person.person(), person.level())
                .envelopeIfThere()
                .map(envelope ->
                        frame.answer(
                                403,
                                new SealedDocumentPage(
                                        shell,
                                        letter,
                                        contents.find(letter)
                                                .flatMap(LetterContents.Inside::caseWorker)
                                                .orElse(""),
                                        office.toReply(envelope, person.person())
                                                instanceof Clearance.Cleared,
                                        sealed.recorded())))
                .orElseGet(() -> frame.error(404, shell));
    }
}
