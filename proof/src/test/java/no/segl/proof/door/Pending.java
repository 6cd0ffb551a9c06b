package no.segl.proof.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.Deputising;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.office.WebhookDesk;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.Grants;
import no.segl.app.store.KeptQuestions;
import no.segl.app.store.Units;
import no.segl.app.store.WebhookList;
import no.segl.core.access.Clearance;
import no.segl.core.access.FourEyes;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.access.Request;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.proof.running.RegisterSays;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in a town for somebody to answer, to change or to carry on: a new one each time. */
final class Pending {

    /** A municipality that has been merged into the town's. */
    static final OrgNumber GONE = new OrgNumber("310451304");

    private static final OrgNumber MOVED = new OrgNumber("310451312");

    private final Town town;
    private Optional<UUID> hook = Optional.empty();

    Pending(Town town) {
        this.town = town;
        merge();
    }

    private void merge() {
        Unit gone = new Unit(GONE, "Gamlevik kommune", UnitKind.MAIN_UNIT, Optional.empty());
        town.part(Units.class).enter(gone);
        town.part(Units.class).enter(moved(GONE));
        RegisterSays.living(town.segl, gone, "KOMM");
        RegisterSays.living(town.segl, Town.MUNICIPALITY, "KOMM");
        RegisterSays.living(town.segl, moved(GONE), "ORGL");
        RegisterSays.deleted(town.segl, GONE);
        RegisterSays.living(town.segl, moved(Town.MUNICIPALITY), "ORGL");
    }

    private static Unit moved(OrgNumber parent) {
        return new Unit(MOVED, "Gamlevik oppvekst", UnitKind.ORG_SECTION, Optional.of(parent));
    }

    /** A grant to somebody new at the municipality that is gone. */
    UUID left() {
        PersonId person = town.known(GONE);
        town.part(Registrar.class).give(person, GONE, Power.READ, Optional.of(Town.CATEGORY));
        return town.part(Grants.class).of(person).getFirst().id();
    }

    /** What {@code asker} has asked for at the unit, for somebody new. */
    UUID request(Caller asker) {
        Instant now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        UUID id = town.part(Ids.class).uuid();
        PersonId receiver = town.known(Town.UNIT);
        Grant grant =
                new Grant(
                        town.part(Ids.class).uuid(),
                        receiver,
                        Town.UNIT,
                        Power.READ,
                        Optional.of(Town.CATEGORY),
                        now,
                        Optional.empty());
        Request request =
                new Request(
                        id,
                        Town.UNIT,
                        Optional.of(grant),
                        town.person(asker),
                        now,
                        now.plus(Duration.ofDays(7)));
        town.part(Changes.class)
                .access(
                        receiver,
                        new Changes.Act(new Actor.Person(town.person(asker)), now),
                        () ->
                                FourEyes.ask(
                                        request,
                                        List.of(),
                                        List.of(),
                                        new Clearance.Cleared(new Right("grant", "administer"))));
        return id;
    }

    /** A webhook of the municipality's: the same as before, if nobody has ended it. */
    UUID hook() {
        Optional<UUID> there = hook.filter(id -> town.part(WebhookList.class).find(id).isPresent());
        hook = there.or(() -> Optional.of(newHook()));
        return hook.orElseThrow();
    }

    private UUID newHook() {
        WebhookDesk desk = town.part(WebhookDesk.class);
        WebhookDesk.Made made =
                desk.make(
                        Town.MUNICIPALITY,
                        "http://localhost:9/segl",
                        false,
                        desk.person(town.person(Caller.ADMIN), Town.MUNICIPALITY));
        if (made instanceof WebhookDesk.Made.Done(var id, _)) {
            return id;
        }
        throw new AssertionError("there is no webhook: " + made);
    }

    /** A question that somebody keeps. */
    UUID kept(PersonId person, Side side) {
        UUID id = town.part(Ids.class).uuid();
        new KeptQuestions(town.part(JdbcClient.class))
                .keep(
                        new KeptQuestions.Kept(
                                id, side, person, Optional.empty(), id.toString(), "uopna", ""),
                        RunningSegl.CLOCK.instant());
        return id;
    }

    /** Somebody new, who is in the place of {@code absent} from now on. */
    PersonId standin(PersonId absent) {
        PersonId deputy = town.known(Town.UNIT);
        Instant now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        town.part(Deputising.class)
                .deputise(
                        town.person(Caller.ADMIN),
                        absent,
                        deputy,
                        now,
                        now.plus(Duration.ofDays(2)));
        return deputy;
    }

    /** A new address at which {@code owner} is told. */
    UUID address(Notice.To owner) {
        UUID id = town.part(Ids.class).uuid();
        town.part(Contacts.class)
                .enter(
                        new Contacts.Contact(
                                id,
                                owner,
                                Notice.Channel.EMAIL,
                                id + "@segl.example",
                                Language.NB,
                                Optional.empty()),
                        LedgerTime.exact(RunningSegl.CLOCK.instant()));
        return id;
    }
}
