package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import no.segl.app.export.Form;
import no.segl.app.export.LetterList;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Exports;
import no.segl.app.store.Units;
import no.segl.app.store.Watched;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.overview.Question;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The letters that a question is about, as a file, however long: the same file as people get. What
 * cannot be read to its end is broken off.
 */
@RestController
public final class LetterFilesController {

    private final Refusals refusals;
    private final Units units;
    private final LetterList lists;
    private final Exports exports;
    private final InstantSource clock;

    LetterFilesController(
            Refusals refusals,
            Units units,
            LetterList lists,
            Exports exports,
            InstantSource clock) {
        this.refusals = refusals;
        this.units = units;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    /** What stands in the address. */
    private record Typed(Optional<String> question, Optional<String> format) {}

    @GetMapping("/api/v1/overview/sent/letters/file")
    void sent(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> format,
            Machine machine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(
                Side.SENDER,
                Scopes.STATUS,
                new Typed(q, format),
                machine,
                AcceptLanguage.of(request, Language.NB),
                response);
    }

    @GetMapping("/api/v1/overview/received/letters/file")
    void received(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> format,
            Machine machine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        file(
                Side.RECIPIENT,
                Scopes.RECEIVE,
                new Typed(q, format),
                machine,
                AcceptLanguage.of(request, Language.NB),
                response);
    }

    private void file(
            Side own,
            String scope,
            Typed typed,
            Machine machine,
            Language language,
            HttpServletResponse response)
            throws IOException {
        refusals.require(machine, scope);
        QueryFields query = new QueryFields();
        Optional<Question> question =
                query.read(
                        "/q",
                        Optional.of(typed.question().orElse("")),
                        text -> lists.read(text, own, language),
                        Rule.QUESTION_NOT_UNDERSTOOD);
        Form form =
                query.read(
                                "/format",
                                typed.format(),
                                text -> Form.of(text).filter(f -> f != Form.PDF))
                        .orElse(Form.CSV);
        query.check();
        OrgNumber organisation = machine.organisation();
        Clearance by =
                Clearances.byScope(
                        scope, machine.scopes(), organisation, units.lineage(organisation));
        if (!exports.handOut(machine.actor(), organisation, own, form, by)) {
            throw new IllegalStateException("a scope that was there a moment ago");
        }
        response.setContentType(form.mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(LetterList.fileName(own, form, language))
                        .build()
                        .toString());
        lists.write(
                form,
                new Watched.Asked(
                        own,
                        units.within(Set.of(organisation)),
                        question.orElseThrow(),
                        clock.instant()),
                "",
                language,
                // Not closed when it fails: what is closed looks whole.
                response.getOutputStream(),
                _ -> {});
    }
}
