package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
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
        FileItemInputIterator parts = upload.getItemIterator(request);
        while (next(parts)) {
            FileItemInput part = parts.next();
            try (InputStream in = new PacedInput(part.getInputStream(), clock)) {
                taker.take(
                        new Part(part.getFieldName(), part.getName(), part.getContentType(), in));
            }
        }
    }

    private static boolean next(FileItemInputIterator parts) throws IOException {
        try {
            return parts.hasNext();
        } catch (FileUploadException e) {
            throw new ApiProblem(Problem.UNREADABLE_BODY);
        }
    }
}
