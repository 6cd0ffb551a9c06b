package no.segl.app.web;

import no.segl.app.login.KeyRoleLogin;
import no.segl.app.web.page.NothingAdministeredPage;
import no.segl.app.web.page.Shell;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What somebody is told who controls access nowhere, on the pages for those who do. */
@Component
final class NothingAdministered {

    private final Frame frame;
    private final Givers givers;
    private final KeyRoleLogin keyRoles;

    NothingAdministered(Frame frame, Givers givers, KeyRoleLogin keyRoles) {
        this.frame = frame;
        this.givers = givers;
        this.keyRoles = keyRoles;
    }

    ResponseEntity<byte[]> page(Shell shell, PersonId viewer) {
        return frame.answer(
                403,
                new NothingAdministeredPage(
                        shell, givers.administrators(viewer), keyRoles.wanted().isPresent()));
    }
}
