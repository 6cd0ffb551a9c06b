package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Persons;
import no.segl.core.access.Level;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that has come of a letter can be seen on its page, a part at a time. */
class LetterListsTest {

    private static final int ALL = 45;
    private static final Pattern SECTION =
            Pattern.compile("(?s)aria-labelledby=\"([a-z-]+)\">(.*?)</section>");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"#]+\\?etter=[^\"#]+)#");
    private static final Pattern ROW = Pattern.compile("<li>");

    @TempDir private Path folder = Path.of("");

    @Test
    void eachListGoesOnToItsEnd() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            LetterId letter = toTheChildWelfareService(segl);
            Person reader = segl.world.persons().getFirst();
            PersonId stranger = known(segl, named(segl, "Våken Ugle"));
            Instant begin = RunningSegl.CLOCK.instant();
            for (int i = 0; i < ALL; i++) {
                Instant then = begin.plus(Duration.ofHours(i + 1L));
                PostOffice office = segl.office(() -> then);
                office.open(letter, known(segl, reader), Level.HIGH);
                office.look(letter, stranger, Level.HIGH);
                answer(segl, letter, i);
            }
            try (Visit visit = Visit.logIn(segl.home, reader.subject())) {
                assertThat(rows(visit, letter, "apnet-av")).containsExactly(20, 20, 5);
                assertThat(rows(visit, letter, "avvist")).containsExactly(20, 20, 5);
                assertThat(rows(visit, letter, "svar-sendt")).containsExactly(20, 20, 5);
                assertThat(visit.get("/brev/" + letter + "?etter=avvist.x").body())
                        .as("what is not well formed is the beginning")
                        .contains("Viser de 20 siste av " + ALL)
                        .doesNotContain("eldre, av");
            }
        }
    }

    /** How many rows the parts of one list have, from the newest to the oldest. */
    private static List<Integer> rows(Visit visit, LetterId letter, String list) throws Exception {
        List<Integer> rows = new ArrayList<>();
        Optional<String> next = Optional.of("/brev/" + letter);
        while (next.isPresent()) {
            String section = section(visit.get(next.get()).body(), list);
            rows.add((int) ROW.matcher(section).results().count());
            Matcher older = OLDER.matcher(section);
            next = older.find() ? Optional.of(older.group(1)) : Optional.empty();
        }
        return rows;
    }

    private static String section(String page, String list) {
        return SECTION.matcher(page)
                .results()
                .filter(section -> section.group(1).equals(list))
                .map(section -> section.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError(list + " is not on the page"));
    }

    private static void answer(RunningSegl segl, LetterId letter, int number) throws Exception {
        assertThat(
                        segl.send(
                                        segl.token("fjordvik-kommune-sak"),
                                        "answer-" + number,
                                        """
                                        {"sender": "310451223", "recipients": ["312780402"],
                                         "category": "CHILD_WELFARE", "title": "Svar",
                                         "replyTo": "%s"}
                                        """
                                                .formatted(letter),
                                        "%PDF-1.7 svar".getBytes(UTF_8))
                                .statusCode())
                .isEqualTo(201);
    }

    private static LetterId toTheChildWelfareService(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT id FROM letter
                         WHERE recipient = '310451223' AND sender = '312780402'
                         ORDER BY id LIMIT 1
                        """)
                .query((rs, _) -> LetterId.parse(rs.getString(1)).orElseThrow())
                .single();
    }

    private static Person named(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersonId known(RunningSegl segl, Person person) {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }
}
