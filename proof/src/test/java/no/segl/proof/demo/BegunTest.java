package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Administration;
import no.segl.app.office.Registrar;
import no.segl.app.store.Contacts;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.Grants;
import no.segl.app.wiring.Server;
import no.segl.core.access.Grant;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demo that is started again goes on from where it was. */
class BegunTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder = Path.of("");

    @Test
    void whatWasChangedStaysSoAndNothingIsSentTwice() throws Exception {
        World world = World.fjordvik();
        URI home = Demo.freeHome();
        try (Issuer issuer = Demo.issuer(world, 0, folder, home, CLOCK);
                Server server =
                        Server.start(Demo.settings(issuer, folder.resolve("data"), home), CLOCK)) {
            assertThat(Demo.begin(server, world, issuer, home, CLOCK, Optional.empty()))
                    .isEqualTo(7);
            PersonId reader = person(server, issuer, world.persons().getFirst());
            PersonId director = person(server, issuer, Fjordvik.DIRECTOR);
            Notice.To told = new Notice.To.Person(director);
            assertThat(readable(server, reader)).isPositive();
            aControlIsDoneAndOneIsToBe(server);
            server.part(Administration.class).endAll(director, reader);
            Contacts contacts = server.part(Contacts.class);
            contacts.own(told).forEach(c -> contacts.remove(c.id()));

            assertThat(Demo.begin(server, world, issuer, home, CLOCK, Optional.empty()))
                    .isEqualTo(7);
            assertThat(readable(server, reader)).as("what was ended is not given again").isZero();
            assertThat(contacts.own(told)).as("nor is an address").isEmpty();
            aControlIsDoneAndOneIsToBe(server);

            InstantSource later = () -> CLOCK.instant().plus(Duration.ofDays(3));
            assertThat(Demo.fill(server, world, issuer, home, later))
                    .as("the same letters, with another date in them")
                    .isEqualTo(7);
            assertThat(
                            server.part(JdbcClient.class)
                                    .sql("SELECT count(*) FROM letter")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(7);
        }
    }

    /** Whether last week's control was done is answered, and today's is to be done. */
    private static void aControlIsDoneAndOneIsToBe(Server server) {
        Set<OrgNumber> police = Set.of(Fjordvik.POLICE);
        assertThat(server.part(Controls.class).of(police)).hasSize(2);
        ControlRuns runs = server.part(ControlRuns.class);
        Instant now = CLOCK.instant();
        assertThat(runs.score(police, now.minus(Duration.ofDays(30)), now).onTime()).isPositive();
        var open = new ControlRuns.Question(police, Optional.empty(), Optional.empty(), true);
        assertThat(runs.page(open, Optional.empty(), 10).rows()).isNotEmpty();
    }

    private static PersonId person(Server server, Issuer issuer, World.Person person) {
        return server.part(Registrar.class)
                .enter(issuer.loginIssuer().toString(), person.subject(), person.name());
    }

    private static long readable(Server server, PersonId person) {
        return server.part(Grants.class).of(person).stream()
                .filter((Grant grant) -> grant.holdsAt(CLOCK.instant()))
                .count();
    }
}
