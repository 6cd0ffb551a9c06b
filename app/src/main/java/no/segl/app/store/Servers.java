package no.segl.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes of PostgreSQL that are at work on a folder: they outlive who started them. */
final class Servers {

    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Servers() {}

    /** The one that a file of PostgreSQL's names, if it is at work on {@code folder}. */
    static Optional<ProcessHandle> named(Path pidFile, Path folder) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> serves(process, folder));
    }

    /** Stops all of them. */
    static void stopAll(Path folder) throws IOException {
        for (ProcessHandle process : all(folder)) {
            stop(process);
        }
    }

    private static List<ProcessHandle> all(Path folder) {
        return ProcessHandle.allProcesses().filter(p -> serves(p, folder)).toList();
    }

    /** Whether a process is one of PostgreSQL's, and at work on this folder. */
    private static boolean serves(ProcessHandle process, Path folder) {
        ProcessHandle.Info info = process.info();
        return info.command()
                        .map(c -> PROGRAMS.contains(Path.of(c).getFileName() + ""))
                        .orElse(false)
                && Stream.of(info.arguments().orElse(new String[0]))
                        .anyMatch(argument -> names(argument, folder));
    }

    private static boolean names(String argument, Path folder) {
        try {
            return argument.startsWith("/") && Files.isSameFile(Path.of(argument), folder);
        } catch (IOException | InvalidPathException e) {
            return false; // another argument than a folder that is there
        }
    }

    /** Stops one, and waits for its end. */
    static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a database left running in the data folder does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping a database left running", e);
        }
    }

    /**
     * Ends them when this process is told to end.
     *
     * @throws IOException if it is ending already
     */
    static AtExit endAtExit(Path folder) throws IOException {
        AtExit atExit = new AtExit(folder);
        try {
            Runtime.getRuntime().addShutdownHook(atExit.hook);
            return atExit;
        } catch (IllegalStateException e) {
            throw new IOException("told to stop while starting", e);
        }
    }

    /** What is done at the end of this process, as long as it is not forgotten. */
    static final class AtExit {

        private static final int TENTHS = 100;

        private final Thread hook;
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile boolean ending;

        private AtExit(Path folder) {
            this.hook = new Thread(() -> end(folder), "stop database");
        }

        /** No more of them will come. */
        void started() {
            settled.countDown();
        }

        /** They have ended, or somebody else ends them. */
        void forget() {
            settled.countDown();
            if (!ending) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    // The process is ending by now, and the hook finds nothing left to end.
                }
            }
        }

        boolean isEnding() {
            return ending;
        }

        /**
         * Asks them to end, and does not wait: a server ends when its last client has, which is
         * this process. One program of theirs starts the next, so while they are being started it
         * asks again.
         */
        private void end(Path folder) {
            ending = true;
            try {
                int asked = 0;
                do {
                    all(folder).forEach(ProcessHandle::destroy);
                } while (!settled.await(100, TimeUnit.MILLISECONDS) && ++asked < TENTHS);
                all(folder).forEach(ProcessHandle::destroy);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
