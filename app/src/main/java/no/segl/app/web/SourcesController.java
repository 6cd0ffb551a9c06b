package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Sources;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.SourcesPage;
import no.segl.app.web.page.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sources, for those who answer for letters anywhere: it says nothing of anybody's letters. */
@Controller
final class SourcesController {

    private final Frame frame;
    private final Sources sources;

    SourcesController(Frame frame, Sources sources) {
        this.frame = frame;
        this.sources = sources;
    }

    @GetMapping(SourcesPage.HERE)
    ResponseEntity<byte[]> sources(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.NONE);
        if (shell.visitor().filter(Visitor::followsUp).isEmpty()) {
            return frame.error(404, shell);
        }
        Sources.Lately lately = sources.lately();
        return frame.answer(
                200,
                new SourcesPage(
                        shell,
                        sources.all().stream().map(SourcesController::row).toList(),
                        lately.days(),
                        lately.of(),
                        lately.longest()));
    }

    private static SourcesPage.Row row(Sources.Source source) {
        return new SourcesPage.Row(
                source.name().name(),
                source.state().name(),
                source.state().isAmiss(),
                source.last(),
                source.used(),
                source.since(),
                source.patience());
    }
}
