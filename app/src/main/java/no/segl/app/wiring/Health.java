package no.segl.app.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import no.segl.app.store.DueWork;
import no.segl.app.vault.Vault;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether this Segl can do its work. Says nothing of letters but whether looks are taken on time;
 * load balancers and watchers from outside ask here.
 */
@RestController
final class Health {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final DueWork due;
    private final Vault vault;
    private final InstantSource clock;

    Health(DueWork due, Vault vault, InstantSource clock) {
        this.due = due;
        this.vault = vault;
        this.clock = clock;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", "up");
        parts.put("vault", "up");
        parts.put("looks", "on time");
        try {
            long overdue = due.overdue(clock.instant().minus(LATE)).letters();
            if (overdue > 0) {
                parts.put("looks", "late: " + overdue + " letters");
            }
        } catch (DataAccessException e) {
            parts.put("database", "down");
            parts.put("looks", "unknown");
        }
        try {
            vault.check();
        } catch (IOException e) {
            parts.put("vault", "down");
        }
        boolean well =
                parts.get("database").equals("up")
                        && parts.get("vault").equals("up")
                        && parts.get("looks").equals("on time");
        parts.put("status", well ? "up" : "down");
        return ResponseEntity.status(well ? 200 : 503).body(parts);
    }
}
