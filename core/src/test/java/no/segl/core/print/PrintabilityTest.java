package no.segl.core.print;

import static no.segl.core.letter.Letters.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.letter.Document;
import no.segl.core.letter.MediaType;
import no.segl.core.print.Inspection.Condition;
import no.segl.core.print.PostalAddress.Fault;
import no.segl.core.print.Printability.Limits;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Printability.Reason;
import no.segl.core.print.Printability.Verdict;
import org.junit.jupiter.api.Test;

class PrintabilityTest {

    private static final DocumentId OTHER = new DocumentId(new UUID(2, 3));
    private static final Limits DUPLEX = new Limits(Limits.MOST_SHEETS, true);
    private static final Limits SIMPLEX = new Limits(Limits.MOST_SHEETS, false);

    @Test
    void eachDocumentBeginsOnASheetOfItsOwn() {
        assertThat(Sheets.of(List.of(1, 3, 4), true)).isEqualTo(new Sheets(1 + 1 + 2 + 2, 12));
        assertThat(Sheets.of(List.of(1, 3, 4), false)).isEqualTo(new Sheets(9, 9));
        assertThat(Printability.decide(List.of(sound(3)), DUPLEX))
                .isEqualTo(new Verdict.Printable(new Sheets(3, 6)));
    }

    @Test
    void saysAllThatStandsInTheWay() {
        Verdict verdict =
                Printability.decide(
                        List.of(
                                new Inspection(DOCUMENT, Condition.SIGNED, 2),
                                sound(1),
                                new Inspection(OTHER, Condition.NOT_PDF, 0)),
                        DUPLEX);
        assertThat(verdict)
                .isEqualTo(
                        new Verdict.NotPrintable(
                                List.of(
                                        new Obstacle(Reason.SIGNED, Optional.of(DOCUMENT)),
                                        new Obstacle(Reason.NOT_PDF, Optional.of(OTHER)))));
    }

    @Test
    void noConditionButSoundIsPrinted() {
        for (Condition condition : Condition.values()) {
            Verdict verdict =
                    Printability.decide(List.of(new Inspection(DOCUMENT, condition, 1)), DUPLEX);
            assertThat(verdict instanceof Verdict.Printable)
                    .as(condition.name())
                    .isEqualTo(condition == Condition.SOUND);
        }
    }

    @Test
    void nothingAndTooMuchAreNotPrinted() {
        assertThat(Printability.decide(List.of(), DUPLEX))
                .isEqualTo(refused(Obstacle.ofLetter(Reason.NO_DOCUMENTS)));
        assertThat(Printability.decide(List.of(sound(0)), DUPLEX))
                .isEqualTo(refused(new Obstacle(Reason.NO_PAGES, Optional.of(DOCUMENT))));
        assertThat(Printability.decide(List.of(sound(98)), SIMPLEX))
                .isInstanceOf(Verdict.Printable.class);
        assertThat(Printability.decide(List.of(sound(99)), SIMPLEX))
                .isEqualTo(refused(Obstacle.ofLetter(Reason.TOO_MANY_SHEETS)));
        assertThat(Printability.decide(List.of(sound(196)), DUPLEX))
                .isInstanceOf(Verdict.Printable.class);
    }

    @Test
    void writesAddressesAsTheyStandOnEnvelopes() {
        assertThat(address("Fjordvik kommune", "5800", "Fjordvik", "NO", "Postboks 1").block())
                .containsExactly("Fjordvik kommune", "Postboks 1", "5800 FJORDVIK");
        assertThat(address("Ångström AB", "111 22", "Stockholm", "SE", " ").block())
                .containsExactly("Ångström AB", "111 22 STOCKHOLM", "SVERIGE");
    }

    @Test
    void saysWhyAnAddressCannotBeWritten() {
        assertFault(null, address("A", "0150", "Oslo", "NO"));
        assertFault(Fault.NO_NAME, address(" ", "0150", "Oslo", "NO"));
        assertFault(Fault.NO_CITY, address("A", "0150", "", "NO"));
        assertFault(Fault.NOT_A_POSTCODE, address("A", "150", "Oslo", "NO"));
        assertFault(Fault.NOT_A_COUNTRY, address("A", "0150", "Oslo", "Norge"));
        assertFault(Fault.NOT_A_COUNTRY, address("A", "0150", "Oslo", "QQ"));
        assertFault(Fault.LINE_TOO_LONG, address("A".repeat(49), "0150", "Oslo", "NO"));
        assertFault(Fault.CONTROL_CHARACTERS, address("A\nB", "0150", "Oslo", "NO"));
        assertFault(
                Fault.TOO_MANY_LINES, address("A", "0150", "Oslo", "NO", "1", "2", "3", "4", "5"));
        assertThat(address("Navn", "0150", "Oslo", "NO").toString()).doesNotContain("Navn");
    }

    @Test
    void aManifestSaysNothingOfWhatOrForWhom() {
        assertThat(Samples.manifest(Samples.JOB, 2).members())
                .containsOnlyKeys(
                        "version",
                        "job",
                        "attempt",
                        "sender",
                        "file",
                        "bytes",
                        "sha256",
                        "pages",
                        "sheets",
                        "duplex",
                        "country",
                        "orderedAt")
                .containsEntry("file", Samples.JOB + ".2.pdf");
    }

    private static void assertFault(
            @org.jspecify.annotations.Nullable Fault fault, PostalAddress address) {
        assertThat(address.fault()).isEqualTo(Optional.ofNullable(fault));
    }

    private static PostalAddress address(
            String name, String postcode, String city, String country, String... lines) {
        return new PostalAddress(name, List.of(lines), postcode, city, country);
    }

    private static Verdict refused(Obstacle obstacle) {
        return new Verdict.NotPrintable(List.of(obstacle));
    }

    private static Inspection sound(int pages) {
        return new Inspection(DOCUMENT, Condition.SOUND, pages);
    }

    @Test
    void whatIsSealedNeverGoesOnPaper() {
        Document open = document(DOCUMENT, false);
        Document sealed = document(OTHER, true);
        assertThat(Printability.ofSeals(List.of(open, sealed)))
                .containsExactly(new Obstacle(Reason.SEALED, Optional.of(OTHER)));
        assertThat(Printability.ofSeals(List.of(open))).isEmpty();
    }

    private static Document document(DocumentId id, boolean sealed) {
        return new Document(id, "brev.pdf", MediaType.PDF, 1, Digest.of(new byte[1]), sealed);
    }
}
