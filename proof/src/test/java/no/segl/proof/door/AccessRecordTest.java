package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Registrar;
import no.segl.app.store.Grants;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was given, confirmed and ended at a unit can be seen there, with who did it. */
class AccessRecordTest {

    private static final OrgNumber SCHOOL = new OrgNumber("310451258");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*\\?etter=endret[^\"#]*)#");
    private static final Pattern ROW =
            Pattern.compile(
                    "event-who wrap\">([^<]*)</span>\\s*<span>([^<]*)</span>.*?Av ([^<]*)</span>",
                    Pattern.DOTALL);

    @TempDir private Path folder = Path.of("");

    @Test
    void theNewestFirstAndAllOfIt() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Administration administration = segl.server.part(Administration.class);
            PersonId chief = enter(segl, "Stødig Furu", subject(segl, "Stødig Furu"));
            PersonId holder = enter(segl, "Gammel Eik", "old");
            UUID grant = give(segl, chief, holder, "CHILD_WELFARE");
            administration.confirm(chief, grant);
            administration.end(chief, grant);
            try (Visit visit = Visit.logIn(segl.home, subject(segl, "Stødig Furu"))) {
                String page = visit.get("/tilganger/enhet/" + SCHOOL).body();
                assertThat(rows(page))
                        .containsSubsequence(
                                "Gammel Eik | Avsluttet: Barnevern | Stødig Furu",
                                "Gammel Eik | Bekreftet: Barnevern | Stødig Furu",
                                "Gammel Eik | Gitt: Barnevern | Stødig Furu");

                for (int i = 0; i < 10; i++) {
                    administration.end(chief, give(segl, chief, holder, "GENERAL"));
                }
                String first = visit.get("/tilganger/enhet/" + SCHOOL).body();
                assertThat(rows(first)).hasSize(20).noneMatch(row -> row.contains("Barnevern"));
                Matcher older = OLDER.matcher(first);
                assertThat(older.find()).as("there is a way to what is older").isTrue();
                assertThat(rows(visit.get(older.group(1)).body()))
                        .contains("Gammel Eik | Bekreftet: Barnevern | Stødig Furu");
            }
        }
    }

    private static List<String> rows(String page) {
        String record = page.substring(page.indexOf("id=\"endret\""));
        return ROW.matcher(record)
                .results()
                .map(row -> row.group(1) + " | " + row.group(2) + " | " + row.group(3))
                .toList();
    }

    private static UUID give(RunningSegl segl, PersonId by, PersonId to, String category) {
        Wish wish =
                new Wish(SCHOOL, Power.READ, Optional.of(new Category(category)), Optional.empty());
        segl.server.part(Administration.class).give(by, to, List.of(wish));
        return segl.server.part(Grants.class).of(to).stream()
                .filter(g -> g.category().equals(wish.category()) && g.until().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static PersonId enter(RunningSegl segl, String name, String subject) {
        return segl.server
                .part(Registrar.class)
                .enter(segl.issuer.loginIssuer().toString(), subject, name);
    }

    private static String subject(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .subject();
    }
}
