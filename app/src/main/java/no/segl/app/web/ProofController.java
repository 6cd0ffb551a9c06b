package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Proofs;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.store.SentLetters.Status;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proof of what has happened to a letter, for those who see how it fares at either end. */
@Controller
final class ProofController {

    private final Frame frame;
    private final PostOffice office;
    private final SentLetters letters;
    private final Proofs proofs;
    private final Overseen overseen;
    private final ClosedLetters closed;

    ProofController(
            Frame frame,
            PostOffice office,
            SentLetters letters,
            Proofs proofs,
            Overseen overseen,
            ClosedLetters closed) {
        this.frame = frame;
        this.office = office;
        this.letters = letters;
        this.proofs = proofs;
        this.overseen = overseen;
        this.closed = closed;
    }

    @GetMapping("/sendt/{id}/bevis")
    ResponseEntity<byte[]> sent(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request)
            throws IOException {
        return answer(
                find(id).filter(row -> overseen.follows(person.person(), row.sender())),
                Side.SENDER,
                request);
    }

    @GetMapping("/brev/{id}/bevis")
    ResponseEntity<byte[]> come(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request)
            throws IOException {
        Optional<Row> letter =
                find(id).filter(row -> reads(person.person(), row))
                        .or(() ->
                                LetterId.parse(id).flatMap(it -> closed.find(it, person.person())));
        return answer(letter, Side.RECIPIENT, request);
    }

    private Optional<Row> find(String id) {
        return LetterId.parse(id).flatMap(letters::find);
    }

    /** As on the letter's page, for whom it is more than shared with. It opens nothing. */
    private boolean reads(PersonId person, Row row) {
        boolean isThere = row.status() == Status.AVAILABLE || row.status() == Status.OPENED;
        return isThere
                && office.toReply(ClosedLetters.envelope(row), person) instanceof Clearance.Cleared;
    }

    private ResponseEntity<byte[]> answer(
            Optional<Row> letter, Side end, HttpServletRequest request) throws IOException {
        if (letter.isEmpty()) {
            return frame.error(404, frame.shell(request, Section.SENT));
        }
        Language language = Language.parse(Frame.language(request).tag()).orElse(Language.NB);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Proofs.fileName(letter.get()))
                                .build()
                                .toString())
                .body(proofs.of(letter.get(), end, language));
    }
}
