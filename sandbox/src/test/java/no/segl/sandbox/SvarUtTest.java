package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account;
import no.segl.sandbox.svarut.State;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SvarUT's ways with a letter. */
class SvarUtTest extends AskedSvarUt {

    @Test
    void aLetterIsTakenAndComesToAltinnStepByStep() {
        Answer answer =
                trial.send(Account.PRINTING, "organisasjon", Trial.letter(Seed.POLICE), Trial.PDF);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("id");
        String id = answer.json().path("id").asString("");
        assertThat(status(Account.PRINTING, id)).isEqualTo("MOTTATT");
        pass(Duration.ofSeconds(5));
        assertThat(status(Account.PRINTING, id)).isEqualTo("AKSEPTERT");
        pass(Duration.ofSeconds(5));
        assertThat(status(Account.PRINTING, id)).isEqualTo("SENDT_ALTINN");
        pass(Duration.ofSeconds(5));
        assertThat(status(Account.PRINTING, id)).isEqualTo("LEVERT_ALTINN");
        assertThat(older(Account.PRINTING, id)).isEqualTo("VARSLET");
        trial.knobs.turn(Knob.SVARUT_VOCABULARY, "varslet");
        assertThat(status(Account.PRINTING, id)).isEqualTo("VARSLET");
    }

    @Test
    void anOpenedLetterIsRead() {
        String id = inAltinn(Account.DIGITAL, Trial.letter(Seed.POLICE));
        String message =
                trial.neighbours.svarut().truth().getFirst().inAltinn().orElseThrow().toString();
        trial.altinn(Clients.POLICE, "GET", Trial.one(message));
        assertThat(status(Account.DIGITAL, id))
                .as("fetched is not read")
                .isEqualTo("LEVERT_ALTINN");
        assertThat(trial.altinn(Clients.POLICE, "GET", Trial.one(message) + "/content").status())
                .isEqualTo(200);
        assertThat(status(Account.DIGITAL, id)).isEqualTo("LEST");
    }

    @Test
    void fortyHoursOnWorkingDaysAndThenItIsPrinted() {
        trial.clock.set(Instant.parse("2026-03-06T11:00:00Z"));
        String id = inAltinn(Account.PRINTING, Trial.letter(Seed.HOSPITAL));
        trial.clock.set(Instant.parse("2026-03-10T02:59:00Z"));
        assertThat(status(Account.PRINTING, id))
                .as("a weekend lies between")
                .isEqualTo("LEVERT_ALTINN");
        trial.clock.set(Instant.parse("2026-03-10T03:01:00Z"));
        assertThat(status(Account.PRINTING, id)).isEqualTo("SENDT_PRINT");
        pass(Duration.ofHours(24));
        assertThat(status(Account.PRINTING, id)).isEqualTo("PRINTET");
    }

    @Test
    void whatWasHandedToThePrinterIsPrintedThoughItIsRead() {
        String id = inAltinn(Account.PRINTING, Trial.letter(Seed.POLICE));
        pass(Duration.ofDays(5).plusHours(12));
        String message =
                trial.neighbours.svarut().truth().getFirst().inAltinn().orElseThrow().toString();
        String printing = status(Account.PRINTING, id);
        assertThat(printing).isIn("SENDT_PRINT", "PRINTET");
        trial.altinn(Clients.POLICE, "GET", Trial.one(message) + "/content");
        assertThat(status(Account.PRINTING, id)).isEqualTo(printing);
        assertThat(events(id)).last().isEqualTo("Lest av mottaker");
    }

    @Test
    void anAccountThatDoesNotPrintLetsItLieWithoutAWord() {
        String id = inAltinn(Account.DIGITAL, Trial.letter(Seed.HOSPITAL));
        pass(Duration.ofDays(365));
        assertThat(status(Account.DIGITAL, id)).isEqualTo("LEVERT_ALTINN");
        assertThat(events(id)).last().isEqualTo("Lesefrist utløpt.");
    }

    @Test
    void whatIsDigitalAloneIsNeverPrinted() {
        ObjectNode letter = Trial.letter(Seed.HOSPITAL).put("kunDigitalLevering", true);
        String id = inAltinn(Account.PRINTING, letter);
        pass(Duration.ofDays(10));
        assertThat(status(Account.PRINTING, id)).isEqualTo("SENDT_DIGITALT");
        String undelivered =
                inAltinn(
                        Account.PRINTING,
                        Trial.letter(Seed.NO_KEY_ROLE).put("kunDigitalLevering", true));
        assertThat(status(Account.PRINTING, undelivered)).isEqualTo("IKKE_LEVERT");
        String printed = inAltinn(Account.PRINTING, Trial.letter(Seed.NO_KEY_ROLE));
        assertThat(status(Account.PRINTING, printed)).isEqualTo("SENDT_PRINT");
    }

