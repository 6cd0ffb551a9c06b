package no.segl.app.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.segl.app.store.Grants;
import no.segl.app.store.Units;
import no.segl.app.web.page.Texts;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Envelope;
import org.springframework.stereotype.Component;

/** By what right a letter was read, in words, for those who may read it too. */
@Component
final class Rights {

    /** How {@link no.segl.core.access.Clearances} states a grant: its power, then its id. */
    private static final Pattern GRANT = Pattern.compile("[a-z_]+:([0-9a-f-]{36})(?: .*)?");

    private final Grants grants;
    private final Units units;

    Rights(Grants grants, Units units) {
        this.grants = grants;
        this.units = units;
    }

    /** The words for {@code rights} to a letter, all looked up at once. */
    Told words(Collection<Right> rights, Envelope letter, Texts texts) {
        Set<UUID> ids = rights.stream().flatMap(r -> grant(r).stream()).collect(Collectors.toSet());
        Map<UUID, OrgNumber> given = new HashMap<>();
        grants.all(ids).forEach((id, grant) -> given.put(id, grant.unit()));
        return new Told(given, units.names(Set.copyOf(given.values())), letter.recipient(), texts);
    }

    private static Optional<UUID> grant(Right right) {
        Matcher ground = GRANT.matcher(right.ground());
        return right.code().equals("grant") && ground.matches()
                ? Uuids.parse(ground.group(1))
                : Optional.empty();
    }

    /**
     * What rights are called.
     *
     * @param given where each grant was given
     */
    record Told(
            Map<UUID, OrgNumber> given,
            Map<OrgNumber, String> names,
            OrgNumber recipient,
            Texts texts) {

        /** The right; of a grant, where it was given, and whether it comes down from there. */
        String of(Right right) {
            return grant(right)
                    .flatMap(id -> Optional.ofNullable(given.get(id)))
                    .map(this::from)
                    .orElseGet(() -> texts.named("ledger.right.", right.code()));
        }

        private String from(OrgNumber unit) {
            String name = names.getOrDefault(unit, unit.grouped());
            return unit.equals(recipient)
                    ? texts.get("right.direct", name)
                    : texts.get("right.inherited", name);
        }
    }
}
