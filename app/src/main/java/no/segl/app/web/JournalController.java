package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What an archive needs of letters that were sent: of one, or of those that a question is about.
 * For those who follow what the unit has sent.
 */
@Controller
final class JournalController {

    private static final int MOST = 1_000_000;

    private final Frame frame;
    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final SentLetters sent;
    private final Watched watched;
    private final InstantSource clock;

    JournalController(
            Frame frame,
            Words words,
            Questions questions,
            Overseen overseen,
            SentLetters sent,
            Watched watched,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.sent = sent;
        this.watched = watched;
        this.clock = clock;
    }

    @GetMapping("/sendt/{id}/journalpost.xml")
    ResponseEntity<byte[]> xml(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request)
            throws XMLStreamException {
        return one("xml", id, person, request);
    }

    @GetMapping("/sendt/{id}/journalpost.json")
    ResponseEntity<byte[]> json(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request)
            throws XMLStreamException {
        return one("json", id, person, request);
    }

    @GetMapping("/sendt/journalposter.xml")
    void allXml(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, XMLStreamException {
        all("xml", sporsmal, person, request, response);
    }

    @GetMapping("/sendt/journalposter.json")
    void allJson(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, XMLStreamException {
        all("json", sporsmal, person, request, response);
    }

    private ResponseEntity<byte[]> one(
            String format, String id, LoggedIn person, HttpServletRequest request)
            throws XMLStreamException {
        Optional<SentLetters.Row> row =
                LetterId.parse(id)
                        .flatMap(sent::find)
                        .filter(r -> overseen.follows(person.person(), r.sender()));
        if (row.isEmpty()) {
            return frame.error(404, frame.shell(request, Section.SENT));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalWriter writer = JournalWriter.of(format, out);
        writer.write(
                JournalPost.of(row.get(), words.categories(Language.NB).of(row.get().category())));
        writer.end();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type(format)))
                .header("Content-Disposition", file("journalpost-" + id + "." + format))
                .body(out.toByteArray());
    }

    private void all(
            String format,
            Optional<String> typed,
            LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, XMLStreamException {
        String path = LettersController.path(Side.SENDER);
        Shell shell = frame.shell(request, Section.NONE, path);
        Questions.Asked read =
                questions.read(
                        path,
                        Side.SENDER,
                        LettersFilter.View.LETTERS,
                        typed.orElse(""),
                        shell.texts());
        if (read.isFaulty()) {
            response.sendRedirect(read.filter().here());
            return;
        }
        response.setContentType(type(format));
        response.setHeader("Content-Disposition", file("journalposter." + format));
        Words.Names categories = words.categories(Language.NB);
        // Not ended when it fails: what is ended looks whole.
        JournalWriter writer = JournalWriter.of(format, response.getOutputStream());
        try {
            watched.each(
                    new Watched.Asked(
                            Side.SENDER,
                            overseen.by(person.person(), Side.SENDER),
                            read.question(),
                            clock.instant()),
                    MOST,
                    row -> writer.write(JournalPost.of(row, categories.of(row.category()))));
            writer.end();
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
    }

    private static String type(String format) {
        return format.equals("xml") ? "application/xml;charset=UTF-8" : "application/json";
    }

    private static String file(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
