package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Ended;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.store.Cares;
import no.segl.app.store.Changes;
import no.segl.app.store.Deputies;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Ledger;
import no.segl.app.store.Memberships;
import no.segl.app.store.Requests;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Care;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whoever leaves keeps nothing: no grant, no share, no letter that is theirs to do, no request. */
class LeavingTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Category CATEGORY = new Category("CHILD_WELFARE");

    @TempDir private Path folder = Path.of("");

    @Test
    void aLeaverKeepsNothing() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief", MUNICIPALITY, Power.ADMINISTER);
            enter(segl, "other", MUNICIPALITY, Power.ADMINISTER);
            PersonId leaver = enter(segl, "leaver", UNIT, Power.READ);
            PersonId colleague = enter(segl, "colleague", UNIT, Power.READ);
            segl.server
                    .part(Registrar.class)
                    .give(leaver, UNIT, Power.MANAGE_ACCESS, Optional.empty());
            LetterId had = send(segl, "had");
            LetterId shared = send(segl, "shared");
            LetterId others = send(segl, "others");
            CaseDesk desk = segl.server.part(CaseDesk.class);
            desk.assign(had, colleague, leaver);
            desk.assign(others, colleague, colleague);
            segl.server
                    .part(Sharer.class)
                    .share(shared, colleague, leaver, true, false, Optional.empty());
            segl.server.part(SecondPerson.class).require(chief, MUNICIPALITY);
            Administration administration = segl.server.part(Administration.class);
            PersonId newcomer =
                    segl.server
                            .part(Registrar.class)
                            .enter("https://login.example", "new", "Prøve");
            administration.give(leaver, newcomer, List.of(read("CHILD_WELFARE")));
            administration.give(chief, leaver, List.of(read("HEALTH_SOCIAL_WELFARE")));
            administration.give(chief, newcomer, List.of(read("HEALTH_SOCIAL_WELFARE")));

            Ended ended = administration.endAll(chief, leaver);

            assertThat(ended).isEqualTo(new Ended(1, 1, 2));
            assertThat(care(segl, had)).isEqualTo(Care.NONE);
            assertThat(care(segl, others).assigned()).isPresent();
            assertThat(
                            segl.server
                                    .part(Ledger.class)
                                    .newest(had, java.util.Set.of("AssignmentEnded"), 9))
                    .singleElement()
                    .satisfies(e -> assertThat(e.actorId()).isEqualTo(chief.toString()));
            assertThat(segl.server.part(Shares.class).of(shared, leaver))
                    .noneMatch(s -> s.holdsAt(RunningSegl.CLOCK.instant().plusSeconds(1)));
            assertThat(
                            segl.server
                                    .part(Requests.class)
                                    .waiting(List.of(MUNICIPALITY), RunningSegl.CLOCK.instant(), 9))
                    .as("what concerns others waits on")
                    .singleElement()
                    .satisfies(r -> assertThat(r.by()).isEqualTo(chief));
        }
    }

    @Test
    void allOfItEndsOrNothing() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief", MUNICIPALITY, Power.ADMINISTER);
            PersonId leaver = enter(segl, "leaver", UNIT, Power.READ);
            PersonId colleague = enter(segl, "colleague", UNIT, Power.READ);
            LetterId had = send(segl, "had");
            LetterId shared = send(segl, "shared");
            segl.server.part(CaseDesk.class).assign(had, colleague, leaver);
            segl.server
                    .part(Sharer.class)
                    .share(shared, colleague, leaver, true, false, Optional.empty());

            // It breaks where the first of the letters is to be freed: the grants have ended then.
            AtomicInteger asked = new AtomicInteger();
            Administration breaking =
                    administration(
                            segl,
                            () -> {
                                if (asked.incrementAndGet() == 3) {
                                    throw new IllegalStateException("broken");
                                }
                                return RunningSegl.CLOCK.instant();
                            });
            assertThatThrownBy(() -> breaking.endAll(chief, leaver)).hasMessage("broken");

            assertThat(segl.server.part(Grants.class).of(leaver))
                    .singleElement()
                    .matches(g -> g.until().isEmpty());
            assertThat(care(segl, had).assigned()).isPresent();
            assertThat(segl.server.part(Administration.class).endAll(chief, leaver))
                    .isEqualTo(new Ended(1, 1, 0));
        }
    }

    /** Administration with letters that are freed by another clock. */
    private static Administration administration(RunningSegl segl, InstantSource clock) {
        return new Administration(
                segl.server.part(Changes.class),
                segl.server.part(Access.class),
                segl.server.part(Grants.class),
                new Sharer(
                        segl.server.part(Changes.class),
                        segl.server.part(Access.class),
                        segl.server.part(Shares.class),
                        segl.server.part(Cares.class),
                        segl.server.part(Deputies.class),
                        segl.server.part(Ids.class),
                        clock),
                segl.server.part(SecondPerson.class),
                segl.server.part(Holders.class),
                segl.server.part(Memberships.class),
                segl.server.part(Units.class),
                segl.server.part(Ids.class),
                RunningSegl.CLOCK);
    }

    @Test
    void whoeverEndsTheirOwnAccessLetsGoOfAllTheyHave() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            enter(segl, "other", MUNICIPALITY, Power.ADMINISTER);
            PersonId leaver = enter(segl, "chief", MUNICIPALITY, Power.ADMINISTER);
            segl.server.part(Registrar.class).give(leaver, UNIT, Power.READ, Optional.of(CATEGORY));
            LetterId had = send(segl, "had");
            segl.server.part(CaseDesk.class).assign(had, leaver, leaver);

            assertThat(segl.server.part(Administration.class).endAll(leaver, leaver))
                    .isEqualTo(new Ended(0, 1, 0));
            assertThat(care(segl, had)).isEqualTo(Care.NONE);
        }
    }

    private static Wish read(String category) {
        return new Wish(UNIT, Power.READ, Optional.of(new Category(category)), Optional.empty());
    }

    private static Care care(RunningSegl segl, LetterId letter) {
        return segl.server.part(Cares.class).find(letter);
    }

    private static PersonId enter(RunningSegl segl, String subject, OrgNumber unit, Power power) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, "Prøve");
        registrar.give(person, unit, power, Optional.of(CATEGORY).filter(_ -> power == Power.READ));
        return person;
    }

    private static LetterId send(RunningSegl segl, String key) throws Exception {
        String dispatch =
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "CHILD_WELFARE",
                 "title": "Brev i sak"}
                """
                        .formatted(UNIT);
        String answer =
                segl.send(
                                segl.token("vestfjord-politi-sak"),
                                key,
                                dispatch,
                                Markers.CONTENT.getBytes(UTF_8))
                        .body();
        return LetterId.parse(
                        new JsonMapper()
                                .readTree(answer)
                                .path("letters")
                                .path(0)
                                .path("id")
                                .asString(""))
                .orElseThrow();
    }
}
