package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.jspecify.annotations.Nullable;

/** Hands over the parts of a multipart body one by one, as a stream: none is put on disk. */
public final class Multipart {

    private static final int LARGEST_HEAD = 4096;

    private Multipart() {}

    /**
     * A part.
     *
     * @param field the field's name
     * @param fileName as the client named it; null if it is not a file
     * @param type as the client declared it
     * @param in its bytes; closed by {@link #read}
     */
    public record Part(
            @Nullable String field,
            @Nullable String fileName,
            @Nullable String type,
            InputStream in) {}

    /** Takes a part; what it does not read is passed over. */
    public interface Taker {
        void take(Part part) throws IOException;
    }

    /**
     * Reads the body to its end.
     *
     * @throws ApiProblem if it is broken or too slow
     * @throws IOException if {@code taker} fails
     */
    public static void read(HttpServletRequest request, InstantSource clock, Taker taker)
            throws IOException {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
                new JakartaServletFileUpload<>();
        upload.setMaxPartHeaderSize(LARGEST_HEAD);
        try {
            FileItemInputIterator parts = upload.getItemIterator(new Paced(request, clock));
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                try (InputStream in = part.getInputStream()) {
                    taker.take(
                            new Part(
                                    part.getFieldName(),
                                    fileName(part),
                                    part.getContentType(),
                                    in));
                }
            }
        } catch (FileUploadException e) {
            throw new ApiProblem(Problem.UNREADABLE_BODY);
        }
    }

    private static @Nullable String fileName(FileItemInput part) {
        try {
            return part.getName();
        } catch (InvalidPathException e) {
            // It holds U+0000, which the rules for names refuse as they do other such tricks.
            return e.getInput();
        }
    }

    /** The whole body must keep pace: also the heads of its parts, and the parts nobody reads. */
    private static final class Paced extends JakartaServletRequestContext {
        private final InputStream in;

        Paced(HttpServletRequest request, InstantSource clock) throws IOException {
            super(request);
            in = new PacedInput(request.getInputStream(), clock);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }
    }
}
