package no.segl.proof.printer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.segl.app.connect.printer.Printer;
import no.segl.app.connect.printer.PrinterJson;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Manifest;
import no.segl.core.print.Receipt;
import no.segl.core.print.Stopping.Recall;

/** A printing house in memory. */
public final class FakePrinter implements Printer, PrintHouse {

    private record Attempt(PrintJobId job, int number) {}

    private final Map<PrintJobId, byte[]> waiting = new LinkedHashMap<>();
    private final Set<Attempt> arrived = new HashSet<>();
    private final Set<Attempt> shutOut = new HashSet<>();
    private final Set<PrintJobId> recalled = new HashSet<>();
    private final Map<String, String> receipts = new TreeMap<>();
    private int refused;

    @Override
    public synchronized Outcome handOver(Manifest manifest, PrintFile file) {
        Attempt attempt = new Attempt(manifest.job(), manifest.attempt());
        if (shutOut.contains(attempt) || arrived.contains(attempt)) {
            return new Outcome.Unknown();
        }
        try (InputStream in = file.open()) {
            waiting.put(manifest.job(), in.readAllBytes());
            arrived.add(attempt);
            return new Outcome.Done();
        } catch (IOException e) {
            return new Outcome.Unknown();
        }
    }

    @Override
    public synchronized Outcome look(PrintJobId job, int attempt) {
        Attempt asked = new Attempt(job, attempt);
        if (arrived.contains(asked)) {
            return new Outcome.Done();
        }
        shutOut.add(asked);
        return new Outcome.NotDone(Cause.NOT_THERE);
    }

    @Override
    public synchronized Recall recall(PrintJobId job) {
        if (waiting.remove(job) != null) {
            recalled.add(job);
        }
        return recalled.contains(job) ? Recall.RECALLED : Recall.TOO_LATE;
    }

    @Override
    public synchronized List<Arrived> receipts(int most, Set<String> but) {
        List<Arrived> read = new ArrayList<>();
        receipts.forEach((name, text) -> {
            if (read.size() < most && !but.contains(name)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                read.add(new Arrived(name, PrinterJson.receipt(bytes)));
            }
        });
        return read;
    }

    @Override
    public synchronized void acknowledge(Arrived arrived) {
        if (receipts.remove(arrived.name()) != null
                && arrived.read() instanceof Receipt.Read.Refused) {
            refused++;
        }
    }

    @Override
    public synchronized int refused() {
        return refused;
    }

    @Override
    public synchronized void forget(PrintJobId job) {
        arrived.removeIf(attempt -> attempt.job().equals(job));
        shutOut.removeIf(attempt -> attempt.job().equals(job));
        recalled.remove(job);
    }

    @Override
    public synchronized List<Taken> takeUp() {
        List<Taken> taken = new ArrayList<>();
        waiting.forEach((job, file) -> taken.add(new Taken(job, Digest.of(file))));
        waiting.clear();
        return taken;
    }

    @Override
    public synchronized void says(String name, String receipt) {
        receipts.put(name, receipt);
    }
}
