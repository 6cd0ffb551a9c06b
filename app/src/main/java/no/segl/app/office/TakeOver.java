package no.segl.app.office;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.office.Administration.Wish;
import no.segl.app.store.Holders.Holder;
import no.segl.app.store.Persons;
import no.segl.app.store.Successions;
import no.segl.core.access.Granting;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/**
 * Gives at a unit that has taken over what was given at the one that is gone: each as an ordinary
 * grant, by the right of who gives it. Nothing comes over by itself.
 */
public final class TakeOver {

    private final Administration administration;
    private final Successions successions;
    private final Newcomers newcomers;
    private final Persons persons;
    private final InstantSource clock;

    public TakeOver(
            Administration administration,
            Successions successions,
            Newcomers newcomers,
            Persons persons,
            InstantSource clock) {
        this.administration = administration;
        this.successions = successions;
        this.newcomers = newcomers;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Gives at the successor of {@code gone} those grants of {@code chosen} that are left there.
     *
     * @return what came of each; none if it has no successor
     */
    public List<Granting.Reply> carryOver(PersonId by, OrgNumber gone, Set<UUID> chosen) {
        Optional<OrgNumber> successor = successions.successor(gone);
        List<Granting.Reply> replies = new ArrayList<>();
        if (successor.isEmpty()) {
            return replies;
        }
        Map<PersonId, List<Wish>> wishes = new LinkedHashMap<>();
        for (Holder holder : successions.left(gone, successor.get(), clock.instant())) {
            if (chosen.contains(holder.grant())) {
                wishes.computeIfAbsent(holder.person(), _ -> new ArrayList<>())
                        .add(
                                new Wish(
                                        successor.get(),
                                        holder.power(),
                                        holder.category(),
                                        holder.until()));
            }
        }
        Set<PersonId> given = new HashSet<>();
        wishes.forEach((person, all) -> {
            List<Granting.Reply> theirs = administration.give(by, person, all);
            replies.addAll(theirs);
            if (theirs.stream().anyMatch(TakeOver::isGiven)) {
                given.add(person);
            }
        });
        name(by, given, gone, successor.get());
        return replies;
    }

    private static boolean isGiven(Granting.Reply reply) {
        return reply instanceof Granting.Reply.Done || reply instanceof Granting.Reply.Asked;
    }

    /** They are called at the successor what they were called before, unless they have a name. */
    private void name(PersonId by, Set<PersonId> people, OrgNumber gone, OrgNumber successor) {
        Map<PersonId, String> here = persons.names(people, Set.of(successor));
        persons.names(people, Set.of(gone))
                .forEach((person, name) -> {
                    if (!name.isBlank() && here.getOrDefault(person, "").isBlank()) {
                        newcomers.know(by, person, name, successor);
                    }
                });
    }
}
