package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.deadline.Instead;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** Who could hear of a letter's cases in somebody's place, as app.store.Standins has it. */
record StandinsOnMemory(Drawer drawer, Rolls rolls, Instant now) implements Instead.People {

    @Override
    public List<PersonId> answering(Side side, OrgNumber unit) {
        return rolls.answering(side, unit, now);
    }

    @Override
    public Set<Side> owned(PersonId person) {
        return drawer.open()
                .filter(c -> c.owner.filter(person::equals).isPresent())
                .map(c -> c.side)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isReached(Notice.To to) {
        return !rolls.reach(to).isEmpty();
    }

    @Override
    public Set<Notice.To> underway(Notice.Kind kind) {
        return drawer.ordered.stream()
                .filter(n -> n.kind == kind)
                .map(n -> n.to)
                .collect(Collectors.toSet());
    }
}
