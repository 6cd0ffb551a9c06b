package no.segl.app.vault;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.DocumentId;
import no.segl.core.id.ExportId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import no.segl.core.id.Uuids;

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
     * @param writer under whose lease it was written, so that two writers of one chunk, of whom one
     *     has lost its lease, write two objects; empty for chunks from before there were leases
     */
    record Chunk(UploadId upload, long offset, Optional<UUID> writer) implements ObjectName {

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
            return offset + writer.map(id -> "-" + id).orElse("");
        }

        @Override
        public byte[] associatedData() {
            return writer.map(id ->
                            folder().encode(TAG, 24)
                                    .putLong(offset)
                                    .putLong(id.getMostSignificantBits())
                                    .putLong(id.getLeastSignificantBits())
                                    .array())
                    .orElseGet(() -> folder().encode(TAG, 8).putLong(offset).array());
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /**
     * A file that was made for an export.
     *
     * @param attempt which of the attempts at it made it, so that none writes over another's
     */
    record Made(ExportId export, UUID attempt) implements ObjectName {
        @Override
        public Folder folder() {
            return Folder.of(export);
        }

        @Override
        public String leaf() {
            return attempt.toString();
        }

        @Override
        public byte[] associatedData() {
            return folder().encode(TAG, 16)
                    .putLong(attempt.getMostSignificantBits())
                    .putLong(attempt.getLeastSignificantBits())
                    .array();
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
    static ObjectName of(UploadId upload, long offset, Optional<UUID> writer) {
        return new Chunk(upload, offset, writer);
    }

    /** A file that was made for an export. */
    static ObjectName of(ExportId export, UUID attempt) {
        return new Made(export, attempt);
    }

    /** The letter, upload or export that it belongs to. */
    Folder folder();

    /** Its name within the folder. */
    String leaf();

    /** What the sealed bytes are bound to, so that no object can stand in for another. */
    byte[] associatedData();

    /**
     * {@code letters/<letterId>/<documentId>}, {@code uploads/<uploadId>/<offset>-<writer>} or
     * {@code exports/<exportId>/<attempt>}.
     */
    default String path() {
        return folder().path() + "/" + leaf();
    }

    /** The name whose {@link #path} is exactly {@code path}, or empty if there is none. */
    static Optional<ObjectName> parse(String path) {
        Matcher parts = Shape.PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String leaf = parts.group(3);
        Optional<ObjectName> name =
                switch (parts.group(1)) {
                    case "letters" ->
                            LetterId.parse(parts.group(2))
                                    .flatMap(letter ->
                                            DocumentId.parse(leaf)
                                                    .map(document -> of(letter, document)));
                    case "uploads" ->
                            UploadId.parse(parts.group(2))
                                    .flatMap(upload -> Shape.chunk(upload, leaf));
                    default ->
                            ExportId.parse(parts.group(2))
                                    .flatMap(export ->
                                            Uuids.parse(leaf).map(attempt -> of(export, attempt)));
                };
        return name.filter(found -> found.path().equals(path));
    }

    /** How a path is read. */
    final class Shape {
        private static final Pattern PATH =
                Pattern.compile("(letters|uploads|exports)/([^/]+)/([^/]+)");
        private static final Pattern CHUNK =
                Pattern.compile("([0-9]{1,19})(?:-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?");

        private Shape() {}

        private static Optional<ObjectName> chunk(UploadId upload, String leaf) {
            Matcher parts = CHUNK.matcher(leaf);
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        of(
                                upload,
                                Long.parseLong(parts.group(1)),
                                Optional.ofNullable(parts.group(2)).map(UUID::fromString)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
