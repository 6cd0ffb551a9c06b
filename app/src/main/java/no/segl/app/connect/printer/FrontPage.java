package no.segl.app.connect.printer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.lettering.Lettering;
import no.segl.core.letter.Document;
import no.segl.core.print.Inspection;
import no.segl.core.print.Sheets;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * The first sheet, for a C5 envelope with its window at the left. The window begins 15 mm from the
 * left and 44 mm from the top, and is 105 mm wide and 35 mm high; source: officeconsult.no,
 * "Brevmaler: plassering av mottakerfelt i vinduskonvolutter". A sheet can move within the
 * envelope, so that nothing but addresses stands in the corner of 125 by 89 mm; source of that
 * field: difi/begrep-SikkerDigitalPost, utskrift/brev.textile.
 */
final class FrontPage {

    static final float WINDOW_LEFT = 15;
    static final float WINDOW_TOP = 44;
    static final float WINDOW_WIDTH = 105;
    static final float WINDOW_HEIGHT = 35;
    static final float QUIET_WIDTH = 125;
    static final float QUIET_HEIGHT = 89;

    private static final float LEFT = 20;
    private static final float ADDRESS_WIDTH = 96;
    private static final float TEXT_WIDTH = 165;
    private static final float LAST_LINE = 280;

    private final Lettering lettering;
    private final PDPageContentStream page;
    private float line = 105;

    FrontPage(Lettering lettering, PDPageContentStream page) {
        this.lettering = lettering;
        this.page = page;
    }

    /**
     * Draws it.
     *
     * @param documents the letter's documents, in order
     * @param found what was found in each of them
     */
    void draw(Front front, List<Document> documents, List<Inspection> found, Sheets sheets)
            throws IOException {
        FrontWords words = FrontWords.in(front.language());
        addresses(front, words);
        paragraph(front.sender(), 16, 8);
        paragraph(front.title(), 13, 7);
        line += 3;
        named(words.caseNumber(), front.caseNumber());
        named(words.reference(), front.sendersReference());
        paragraph(words.sheets() + ": " + sheets.sheets(), 10, 5);
        line += 3;
        paragraph(words.why(), 10, 5);
        line += 3;
        contents(words, documents, found);
    }

    private void addresses(Front front, FrontWords words) throws IOException {
        String back = words.returnTo() + ": " + String.join(", ", front.returnTo().block());
        lettering.write(page, back, LEFT, 48.5f, lettering.fitting(back, 7, ADDRESS_WIDTH));
        List<String> block = front.recipient().block();
        float size = 10;
        for (String text : block) {
            size = Math.min(size, lettering.fitting(text, size, ADDRESS_WIDTH));
        }
        for (int i = 0; i < block.size(); i++) {
            lettering.write(page, block.get(i), LEFT, 54.5f + 4.5f * i, size);
        }
    }

    private void contents(FrontWords words, List<Document> documents, List<Inspection> found)
            throws IOException {
        paragraph(words.documents() + ":", 10, 5);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            entries.add(
                    "%d. %s (%d %s)"
                            .formatted(
                                    i + 1,
                                    documents.get(i).name(),
                                    found.get(i).pages(),
                                    words.pages()));
        }
        for (int i = 0; i < entries.size(); i++) {
            if (line > LAST_LINE - 10 && i < entries.size() - 1) {
                paragraph(words.more().formatted(entries.size() - i), 10, 5);
                return;
            }
            paragraph(entries.get(i), 10, 5);
        }
    }

    private void named(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            paragraph(name + ": " + value.get(), 10, 5);
        }
    }

    private void paragraph(String text, float size, float leading) throws IOException {
        for (String part : lettering.lines(lettering.writable(text), size, TEXT_WIDTH)) {
            if (line <= LAST_LINE) {
                lettering.write(page, part, LEFT, line, size);
            }
            line += leading;
        }
    }
}
