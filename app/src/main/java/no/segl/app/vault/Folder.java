package no.segl.app.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;

/** All objects of one letter or of one upload: those that one data key seals. */
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

    /** The folder of a letter. */
    static Folder of(LetterId letter) {
        return new OfLetter(letter);
    }

    /** The folder of an upload. */
    static Folder of(UploadId upload) {
        return new OfUpload(upload);
    }

    /** The id of the letter or upload. */
    UUID id();

    /** {@code letters} or {@code uploads}. */
    default String kind() {
        return switch (this) {
            case OfLetter _ -> "letters";
            case OfUpload _ -> "uploads";
        };
    }

    /** {@code letters/<letterId>} or {@code uploads/<uploadId>}. */
    default String path() {
        return kind() + "/" + id();
    }

    /** What a wrapped data key is bound to, so that it opens no other letter or upload. */
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
                };
        return ByteBuffer.allocate(tagBytes.length + 1 + 16 + room)
                .put(tagBytes)
                .put(kind)
                .putLong(id().getMostSignificantBits())
                .putLong(id().getLeastSignificantBits());
    }
}
