package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Side;

/**
 * A letter as those who oversee one of its ends see it: where it is and how it got there, never its
 * content.
 *
 * @param shell what stands around
 * @param own at which end the viewer's unit is
 * @param readers how many can open it; told at the recipient's end only, while it is not closed
 * @param letter the letter; its title is not shown
 * @param references what it refers to
 * @param bytes the size of all documents together
 * @param status where it is
 * @param steps what has happened to it, oldest first
 * @param look when it is looked at again; empty only when it is closed
 * @param refusals the refused attempts
 * @param ledger this letter's entries, in the ledger's order
 * @param continued whether there are entries before these
 * @param next the cursor of the next entries
 * @param held whether it is held back, and one may let it go
 * @param withdrawal the form for taking the letter back, when that is possible
 * @param trouble why it was not taken back, if that was tried
 */
public record SentLetterPage(
        Shell shell,
        Side own,
        Optional<Long> readers,
        SentLetter letter,
        References references,
        long bytes,
        LetterStatus status,
        List<Step> steps,
        Optional<NextLook> look,
        Newest<Refusal> refusals,
        List<Entry> ledger,
        boolean continued,
        Optional<String> next,
        boolean held,
        Optional<Withdrawal> withdrawal,
        Trouble trouble)
        implements Page {

    /** Why the letter was not taken back, if that was tried. */
    public enum Trouble {
        NONE,
        /** No reason was chosen; the form says so. */
        REASON_MISSING,
        ALREADY_OPENED,
        ALREADY_CLOSED,
        NOT_YET,
        NOT_ALLOWED;

        /** Whether the page has something to say. */
        public boolean isSaid() {
            return this != NONE && this != REASON_MISSING;
        }

        /** The key of the words. */
        public String key() {
            return "withdraw.trouble." + name();
        }
    }

    /**
     * The letter from its sender's side.
     *
     * @param id the letter
     * @param sender the unit that sent it
     * @param recipient who it is for
     * @param category the category's name, in the page's language
     * @param language the BCP 47 tag of the language it is written in
     * @param documents how many documents it has
     */
    public record SentLetter(
            LetterId id,
            Party sender,
            Party recipient,
            String category,
            String language,
            int documents) {}

    /**
     * Something that happened to the letter.
     *
     * @param kind what happened
     * @param at when
     * @param note more about it in the page's language, such as by what right; or empty
     */
    public record Step(Kind kind, Instant at, Optional<String> note) {

        /** A kind of step, and its sign. */
        public enum Kind {
            ACCEPTED("sealed"),
            AVAILABLE("envelope"),
            NOTIFIED("bell"),
            RENOTIFIED("bell"),
            OPENED("opened"),
            POSTED("paper"),
            WITHDRAWN("returned"),
            SETTLED("settled");

            private final String icon;

            Kind(String icon) {
                this.icon = icon;
            }

            public String icon() {
                return icon;
            }

            /** The key of the words. */
            public String key() {
                return "step." + name();
            }
        }
    }

    /**
     * An entry of the ledger.
     *
     * @param number its place in the organisation's chain
     * @param at when it was written
     * @param fact what happened, such as {@code LetterOpened}
     * @param actorKind what kind of actor: {@code person}, {@code machine} or {@code segl}
     * @param actor who; empty for a person of the other end
     * @param right by what right
     * @param digest the entry's own digest
     */
    public record Entry(
            long number,
            Instant at,
            String fact,
            String actorKind,
            Optional<String> actor,
            Right right,
            Digest digest) {

        /** The first twelve digits of the digest: enough to compare by eye. */
        public String shortDigest() {
            return digest.hex().substring(0, 12);
        }
    }

    /**
     * The form for taking a letter back: {@code grunn}, one of {@link Reason#parameter()}.
     *
     * @param missing whether it came back because no reason was chosen
     */
    public record Withdrawal(boolean missing) {

        /** Why a sender takes a letter back: fixed words, as the reason goes into the ledger. */
        public enum Reason {
            WRONG_RECIPIENT("feil-mottaker"),
            WRONG_CONTENT("feil-innhold"),
            SENT_TWICE("sendt-to-ganger"),
            NOT_NEEDED("ikke-lenger-aktuelt");

            private final String parameter;

            Reason(String parameter) {
                this.parameter = parameter;
            }

            /** The value of {@code grunn}. */
            public String parameter() {
                return parameter;
            }

            /** The key of the words. */
            public String key() {
                return "withdraw.reason." + name();
            }
        }
    }

    /** Whether it can be chased: it is available, and nobody has opened it. */
    public boolean chase() {
        return status == LetterStatus.AVAILABLE;
    }

    /** Its address. */
    public String path() {
        return (own == Side.SENDER ? "/sendt/" : "/inngaende/") + letter.id();
    }

    @Override
    public String template() {
        return "page/sent-letter.jte";
    }
}
