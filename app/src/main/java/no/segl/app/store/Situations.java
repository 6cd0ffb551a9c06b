package no.segl.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.access.Power;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What surrounds a letter that is looked at or told of. */
public final class Situations {

    private static final Set<Power> GIVE_ACCESS = Set.of(Power.ADMINISTER, Power.MANAGE_ACCESS);

    private final Holders holders;
    private final ChaseRows rows;
    private final Supplier<UUID> ids;

    public Situations(JdbcClient jdbc, Supplier<UUID> ids) {
        this.holders = new Holders(jdbc);
        this.rows = new ChaseRows(jdbc);
        this.ids = ids;
    }

    /** Who can open it and who can give access to it at {@code at}, and what it is a case for. */
    public Situation of(Envelope letter, Instant at) {
        return new Situation(
                people(holders.canOpen(letter.recipient(), Optional.of(letter.category()), at)),
                people(holders.others(letter.recipient(), GIVE_ACCESS, at)),
                rows.cases(letter.id()),
                ids);
    }

    private static List<PersonId> people(List<Holders.Holder> holders) {
        return holders.stream().map(Holders.Holder::person).distinct().toList();
    }

    /**
     * How it stands with one notice and those others of its letter that are for the same people.
     *
     * @param state empty if there is no such notice
     */
    public record Standing(
            Optional<Notifying.State> state,
            List<Notifying.State> others,
            Set<Situation.Raised> cases,
            Supplier<UUID> ids) {}

    /** How it stands with {@code notice} and the others of {@code letter}. */
    public Standing of(LetterId letter, UUID notice) {
        List<ChaseRows.Standing> all = rows.notices(letter);
        Optional<ChaseRows.Standing> one =
                all.stream().filter(n -> n.notice().equals(notice)).findFirst();
        boolean forReaders = one.map(n -> n.kind().isForReaders()).orElse(false);
        return new Standing(
                one.map(ChaseRows.Standing::state),
                all.stream()
                        .filter(n -> !n.notice().equals(notice))
                        .filter(n -> n.kind().isForReaders() == forReaders)
                        .map(ChaseRows.Standing::state)
                        .toList(),
                rows.cases(letter),
                ids);
    }
}
