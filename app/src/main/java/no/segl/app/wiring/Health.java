package no.segl.app.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.DueWork;
import no.segl.app.store.Rounds;
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

    private static final String UP = "up";
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final List<String> ALL = List.of("database", "vault", "looks", "work");

    private final DueWork due;
    private final Rounds rounds;
    private final Vault vault;
    private final InstantSource clock;

    Health(DueWork due, Rounds rounds, Vault vault, InstantSource clock) {
        this.due = due;
        this.rounds = rounds;
        this.vault = vault;
        this.clock = clock;
    }

    /** For what shares requests among nodes: whether this node can serve them. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return answer(parts(), List.of("database", "vault"));
    }

    /** For an alarm outside: whether letters are looked at on time and other work succeeds, too. */
    @GetMapping("/health/looks")
    ResponseEntity<Map<String, String>> looks() {
        return answer(parts(), ALL);
    }

    /** Whether all is well: what somebody outside is told, or is not. */
    boolean isWell() {
        return isWell(parts(), ALL);
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", UP);
        parts.put("vault", UP);
        parts.put("looks", UP);
        parts.put("work", UP);
        try {
            Instant latest = clock.instant().minus(LATE);
            // No letter is overdue where there is none; that somebody looks is to be seen then,
            // too.
            Optional<Instant> last = rounds.last(Scheduling.LOOK);
            if (last.isEmpty()) {
                parts.put("looks", "none yet");
            } else if (last.get().isBefore(latest)) {
                parts.put("looks", "none since " + last.get());
            }
            DueWork.Overdue overdue = due.overdue(latest);
            if (overdue.letters() > 0) {
                parts.put("looks", "late: " + overdue.letters() + " letters");
            }
            if (overdue.stuck() > 0) {
                // Somebody has been told, and a sweep that stops must still be seen.
                parts.put("stuck", overdue.stuck() + " letters, each a case at its sender");
            }
            List<String> late =
                    Scheduling.OFTEN.stream()
                            .filter(work ->
                                    rounds.last(work).filter(at -> !at.isBefore(latest)).isEmpty())
                            .toList();
            List<String> failing = due.failing();
            if (!failing.isEmpty()) {
                parts.put("work", "failed: " + String.join(", ", failing));
            } else if (!late.isEmpty()) {
                parts.put("work", "none yet, or late: " + String.join(", ", late));
            }
        } catch (DataAccessException e) {
            parts.put("database", "down");
            parts.put("looks", "unknown");
            parts.put("work", "unknown");
        }
        try {
            vault.check();
        } catch (IOException e) {
            parts.put("vault", "down");
        }
        return parts;
    }

    private static ResponseEntity<Map<String, String>> answer(
            Map<String, String> parts, List<String> needed) {
        boolean well = isWell(parts, needed);
        parts.put("status", well ? UP : "down");
        return ResponseEntity.status(well ? 200 : 503).body(parts);
    }

    private static boolean isWell(Map<String, String> parts, List<String> needed) {
        return needed.stream().map(parts::get).allMatch(UP::equals);
    }
}
