package no.segl.app.web;

import java.util.Optional;
import no.segl.app.gate.LogoutElsewhere;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a provider's own page leads the browser of somebody who logs out there, in a frame that
 * nobody sees (OpenID Connect Front-Channel Logout). The session's cookie does not come along.
 */
@Controller
final class LogoutElsewhereController {

    private final LogoutElsewhere elsewhere;

    LogoutElsewhereController(LogoutElsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Says the same whatever came of it. */
    @GetMapping("/utlogget/hos-innlogging")
    ResponseEntity<String> loggedOut(
            @RequestParam("iss") Optional<String> issuer,
            @RequestParam("sid") Optional<String> sid) {
        elsewhere.logout(issuer.orElse(""), sid.orElse(""));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; frame-ancestors " + elsewhere.shownBy())
                .contentType(MediaType.TEXT_PLAIN)
                .body("");
    }
}
