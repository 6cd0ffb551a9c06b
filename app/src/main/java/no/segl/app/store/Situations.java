package no.segl.app.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Instead;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What surrounds a letter that is looked at or told of. */
public final class Situations {

    private final Holders holders;
    private final ChaseRows rows;
    private final Postage postage;
    private final PrintRows prints;
    private final Supplier<UUID> ids;
    private final Standins standins;
    private final boolean printer;

    /** Those of a Segl without a printer. */
    public Situations(JdbcClient jdbc, Supplier<UUID> ids) {
        this(jdbc, ids, false);
    }

    /** Those of a Segl that has every way out for notices. */
    public Situations(JdbcClient jdbc, Supplier<UUID> ids, boolean printer) {
        this(jdbc, ids, printer, EnumSet.allOf(Notice.Channel.class));
    }

    /**
     * @param printer whether there is a printer: without one, what should go there is printed by
     *     hand
     * @param channels the ways out for notices that there are
     */
    public Situations(
            JdbcClient jdbc, Supplier<UUID> ids, boolean printer, Set<Notice.Channel> channels) {
        this.printer = printer;
        this.standins = new Standins(jdbc, channels);
        this.postage = new Postage(jdbc);
        this.prints = new PrintRows(jdbc);
        this.holders = new Holders(jdbc);
        this.rows = new ChaseRows(jdbc);
        this.ids = ids;
    }

    /** Who can open it and who can give access to it at {@code at}, and what it is a case for. */
    public Situation of(Envelope letter, Instant at) {
        return new Situation(
                people(holders.canOpen(letter.recipient(), Optional.of(letter.category()), at)),
                people(holders.givers(letter.recipient(), at)),
                rows.cases(letter.id()),
                ids);
    }

    /** What surrounds a letter that is held back. */
    public Looking.Held held(LetterId letter, boolean ready) {
        return new Looking.Held(ready, rows.cases(letter), ids);
    }

    /** How a letter goes on paper; empty if it does not. */
    public Optional<Route> route(LetterId letter, OrgNumber sender) {
        // What is sealed for one person is on no paper that others handle (ADR 0018).
        return rows.hasSealed(letter)
                ? Optional.empty()
                : postage.route(sender).map(route -> printer ? route : Route.BY_HAND);
    }

    /** Every print job of a letter, the last one last. */
    public List<PrintJob> jobs(LetterId letter) {
        return prints.all(letter);
    }

    /** What surrounds a letter whose plan may have come to paper. */
    public Fallback.Surroundings paper(HeldPaper paper, Instant now) {
        LetterId letter = paper.held().letter().envelope().id();
        return new Fallback.Surroundings() {
            @Override
            public Optional<Route> route() {
                return Situations.this.route(letter, paper.held().letter().envelope().sender());
            }

            @Override
            public List<PrintJob> jobs() {
                return paper.jobs();
            }

            @Override
            public Set<Situation.Raised> cases() {
                return paper.cases();
            }

            @Override
            public Rules rules() {
                return paper.held().rules();
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public UUID id() {
                return ids.get();
            }
        };
    }

    /** What surrounds a letter whose paper something has happened to. */
    public Consequences.Around around(HeldPaper paper, Instant now) {
        return new Consequences.Around(paper.cases(), ids, paper.held().rules(), now);
    }

    private static List<PersonId> people(List<Holders.Holder> holders) {
        return holders.stream().map(Holders.Holder::person).distinct().toList();
    }

    /** Who answers for cases at that end of letters, where it is {@code unit}. */
    public List<PersonId> answering(Side side, OrgNumber unit, Instant at) {
        return people(holders.others(unit, Matter.answeredBy(side), at));
    }

    /** What surrounds a case at {@code at}. */
    public CaseDue.Surroundings around(Cases.Row row, Instant at) {
        return new CaseDue.Surroundings(
                answering(row.matter().at(), row.unit(), at), rows.cases(row.letter()), ids);
    }

    /** What a letter is a case for, and has not been closed. */
    public Set<Situation.Raised> cases(LetterId letter) {
        return rows.cases(letter);
    }

    /** What a letter has been a case for, closed or not. */
    public Set<Situation.Raised> had(LetterId letter) {
        return rows.had(letter);
    }

    /** A new id, never given before. */
    public UUID id() {
        return ids.get();
    }

    /** Every notice of a letter. */
    public List<Notifying.Ordered> notices(LetterId letter) {
        return rows.notices(letter);
    }

    /** How far {@code notice} has come; empty if there is no such notice. */
    public Optional<Notifying.State> state(UUID notice) {
        return rows.state(notice);
    }

    /** How it stands with a notice that does not come through, and the letter's others. */
    public Notifying.Standing of(Letter letter, Notifying.Gone gone, Instant now) {
        LetterId id = letter.envelope().id();
        Set<Situation.Raised> cases = rows.cases(id);
        return Notifying.standing(gone.notice(), rows.notices(id), cases, ids)
                .with(Instead.of(letter, gone, cases, standins.of(id, now), ids));
    }
}
