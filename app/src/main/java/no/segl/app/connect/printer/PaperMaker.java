package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.lettering.Lettering;
import no.segl.app.vault.VaultDamaged;
import no.segl.app.vault.VaultMissing;
import no.segl.core.id.Digest;
import no.segl.core.letter.MediaType;
import no.segl.core.print.Inspection;
import no.segl.core.print.Inspection.Condition;
import no.segl.core.print.PostalAddress;
import no.segl.core.print.Printability;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Printability.Reason;
import no.segl.core.print.Printability.Verdict;
import no.segl.core.print.Sheets;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the print file of a letter: a sheet with the addresses, and then every document whole. */
public final class PaperMaker {

    private final Path folder;
    private final Printability.Limits limits;
    private final long memory;
    private final long room;

    /**
     * @param folder where sealed scratch files come to lie when memory is not enough
     * @param memory how many bytes of a letter to keep in memory
     * @param room how many bytes a letter may take while its print file is made
     */
    public PaperMaker(Path folder, Printability.Limits limits, long memory, long room) {
        this.folder = folder;
        this.limits = limits;
        this.memory = memory;
        this.room = room;
    }

    /**
     * Makes it, or says all that stands in the way.
     *
     * @throws IOException if a document cannot be had now from where it lies, or there is no room
     *     on the disk: try again later
     */
    public Composed compose(Front front, List<Source> documents) throws IOException {
        Scratch scratch = new Scratch(folder, memory, room);
        List<Pdf> looked = new ArrayList<>();
        boolean done = false;
        try {
            for (Source source : documents) {
                looked.add(look(source, scratch));
            }
            Composed composed = composed(front, documents, looked, scratch);
            done = composed instanceof Composed.Ready;
            return composed;
        } catch (ScratchFull e) {
            return new Composed.NotPrintable(List.of(Obstacle.ofLetter(Reason.TOO_LARGE)));
        } finally {
            looked.forEach(Pdf::close);
            if (!done) {
                scratch.close();
            }
        }
    }

    private Composed composed(
            Front front, List<Source> documents, List<Pdf> looked, Scratch scratch)
            throws IOException {
        List<Inspection> found = looked.stream().map(Pdf::found).toList();
        List<Obstacle> obstacles = new ArrayList<>();
        try (PDDocument target = new PDDocument(() -> new Pdf.Lent(scratch))) {
            Lettering lettering = new Lettering(target);
            if (!canBeWritten(front.addresses(), lettering)) {
                obstacles.add(Obstacle.ofLetter(Reason.NO_ADDRESS));
            }
            switch (Printability.decide(found, limits)) {
                case Verdict.NotPrintable(var reasons) -> obstacles.addAll(reasons);
                case Verdict.Printable(Sheets sheets) when obstacles.isEmpty() -> {
                    Binding binding =
                            new Binding(front, lettering, target, sheets, limits.duplex());
                    Optional<Obstacle> obstacle =
                            binding.bind(documents.stream().map(Source::document).toList(), looked);
                    if (obstacle.isEmpty()) {
                        return new Composed.Ready(saved(front, target, sheets, scratch));
                    }
                    obstacles.add(obstacle.get());
                }
                case Verdict.Printable _ -> {}
            }
        }
        return new Composed.NotPrintable(obstacles);
    }

    private static boolean canBeWritten(List<PostalAddress> addresses, Lettering lettering)
            throws IOException {
        for (PostalAddress address : addresses) {
            if (address.fault().isPresent()) {
                return false;
            }
            for (String line : address.block()) {
                if (!lettering.canWrite(line)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Paper saved(Front front, PDDocument target, Sheets sheets, Scratch scratch)
            throws IOException {
        if (target.getNumberOfPages() != sheets.pages()) {
            throw new IllegalStateException("the print file has not the pages that were counted");
        }
        RandomAccess file = scratch.createBuffer();
        MessageDigest sha256 = Digest.newSha256();
        try (OutputStream out =
                new DigestOutputStream(new RandomAccessOutputStream(file), sha256)) {
            target.save(out);
        }
        return new Paper(
                scratch, file, front, Digest.ofRaw(sha256.digest()), sheets, limits.duplex());
    }

    private static Pdf look(Source source, Scratch scratch) throws IOException {
        var document = source.document();
        if (!document.type().equals(MediaType.PDF)) {
            return Pdf.unread(document.id(), Condition.NOT_PDF);
        }
        RandomAccess copy = scratch.createBuffer();
        MessageDigest sha256 = Digest.newSha256();
        try (InputStream in = source.open()) {
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                copy.write(some, 0, read);
                sha256.update(some, 0, read);
            }
        } catch (ScratchFull e) {
            copy.close();
            return Pdf.unread(document.id(), Condition.TOO_LARGE);
        } catch (VaultMissing | VaultDamaged e) {
            // Trying again does not help: a person must know.
            copy.close();
            return Pdf.unread(document.id(), Condition.LOST);
        }
        if (!Digest.ofRaw(sha256.digest()).equals(document.sha256())) {
            copy.close();
            return Pdf.unread(document.id(), Condition.LOST);
        }
        copy.seek(0);
        return Pdf.read(document.id(), copy, scratch);
    }
}
