package no.segl.proof.crash;

import java.util.Random;

/** The named places at which Segl is killed. */
enum Place {
    SENDING_HALF_A_DOCUMENT(Kind.SEND, Point.BYTES_WRITTEN, 2),
    SENDING_A_DOCUMENT_NOT_YET_VISIBLE(Kind.SEND, Point.OBJECT_WRITTEN, 1),
    SENDING_ALL_DOCUMENTS_OF_ONE_LETTER(Kind.SEND, Point.OBJECT_STORED, 2),
    SENDING_THE_SECOND_LETTERS_COPY(Kind.SEND, Point.OBJECT_WRITTEN, 3),
    SENDING_ALL_SEALED(Kind.SEND, Point.OBJECT_STORED, 4),
    SENDING_THE_KEYS_WRAPPED(Kind.SEND, Point.KEY_WRAPPED, 2),
    SENDING_IN_THE_TRANSACTION(Kind.SEND, Point.CHANGED, 3),
    SENDING_BEFORE_THE_COMMIT(Kind.SEND, Point.COMMITTING, 1),
    SENDING_BEFORE_THE_ANSWER(Kind.SEND, Point.COMMITTED, 1),
    SENDING_ANSWERED(Kind.SEND, Point.ANSWERED, 1),
    OPENING_BEFORE_THE_COMMIT(Kind.OPEN, Point.COMMITTING, 1),
    OPENING_BEFORE_THE_ANSWER(Kind.OPEN, Point.COMMITTED, 1),
    OPENING_ANSWERED(Kind.OPEN, Point.ANSWERED, 1),
    READING_BEFORE_THE_COMMIT(Kind.READ, Point.COMMITTING, 1),
    READING_BEFORE_THE_BYTES(Kind.READ, Point.COMMITTED, 1),
    READING_IN_THE_BYTES(Kind.READ, Point.BYTES_READ, 5),
    UPLOADING_WITH_THE_LEASE_TAKEN(Kind.UPLOAD, Point.CHANGED, 1),
    UPLOADING_HALF_A_PIECE(Kind.UPLOAD, Point.BYTES_WRITTEN, 1),
    UPLOADING_A_PIECE_STORED(Kind.UPLOAD, Point.OBJECT_STORED, 1),
    UPLOADING_BEFORE_THE_COMMIT(Kind.UPLOAD, Point.COMMITTING, 1),
    UPLOADING_BEFORE_THE_ANSWER(Kind.UPLOAD, Point.COMMITTED, 1),
    SENDING_AN_UPLOAD_HALF_SEALED(Kind.SEND_AN_UPLOAD, Point.BYTES_WRITTEN, 2),
    SENDING_AN_UPLOAD_BEFORE_THE_ANSWER(Kind.SEND_AN_UPLOAD, Point.COMMITTED, 1),
    LOOKING_BEFORE_THE_COMMIT(Kind.LOOK, Point.COMMITTING, 2),
    LOOKING_AFTER_THE_COMMIT(Kind.LOOK, Point.COMMITTED, 1),
    SIGNING_BEFORE_THE_CHECKPOINT(Kind.CHECKPOINT, Point.CHANGING, 1),
    SIGNING_AFTER_THE_CHECKPOINT(Kind.CHECKPOINT, Point.CHANGED, 1),
    ROTATING_WITH_A_KEY_WRAPPED(Kind.ROTATE, Point.KEY_WRAPPED, 3),
    ROTATING_WITH_A_KEY_KEPT(Kind.ROTATE, Point.CHANGED, 2),
    DESTROYING_BEFORE_THE_COMMIT(Kind.DESTROY, Point.COMMITTING, 1),
    DESTROYING_THE_KEY_AND_NOT_THE_FILES(Kind.DESTROY, Point.DELETING, 1),
    SWEEPING(Kind.SWEEP, Point.DELETING, 1);

    private enum Kind {
        SEND,
        OPEN,
        READ,
        UPLOAD,
        SEND_AN_UPLOAD,
        LOOK,
        CHECKPOINT,
        ROTATE,
        DESTROY,
        SWEEP
    }

    private final Kind kind;
    private final Point point;
    private final int nth;

    Place(Kind kind, Point point, int nth) {
        this.kind = kind;
        this.point = point;
        this.nth = nth;
    }

    Deed deed(Random random) {
        return switch (kind) {
            case SEND -> new Sending();
            case OPEN -> Opening.ofALetter();
            case READ -> Opening.ofADocument();
            case UPLOAD -> Uploading.ofTheRest(random);
            case SEND_AN_UPLOAD -> Uploading.thenSending(random);
            case LOOK -> Working.LOOK;
            case CHECKPOINT -> Working.CHECKPOINT;
            case ROTATE -> Working.ROTATE;
            case DESTROY -> Working.DESTROY;
            case SWEEP -> Working.SWEEP;
        };
    }

    /** What Segl is told, so that it stops there. */
    String command() {
        return "stop " + point + " " + nth;
    }

    Point point() {
        return point;
    }
}
