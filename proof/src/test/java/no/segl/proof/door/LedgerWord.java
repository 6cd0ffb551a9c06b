package no.segl.proof.door;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was cleared when, worked out from the ledger's entries and nothing else: neither the tables
 * of grants and shares nor the product's own deciding code. What comes down from where is written
 * out by hand.
 */
final class LedgerWord {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where a grant reaches a letter that was sent to the unit. */
    private static final Map<String, Set<String>> REACHED_FROM =
            Map.of(
                    History.UNIT.value(),
                    Set.of(History.UNIT.value(), History.SECTION.value()),
                    History.SCHOOL.value(),
                    Set.of(History.SCHOOL.value(), History.SECTION.value()),
                    History.SECTION.value(),
                    Set.of(History.SECTION.value()));

    private final JdbcClient jdbc;
    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, Right> grants = new HashMap<>();
    private final Map<String, Right> shares = new HashMap<>();
    private final Map<String, JsonNode> accepted = new HashMap<>();
    private final Set<String> opened = new HashSet<>();

    /** A grant or a share as the ledger tells of it. */
    private record Right(String of, JsonNode values, Instant from, Optional<Instant> until) {

        boolean holds(PersonId person, Instant at) {
            return values.path("person").asString("").equals(person.toString()) && holds(at);
        }

        boolean holds(Instant at) {
            return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
        }

        Right endedAt(Instant end) {
            return new Right(of, values, from, Optional.of(end));
        }
    }

    LedgerWord(JdbcClient jdbc, Collection<OrgNumber> chains) {
        this.jdbc = jdbc;
        chains.forEach(chain -> read.put(chain.value(), 0L));
    }

    /** Whether the ledger says that {@code person} may read what stands on the letter. */
    boolean mayRead(LetterId letter, PersonId person, Instant at) {
        return byGrant(letter, person, at) || byShare(letter, person, at, false);
    }

    /** Whether it says that they may read its documents. */
    boolean mayFetch(LetterId letter, PersonId person, Instant at) {
        return byGrant(letter, person, at) || byShare(letter, person, at, true);
    }

    /** Whether it says that what is sealed in it is with them. */
    boolean mayUnseal(LetterId letter, PersonId person, Instant at) {
        return mayFetch(letter, person, at) && handedTo(letter, at).contains(person.toString());
    }

    /** With whom it says that what is sealed in the letter is. */
    List<String> handedTo(LetterId letter, Instant at) {
        return shares.values().stream()
                .filter(s -> s.of().equals("letter:" + letter) && s.holds(at))
                .filter(s -> s.values().path("sealed").asString("").equals("true"))
                .map(s -> s.values().path("person").asString(""))
                .toList();
    }

    /** Whether it says that somebody has opened the letter. */
    boolean isOpened(LetterId letter) {
        return opened.contains("letter:" + letter);
    }

    /** Every instant after {@code now} at which something begins or ends. */
    List<Instant> edges(Instant now) {
        List<Instant> edges = new ArrayList<>();
        for (Map<String, Right> rights : List.of(grants, shares)) {
            for (Right right : rights.values()) {
                edges.add(right.from());
                right.until().ifPresent(edges::add);
            }
        }
        return edges.stream().filter(now::isBefore).sorted().toList();
    }

    private boolean byGrant(LetterId letter, PersonId person, Instant at) {
        JsonNode envelope = Optional.ofNullable(accepted.get("letter:" + letter)).orElseThrow();
        Set<String> from =
                REACHED_FROM.getOrDefault(envelope.path("recipient").asString(""), Set.of());
        return grants.values().stream()
                .filter(g -> g.holds(person, at))
                .filter(g -> g.values().path("power").asString("").equals("READ"))
                .filter(g -> from.contains(g.of().substring("unit:".length())))
                .anyMatch(g -> g.values().path("category").equals(envelope.path("category")));
    }

    private boolean byShare(LetterId letter, PersonId person, Instant at, boolean documents) {
        return shares.values().stream()
                .filter(s -> s.holds(person, at))
                .filter(s -> s.of().equals("letter:" + letter))
                .anyMatch(s ->
                        !documents || s.values().path("documents").asString("").equals("true"));
    }

    /** Reads what has been added since. */
    void readOn() {
        jdbc.sql(
                        """
                        SELECT e.chain, e.number, e.at, e.subject, e.type, e.fact::text AS fact
                          FROM jsonb_each_text(?::jsonb) AS r (chain, number)
                          JOIN ledger_entry e
                            ON e.chain = r.chain AND e.number > r.number::bigint
                         ORDER BY e.chain, e.number
                        """)
                .param(JSON.writeValueAsString(read))
                .query(rs -> {
                    read.put(rs.getString("chain"), rs.getLong("number"));
                    take(
                            rs.getString("type"),
                            rs.getString("subject"),
                            rs.getObject("at", OffsetDateTime.class).toInstant(),
                            JSON.readTree(rs.getString("fact")));
                });
    }

    private void take(String type, String subject, Instant at, JsonNode values) {
        String grant = values.path("grant").asString("");
        String share = values.path("share").asString("");
        switch (type) {
            case "LetterAccepted" -> accepted.put(subject, values);
            case "LetterOpened" -> opened.add(subject);
            case "AccessGiven" -> grants.put(grant, right(subject, values));
            case "AccessEnded" -> grants.computeIfPresent(grant, (_, g) -> g.endedAt(at));
            case "LetterShared" -> shares.put(share, right(subject, values));
            case "ShareEnded" -> shares.computeIfPresent(share, (_, s) -> s.endedAt(at));
            default -> {
                // Says nothing of who may read.
            }
        }
    }

    private static Right right(String subject, JsonNode values) {
        return new Right(
                subject,
                values,
                Instant.parse(values.path("from").asString("")),
                Optional.of(values.path("until").asString(""))
                        .filter(until -> !until.isEmpty())
                        .map(Instant::parse));
    }
}
