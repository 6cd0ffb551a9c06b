package no.segl.app.connect.printer;

import static no.segl.app.connect.printer.SamplePdfs.RECIPIENT;
import static no.segl.app.connect.printer.SamplePdfs.front;
import static no.segl.app.connect.printer.SamplePdfs.pages;
import static no.segl.app.connect.printer.SamplePdfs.pdf;
import static no.segl.app.connect.printer.SamplePdfs.source;
import static no.segl.app.connect.printer.SamplePdfs.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.segl.core.id.Digest;
import no.segl.core.letter.MediaType;
import no.segl.core.print.PostalAddress;
import no.segl.core.print.Printability.Limits;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Printability.Reason;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be printed is an answer with all reasons, never a page that is missing. */
class NotPrintableTest {

    @TempDir Path folder;

    @Test
    void saysWhyOfEachDocument() throws Exception {
        assertReason(Reason.ENCRYPTED, encrypted("leyndarmál"));
        assertReason(Reason.ENCRYPTED, encrypted(""));
        assertReason(Reason.SIGNED, signed());
        assertReason(Reason.HOLDS_FILES, holding());
        assertReason(Reason.NO_PAGES, pdf(_ -> {}));
        assertReason(Reason.DAMAGED, text("%PDF-1.7\nand then something else"));
        assertReason(Reason.DAMAGED, text("not at all"));
        assertReason(Reason.TOO_LARGE, bomb());
    }

    @Test
    void saysAllThatStandsInTheWay() throws Exception {
        byte[] note = text("hei");
        assertThat(
                        obstacles(
                                maker(1L << 28),
                                front(RECIPIENT),
                                source(
                                        1,
                                        MediaType.ofName("a.txt").orElseThrow(),
                                        note,
                                        Digest.of(note)),
                                source(2, pages("en")),
                                source(3, signed())))
                .extracting(Obstacle::reason)
                .containsExactly(Reason.NOT_PDF, Reason.SIGNED);
        assertThat(obstacles(maker(1L << 28), front(RECIPIENT)))
                .extracting(Obstacle::reason)
                .containsExactly(Reason.NO_DOCUMENTS);
    }

    @Test
    void anAddressThatCannotBeWrittenIsSaid() throws Exception {
        PostalAddress nowhere = SamplePdfs.address("Navn", "Gate", "12", "Sted");
        PostalAddress unwritable = SamplePdfs.address("名前", "Gate", "0150", "Sted");
        for (PostalAddress address : List.of(nowhere, unwritable)) {
            assertThat(obstacles(maker(1L << 28), front(address), source(1, pages("en"))))
                    .containsExactly(Obstacle.ofLetter(Reason.NO_ADDRESS));
        }
    }

    @Test
    void tooMuchForTheRoomIsSaid() throws Exception {
        assertThat(obstacles(maker(1 << 13), front(RECIPIENT), source(1, pages("en"))))
                .extracting(Obstacle::reason)
                .containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void bytesThatAreNotThoseThatWereAcceptedAreSaid() throws Exception {
        Source changed = source(1, MediaType.PDF, pages("en"), Digest.of(text("other")));
        assertThat(obstacles(maker(1L << 28), front(RECIPIENT), changed, source(2, pages("to"))))
                .containsExactly(new Obstacle(Reason.LOST, Optional.of(changed.document().id())));
    }

    /** Whatever bytes: an answer, and never an exception. One seed replays them. */
    @Test
    void damagedFilesAreAnswered() throws Exception {
        byte[] sound = pages("en", "to", "tre");
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(sound, random.nextInt(sound.length) + 1);
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Composed composed =
                    maker(1L << 26).compose(front(RECIPIENT), List.of(source(1, damaged)));
            if (composed instanceof Composed.Ready(Paper paper)) {
                assertThat(paper.sheets().sheets()).as("seed " + seed).isPositive();
                paper.close();
            }
        }
    }

    private void assertReason(Reason reason, byte[] bytes) throws IOException {
        assertThat(obstacles(maker(1L << 28), front(RECIPIENT), source(1, bytes)))
                .extracting(Obstacle::reason)
                .containsExactly(reason);
    }

    private PaperMaker maker(long room) {
        return new PaperMaker(folder, new Limits(99, true), 1 << 16, room);
    }

    private static List<Obstacle> obstacles(PaperMaker maker, Front front, Source... documents)
            throws IOException {
        Composed composed = maker.compose(front, List.of(documents));
        assertThat(composed).isInstanceOf(Composed.NotPrintable.class);
        return ((Composed.NotPrintable) composed).obstacles();
    }

    private static byte[] encrypted(String password) throws IOException {
        return pdf(document -> {
            SamplePdfs.page(document, PDRectangle.A4, "en");
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
        });
    }

    private static byte[] signed() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SamplePdfs.page(document, PDRectangle.A4, "en");
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            document.save(first);
            try (PDDocument again = org.apache.pdfbox.Loader.loadPDF(first.toByteArray())) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
                again.addSignature(
                        signature,
                        content -> {
                            content.readAllBytes();
                            return new byte[] {1, 2, 3};
                        });
                again.saveIncremental(out);
            }
            return out.toByteArray();
        }
    }

    private static byte[] holding() throws IOException {
        return pdf(document -> {
            SamplePdfs.page(document, PDRectangle.A4, "en");
            PDEmbeddedFile file =
                    new PDEmbeddedFile(document, new ByteArrayInputStream(text("vedlegg")));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("vedlegg.txt");
            specification.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("vedlegg.txt", specification));
            PDDocumentNameDictionary names =
                    new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    /** 80 MiB of spaces in some tens of kilobytes. */
    private static byte[] bomb() throws IOException {
        return pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                for (int i = 0; i < 80; i++) {
                    out.write(spaces);
                }
            }
            page.setContents(stream);
        });
    }
}
