package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.segl.app.office.Administration;
import no.segl.app.office.Deputising;
import no.segl.app.office.Opening;
import no.segl.app.office.SecondPerson;
import no.segl.app.store.Deputies;
import no.segl.app.store.Grants;
import no.segl.app.store.Readiness;
import no.segl.app.store.Requests;
import no.segl.app.store.Shares;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import org.junit.jupiter.api.Test;

/** Somebody is in the place of whoever is away: from a first day, for all that they could read. */
class DeputyTest extends Absence {

    @Test
    void aDeputyReadsTheSingleLettersOfWhoeverIsAwayAlsoThoseThatComeMeanwhile() throws Exception {
        LetterId before = SentLetter.by(segl, "before").id();
        share(before);
        assertThat(look(before)).isInstanceOf(Opening.Refused.class);

        Deputising.Given given = deputise(now, now.plus(Duration.ofDays(7)));
        assertThat(given.grants()).isEmpty();
        assertThat(given.letters()).isEqualTo(1);
        assertThat(look(before)).isInstanceOf(Opening.Closed.class);

        LetterId meanwhile = SentLetter.by(segl, "meanwhile").id();
        share(meanwhile);
        assertThat(look(meanwhile)).isInstanceOf(Opening.Closed.class);
        assertThat(part(Deputising.class).terms(absent, THERE).of())
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.deputy()).isEqualTo(deputy);
                    assertThat(term.letters()).isEqualTo(2);
                });

        part(Deputising.class).end(chief, absent, deputy);
        assertThat(look(before)).isInstanceOf(Opening.Refused.class);
        assertThat(look(meanwhile)).isInstanceOf(Opening.Refused.class);
        LetterId after = SentLetter.by(segl, "after").id();
        share(after);
        assertThat(look(after)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void aDeputyBeginsOnTheFirstDay() throws Exception {
        give(absent);
        LetterId letter = SentLetter.by(segl, "letter").id();
        Instant monday = now.plus(Duration.ofDays(2));
        assertThat(deputise(monday, monday.plus(Duration.ofDays(7))).grants())
                .containsExactly(new Granting.Reply.Done());
        assertThat(look(letter)).as("not yet").isInstanceOf(Opening.Refused.class);
        assertThat(part(Grants.class).of(deputy))
                .filteredOn(g -> g.deputyFor().isPresent())
                .singleElement()
                .satisfies(g -> {
                    assertThat(g.from()).isEqualTo(monday);
                    assertThat(g.holdsAt(monday)).isTrue();
                });
        assertThat(part(Deputies.class).by(deputy, THERE, now))
                .singleElement()
                .satisfies(term -> assertThat(term.from()).isEqualTo(monday));
        share(letter);
        part(Deputising.class).end(chief, absent, deputy);
        assertThat(part(Grants.class).of(deputy))
                .as("what has not begun is ended, too")
                .noneMatch(g -> g.deputyFor().isPresent() && g.holdsAt(monday));
        deputise(monday, monday.plus(Duration.ofDays(7)));
        assertThat(part(Shares.class).of(letter, deputy)).anyMatch(s -> s.holdsAt(monday));
        part(Administration.class).endAll(chief, deputy);
        assertThat(part(Shares.class).of(letter, deputy))
                .as("also when the deputy leaves before the first day")
                .noneMatch(s -> s.holdsAt(monday));
    }

    @Test
    void whenTheDeputyLeavesItIsSaidWhosePlaceIsEmptyAndWhatNobodyReads() throws Exception {
        part(Administration.class).end(chief, part(Grants.class).of(colleague).getFirst().id());
        give(absent);
        deputise(now, now.plus(Duration.ofDays(7)));
        Readiness readiness = part(Readiness.class);
        Instant meanwhile = LedgerTime.exact(RunningSegl.CLOCK.instant());
        List<OrgNumber> roots = List.of(UNIT);
        assertThat(readiness.withoutReader(roots, deputy, Set.of(), meanwhile, 9).total())
                .as("the one who is away could open it")
                .isZero();
        assertThat(readiness.withoutReader(roots, deputy, Set.of(absent), meanwhile, 9).first())
                .as("but does not")
                .singleElement()
                .satisfies(sole -> assertThat(sole.category()).isEqualTo(CATEGORY));

        part(Administration.class).endAll(chief, deputy);
        Instant later = LedgerTime.exact(RunningSegl.CLOCK.instant());
        assertThat(part(Deputies.class).vacated(deputy, THERE, later))
                .singleElement()
                .satisfies(term -> assertThat(term.absent()).isEqualTo(absent));
        assertThat(
                        readiness
                                .leftBy(
                                        roots,
                                        deputy,
                                        Set.of(absent),
                                        now.minus(Duration.ofDays(1)),
                                        later,
                                        9)
                                .total())
                .isEqualTo(1);

        PersonId another = enter("another", UNIT, Power.OVERSEE);
        part(Deputising.class).deputise(chief, absent, another, now, now.plus(Duration.ofDays(7)));
        assertThat(part(Deputies.class).vacated(deputy, THERE, later))
                .as("somebody is in the place again")
                .isEmpty();
    }

    @Test
    void whenTheAbsentOneLeavesTheDeputyStaysAndIsSeen() throws Exception {
        give(absent);
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        deputise(now, now.plus(Duration.ofDays(7)));
        part(Administration.class).endAll(chief, absent);
        assertThat(look(letter)).isInstanceOf(Opening.Closed.class);
        assertThat(part(Deputising.class).terms(absent, THERE).of())
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.grants()).isEqualTo(1);
                    assertThat(term.letters()).isEqualTo(1);
                });
    }

    @Test
    void whereTwoAreNeededOneAloneNamesNoDeputy() throws Exception {
        enter("other", MUNICIPALITY, Power.ADMINISTER);
        give(absent);
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        part(SecondPerson.class).require(chief, MUNICIPALITY);
        Instant end = now.plus(Duration.ofDays(7));
        Deputising.Given given = deputise(now, end);
        assertThat(given.grants()).containsExactly(new Granting.Reply.Asked());
        assertThat(given.left()).isEqualTo(1);
        assertThat(part(Shares.class).of(letter, deputy)).isEmpty();
        assertThat(part(Requests.class).waitingAt(UNIT, now))
                .singleElement()
                .satisfies(r -> assertThat(r.grant().orElseThrow().deputyFor()).contains(absent));
    }
}
