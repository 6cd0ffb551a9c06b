package no.segl.app.connect.printer;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.lettering.Lettering;
import no.segl.core.letter.Document;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Printability.Reason;
import no.segl.core.print.Sheets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Puts the sheets in order. Each document begins on a new sheet, and the front of each sheet has a
 * mark at its left edge by which machines and people can see that none is missing: {@code SEGL},
 * the job's first eight signs, the sheet's number and how many there are, and {@code D} for duplex
 * or {@code S} for simplex.
 */
final class Binding {

    private static final float MARK_LEFT = 8;
    private static final float MARK_FROM = 200;
    private static final float MARK_SIZE = 6;

    private final Front front;
    private final Lettering lettering;
    private final PDDocument target;
    private final Sheets sheets;
    private final boolean duplex;

    Binding(Front front, Lettering lettering, PDDocument target, Sheets sheets, boolean duplex) {
        this.front = front;
        this.lettering = lettering;
        this.target = target;
        this.sheets = sheets;
        this.duplex = duplex;
    }

    /**
     * Draws everything.
     *
     * @return what stands in the way, if a document cannot be drawn after all
     */
    Optional<Obstacle> bind(List<Document> documents, List<Pdf> looked) throws IOException {
        try (PDPageContentStream page = fresh()) {
            new FrontPage(lettering, page)
                    .draw(front, documents, looked.stream().map(Pdf::found).toList(), sheets);
            mark(page);
        }
        fillUp();
        for (Pdf pdf : looked) {
            try {
                draw(pdf);
            } catch (ScratchFull e) {
                throw e;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                return Optional.of(
                        new Obstacle(Reason.DAMAGED, Optional.of(pdf.found().document())));
            }
            fillUp();
        }
        return Optional.empty();
    }

    private void draw(Pdf pdf) throws IOException {
        PDDocument source = Objects.requireNonNull(pdf.document());
        PageCopier copier = new PageCopier(source, target);
        for (int i = 0; i < pdf.found().pages(); i++) {
            try (PDPageContentStream page = fresh()) {
                copier.draw(i, page);
                mark(page);
            }
        }
    }

    private PDPageContentStream fresh() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        target.addPage(page);
        return new PDPageContentStream(target, page);
    }

    /** Marks the page that was added last, if it is the front of a sheet; over what is drawn. */
    private void mark(PDPageContentStream page) throws IOException {
        int number = target.getNumberOfPages();
        if (!duplex || number % 2 == 1) {
            String mark =
                    "SEGL %s %d/%d %s"
                            .formatted(
                                    front.job().toString().substring(0, 8),
                                    duplex ? (number + 1) / 2 : number,
                                    sheets.sheets(),
                                    duplex ? "D" : "S");
            lettering.writeUpward(page, mark, MARK_LEFT, MARK_FROM, MARK_SIZE);
        }
    }

    /** Leaves the back empty, so that what comes next begins on a new sheet. */
    private void fillUp() {
        if (duplex && target.getNumberOfPages() % 2 == 1) {
            target.addPage(new PDPage(PDRectangle.A4));
        }
    }
}
