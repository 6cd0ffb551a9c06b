package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;

/**
 * An opened letter.
 *
 * @param shell what stands around
 * @param letter the letter from outside
 * @param references what it refers to
 * @param documents its documents that the person may open, in the sender's order
 * @param sealed its documents that are sealed for another, in the sender's order
 * @param withheld whether the letter is shared with the person without its documents
 * @param shown the document shown on the page, if any can be
 * @param openings who has opened it
 * @param refusals who was refused
 * @param replies the replies sent to it
 * @param justReplied whether a reply was sent a moment ago, to say so
 * @param form the form for a reply, if the person may send one
 * @param share for sharing it, if the person may
 * @param care who has it, and whether it is handled
 */
public record LetterPage(
        Shell shell,
        Letter letter,
        References references,
        List<Document> documents,
        List<SealedDocument> sealed,
        boolean withheld,
        Optional<DocumentId> shown,
        Newest<Opening> openings,
        Newest<Refusal> refusals,
        Newest<Reply> replies,
        boolean justReplied,
        Optional<ReplyForm> form,
        Optional<SharePanel> share,
        CarePanel care)
        implements Page {

    /**
     * A document of the letter.
     *
     * @param id the document
     * @param name its file name
     * @param type its media type
     * @param bytes its size
     * @param sha256 the digest of its content
     */
    public record Document(DocumentId id, String name, String type, long bytes, Digest sha256) {

        /** What its name ends with, in capitals, such as PDF: the word people know its type by. */
        public String ending() {
            return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        }

        /** Whether a browser can show it inside the page. */
        public boolean showable() {
            return type.equals("application/pdf");
        }
    }

    /** A document that only the named case worker may open: not even its name is shown. */
    public record SealedDocument(long bytes) {}

    /**
     * Somebody opened the letter.
     *
     * @param at when
     * @param who by name
     * @param right by what right, in the page's language
     * @param self whether it was the viewer
     */
    public record Opening(Instant at, String who, String right, boolean self) {}

    /**
     * A reply that was sent to the letter.
     *
     * @param id the reply, a letter of its own
     * @param at when it was sent
     * @param status where it is
     * @param follow whether the viewer may follow it among what is sent
     */
    public record Reply(LetterId id, Instant at, LetterStatus status, boolean follow) {}

    @Override
    public String template() {
        return "page/letter.jte";
    }
}
