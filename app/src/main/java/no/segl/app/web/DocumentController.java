package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.gate.Door;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Fetching;
import no.segl.app.office.PostOffice;
import no.segl.app.vault.PlainChannel;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Documents, unsealed as they are sent, whole or a range of them (RFC 9110 § 14). */
@Controller
final class DocumentController {

    private final PostOffice office;
    private final Documents documents;
    private final Frame frame;

    DocumentController(PostOffice office, Documents documents, Frame frame) {
        this.office = office;
        this.documents = documents;
        this.frame = frame;
    }

    @GetMapping("/brev/{id}/dokument/{documentId}")
    void document(
            @PathVariable String id,
            @PathVariable String documentId,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<LetterId> letter = LetterId.parse(id);
        Optional<DocumentId> document = DocumentId.parse(documentId);
        Fetching fetching =
                letter.isPresent() && document.isPresent()
                        ? office.fetch(
                                letter.get(), document.get(), person.person(), person.level())
                        : new Fetching.NotThere();
        switch (fetching) {
            case Fetching.NotThere _ -> response.sendError(404);
            case Fetching.LevelTooLow(var low, var its) ->
                    response.sendRedirect(Door.HIGHER + address(low, its));
            case Fetching.Sealed sealed ->
                    send(
                            documents.refused(sealed, shell(sealed.letter(), request), person),
                            response);
            case Fetching.NotShared(var withheld) ->
                    send(documents.notShared(withheld, shell(withheld, request), person), response);
            case Fetching.Granted(var found, var opened) -> {
                try (PlainChannel channel = opened) {
                    describe(found, response);
                    send(channel, request, response);
                }
            }
        }
    }

    private static String address(LetterId letter, DocumentId document) {
        return "/brev/" + letter + "/dokument/" + document;
    }

    private Shell shell(LetterId letter, HttpServletRequest request) {
        return frame.shell(request, Section.INBOX, "/brev/" + letter);
    }

    /** Why not, and who can change it, to somebody who sees the letter. */
    private static void send(ResponseEntity<byte[]> page, HttpServletResponse response)
            throws IOException {
        response.setStatus(page.getStatusCode().value());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(Objects.requireNonNull(page.getBody()));
    }

    private static void describe(Document document, HttpServletResponse response) {
        boolean inPage = document.type().showsInPage();
        boolean pdf = document.type().value().equals("application/pdf");
        ContentDisposition disposition =
                (inPage ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(document.name(), StandardCharsets.UTF_8)
                        .build();
        boolean text = document.type().value().startsWith("text/");
        response.setContentType(document.type().value() + (text ? ";charset=UTF-8" : ""));
        response.setHeader("Content-Disposition", disposition.toString());
        response.setHeader("Accept-Ranges", "bytes");
        // A browser's PDF viewer does not start in a sandbox; all else stays in one.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                        + (pdf ? "" : "; sandbox"));
    }

    /** Ranges are of GET only: whoever asks for the head alone gets that of the whole. */
    private static void send(
            PlainChannel channel, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long size = channel.size();
        boolean head = request.getMethod().equals("HEAD");
        // Nothing tells one state of a document from another, so no condition on it is fulfilled.
        boolean plain = head || request.getHeader("If-Range") != null;
        switch (Asked.of(plain ? null : request.getHeader("Range"), size)) {
            case Asked.Whole _ -> {
                response.setContentLengthLong(size);
                if (!head) {
                    channel.copyAll(response.getOutputStream());
                }
            }
            case Asked.Part(var from, var to) -> {
                response.setStatus(206);
                response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + size);
                response.setContentLengthLong(to - from + 1);
                channel.copyRange(from, to, response.getOutputStream());
            }
            case Asked.Beyond _ -> {
                response.setHeader("Content-Range", "bytes */" + size);
                response.sendError(416);
            }
        }
    }
}
