package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.office.Newcomers;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.TakeOver;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Attention;
import no.segl.app.store.Attention.Cause;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders.Holder;
import no.segl.app.store.Ledger;
import no.segl.app.store.Persons;
import no.segl.app.store.Requests;
import no.segl.app.store.Successions;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting.Reply;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.proof.demo.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A municipality is merged into another: what is left is seen to by those who took over. */
class MergedUnitTest {

    private static final OrgNumber OLD = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final OrgNumber HEALTH = new OrgNumber("310451274");
    private static final OrgNumber NEW = new OrgNumber("312780402");
    private static final Optional<Category> GENERAL = Optional.of(new Category("GENERAL"));
    private static final String ARCHIVIST = "a913372c-29ba-4e68-9541-74e7ad7a2804";

    @Test
    void itIsSeenAndCarriedOverByThoseWhoTookOverAndByNobodyElse(@TempDir Path folder)
            throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
            registrar.give(reader, OLD, Power.READ, GENERAL);
            registrar.give(reader, OLD, Power.SEND, Optional.empty());
            PersonId administrator =
                    registrar.enter(segl.issuer.loginIssuer().toString(), ARCHIVIST, "Våken Ugle");
            registrar.give(administrator, NEW, Power.MANAGE_ACCESS, Optional.empty());
            Successions successions = segl.server.part(Successions.class);

            RegisterSays.living(segl, unit(OLD, Optional.empty()), "KOMM");
            RegisterSays.living(segl, unit(NEW, Optional.empty()), "KOMM");
            RegisterSays.living(segl, unit(UPBRINGING, Optional.of(OLD)), "ORGL");
            RegisterSays.living(segl, unit(HEALTH, Optional.of(OLD)), "ORGL");
            RegisterSays.deleted(segl, OLD);
            RegisterSays.living(segl, unit(UPBRINGING, Optional.of(NEW)), "ORGL");
            assertThat(successions.successor(OLD)).as("one section stands there still").isEmpty();
            assertThat(causes(segl)).doesNotContain(Cause.UNIT_MERGED);
            RegisterSays.living(segl, unit(HEALTH, Optional.of(NEW)), "ORGL");
            assertThat(successions.successor(OLD)).contains(NEW);
            assertThat(causes(segl)).contains(Cause.UNIT_MERGED);
            assertThat(grants(segl, reader, NEW)).as("nothing by itself").isEmpty();

