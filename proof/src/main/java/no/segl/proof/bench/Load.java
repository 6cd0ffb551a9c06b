package no.segl.proof.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import no.segl.app.store.DatabaseAddress;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;

/** Sends and opens letters, small ones by many clients and large ones alone. */
final class Load {

    private static final int CLIENTS = 16;
    private static final int READERS = 4;
    private static final int SMALL = 100 * 1024;
    private static final int PIECE = 1 << 20;
    private static final String RECIPIENT = "310451223";

    private final Subject segl;
    private final Issuer issuer;
    private final World world;
    private final DatabaseAddress database;
    private final Path folder;
    private final PrintWriter out;
    private final Machine machine = new Machine();
    private final List<String> shares = new ArrayList<>();

    Load(
            Subject segl,
            Issuer issuer,
            World world,
            DatabaseAddress database,
            Path folder,
            PrintWriter out) {
        this.segl = segl;
        this.issuer = issuer;
        this.world = world;
        this.database = database;
        this.folder = folder;
        this.out = out;
    }

    /** Letters with one PDF of 100 KB, sent by 16 clients and opened by 4 persons. */
    void lettersAndOpenings(int letters) throws Exception {
        byte[] pdf = pdf(SMALL);
        String[] sent = new String[letters];
        try (Senders senders = new Senders()) {
            // As warm as a service is that has run for some minutes.
            Latencies.of(CLIENTS, letters, (c, _) -> senders.of(c, true).send(pdf));
            out.println("| 100 KB, 16 clients | a second | p50 ms | p99 ms |\n|---|---|---|---|");
            try (AtRest _ = new AtRest(database)) {
                sending("letters sent, one organisation", letters, senders, false, sent, pdf);
                sending("letters sent, three organisations", letters, senders, true, sent, pdf);
                baselines(letters, pdf);
            }
            sending(
                    "letters sent, three organisations, while letters are looked at and told of",
                    letters,
                    senders,
                    true,
                    new String[letters],
                    pdf);
            out.println();
            out.println("Of the processors, each letter takes:\n");
            shares.forEach(line -> out.println("- " + line));
            out.println();
        }
        openings(sent);
    }

    private void sending(
            String what, int letters, Senders senders, boolean spread, String[] sent, byte[] pdf)
            throws Exception {
        Spent before = spent();
        Latencies found =
                Latencies.of(CLIENTS, letters, (c, n) -> sent[n] = senders.of(c, spread).send(pdf));
        row(what, found);
        shares.add(what + ": " + spent().each(before, letters));
    }

    private Spent spent() throws IOException {
        return Spent.of(segl.process(), folder.resolve("postgres"));
    }

    private void baselines(int letters, byte[] pdf) throws Exception {
        String sender = world.machines().getFirst().organisation().value();
        for (int chains : new int[] {1, 3}) {
            try (SameInserts inserts =
                    new SameInserts(database, CLIENTS, chains, sender, RECIPIENT)) {
                Latencies.of(CLIENTS, letters / 4, (c, _) -> inserts.once(c));
                row(
                        "(a) the same inserts and commits, no Segl, "
                                + (chains == 1 ? "one chain" : "three chains"),
                        Latencies.of(CLIENTS, letters, (c, _) -> inserts.once(c)));
            }
        }
        Path files = Files.createDirectories(folder.resolve("files"));
        row(
                "(b) the same bytes to a flushed file, no Segl",
                Latencies.of(CLIENTS, letters, (_, _) -> Machine.store(files, pdf)));
        Latencies.of(1, letters, (_, _) -> machine.encrypt(pdf));
        row(
                "(c) the same bytes through AES-GCM, one thread",
                Latencies.of(1, letters, (_, _) -> machine.encrypt(pdf)));
    }

    private void openings(String[] sent) throws Exception {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Reader.logIn(segl.home(), reader()));
        }
        int opened = Math.min(sent.length, 2000);
        String[] documents = new String[opened];
        Latencies.of(
                READERS,
                opened / 10,
                (c, n) -> documents[n] = readers.get(c).open(sent[sent.length - 1 - n]));
        out.println("| 100 KB, 4 persons | a second | p50 ms | p99 ms |\n|---|---|---|---|");
        row(
                "letters opened, and the page shown",
                Latencies.of(
                        READERS, opened, (c, n) -> documents[n] = readers.get(c).open(sent[n])));
        row(
                "documents fetched",
                Latencies.of(
                        READERS,
                        opened,
                        (c, n) ->
                                readers.get(c)
                                        .fetch(documents[n], OutputStream.nullOutputStream())));
        out.println();
        readers.forEach(Reader::close);
    }

    /** One document of so many megabytes, up and down. */
    void large(int megabytes) throws Exception {
        out.printf("| One document of %d MB | MB a second |%n|---|---|%n", megabytes);
        String letter;
        try (Senders senders = new Senders()) {
            long begun = System.nanoTime();
            letter = senders.of(0, false).send(() -> largePdf(megabytes));
            speed("sent: sealed, flushed, committed", megabytes, begun);
        }
        try (Reader reader = Reader.logIn(segl.home(), reader())) {
            String document = reader.open(letter);
            long begun = System.nanoTime();
            long size = reader.fetch(document, OutputStream.nullOutputStream());
            speed("fetched and unsealed", megabytes, begun);
            if (size < (long) megabytes * PIECE) {
                throw new IOException("the document came back short");
            }
        }
        Path file = folder.resolve("large");
        long begun = System.nanoTime();
        machine.writeLarge(file, megabytes);
        speed("written to the disk and flushed, no Segl", megabytes, begun);
        begun = System.nanoTime();
        Machine.read(file);
        speed("read back (from the system's memory), no Segl", megabytes, begun);
        byte[] piece = new byte[PIECE];
        begun = System.nanoTime();
        for (int i = 0; i < megabytes; i++) {
            machine.encrypt(piece);
        }
        speed("through AES-GCM, one thread, no Segl", megabytes, begun);
        out.println();
    }

    private void speed(String what, int megabytes, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(Locale.ROOT, "| %s | %.0f |%n", what, megabytes / seconds);
    }

    private void row(String what, Latencies latencies) {
        out.printf("| %s | %s |%n", what, latencies.cells());
    }

    private String reader() {
        return world.grants().stream()
                .filter(g -> g.unit().value().equals(RECIPIENT))
                .map(World.Grant::subject)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    private static InputStream largePdf(int megabytes) {
        byte[] piece = pdf(PIECE);
        return new SequenceInputStream(
                Collections.enumeration(
                        IntStream.range(0, megabytes)
                                .mapToObj(_ -> (InputStream) new ByteArrayInputStream(piece))
                                .toList()));
    }

    /** Sixteen case systems, each with connections of its own. */
    private final class Senders implements AutoCloseable {
        private final List<World.Machine> machines =
                world.machines().stream()
                        .filter(m -> m.scopes().contains("segl:send"))
                        .filter(m -> !m.organisation().value().equals(RECIPIENT))
                        .toList();
        private final List<Sender> one = new ArrayList<>();
        private final List<Sender> many = new ArrayList<>();

        Senders() {
            for (int i = 0; i < CLIENTS; i++) {
                one.add(new Sender(segl.home(), issuer, machines.getFirst(), RECIPIENT));
                World.Machine other = machines.get(i % machines.size());
                many.add(new Sender(segl.home(), issuer, other, RECIPIENT));
            }
        }

        Sender of(int client, boolean spread) {
            return (spread ? many : one).get(client);
        }

        @Override
        public void close() {
            one.forEach(Sender::close);
            many.forEach(Sender::close);
        }
    }
}
