package no.segl.app.connect.printer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.lettering.Lettering;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Document;
import no.segl.core.letter.Language;
import no.segl.core.letter.MediaType;
import no.segl.core.print.PostalAddress;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Small PDFs, and a first sheet. */
final class SamplePdfs {

    static final PrintJobId JOB = new PrintJobId(new UUID(0x0198_f3aa_0000_7000L, 1));
    static final PostalAddress RECIPIENT =
            address("Advokatfirmaet Čáhci & Øyås AS", "Åsgårdsvegen 3 A", "5800", "Ålvik");
    static final PostalAddress SENDER =
            address("Fjordvik kommune", "Postboks 1", "5801", "Fjordvik");
    static final String TITLE = "Forslag til møte";

    private SamplePdfs() {}

    /** Something that writes a PDF. */
    @FunctionalInterface
    interface Drawing {
        void on(PDDocument document) throws IOException;
    }

    static PostalAddress address(String name, String street, String postcode, String city) {
        return new PostalAddress(name, List.of(street), postcode, city, "NO");
    }

    static Front front(PostalAddress recipient) {
        return new Front(
                JOB,
                recipient,
                SENDER,
                "Fjordvik kommune",
                TITLE,
                Optional.of("ref-1"),
                Optional.of("2026/123"),
                Language.NN);
    }

    static byte[] pages(String... texts) throws IOException {
        return pdf(document -> {
            for (String text : texts) {
                page(document, PDRectangle.A4, text);
            }
        });
    }

    static PDPage page(PDDocument document, PDRectangle size, String text) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        Lettering lettering = new Lettering(document);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            lettering.write(content, text, 30, 260, 12);
        }
        return page;
    }

    static byte[] pdf(Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            drawing.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static Source source(int number, byte[] bytes) {
        return source(number, MediaType.PDF, bytes, Digest.of(bytes));
    }

    static Source source(int number, MediaType type, byte[] bytes, Digest digest) {
        Document document =
                new Document(
                        new DocumentId(new UUID(2, number)),
                        "dokument-" + number + ".pdf",
                        type,
                        bytes.length,
                        digest);
        return new Source() {
            @Override
            public Document document() {
                return document;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
