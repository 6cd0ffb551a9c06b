package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What SvarUT refuses, and how little it says of why. */
class SvarUtRefusalsTest extends AskedSvarUt {

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain;charset=UTF-8", "application/json"})
    void theFirstPartIsJsonWhateverItIsCalled(String type) {
        Answer answer =
                trial.call(
                        Neighbours.SVARUT,
                        Request.of(
                                "POST",
                                "/api/v3/kontoer/"
                                        + Account.PRINTING
                                        + "/forsendelser/organisasjon/",
                                Trial.multipart(trial.fiks()),
                                Trial.body(
                                        type, Json.bytes(Trial.letter(Seed.POLICE)), Trial.PDF)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void whatIsExplicitlyNothingIsNothing() {
        ObjectNode letter = Trial.letter(Seed.POLICE);
        for (String name :
                List.of(
                        "sikkerhetsniva",
                        "svarSendesTil",
                        "lenker",
                        "konteringskode",
                        "kryptert",
                        "eksternReferanse",
                        "korrelasjonsid",
                        "metadataForImport")) {
            letter.putNull(name);
        }
        assertThat(sent(Account.PRINTING, letter)).isNotEmpty();
    }

    @Test
    void aDocumentThatCannotBeReadIsFoundAfterItWasTaken() {
        String id =
                trial.send(
                                Account.PRINTING,
                                "organisasjon",
                                Trial.letter(Seed.POLICE),
                                "no PDF".getBytes(StandardCharsets.US_ASCII))
                        .json()
                        .path("id")
                        .asString("");
        assertThat(status(Account.PRINTING, id)).isEqualTo("MOTTATT");
        pass(Duration.ofSeconds(5));
        assertThat(status(Account.PRINTING, id)).isEqualTo("AVVIST");
    }

    @Test
    void theTwentySixthOfTheSameIsRefusedUntilTwoDaysWithoutATry() {
        for (int i = 0; i < 25; i++) {
            sent(Account.PRINTING, Trial.letter(Seed.POLICE));
        }
        refused(repeated(), "GJENTAGENDE_FORSENDELSE");
        pass(Duration.ofHours(47));
        refused(repeated(), "GJENTAGENDE_FORSENDELSE");
        pass(Duration.ofHours(47));
        refused(repeated(), "GJENTAGENDE_FORSENDELSE");
        pass(Duration.ofHours(49));
        assertThat(repeated().status()).isEqualTo(200);
    }

    private Answer repeated() {
        return trial.send(Account.PRINTING, "organisasjon", Trial.letter(Seed.POLICE), Trial.PDF);
    }

    @Test
    void whoIsWrongIsNeverToldHow() {
        String path = "/api/v2/forsendelser/" + UUID.randomUUID() + "/hendelser";
        Answer noToken = trial.call(Neighbours.SVARUT, Request.get(path, Map.of()));
        assertThat(noToken.status()).isEqualTo(401);
        assertThat(noToken.json().path("message").asString("")).contains("access_token");
        Map<String, String> wrong = new HashMap<>(trial.fiks());
        wrong.put("IntegrasjonPassord", "feil");
        Answer password = trial.call(Neighbours.SVARUT, Request.get(path, wrong));
        Map<String, String> other = new HashMap<>(trial.fiks());
        other.put("IntegrasjonId", Account.Integration.VENDOR.toString());
        Answer organisation = trial.call(Neighbours.SVARUT, Request.get(path, other));
        assertThat(List.of(password.status(), organisation.status())).containsOnly(401);
        assertThat(organisation.json().path("message").asString(""))
                .startsWith("Autentisering feilet for integrasjon med id");
        assertThat(trial.svarut("GET", path).status())
                .as("a letter that is not there")
                .isEqualTo(403);
        assertThat(
                        trial.send(
                                        Account.CLOSED,
                                        "organisasjon",
                                        Trial.letter(Seed.POLICE),
                                        Trial.PDF)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsRefusedAtOnce() {
        invalid(Trial.letter("310451208"));
        invalid(Trial.letter("974760673"));
        invalid(Trial.letter(Seed.POLICE).put("tittel", ""));
        invalid(Trial.letter(Seed.POLICE).put("sikkerhetsniva", "HOYESTE"));
        invalid(Trial.letter(Seed.POLICE).put("eksternReferanse", "x".repeat(101)));
        invalid(document("annet.pdf", "application/pdf"));
        invalid(document("brev?.pdf", "application/pdf"));
        invalid(document("brev.pdf", "text/plain"));
        trial.knobs.turn(Knob.SVARUT_PRINTABLE_MOST, "5");
        invalid(Trial.letter(Seed.POLICE));
        sent(Account.PRINTING, Trial.letter(Seed.POLICE).put("kunDigitalLevering", true));
    }

    private static ObjectNode document(String name, String type) {
        ObjectNode letter = Trial.letter(Seed.POLICE);
        letter.set(
                "dokumenter",
                Json.array().add(Json.object().put("filnavn", name).put("mimeType", type)));
        return letter;
    }

    private void invalid(ObjectNode letter) {
        Answer answer = trial.send(Account.PRINTING, "organisasjon", letter, Trial.PDF);
        refused(answer, "VALIDERINGSFEIL");
        assertThat(answer.json().path("errorJson").isObject()).isTrue();
    }

    @Test
    void anErrorsFieldsAreATextWhenTurnedSo() {
        trial.knobs.turn(Knob.SVARUT_ERROR_OBJECT, "false");
        Answer answer = trial.send(Account.PRINTING, "organisasjon", Trial.letter("1"), Trial.PDF);
        assertThat(answer.json().path("errorJson").isString()).isTrue();
    }

    @Test
    void idsThatAreNotThereAreLeftOut() {
        ObjectNode asked = Json.object();
        asked.set("id", Json.texts(List.of(UUID.randomUUID().toString())));
        assertThat(
                        trial.svarut(
                                        "POST",
                                        "/api/v3/kontoer/"
                                                + Account.PRINTING
                                                + "/forsendelser/status/sok",
                                        asked)
                                .json()
                                .path("statuser"))
                .isEmpty();
    }
}
