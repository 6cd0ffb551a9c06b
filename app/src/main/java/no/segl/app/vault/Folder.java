package no.segl.app.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.segl.core.id.ExportId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;

/** All objects of one letter, upload or export: those that belong together. */
public sealed interface Folder {

    /** The objects of a letter. */
    record OfLetter(LetterId letter) implements Folder {
        @Override
        public UUID id() {
            return letter.value();
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /** The objects of an upload. */
    record OfUpload(UploadId upload) implements Folder {
        @Override
        public UUID id() {
            return upload.value();
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /** The files that were made for an export, of which one at the most is the one to keep. */
    record OfExport(ExportId export) implements Folder {
        @Override
        public UUID id() {
            return export.value();
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /** The folder of a letter. */
    static Folder of(LetterId letter) {
        return new OfLetter(letter);
    }

    /** The folder of an upload. */
    static Folder of(UploadId upload) {
        return new OfUpload(upload);
    }

    /** The folder of an export. */
    static Folder of(ExportId export) {
        return new OfExport(export);
    }

    /** The id of the letter, upload or export. */
    UUID id();

    /** {@code letters}, {@code uploads} or {@code exports}. */
    default String kind() {
        return switch (this) {
            case OfLetter _ -> "letters";
            case OfUpload _ -> "uploads";
            case OfExport _ -> "exports";
        };
    }

    /** {@code letters/<letterId>}, {@code uploads/<uploadId>} or {@code exports/<exportId>}. */
    default String path() {
        return kind() + "/" + id();
    }

    /** What a wrapped data key is bound to, so that it opens nothing else. */
    default byte[] associatedData() {
        return encode("segl:key:v1", 0).array();
    }

    /**
     * The tag, one byte for the kind and the 16 bytes of the id, with {@code room} bytes to follow.
     * Every part has a fixed length once tag and kind are read, so no two names encode alike.
     */
    default ByteBuffer encode(String tag, int room) {
        byte[] tagBytes = tag.getBytes(StandardCharsets.US_ASCII);
        byte kind =
                switch (this) {
                    case OfLetter _ -> 1;
                    case OfUpload _ -> 2;
                    case OfExport _ -> 3;
                };
        return ByteBuffer.allocate(tagBytes.length + 1 + 16 + room)
                .put(tagBytes)
                .put(kind)
                .putLong(id().getMostSignificantBits())
                .putLong(id().getLeastSignificantBits());
    }
}
