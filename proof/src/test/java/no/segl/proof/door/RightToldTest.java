package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Ledger;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever may read sees where that was given, and whether it came down from there; of who may not,
 * the ledger says where it can be changed.
 */
class RightToldTest {

    private static final String NEWCOMER = "Stille Bekk";
    private static final String STRANGER = "Våken Ugle";
    private static final String UNIT = "Fullmakt fra Fjordvik barnevernsteneste";
    private static final String ABOVE = "Fullmakt fra Oppvekst og barnevern (arvet)";

    @TempDir private Path folder = Path.of("");

    @Test
    void whereItWasGivenAndWhereItCanBe() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            LetterId letter = toTheChildWelfareService(segl);
            give(segl, Town.SECTION_ABOVE);
            try (Visit visit = Visit.logIn(segl.home, subject(segl, NEWCOMER))) {
                var before = visit.get("/brev/" + letter);
                assertThat(before.body()).as("before it is opened").contains(ABOVE);
                String token = Visit.token(before).orElseThrow();
                assertThat(visit.submit(token, "/brev/" + letter + "/apne").body())
                        .as("once it is opened")
                        .contains(ABOVE)
                        .doesNotContain(UNIT);
            }
            LetterId other = another(segl, letter);
            give(segl, Town.UNIT);
            try (Visit visit = Visit.logIn(segl.home, subject(segl, NEWCOMER))) {
                assertThat(visit.get("/brev/" + other).body())
                        .as("the nearest is the right")
                        .contains(UNIT)
                        .doesNotContain(ABOVE);
            }
            try (Visit visit = Visit.logIn(segl.home, subject(segl, STRANGER))) {
                assertThat(visit.get("/brev/" + letter).statusCode()).isEqualTo(403);
            }
            assertThat(segl.server.part(Ledger.class).of(letter, 0, 100))
                    .filteredOn(entry -> entry.type().equals("OpeningRefused"))
                    .extracting(Entry::values)
                    .singleElement()
                    .satisfies(values ->
                            assertThat(values)
                                    .containsEntry("ground", "NO_GRANT")
                                    .containsEntry("unit", Town.UNIT.value()));
        }
    }

    private static void give(RunningSegl segl, OrgNumber unit) {
        Registrar registrar = segl.server.part(Registrar.class);
        registrar.give(
                registrar.enter(
                        segl.issuer.loginIssuer().toString(), subject(segl, NEWCOMER), NEWCOMER),
                unit,
                Power.READ,
                Optional.of(new Category("CHILD_WELFARE")));
    }

    private static String subject(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private static LetterId toTheChildWelfareService(RunningSegl segl) {
        return letter(segl, "");
    }

    private static LetterId another(RunningSegl segl, LetterId than) {
        return letter(segl, than.toString());
    }

    private static LetterId letter(RunningSegl segl, String not) {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT id FROM letter
                         WHERE recipient = ? AND category = 'CHILD_WELFARE' AND state = 'AVAILABLE'
                           AND id::text <> ?
                         ORDER BY id LIMIT 1
                        """)
                .params(Town.UNIT.value(), not)
                .query((rs, _) -> LetterId.parse(rs.getString(1)).orElseThrow())
                .single();
    }
}
