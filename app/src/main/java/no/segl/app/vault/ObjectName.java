package no.segl.app.vault;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;

/** Names one object in the vault. Holds ids only, so it may stand in logs and messages. */
public sealed interface ObjectName {

    /** A document of a letter. */
    record Document(LetterId letter, DocumentId document) implements ObjectName {
        @Override
        public Folder folder() {
            return Folder.of(letter);
        }

        @Override
        public String leaf() {
            return document.toString();
        }

        @Override
        public byte[] associatedData() {
            return folder().encode(TAG, 16)
                    .putLong(document.value().getMostSignificantBits())
                    .putLong(document.value().getLeastSignificantBits())
                    .array();
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /**
     * A chunk of an upload.
     *
     * @param offset where in the whole upload the chunk begins, in bytes; never negative
     */
    record Chunk(UploadId upload, long offset) implements ObjectName {

        /**
         * @throws IllegalArgumentException if {@code offset} is negative
         */
        public Chunk {
            if (offset < 0) {
                throw new IllegalArgumentException("negative offset");
            }
        }

        @Override
        public Folder folder() {
            return Folder.of(upload);
        }

        @Override
        public String leaf() {
            return Long.toString(offset);
        }

        @Override
        public byte[] associatedData() {
            return folder().encode(TAG, 8).putLong(offset).array();
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /** What a sealed object's associated data begins with. Another format takes another tag. */
    String TAG = "segl:object:v1";

    /** A document of a letter. */
    static ObjectName of(LetterId letter, DocumentId document) {
        return new Document(letter, document);
    }

    /** A chunk of an upload. */
    static ObjectName of(UploadId upload, long offset) {
        return new Chunk(upload, offset);
    }

    /** The letter or upload that it belongs to. */
    Folder folder();

    /** Its name within the folder. */
    String leaf();

    /** What the sealed bytes are bound to, so that no object can stand in for another. */
    byte[] associatedData();

    /** {@code letters/<letterId>/<documentId>} or {@code uploads/<uploadId>/<offset>}. */
    default String path() {
        return folder().path() + "/" + leaf();
    }

    /** The name whose {@link #path} is exactly {@code path}, or empty if there is none. */
    static Optional<ObjectName> parse(String path) {
        Matcher parts = Shape.PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<ObjectName> name =
                parts.group(1).equals("letters")
                        ? LetterId.parse(parts.group(2))
                                .flatMap(letter ->
                                        DocumentId.parse(parts.group(3))
                                                .map(document -> of(letter, document)))
                        : UploadId.parse(parts.group(2))
                                .flatMap(upload ->
                                        Shape.offset(parts.group(3))
                                                .map(offset -> of(upload, offset)));
        return name.filter(found -> found.path().equals(path));
    }

    /** How a path is read. */
    final class Shape {
        private static final Pattern PATH = Pattern.compile("(letters|uploads)/([^/]+)/([^/]+)");

        private Shape() {}

        private static Optional<Long> offset(String text) {
            try {
                return Optional.of(Long.parseLong(text)).filter(offset -> offset >= 0);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
