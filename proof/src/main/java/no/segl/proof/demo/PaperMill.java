package no.segl.proof.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.core.id.PrintJobId;
import no.segl.proof.printer.SftpHouse;
import no.segl.proof.printer.SshKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The printing house: a real SFTP server, and somebody in it who presses a button where machines
 * would work. Its keys are new at each start, for Segl is told them at each start.
 */
final class PaperMill implements AutoCloseable {

    /** How far a job has come. */
    enum Progress {
        WAITING,
        POSTED,
        FAILED
    }

    /** A letter on paper. */
    record Job(PrintJobId id, Instant orderedAt, int sheets, Progress progress) {}

    private final Path folder;
    private final Path key;
    private final SftpHouse house;

    /**
     * Opens it.
     *
     * @param folder what lies there already stays
     */
    PaperMill(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try {
            KeyPair segl = SshKeys.pair();
            key = folder.resolveSibling("printer.key");
            Files.deleteIfExists(key);
            SshKeys.write(segl, key);
            house = new SftpHouse(folder, SshKeys.pair(), segl);
        } catch (GeneralSecurityException e) {
            throw new IOException("the printing house has no keys", e);
        }
    }

    int port() {
        return house.port();
    }

    String hostKey() {
        return house.hostKey();
    }

    /** The file with Segl's key to it. */
    Path key() {
        return key;
    }

    /** Every job that came whole, the newest first. */
    List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (String place : List.of("in", "taken")) {
            try (Stream<Path> all = Files.list(folder.resolve(place))) {
                for (Path path : all.filter(p -> p.toString().endsWith(".json")).toList()) {
                    jobs.add(job(path));
                }
            }
        }
        jobs.sort(Comparator.comparing(Job::orderedAt).reversed());
        return jobs;
    }

    private Job job(Path manifest) throws IOException {
        JsonNode members = new JsonMapper().readTree(Files.readAllBytes(manifest));
        PrintJobId id = PrintJobId.parse(members.path("job").asString()).orElseThrow();
        return new Job(
                id,
                Instant.parse(members.path("orderedAt").asString()),
                members.path("sheets").asInt(),
                progress(id));
    }

    private Progress progress(PrintJobId job) {
        for (Progress progress : List.of(Progress.POSTED, Progress.FAILED)) {
            String name = receipt(job, progress);
            if (Files.exists(folder.resolve("receipts").resolve(name))
                    || Files.exists(folder.resolve("receipts/read").resolve(name))) {
                return progress;
            }
        }
        return Progress.WAITING;
    }

    private static String receipt(PrintJobId job, Progress progress) {
        return job + "-" + progress.name().toLowerCase(Locale.ROOT) + ".json";
    }

    /** The print file of {@code job}, if there is such a job. */
    Optional<Path> pdf(PrintJobId job) throws IOException {
        for (String place : List.of("in", "taken")) {
            try (Stream<Path> all = Files.list(folder.resolve(place))) {
                Optional<Path> found =
                        all.filter(p -> isPdfOf(job, String.valueOf(p.getFileName()))).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPdfOf(PrintJobId job, String name) {
        return name.startsWith(job + ".") && name.endsWith(".pdf");
    }

    /** Prints and posts {@code job}; nothing happens if that is done, or there is no such job. */
    void post(PrintJobId job, Instant at) throws IOException {
        if (takeUp(job)) {
            house.says(job + "-printed.json", said(job, "\"printed\"", at));
            house.says(receipt(job, Progress.POSTED), said(job, "\"posted\"", at));
        }
    }

    /** The machine breaks, and what came out of it is destroyed. */
    void fail(PrintJobId job, Instant at) throws IOException {
        if (takeUp(job)) {
            house.says(
                    receipt(job, Progress.FAILED),
                    said(job, "\"failed\", \"reason\": \"machine\"", at));
        }
    }

    /** Takes up all that is there, so that none of it can be called back any more. */
    private boolean takeUp(PrintJobId job) throws IOException {
        house.takeUp();
        return pdf(job).isPresent() && progress(job) == Progress.WAITING;
    }

    private static String said(PrintJobId job, String event, Instant at) {
        return "{\"version\": 1, \"job\": \"%s\", \"event\": %s, \"at\": \"%s\"}"
                .formatted(job, event, at);
    }

    @Override
    public void close() throws IOException {
        house.close();
    }
}
