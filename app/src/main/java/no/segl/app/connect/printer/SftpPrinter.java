package no.segl.app.connect.printer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Manifest;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receipt.Read;
import no.segl.core.print.Stopping.Recall;
import org.apache.sshd.sftp.common.SftpException;

/**
 * A printer that fetches jobs from folders over SFTP; see docs/operate/print.md.
 *
 * <p>An attempt has a folder of its own, {@code work/<job>.<attempt>}. It gets the manifest, the
 * print file and at last an empty file {@code ready}; then the print file and, as the last step,
 * the manifest are renamed into {@code in}. So {@code ready} alone means that the job is there,
 * whatever the printer has done with it since, and anything else that it is not. Who asks first
 * renames that folder away, or takes its name if there is none: after that the attempt cannot take
 * its last step.
 */
public final class SftpPrinter implements Printer, AutoCloseable {

    private static final String IN = "in/";
    private static final String WORK = "work/";
    private static final String ENDED = "ended/";
    private static final String RECALLED = "recalled/";
    private static final String REFUSED = "refused/";
    private static final String RECEIPTS = "receipts/";
    private static final String MANIFEST = "/manifest.json";
    private static final String FILE = "/file.pdf";
    private static final String READY = "ready";

    private final Lines lines;

    /**
     * @throws IOException if a key cannot be read
     */
    public SftpPrinter(SftpSettings settings) throws IOException {
        lines = new Lines(settings);
    }

    @Override
    public Outcome handOver(Manifest manifest, PrintFile file) {
        String work = WORK + name(manifest.job(), manifest.attempt());
        try (Line line = lines.open()) {
            if (!prepared(line, work, manifest, file)) {
                return new Outcome.NotDone(Cause.REFUSED);
            }
            line.rename(work + MANIFEST, IN + manifest.job() + ".json");
            return new Outcome.Done();
        } catch (Lines.NoLine e) {
            return new Outcome.NotDone(e.why());
        } catch (IOException e) {
            return new Outcome.Unknown();
        }
    }

    /**
     * Everything but the last step.
     *
     * @return false if the printer's machine said no, and nothing is left there
     */
    private static boolean prepared(Line line, String work, Manifest manifest, PrintFile file)
            throws IOException {
        byte[] json = PrinterJson.manifest(manifest);
        line.makeFolder(work);
        try {
            line.write(work + MANIFEST, new ByteArrayInputStream(json), json.length);
            try (InputStream in = file.open()) {
                line.write(work + FILE, in, manifest.bytes());
            }
            line.write(work + "/" + READY, InputStream.nullInputStream(), 0);
            line.rename(work + FILE, IN + manifest.file());
            return true;
        } catch (SftpException e) {
            clear(line, work, manifest.job(), manifest.attempt());
            return false;
        }
    }

    @Override
    public Outcome look(PrintJobId job, int attempt) {
        String name = name(job, attempt);
        try (Line line = lines.open()) {
            if (line.exists(IN + job + ".json")) {
                return new Outcome.Done();
            }
            if (!line.exists(ENDED + name) && !shutOut(line, name)) {
                return new Outcome.NotDone(Cause.NOT_THERE);
            }
            Set<String> left = new TreeSet<>(line.names(ENDED + name, _ -> true));
            if (left.equals(Set.of(READY))) {
                return new Outcome.Done();
            }
            clear(line, ENDED + name, job, attempt);
            return new Outcome.NotDone(Cause.NOT_THERE);
        } catch (IOException e) {
            return new Outcome.Unknown();
        }
    }

    /**
     * Renames the attempt's folder away; where there is none, a file takes its name, so that none
     * can be made.
     *
     * @return whether there was one
     */
    private static boolean shutOut(Line line, String name) throws IOException {
        if (line.isFile(WORK + name)) {
            return false;
        }
        if (line.renameIfThere(WORK + name, ENDED + name)) {
            return true;
        }
        line.write(WORK + name, InputStream.nullInputStream(), 0);
        return false;
    }

