package no.segl.core.deadline;

import java.util.List;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Notice;

/** Orders notices of a letter to those whom its situation names. */
record Telling(Envelope letter, Situation situation) {

    /** What those who can open it are told. Whoever was never told is not told "still". */
    static Notice.Kind kind(Letter.Available letter) {
        boolean again = letter.chase().notifiedAt().isPresent() && !letter.chase().readerless();
        return again ? Notice.Kind.STILL_UNOPENED : Notice.Kind.ARRIVED;
    }

    /** Tells those who can open it. */
    void readers(Notice.Kind kind, List<LetterFact> facts) {
        situation.readers().forEach(reader -> order(kind, new Notice.To.Person(reader), facts));
    }

    /** Tells its sender. */
    void sender(List<LetterFact> facts) {
        order(Notice.Kind.SENDER_LONG_UNOPENED, new Notice.To.Unit(letter.sender()), facts);
    }

    /** Tells the recipient, and those who can give access there. */
    void administrators(Notice.Kind kind, List<LetterFact> facts) {
        order(kind, new Notice.To.Unit(letter.recipient()), facts);
        situation
                .administrators()
                .forEach(person -> order(kind, new Notice.To.Person(person), facts));
    }

    private void order(Notice.Kind kind, Notice.To to, List<LetterFact> facts) {
        facts.add(new NoticeOrdered(letter.id(), situation.ids().get(), kind, to));
    }
}
