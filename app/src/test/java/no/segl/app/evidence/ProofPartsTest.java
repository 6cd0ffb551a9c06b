package no.segl.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What stands in a proof's files, and what does not. */
class ProofPartsTest {

    @TempDir private Path folder = Path.of("");

    private Map<String, byte[]> files(Side side, Language language) throws Exception {
        return Pack.files(
                Files.write(folder.resolve("proof.zip"), SampleProof.pack(side, language)));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> files) {
        return ProofJson.MAPPER.readTree(text(files, Pack.JSON));
    }

    @Test
    void theSenderIsToldOfTheOpeningButNotWhoItWas() throws Exception {
        Map<String, byte[]> files = files(Side.SENDER, Language.NB);
        JsonNode opening = json(files).path("events").get(4);

        assertThat(opening.path("type").asString()).isEqualTo("LetterOpened");
        assertThat(opening.path("etsiEvent").asString()).isEqualTo("ContentHandover");
        assertThat(opening.path("number").asLong()).isEqualTo(6);
        assertThat(opening.path("shown").asString()).isEqualTo("without-people");
        assertThat(opening.path("at").asString()).isEqualTo("2026-11-24T08:20:30.000250Z");
        assertThat(opening.path("atOslo").asString()).isEqualTo("2026-11-24T09:20:30.000250+01:00");
        assertThat(opening.at("/actor/role").asString()).isEqualTo("recipient");
        assertThat(opening.at("/right/code").asString()).isEqualTo("grant");
        files.forEach((name, content) ->
                assertThat(new String(content, UTF_8))
                        .as(name)
                        .doesNotContain(SampleProof.READER.toString()));
    }

    @Test
    void theRecipientIsToldWhoItWas() throws Exception {
        Map<String, byte[]> files = files(Side.RECIPIENT, Language.NB);
        JsonNode opening = json(files).path("events").get(4);

        assertThat(opening.path("shown").asString()).isEqualTo("whole");
        assertThat(opening.at("/actor/id").asString()).isEqualTo(SampleProof.READER.toString());
    }

    @Test
    void theHeadOfTheFileSaysWhichLetterAndHowFarTheChainHadCome() throws Exception {
        JsonNode json = json(files(Side.SENDER, Language.NB));

        assertThat(json.path("format").asString()).isEqualTo("segl-proof");
        assertThat(json.path("qualifiedService").booleanValue()).isFalse();
        assertThat(json.at("/letter/recipient").asString()).isEqualTo("310451223");
        assertThat(json.at("/letter/documents/0/size").asLong()).isEqualTo(81_920);
        assertThat(json.at("/chain/number").asLong()).isEqualTo(6);
    }

    @Test
    void nothingOfOtherLettersAndNoNameOfADocumentIsInIt() throws Exception {
        for (Side side : Side.values()) {
            files(side, Language.NB)
                    .forEach((name, content) ->
                            assertThat(new String(content, UTF_8))
                                    .as(name)
                                    .doesNotContain(
                                            "hemmelig", "00000000-0000-0001-0000-000000000002"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePdfIsTaggedAndTellsItInTheLanguage(Language language) throws Exception {
        byte[] pdf = files(Side.SENDER, language).getOrDefault(Pack.PDF, new byte[0]);
        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language.code());
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var root = (PDStructureElement) catalog.getStructureTreeRoot().getKids().getFirst();
            List<String> tags =
                    root.getKids().stream()
                            .map(k -> ((PDStructureElement) k).getStructureType())
                            .toList();
            assertThat(tags).startsWith("H1", "P", "H2").endsWith("H2", "P", "P");
            assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers())
                    .hasSize(document.getNumberOfPages());
            for (var page : document.getPages()) {
                assertThat(page.getStructParents()).isNotNegative();
                assertThat(page.getCOSObject().getNameAsString(COSName.getPDFName("Tabs")))
                        .isEqualTo("S");
            }
            String text = new PDFTextStripper().getText(document);
            String opened =
                    switch (language) {
                        case NB -> "Brevet ble åpnet";
                        case NN -> "Brevet vart opna";
                        case EN -> "The letter was opened";
                    };
            assertThat(text)
                    .contains(opened, "ContentHandover", "READ:7 level:high")
                    .contains(SampleProof.fingerprint().hex())
                    .contains(SampleProof.chain().get(5).hash().hex())
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSecondNoticeIsToldOfFirst(Language language) throws Exception {
        byte[] pdf = new ProofPdf(SampleProof.renotified(language), "f").bytes();
        try (var document = Loader.loadPDF(pdf)) {
            String again =
                    switch (language) {
                        case NB -> "fortsatt var uåpnet, ble sendt: 25. november 2026 kl. 09.15";
                        case NN -> "framleis var uopna, vart sendt: 25. november 2026 kl. 09.15";
                        case EN -> "still unopened was sent: 25 November 2026";
                    };
            assertThat(new PDFTextStripper().getText(document)).contains(again);
        }
    }
}