            carriesOver(segl, registrar, reader, administrator);
        }
    }

    @Test
    void whereTwoAreNeededToGiveItTheSecondIsWaitedForAndWhoIsEnteredKeepsTheirName(
            @TempDir Path folder) throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId reader = newcomer(segl, registrar);
            registrar.give(reader, OLD, Power.READ, GENERAL);
            PersonId one = registrar.enter("https://login.example", "one", "Ein");
            PersonId other = registrar.enter("https://login.example", "other", "Annan");
            registrar.give(one, NEW, Power.ADMINISTER, Optional.empty());
            registrar.give(other, NEW, Power.ADMINISTER, Optional.empty());
            SecondPerson second = segl.server.part(SecondPerson.class);
            assertThat(second.require(one, NEW)).isEqualTo(new Reply.Done());
            RegisterSays.living(segl, unit(OLD, Optional.empty()), "KOMM");
            RegisterSays.living(segl, unit(NEW, Optional.empty()), "KOMM");
            for (OrgNumber section : List.of(UPBRINGING, HEALTH)) {
                RegisterSays.living(segl, unit(section, Optional.of(OLD)), "ORGL");
            }
            RegisterSays.deleted(segl, OLD);
            for (OrgNumber section : List.of(UPBRINGING, HEALTH)) {
                RegisterSays.living(segl, unit(section, Optional.of(NEW)), "ORGL");
            }
            Instant now = RunningSegl.CLOCK.instant();
            Set<UUID> theirs =
                    segl.server.part(Successions.class).left(OLD, NEW, now).stream()
                            .filter(h -> h.person().equals(reader))
                            .map(Holder::grant)
                            .collect(Collectors.toSet());

            assertThat(segl.server.part(TakeOver.class).carryOver(one, OLD, theirs))
                    .containsExactly(new Reply.Asked());
            assertThat(grants(segl, reader, NEW)).isEmpty();
            assertThat(segl.server.part(Successions.class).left(OLD, NEW, now))
                    .as("what waits is not offered again")
                    .extracting(Holder::person)
                    .doesNotContain(reader);
            UUID request =
                    segl.server.part(Requests.class).waiting(List.of(NEW), now, 10).getFirst().id();
            assertThat(second.answer(one, request, true)).contains(new Reply.OwnRequest());
            assertThat(second.answer(other, request, true)).contains(new Reply.Done());
            assertThat(grants(segl, reader, NEW)).hasSize(1);
            assertThat(segl.server.part(Persons.class).names(Set.of(reader), Set.of(NEW)))
                    .containsEntry(reader, "Lur Rev");
        }
    }

    /** Somebody who was entered by number at the old unit, and has never logged in. */
    private static PersonId newcomer(RunningSegl segl, Registrar registrar) {
        PersonId by = registrar.enter("https://login.example", "chief", "Sjef");
        registrar.give(by, OLD, Power.ADMINISTER, Optional.empty());
        NationalIdentityNumber number = NationalIdentityNumber.parse("01819010273").orElseThrow();
        return switch (segl.server
                .part(Newcomers.class)
                .enter(by, segl.server.part(NumberKey.class).hide(number), "Lur Rev", OLD)) {
            case Newcomers.Entering.Known(PersonId person) -> person;
            case Newcomers.Entering.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    private void carriesOver(
            RunningSegl segl, Registrar registrar, PersonId reader, PersonId administrator)
            throws Exception {
        Instant now = RunningSegl.CLOCK.instant();
        Set<UUID> all =
                segl.server.part(Successions.class).left(OLD, NEW, now).stream()
                        .map(Holder::grant)
                        .collect(Collectors.toSet());
        String path = "/tilganger/overtatt/" + OLD;
        try (Visit visit = Visit.logIn(segl.home, ARCHIVIST)) {
            assertThat(visit.get("/tilganger").body())
                    .contains("Enheten er slått sammen med en du styrer", path);
            HttpResponse<String> page = visit.get(path);
            assertThat(page.body())
                    .contains("Prøve", "Dette kan bare en hovedadministrator gi", "uåpne");
        }
        PersonId stranger = registrar.enter("https://login.example", "stranger", "Fremmed");
        TakeOver takeOver = segl.server.part(TakeOver.class);
        assertThat(takeOver.carryOver(stranger, OLD, all))
                .isNotEmpty()
                .allMatch(Reply.Refused.class::isInstance);
        assertThat(grants(segl, reader, NEW)).isEmpty();

        List<Reply> replies = takeOver.carryOver(administrator, OLD, all);
        assertThat(replies).anyMatch(Reply.Done.class::isInstance);
        assertThat(replies)
                .as("whom the old unit had to administer it, a manager cannot make such")
                .anyMatch(Reply.Refused.class::isInstance);
        assertThat(grants(segl, reader, NEW))
                .extracting(Grant::power)
                .containsExactlyInAnyOrder(Power.READ, Power.SEND);
        assertThat(grants(segl, reader, OLD)).as("letters there are opened by it").hasSize(2);
        try (var entries = segl.server.part(Ledger.class).entries(NEW)) {
            assertThat(
                            entries.filter(e -> e.actorId().equals(administrator.toString()))
                                    .map(Entry::type))
                    .containsExactly("AccessGiven", "AccessGiven");
        }
        assertThat(segl.server.part(Successions.class).left(OLD, NEW, now.plusSeconds(60)))
                .as("only the two administrators of the old unit")
                .extracting(Holder::power)
                .containsExactly(Power.ADMINISTER, Power.ADMINISTER);
    }

    private static Unit unit(OrgNumber number, Optional<OrgNumber> parent) {
        return new Unit(
                number,
                "Eining " + number,
                parent.isPresent() ? UnitKind.ORG_SECTION : UnitKind.MAIN_UNIT,
                parent);
    }

    private static List<Cause> causes(RunningSegl segl) {
        return segl
                .server
                .part(Attention.class)
                .of(List.of(NEW), RunningSegl.CLOCK.instant(), 50)
                .first()
                .stream()
                .map(Attention.Item::cause)
                .toList();
    }

    private static List<Grant> grants(RunningSegl segl, PersonId person, OrgNumber unit) {
        Instant now = RunningSegl.CLOCK.instant();
        return segl.server.part(Grants.class).of(person).stream()
                .filter(g -> g.unit().equals(unit) && g.holdsAt(now))
                .toList();
    }
}