    @Test
    void aRecipientWithASystemOfItsOwnFetchesItWhenItDoes() {
        String id = inAltinn(Account.PRINTING, Trial.letter(Seed.OWN_SYSTEM));
        pass(Duration.ofDays(100));
        assertThat(status(Account.PRINTING, id)).isEqualTo("KLAR_FOR_MOTTAK");
        assertThat(trial.neighbours.svarut().force(UUID.fromString(id), State.LEST)).isTrue();
        assertThat(status(Account.PRINTING, id)).isEqualTo("LEST");
    }

    @Test
    void thereIsNoKeyAndWhoIsInDoubtAsksByReference() {
        ObjectNode letter = Trial.letter(Seed.POLICE).put("eksternReferanse", "ref 1/æ");
        String once = sent(Account.PRINTING, letter);
        String twice = sent(Account.PRINTING, letter);
        assertThat(twice).isNotEqualTo(once);
        String asked =
                "/api/v2/kontoer/" + Account.PRINTING + "/forsendelser?eksternRef=ref+1%2F%C3%A6";
        assertThat(
                        trial.svarut("GET", asked)
                                .json()
                                .path("forsendelseIds")
                                .valueStream()
                                .map(JsonNode::stringValue))
                .containsExactly(once, twice);
        JsonNode metadata =
                trial.svarut("GET", asked.replace("?", "/metadata?")).json().path("forsendelser");
        assertThat(metadata.path(0).path("dato").asString(""))
                .isEqualTo("2026-03-02T09:00:00+01:00");
    }

    @Test
    void readElsewhere() {
        String id = inAltinn(Account.PRINTING, Trial.letter(Seed.HOSPITAL));
        String to = "/api/v2/forsendelser/" + id + "/lest";
        JsonNode read =
                Json.object()
                        .put("fnr", Seed.PERSON)
                        .put("tidspunkt", "2026-03-02T09:00:00+01:00")
                        .put("eksterntSystemnavn", "Sak");
        Answer answer = trial.svarut("POST", to, read);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(status(Account.PRINTING, id)).isEqualTo("LEST");
        assertThat(events(id))
                .last()
                .asString()
                .startsWith("Lest eksternt 2026-03-02T09:00:00+01:00");
        refused(trial.svarut("POST", to, Json.object().put("fnr", "1")), "VALIDERINGSFEIL");
    }

    @Test
    void whatADocumentIs() {
        String id = sent(Account.PRINTING, Trial.letter(Seed.POLICE));
        JsonNode one =
                trial.svarut("GET", "/api/v2/forsendelser/" + id + "/metadata")
                        .json()
                        .path("dokumenter")
                        .path(0);
        assertThat(one.path("storrelse").asInt(0)).isEqualTo(Trial.PDF.length);
        assertThat(one.path("sha256Hash").asString("")).hasSize(64);
    }

    @Test
    void deletedIsAWordOfVersionThreeAlone() {
        String id = inAltinn(Account.PRINTING, Trial.letter(Seed.POLICE));
        String to = "/api/v2/forsendelser/" + id + "/dokumenter";
        assertThat(trial.svarut("DELETE", to).status()).isEqualTo(204);
        assertThat(status(Account.PRINTING, id)).isEqualTo("LEVERT_ALTINN");
        assertThat(trial.svarut("DELETE", to + "?slettetype=ALLE").status()).isEqualTo(204);
        assertThat(status(Account.PRINTING, id)).isEqualTo("SLETTET");
        assertThat(older(Account.PRINTING, id)).isEqualTo("VARSLET");
    }

    @Test
    void aStatusIsShownLate() {
        trial.knobs.turn(Knob.SVARUT_STATUS_LAG, "PT1H");
        String id = sent(Account.PRINTING, Trial.letter(Seed.POLICE));
        assertThat(status(Account.PRINTING, id)).isEmpty();
        pass(Duration.ofMinutes(70));
        assertThat(status(Account.PRINTING, id)).isEqualTo("LEVERT_ALTINN");
    }

    @Test
    void ofConfidentialMailTheRecipientIsToldHowToGiveAccess() {
        inAltinn(Account.PRINTING, Trial.letter(Seed.HOSPITAL));
        assertThat(trial.neighbours.notices().all())
                .extracting(n -> n.from() + " " + n.to())
                .containsExactly("svarut post@" + Seed.HOSPITAL + ".example");
    }

    @Test
    void personsAndPaper() {
        ObjectNode person = Trial.letter(Seed.RESERVED_PERSON);
        person.remove("taushetsbelagtPost");
        String reserved =
                trial.send(Account.PRINTING, "person", person, Trial.PDF)
                        .json()
                        .path("id")
                        .asString("");
        pass(Duration.ofMinutes(1));
        assertThat(status(Account.PRINTING, reserved)).isEqualTo("SENDT_PRINT");
        ObjectNode paper = Trial.letter("");
        Trial.part(paper, "mottaker")
                .set(
                        "adresse",
                        Json.object().put("adresselinje1", "Gata 1").put("poststed", "Fjordvik"));
        assertThat(trial.send(Account.PRINTING, "print", paper, Trial.PDF).status()).isEqualTo(200);
    }
}
