package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Administration;
import no.segl.app.office.Deputising;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Sharer;
import no.segl.app.store.Grants;
import no.segl.app.store.Shares;
import no.segl.core.access.Category;
import no.segl.core.access.Granting;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import org.junit.jupiter.api.Test;

/**
 * A deputy reads no more than whoever named them could give, and no longer than whoever is away.
 */
class DeputyBoundsTest extends Absence {

    @Test
    void whoeverIsDeputyElsewhereDoesNotReadWhatIsSharedHere() throws Exception {
        PersonId manager = enter("manager", SCHOOL, Power.MANAGE_ACCESS);
        give(absent, SCHOOL, CATEGORY);
        Instant end = now.plus(Duration.ofDays(7));
        assertThat(part(Deputising.class).deputise(manager, absent, deputy, now, end).grants())
                .containsExactly(new Granting.Reply.Done());
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        assertThat(look(letter))
                .as("who gives access at a school lets nobody read what came to child welfare")
                .isInstanceOf(Opening.Refused.class);
        assertThat(part(Shares.class).of(letter, deputy)).isEmpty();

        // Access at the section above comes down to both.
        give(absent, SECTION, CATEGORY);
        deputise(now, end);
        LetterId another = SentLetter.by(segl, "another").id();
        share(another);
        assertThat(part(Shares.class).of(another, deputy))
                .singleElement()
                .satisfies(s -> assertThat(s.deputyFor()).contains(absent));
    }

    @Test
    void daysBetweenTwoTermsAreOfNeither() throws Exception {
        give(absent);
        deputise(day(1), day(7));
        part(Grants.class).of(absent).stream()
                .filter(g -> g.power() == Power.READ)
                .forEach(g -> part(Administration.class).end(chief, g.id()));
        give(absent, UNIT, new Category("HEALTH_SOCIAL_WELFARE"));
        deputise(day(20), day(31));
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        List<Share> theirs = part(Shares.class).of(letter, deputy);
        assertThat(theirs).hasSize(2);
        assertThat(theirs).anyMatch(s -> s.holdsAt(day(3))).anyMatch(s -> s.holdsAt(day(25)));
        assertThat(theirs).noneMatch(s -> s.holdsAt(day(7)) || s.holdsAt(day(19)));
    }

    @Test
    void whatADeputyHasInAnothersPlaceDoesNotGoOnToTheirOwnDeputy() throws Exception {
        give(absent);
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        deputise(now, day(7));
        PersonId further = enter("further", UNIT, Power.OVERSEE);
        Deputising.Given given =
                part(Deputising.class).deputise(chief, deputy, further, now, day(7));
        assertThat(given.grants()).isEmpty();
        assertThat(given.letters()).isZero();
        assertThat(part(PostOffice.class).look(letter, further, Level.HIGH))
                .isInstanceOf(Opening.Refused.class);
    }

    @Test
    void whatIsSealedLeavesTheDeputyWhenItIsHandedToSomebodyElse() throws Exception {
        LetterId letter = SentLetter.by(segl, "letter").id();
        part(Sharer.class).share(letter, colleague, absent, true, true, Optional.empty());
        deputise(now, day(7));
        assertThat(look(letter)).isInstanceOf(Opening.Closed.class);
        PersonId other = enter("other", UNIT, Power.OVERSEE);
        part(Sharer.class).share(letter, colleague, other, true, true, Optional.empty());
        assertThat(look(letter)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void whatIsSharedAnewForLessTakesTheRestFromTheDeputyToo() throws Exception {
        LetterId letter = SentLetter.by(segl, "letter").id();
        share(letter);
        deputise(day(2), day(9));
        assertThat(part(Shares.class).of(letter, deputy)).anyMatch(s -> s.holdsAt(day(3)));
        part(Sharer.class).share(letter, colleague, absent, true, false, Optional.of(day(1)));
        assertThat(part(Shares.class).of(letter, deputy))
                .as("it is over for the absent one before the deputy begins")
                .noneMatch(s -> s.holdsAt(day(3)));

        LetterId theirs = SentLetter.by(segl, "theirs").id();
        share(theirs);
        deputise(day(2), day(9));
        give(deputy);
        part(Sharer.class).share(theirs, deputy, absent, true, false, Optional.of(day(1)));
        assertThat(part(Shares.class).of(theirs, deputy))
                .as("also when the deputy is who shares it")
                .noneMatch(s -> s.holdsAt(day(3)));
    }
}
