package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.Register.Update;
import no.segl.app.register.RegisterUnreadable;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;
import no.segl.sandbox.register.RegisterBook.Role;
import no.segl.sandbox.register.RegisterBook.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the register, and what is made of its answers. */
class HttpRegisterTest extends AskedRegister {

    HttpRegisterTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void unitsOfEachKind() throws Exception {
        assertThat(register.unit(Listing.UNITS, MUNICIPALITY))
                .isInstanceOfSatisfying(
                        Answer.Living.class,
                        living -> {
                            Registered found = living.registered();
                            assertThat(found.form()).isEqualTo("KOMM");
                            assertThat(found.unit().name()).isEqualTo("Fjordvik kommune");
                            assertThat(found.unit().kind()).isEqualTo(UnitKind.MAIN_UNIT);
                        });
        assertThat(living(register.unit(Listing.UNITS, UPBRINGING)).unit().kind())
                .isEqualTo(UnitKind.ORG_SECTION);
        assertThat(living(register.unit(Listing.SUBUNITS, SCHOOL)).unit().parent())
                .contains(UPBRINGING);
        assertThat(register.unit(Listing.UNITS, SCHOOL)).isEqualTo(new Answer.Absent(SCHOOL));
        assertThat(register.unit(Listing.UNITS, NOWHERE)).isEqualTo(new Answer.Absent(NOWHERE));
    }

    private static Registered living(Answer answer) {
        return ((Answer.Living) answer).registered();
    }

    @Test
    void whatIsDeletedAndWhatIsRemoved() throws Exception {
        book.delete(SCHOOL.value());
        assertThat(register.unit(Listing.SUBUNITS, SCHOOL))
                .isEqualTo(new Answer.Deleted(SCHOOL, Optional.of(LocalDate.of(2026, 3, 2))));
        book.remove(SCHOOL.value());
        assertThat(register.unit(Listing.SUBUNITS, SCHOOL))
                .isEqualTo(new Answer.Deleted(SCHOOL, Optional.empty()));
    }

    @Test
    void whatIsBeneathAUnitIsReadPageByPage() throws Exception {
        assertThat(register.beneath(Listing.SUBUNITS, UPBRINGING)).hasSize(4);
        assertThat(fake.asked())
                .containsExactly(
                        "underenheter?overordnetEnhet=310451215&page=0&size=2",
                        "underenheter?overordnetEnhet=310451215&page=1&size=2");
        assertThat(register.beneath(Listing.UNITS, MUNICIPALITY)).hasSize(2);
        assertThat(register.beneath(Listing.UNITS, NOWHERE)).isEmpty();
        assertThat(waits).as("between calls").hasSize(3).containsOnly(LIMITS.pause());
    }

    @Test
    void noMoreIsPagedThroughThanTheRegisterLets() {
        numbers()
                .limit(8_001)
                .forEach(n ->
                        book.enter(
                                Unit.of(
                                        n.value(),
                                        "Skule",
                                        true,
                                        "BEDR",
                                        Optional.of(MUNICIPALITY.value()))));
        register.close();
        register = with(listing(4_000, 16 << 20));
        assertThatThrownBy(() -> register.beneath(Listing.SUBUNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnreadable.class)
                .hasMessageContaining("10 000");
        assertThat(fake.asked()).as("two pages, and not the third").hasSize(2);
        assertThatThrownBy(() -> listing(10_001, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keyRolesThatAreHeld() throws Exception {
        book.roles(
                MUNICIPALITY.value(),
                new Role("DAGL", "Stødig", "Furu", BORN, false),
                new Role("LEDE", "Rolig", "Måke", BORN, true),
                new Role("MEDL", "Kvikk", "Lerke", BORN, false));
        assertThat(register.roles(MUNICIPALITY, Set.of("DAGL", "LEDE")))
                .containsExactly(new KeyRole("DAGL", 1, Optional.of(LocalDate.of(2026, 3, 2))));
        assertThat(register.roles(UPBRINGING, Set.of("DAGL"))).isEmpty();
        assertThat(register.roles(NOWHERE, Set.of("DAGL"))).isEmpty();
    }

    @Test
    void updatesComeAfterACursor() throws Exception {
        List<Update> all = new ArrayList<>();
        long at = register.before(Feed.SUBUNITS, NOW.minusSeconds(60)).orElseThrow();
        for (List<Update> page = register.updates(Feed.SUBUNITS, at);
                !page.isEmpty();
                page = register.updates(Feed.SUBUNITS, at)) {
            assertThat(page.size()).isLessThanOrEqualTo(3);
            all.addAll(page);
            at = page.getLast().id();
        }
        assertThat(all).hasSize(6).allMatch(Update::isNew);
        assertThat(all).extracting(Update::id).isSorted().doesNotHaveDuplicates();
        book.rename(SCHOOL.value(), "Skulen");
        assertThat(register.updates(Feed.SUBUNITS, at))
                .singleElement()
                .satisfies(u -> assertThat(u.unit()).contains(SCHOOL))
                .satisfies(u -> assertThat(u.isNew()).isFalse());
        assertThat(register.before(Feed.SUBUNITS, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void rolesHaveAFeedOfTheirOwn() throws Exception {
        assertThat(register.before(Feed.ROLES, NOW)).isEqualTo(OptionalLong.empty());
        book.roles(MUNICIPALITY.value());
        long before = register.before(Feed.ROLES, NOW).orElseThrow();
        assertThat(register.updates(Feed.ROLES, before))
                .extracting(Update::unit)
                .containsExactly(Optional.of(MUNICIPALITY));
        assertThat(register.updates(Feed.ROLES, before + 1)).isEmpty();
    }
}
