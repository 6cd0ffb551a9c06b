package no.segl.app.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import no.segl.app.connect.printer.Composed;
import no.segl.app.connect.printer.Front;
import no.segl.app.connect.printer.PaperMaker;
import no.segl.app.connect.printer.Source;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Postage;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
import no.segl.core.print.PostalAddress;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Printability;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Printability.Reason;

/**
 * Makes the print file of a letter out of what lies in the vault. Whoever asks has written down
 * first that the content is read.
 */
public final class Typesetter {

    private final PostOffice.Parts parts;
    private final Postage postage;
    private final PaperMaker maker;

    public Typesetter(PostOffice.Parts parts, Postage postage, PaperMaker maker) {
        this.parts = parts;
        this.postage = postage;
        this.maker = maker;
    }

    /**
     * Makes it, or says all that stands in the way.
     *
     * @throws IOException if the vault does not give a document now, or there is no room: try again
     *     later
     */
    public Composed compose(PrintOrder order, Envelope letter) throws IOException {
        Optional<LetterContents.Inside> inside = parts.contents().find(letter.id());
        Optional<WrappedKey> key = parts.contents().key(letter.id());
        if (inside.isEmpty() || key.isEmpty()) {
            return new Composed.NotPrintable(List.of(Obstacle.ofLetter(Reason.NO_DOCUMENTS)));
        }
        List<Obstacle> seals = Printability.ofSeals(inside.get().documents());
        if (!seals.isEmpty()) {
            return new Composed.NotPrintable(seals);
        }
        Optional<PostalAddress> to = postage.address(letter.recipient());
        Optional<PostalAddress> back = postage.address(letter.sender());
        if (to.isEmpty() || back.isEmpty()) {
            return new Composed.NotPrintable(List.of(Obstacle.ofLetter(Reason.NO_ADDRESS)));
        }
        Front front =
                new Front(
                        order.job(),
                        to.get(),
                        back.get(),
                        back.get().name(),
                        inside.get().title(),
                        inside.get().sendersReference(),
                        inside.get().caseNumber(),
                        letter.language());
        return maker.compose(
                front,
                inside.get().documents().stream()
                        .<Source>map(document -> new Sealed(letter.id(), document, key.get()))
                        .toList());
    }

    /** A document in the vault. */
    private final class Sealed implements Source {

        private final LetterId letter;
        private final Document document;
        private final WrappedKey wrapped;

        Sealed(LetterId letter, Document document, WrappedKey wrapped) {
            this.letter = letter;
            this.document = document;
            this.wrapped = wrapped;
        }

        @Override
        public Document document() {
            return document;
        }

        @Override
        public InputStream open() throws IOException {
            try (DataKey key = parts.wrapper().unwrap(wrapped, Folder.of(letter))) {
                return Channels.newInputStream(
                        parts.sealer().open(key, ObjectName.of(letter, document.id())));
            }
        }
    }
}
