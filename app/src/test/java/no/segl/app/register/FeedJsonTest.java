package no.segl.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.segl.app.register.Register.Update;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One update that cannot be read stops none of the others. */
class FeedJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static List<Update> units(String updates) throws RegisterUnreadable {
        return FeedJson.units(
                JSON.readTree(
                        """
                        {"_embedded": {"oppdaterteEnheter": [%s]}, "page": {"number": 0}}
                        """
                                .formatted(updates)),
                10);
    }

    @Test
    void whatCannotBeReadStandsWithoutAUnit() throws Exception {
        assertThat(
                        units(
                                """
                                {"oppdateringsid": 13, "organisasjonsnummer": "310451231"},
                                {"oppdateringsid": 12, "organisasjonsnummer": "310451232"},
                                {"oppdateringsid": 11}
                                """))
                .containsExactly(
                        new Update(11, Optional.empty(), false),
                        new Update(12, Optional.empty(), false),
                        new Update(13, Optional.of(new OrgNumber("310451231")), false));
    }

    @Test
    void whatHasNoIdStandsFirstAndMovesNothing() throws Exception {
        List<Update> updates =
                units(
                        """
                        {"oppdateringsid": 13, "organisasjonsnummer": "310451231"},
                        {"organisasjonsnummer": "310451231"}
                        """);
        assertThat(updates).extracting(Update::id).containsExactly(10L, 13L);
        assertThat(updates.getFirst().unit()).isEmpty();
    }
}