    /** Removes an attempt that did not arrive: {@code ready} first, since alone it says "done". */
    private static void clear(Line line, String folder, PrintJobId job, int attempt)
            throws IOException {
        line.remove(folder + "/" + READY);
        line.remove(IN + name(job, attempt) + ".pdf");
        line.remove(folder + FILE);
        line.remove(folder + MANIFEST);
    }

    @Override
    public Recall recall(PrintJobId job) {
        String manifest = job + ".json";
        try (Line line = lines.open()) {
            if (!line.exists(RECALLED + manifest)
                    && !line.renameIfThere(IN + manifest, RECALLED + manifest)) {
                return line.exists(RECALLED + manifest) ? Recall.RECALLED : Recall.TOO_LATE;
            }
            for (String name : line.names(IN, entry -> isOf(job, entry.getFilename()))) {
                line.remove(IN + name);
            }
            return Recall.RECALLED;
        } catch (IOException e) {
            return Recall.UNKNOWN;
        }
    }

    @Override
    public List<Arrived> receipts(int most, Set<String> but) throws PrinterUnavailable {
        try (Line line = lines.open()) {
            List<Arrived> arrived = new ArrayList<>();
            List<String> names =
                    line.names(
                            RECEIPTS,
                            entry ->
                                    entry.getAttributes().isRegularFile()
                                            && isReceipt(entry.getFilename())
                                            && !but.contains(entry.getFilename()));
            for (String name : names.subList(0, Math.min(most, names.size()))) {
                read(line, name).map(read -> new Arrived(name, read)).ifPresent(arrived::add);
            }
            return arrived;
        } catch (IOException e) {
            throw new PrinterUnavailable("receipts cannot be read");
        }
    }

    private static boolean isReceipt(String name) {
        return name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*[.]json");
    }

    @Override
    public int refused() throws PrinterUnavailable {
        try (Line line = lines.open()) {
            return line.names(RECEIPTS + REFUSED, entry -> isReceipt(entry.getFilename())).size();
        } catch (IOException e) {
            throw new PrinterUnavailable("what was set aside cannot be counted");
        }
    }

    /**
     * Reads one receipt; what the machine does not let Segl read is refused, and stops no other.
     *
     * @return empty if it is gone, as when another node has dealt with it
     */
    private static Optional<Read> read(Line line, String name) throws IOException {
        try {
            byte[] bytes = line.read(RECEIPTS + name, PrinterJson.LARGEST_RECEIPT + 1);
            return Optional.of(PrinterJson.receipt(bytes));
        } catch (SftpException e) {
            return line.exists(RECEIPTS + name)
                    ? Optional.of(new Read.Refused(Receipt.Fault.UNREADABLE))
                    : Optional.empty();
        }
    }

    @Override
    public void acknowledge(Arrived arrived) throws PrinterUnavailable {
        String to = arrived.read() instanceof Read.Sound ? "read/" : REFUSED;
        try (Line line = lines.open()) {
            line.renameIfThere(RECEIPTS + arrived.name(), RECEIPTS + to + arrived.name());
        } catch (IOException e) {
            throw new PrinterUnavailable("a receipt cannot be moved");
        }
    }

    @Override
    public void forget(PrintJobId job) throws PrinterUnavailable {
        try (Line line = lines.open()) {
            for (String place : List.of(WORK, ENDED)) {
                for (String name : line.names(place, entry -> isOf(job, entry.getFilename()))) {
                    String folder = place + name;
                    if (line.isFile(folder)) {
                        line.remove(folder);
                        continue;
                    }
                    for (String file : line.names(folder, _ -> true)) {
                        line.remove(folder + "/" + file);
                    }
                    line.removeFolder(folder);
                }
            }
            line.remove(RECALLED + job + ".json");
        } catch (IOException e) {
            throw new PrinterUnavailable("what is left of a job cannot be removed");
        }
    }

    private static boolean isOf(PrintJobId job, String name) {
        return name.startsWith(job + ".");
    }

    private static String name(PrintJobId job, int attempt) {
        return job + "." + attempt;
    }

    @Override
    public void close() {
        lines.close();
    }
}
