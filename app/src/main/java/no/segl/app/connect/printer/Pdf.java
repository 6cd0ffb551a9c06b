package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import no.segl.core.id.DocumentId;
import no.segl.core.print.Inspection;
import no.segl.core.print.Inspection.Condition;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;

/**
 * A document of the letter, looked at: what was found, and its pages if they can be drawn. Whatever
 * the reader throws on a hostile file ends as {@code DAMAGED}, and its message is not kept, since
 * it may quote the file.
 */
record Pdf(Inspection found, @Nullable PDDocument document) implements AutoCloseable {

    /** The most that the content of one page may unfold to, in bytes. */
    private static final long LARGEST_PAGE = 64L << 20;

    /**
     * Content packed in another way than usual may be this large, since it is not unfolded here.
     */
    private static final long LARGEST_ODD = 256L << 10;

    static Pdf unread(DocumentId id, Condition condition) {
        return new Pdf(new Inspection(id, condition, 0), null);
    }

    /** Looks at the PDF in {@code bytes}; these must stay open as long as this. */
    static Pdf read(DocumentId id, RandomAccessRead bytes, Scratch scratch) {
        PDDocument document = null;
        try {
            document = Loader.loadPDF(bytes, () -> new Lent(scratch));
            Condition condition = condition(document);
            Inspection found = new Inspection(id, condition, document.getNumberOfPages());
            if (condition == Condition.SOUND) {
                return new Pdf(found, document);
            }
            closed(document);
            return new Pdf(found, null);
        } catch (InvalidPasswordException e) {
            closed(document);
            return unread(id, Condition.ENCRYPTED);
        } catch (ScratchFull e) {
            closed(document);
            return unread(id, Condition.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            closed(document);
            return unread(id, Condition.DAMAGED);
        }
    }

    private static Condition condition(PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            return Condition.ENCRYPTED;
        }
        if (!document.getSignatureDictionaries().isEmpty()) {
            return Condition.SIGNED;
        }
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        if (holdsFiles(catalog)) {
            return Condition.HOLDS_FILES;
        }
        PDAcroForm form = catalog.getAcroForm();
        if (form != null && form.xfaIsDynamic()) {
            return Condition.DYNAMIC_FORM;
        }
        PDOptionalContentProperties layers = catalog.getOCProperties();
        if (layers != null
                && layers.getOptionalContentGroups().stream()
                        .anyMatch(group -> !layers.isGroupEnabled(group))) {
            return Condition.HIDDEN_LAYERS;
        }
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationFileAttachment) {
                    return Condition.HOLDS_FILES;
                }
            }
            if (unfoldsTooFar(page)) {
                return Condition.TOO_LARGE;
            }
        }
        return Condition.SOUND;
    }

    private static boolean holdsFiles(PDDocumentCatalog catalog) {
        return catalog.getCOSObject().containsKey(COSName.getPDFName("Collection"))
                || catalog.getCOSObject().containsKey(COSName.getPDFName("AF"))
                || (catalog.getNames() != null && catalog.getNames().getEmbeddedFiles() != null);
    }

    private static boolean unfoldsTooFar(PDPage page) throws IOException {
        long left = LARGEST_PAGE;
        for (var streams = page.getContentStreams(); streams.hasNext(); ) {
            PDStream stream = streams.next();
            left -= unfolded(stream.getCOSObject(), stream.getFilters(), left);
            if (left < 0) {
                return true;
            }
        }
        return false;
    }

    /** How much it unfolds to, counted no further than a little beyond {@code most}. */
    private static long unfolded(COSStream stream, @Nullable List<COSName> filters, long most)
            throws IOException {
        if (filters == null || filters.isEmpty()) {
            return stream.getLength();
        }
        if (filters.size() > 1 || !filters.getFirst().equals(COSName.FLATE_DECODE)) {
            return stream.getLength() > LARGEST_ODD ? most + 1 : stream.getLength();
        }
        byte[] raw = new byte[8192];
        byte[] unfolded = new byte[1 << 16];
        long count = 0;
        try (InputStream in = stream.createRawInputStream();
                Inflater inflater = new Inflater()) {
            for (int read = in.read(raw); read >= 0 && count <= most; read = in.read(raw)) {
                inflater.setInput(raw, 0, read);
                for (int some = inflater.inflate(unfolded);
                        some > 0 && count <= most;
                        some = inflater.inflate(unfolded)) {
                    count += some;
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("the content of a page is damaged", e);
        }
        return count;
    }

    private static void closed(@Nullable PDDocument document) {
        try {
            if (document != null) {
                document.close();
            }
        } catch (IOException e) {
            // It lies in the scratch, which is closed whole.
        }
    }

    @Override
    public void close() {
        closed(document);
    }

    /** The scratch, lent to PDFBox, which closes what it is given. */
    record Lent(Scratch scratch) implements org.apache.pdfbox.io.RandomAccessStreamCache {
        @Override
        public org.apache.pdfbox.io.RandomAccess createBuffer() {
            return scratch.createBuffer();
        }

        @Override
        public void close() {}
    }
}
