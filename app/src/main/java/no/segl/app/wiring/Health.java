package no.segl.app.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Rounds;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Troubles;
import no.segl.app.store.Upkeep;
import no.segl.app.vault.Vault;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
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

    /** How long what is outside may be away: as long as Segl waits at most between attempts. */
    private static final Duration AWAY = Duration.ofHours(4);

    /** How long it may take until what has just passed its time is tried next. */
    private static final Duration LONGEST_CLAIM = Duration.ofHours(7);

    /** What may be away outside of Segl, without which no work of a kind is done. */
    private enum Away {
        PRINTER(
                Troubles.Name.PRINTING_HOUSE,
                "printer",
                "receipts cannot be had",
                "receipts from the printing house",
                AWAY),
        REFUSED(
                Troubles.Name.REFUSED_RECEIPTS,
                "receipts",
                "receipts lie refused, and somebody must ask the printer what they say",
                "reading all receipts",
                Duration.ZERO),
        MAIL(Troubles.Name.MAIL, "mail", "no e-mail goes out", "sending e-mail", AWAY),
        SMS(Troubles.Name.SMS, "sms", "no text message goes out", "sending text messages", AWAY),
        REGISTER(
                Troubles.Name.REGISTER,
                "register",
                "Enhetsregisteret cannot be followed",
                "following Enhetsregisteret",
                Duration.ofDays(1)),
        WEBHOOK(
                Troubles.Name.WEBHOOK,
                "webhooks",
                "a webhook takes nothing, see Tilganger or GET /api/v1/webhooks;",
                "sending to a webhook",
                Duration.ofDays(1));

        private final Troubles.Name name;
        private final String part;
        private final String said;
        private final String work;
        private final Duration time;

        Away(Troubles.Name name, String part, String said, String work, Duration time) {
            this.name = name;
            this.part = part;
            this.said = said;
            this.work = work;
            this.time = time;
        }
    }

    private static final List<String> ALL =
            List.of("database", "clock", "vault", "looks", "work", "cases");

    private final Upkeep upkeep;
    private final Rounds rounds;
    private final Troubles troubles;
    private final RuleTable rules;
    private final Vault vault;
    private final NodeClock clock;

    Health(
            Upkeep upkeep,
            Rounds rounds,
            Troubles troubles,
            RuleTable rules,
            Vault vault,
            NodeClock clock) {
        this.upkeep = upkeep;
        this.rounds = rounds;
        this.troubles = troubles;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
    }

    /** For what shares requests among nodes: whether this node can serve them. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return answer(serving());
    }

    /** For an alarm outside: whether letters are looked at on time and other work succeeds, too. */
    @GetMapping("/health/looks")
    ResponseEntity<Map<String, String>> looks() {
        return answer(working());
    }

    /** Whether all is well: what somebody outside is told, or is not. */
    boolean isWell() {
        return isWell(working());
    }

    /** What it takes to serve a request. */
    private Map<String, String> serving() {
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            upkeep.check();
            parts.put("database", UP);
            parts.put("clock", clock.off().map(Health::apart).orElse(UP));
        } catch (DataAccessException e) {
            parts.put("database", "down");
        }
        try {
            vault.check();
            parts.put("vault", UP);
        } catch (IOException e) {
            parts.put("vault", "down");
        }
        return parts;
    }

    private static String apart(Duration ahead) {
        return "%d minutes %s the database's; no work is done here until they agree"
                .formatted(ahead.abs().toMinutes(), ahead.isNegative() ? "behind" : "ahead of");
    }

    private Map<String, String> working() {
        Map<String, String> parts = serving();
        if (!UP.equals(parts.getOrDefault("clock", UP))) {
            // What is late can be said by nobody who does not know what time it is.
            parts.put("looks", "unknown");
            parts.put("work", "unknown");
            parts.put("cases", "unknown");
            return parts;
        }
        try {
            Instant now = clock.instant();
            rounds.ahead(now.plus(NodeClock.MOST))
                    .ifPresent(at ->
                            parts.put(
                                    "clock",
                                    "a round was written down for " + at + ", which is to come"));
            looks(now, parts);
            work(now, parts);
            cases(now, parts);
        } catch (DataAccessException e) {
            parts.put("database", "down");
            parts.put("looks", "unknown");
            parts.put("work", "unknown");
            parts.put("cases", "unknown");
        }
        return parts;
    }

    private void looks(Instant now, Map<String, String> parts) {
        Instant latest = now.minus(LATE);
        parts.put("looks", UP);
        // No letter is overdue where there is none; that somebody looks is to be seen then, too.
        Optional<Instant> last = rounds.last(Scheduling.LOOK, now.plus(NodeClock.MOST));
        if (last.isEmpty()) {
            parts.put("looks", "none yet");
        } else if (last.get().isBefore(latest)) {
            parts.put("looks", "none since " + last.get());
        }
        Upkeep.Overdue overdue = upkeep.overdue(latest);
        if (overdue.letters() > 0) {
            parts.put("looks", "late: " + overdue.letters() + " letters");
        }
        if (overdue.stuck() > 0) {
            // Somebody has been told, and a sweep that stops must still be seen.
            parts.put("stuck", overdue.stuck() + " letters, each a case at its sender");
        }
    }

    private void work(Instant now, Map<String, String> parts) {
        Instant latest = now.minus(LATE);
        List<String> late =
                Scheduling.OFTEN.stream()
                        .filter(work ->
                                rounds.last(work, now.plus(NodeClock.MOST))
                                        .filter(at -> !at.isBefore(latest))
                                        .isEmpty())
                        .toList();
        List<String> failing = new ArrayList<>(upkeep.failing());
        // Of a letter that is stuck its sender is told; of these nobody is.
        stuck(now, failing);
        Arrays.stream(Away.values()).forEach(away -> away(away, now, parts, failing));
        if (!failing.isEmpty()) {
            parts.put("work", "failed: " + String.join(", ", failing));
        } else if (!late.isEmpty()) {
            parts.put("work", "none yet, or late: " + String.join(", ", late));
        } else {
            parts.put("work", UP);
        }
    }

    private void stuck(Instant now, List<String> failing) {
        Rules newest = rules.newest();
        Row tried = newest.row(Rule.NOTICE_TRIED);
        Upkeep.Stuck stuck =
                upkeep.stuck(
                        newest.number(Limit.FAILURES),
                        tried.before(tried.before(now)).minus(LONGEST_CLAIM),
                        newest.row(Rule.PRINT_SILENT).before(now).minus(LONGEST_CLAIM),
                        now);
        if (stuck.cases() > 0) {
            failing.add("raising " + stuck.cases() + " cases again");
        }
        if (stuck.contents() > 0) {
            failing.add("destroying the content of " + stuck.contents() + " letters");
        }
        if (stuck.notices() > 0) {
            failing.add("writing down what became of " + stuck.notices() + " notices");
        }
        if (stuck.jobs() > 0) {
            failing.add("taking " + stuck.jobs() + " print jobs further");
        }
        long controls = upkeep.controls(now.minus(LATE));
        if (controls > 0) {
            failing.add("opening or raising " + controls + " controls");
        }
    }

    /** What is away is said from the first, and fails when it has been for too long. */
    private void away(Away away, Instant now, Map<String, String> parts, List<String> failing) {
        troubles.since(away.name)
                .ifPresent(since -> {
                    parts.put(
                            away.part,
                            "%s since %s; it may be away for %d hours"
                                    .formatted(away.said, since, away.time.toHours()));
                    if (since.isBefore(now.minus(away.time))) {
                        failing.add(away.work);
                    }
                });
    }

    /**
     * Cases that wait for nobody. That there are any is for somebody to see to, though Segl does
     * all it can; that one has for as long as a case may lie is an alarm.
     */
    private void cases(Instant now, Map<String, String> parts) {
        List<Upkeep.Unanswered> all = upkeep.unanswered(now);
        long heard = all.stream().filter(Upkeep.Unanswered::somebody).count();
        List<String> todo = new ArrayList<>();
        if (all.size() > heard) {
            todo.add("nobody answers for cases at " + (all.size() - heard) + " units");
        }
        if (heard > 0) {
            todo.add("nobody can be told of cases at " + heard + " units");
        }
        if (!todo.isEmpty()) {
            parts.put("todo", String.join(", ", todo) + "; the log names them");
        }
        Row row = rules.newest().row(Rule.CASE_DUE);
        long late =
                all.stream()
                        .flatMap(one -> one.alone().stream())
                        .filter(since -> !row.after(since).isAfter(now))
                        .count();
        parts.put("cases", late == 0 ? UP : "nobody hears of those at " + late + " units");
    }

    /** What is not among the parts was not asked for. */
    private static ResponseEntity<Map<String, String>> answer(Map<String, String> parts) {
        boolean well = isWell(parts);
        parts.put("status", well ? UP : "down");
        return ResponseEntity.status(well ? 200 : 503).body(parts);
    }

    private static boolean isWell(Map<String, String> parts) {
        return ALL.stream().allMatch(part -> UP.equals(parts.getOrDefault(part, UP)));
    }
}
