package no.segl.proof.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;

/**
 * Whether two runs of one history wrote the same. Ids that are not drawn from the history's dice
 * differ; so each id counts for the place where its chain first names it.
 */
final class Likeness {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Map<OrgNumber, List<String>> chains = new TreeMap<>();
    private final Map<OrgNumber, Map<String, Integer>> ids = new TreeMap<>();

    void take(Entry entry) {
        Map<String, Integer> known = ids.computeIfAbsent(entry.chain(), _ -> new HashMap<>());
        String line =
                "%s %s by %s:%s, %s, %s %s"
                        .formatted(
                                entry.at(),
                                entry.type(),
                                entry.actorKind(),
                                entry.actorId(),
                                entry.right(),
                                entry.subject(),
                                entry.values());
        chains.computeIfAbsent(entry.chain(), _ -> new ArrayList<>())
                .add(
                        ID.matcher(line)
                                .replaceAll(id ->
                                        "id-"
                                                + known.computeIfAbsent(
                                                        id.group(), _ -> known.size())));
    }

    /** The first entry in which they differ, as this one and as the other has it. */
    Optional<String> unlike(Likeness other) {
        Set<OrgNumber> both = new TreeSet<>(chains.keySet());
        both.addAll(other.chains.keySet());
        for (OrgNumber chain : both) {
            List<String> mine = chains.getOrDefault(chain, List.of());
            List<String> theirs = other.chains.getOrDefault(chain, List.of());
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                String one = i < mine.size() ? mine.get(i) : "nothing";
                String two = i < theirs.size() ? theirs.get(i) : "nothing";
                if (!one.equals(two)) {
                    return Optional.of(
                            "Entry %d of chain %s:%n  %s%n  %s".formatted(i + 1, chain, one, two));
                }
            }
        }
        return Optional.empty();
    }

    /** How many entries there are. */
    int size() {
        return chains.values().stream().mapToInt(List::size).sum();
    }
}
