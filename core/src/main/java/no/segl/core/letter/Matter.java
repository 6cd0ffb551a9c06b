package no.segl.core.letter;

import java.util.Arrays;
import java.util.List;
import no.segl.core.access.Power;

/** Words for cases («oppfølging»): what needs a person. */
public final class Matter {

    private Matter() {}

    /** Why it needs a person. */
    public enum Reason {
        /** Nobody has access that opens it. */
        NOBODY_CAN_OPEN,
        /** It is held back at its sender, because nobody there can open it. */
        HELD_BACK,
        /** Nobody could be told of it. */
        NOTICES_FAILED,
        /** It has lain unopened for long. */
        LONG_UNOPENED,
        /** It is to go on paper, and a person must see to that. */
        PRINT_NEEDED,
        /** It was to go on paper, and did not. */
        PRINT_FAILED,
        /** Who got it says that it is not for them. */
        WRONG_ADDRESSEE,
        /** It was opened, and nobody has read what is sealed in it for a case worker. */
        SEALED_UNREAD,
        /** Segl has tried to look at it again and again, and could not. */
        LOOK_FAILED,
        /**
         * It has lain unopened for so long that it may be a breach: nobody could use what it says
         * (law: personvernforordningen-33).
         */
        BREACH_UNOPENED,
        /**
         * Somebody opened what was not for them, which may be a breach (law:
         * personvernforordningen-33).
         */
        BREACH_MISDIRECTED;

        /** Whether it may be a breach, on which somebody must decide within a time. */
        public boolean isBreach() {
            return this == BREACH_UNOPENED || this == BREACH_MISDIRECTED;
        }

        /** Whether the other end can do something about it, too, when this one does nothing. */
        public boolean concernsBothEnds() {
            return this == NOBODY_CAN_OPEN
                    || this == NOTICES_FAILED
                    || this == LONG_UNOPENED
                    || this == SEALED_UNREAD;
        }

        /** Whether it is about the letter's way to paper. */
        public boolean isOfPaper() {
            return this == PRINT_NEEDED || this == PRINT_FAILED;
        }

        /**
         * Whether it is resolved by what closed the letter, or ended its content. That somebody
         * opened a letter which came to the wrong place does not bring it to the right one, and
         * what is sealed in a letter stays so when it is opened. Whether something was a breach is
         * decided by a person, whatever became of the letter.
         */
        public boolean isResolvedBy(LetterFact closing) {
            if (isBreach()) {
                return false;
            }
            if (closing instanceof LetterFact.ContentDestroyed) {
                return this == SEALED_UNREAD;
            }
            return (this != WRONG_ADDRESSEE && this != SEALED_UNREAD)
                    || closing instanceof LetterFact.LetterWithdrawn
                    || closing instanceof LetterFact.LetterSettled;
        }
    }

    /** Why it is put off. A code, since free text could carry what the ledger must not hold. */
    public enum Wait {
        /** The other end has been asked, and is to answer. */
        ANSWER_EXPECTED,
        /** Access is being given. */
        ACCESS_ON_ITS_WAY,
        /** Whoever is to do it is away, and is back by then. */
        PERSON_AWAY
    }

    /** How it was done with. A code, for the same reason. None of them closes the letter. */
    public enum Outcome {
        /** Somebody can open it now. */
        ACCESS_GIVEN,
        /** Who is to open it was reached, and says that it will be opened. */
        RECIPIENT_TOLD,
        /** The address where notices go was mended. */
        ADDRESS_MENDED,
        /** It was sent on paper by other means than Segl's. */
        ON_PAPER,
        /** It was sent anew, to the right place. */
        SENT_ANEW,
        /** It was for them after all. */
        ADDRESSEE_RIGHT,
        /** The case worker has got what was sealed for them in another way. */
        GOT_OTHERWISE,
        /** It was a breach, and Datatilsynet has been told. */
        BREACH_REPORTED,
        /** It was a breach, and a risk to anybody is unlikely: it is documented, not reported. */
        BREACH_WITHOUT_RISK,
        /** No breach: what it says came to who was to have it in another way, in time. */
        NO_BREACH_CAME_OTHERWISE,
        /** No breach: whoever opened it was to have it, or has the same duty of confidentiality. */
        NO_BREACH_ENTITLED,
        /** No breach: it says nothing of anybody. */
        NO_BREACH_NO_PERSON;

        /** Whether a case for {@code reason} can end so. */
        public boolean fits(Reason reason) {
            return switch (this) {
                case ACCESS_GIVEN -> reason == Reason.NOBODY_CAN_OPEN;
                // Nothing else would chase what is sealed in an opened letter, if they then forgot.
                case RECIPIENT_TOLD ->
                        reason != Reason.WRONG_ADDRESSEE
                                && reason != Reason.SEALED_UNREAD
                                && !reason.isBreach();
                case ADDRESS_MENDED -> reason == Reason.NOTICES_FAILED;
                case ON_PAPER -> reason.isOfPaper();
                case SENT_ANEW ->
                        reason == Reason.WRONG_ADDRESSEE || reason == Reason.SEALED_UNREAD;
                case ADDRESSEE_RIGHT -> reason == Reason.WRONG_ADDRESSEE;
                case GOT_OTHERWISE -> reason == Reason.SEALED_UNREAD;
                case BREACH_REPORTED, BREACH_WITHOUT_RISK, NO_BREACH_NO_PERSON -> reason.isBreach();
                case NO_BREACH_CAME_OTHERWISE -> reason == Reason.BREACH_UNOPENED;
                case NO_BREACH_ENTITLED -> reason == Reason.BREACH_MISDIRECTED;
            };
        }

        /** How a case for {@code reason} can end. */
        public static List<Outcome> of(Reason reason) {
            return Arrays.stream(values()).filter(outcome -> outcome.fits(reason)).toList();
        }
    }

    /**
     * The powers of those who answer for cases at one end of a letter: any of them will do. Those
     * who may see how the sender's letters fare, and its main administrators, for where a machine
     * sends there may be nobody else; those who can give access at the recipient.
     */
    public static List<Power> answeredBy(Side side) {
        return side == Side.SENDER
                ? List.of(Power.SEND, Power.OVERSEE, Power.ADMINISTER)
                : List.of(Power.MANAGE_ACCESS, Power.ADMINISTER);
    }
}
