package no.segl.app.connect.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A relay that answers as it is told, or hangs up. */
final class ScriptedRelay implements AutoCloseable {

    /** An answer that is none: the connection ends. */
    static final String HANG_UP = "hang up";

    /** An answer that never comes. */
    static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Thread listening;
    private final @Nullable SSLContext tls;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedRelay(@Nullable SSLContext tls) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = tls;
        this.listening = Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /**
     * From now on.
     *
     * @param to a command's first four signs, {@code DOT} for the end of data, {@code BODY} for its
     *     first line, {@code EHLO} for extensions
     */
    void answer(String to, String reply) {
        script.put(to, reply);
    }

    void asUsual() {
        script.clear();
    }

    List<String> commands() {
        return commands;
    }

    /** Every message that was accepted, whole. */
    List<String> accepted() {
        return accepted;
    }

    int connections() {
        return connections.get();
    }

    /** Ends every connection, as a relay does with idle ones. */
    void endIdle() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket each = socket.accept();
                open.add(each);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(each));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket raw) {
        try (raw) {
            converse(raw, true);
        } catch (SocketException | SSLException e) {
            // Gone, or not trusted: the other end has its say.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket line, boolean greet) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        if (greet && !say(line, script.getOrDefault("HELO", "220 here"))) {
            return;
        }
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            commands.add(command);
            String verb = command.substring(0, Math.min(4, command.length()));
            switch (verb) {
                case "EHLO" -> say(line, script.getOrDefault("EHLO", "250-here\r\n250 DSN"));
                case "STAR" -> {
                    say(line, "220 go on");
                    upgrade(line);
                    return;
                }
                case "DATA" -> {
                    if (!take(line, in)) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(line, "221 bye");
                    return;
                }
                default -> {
                    if (!say(line, answerTo(verb, command))) {
                        return;
                    }
                }
            }
        }
    }

    /** That to one address before that to all. */
    private String answerTo(String verb, String command) {
        String address = command.replaceAll("[^<]*(<[^>]*>)?.*", "$1");
        String toAll = script.getOrDefault(verb, "250 2.0.0 well");
        return script.getOrDefault(verb + " " + address, toAll);
    }

    private boolean take(Socket line, BufferedReader in) throws IOException {
        String reply = script.getOrDefault("DATA", "354 go on");
        if (!say(line, reply)) {
            return false;
        }
        if (!reply.startsWith("354")) {
            return true;
        }
        StringBuilder message = new StringBuilder();
        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
            message.append(text).append('\n');
            if (HANG_UP.equals(script.get("BODY"))) {
                return false;
            }
        }
        String end = script.getOrDefault("DOT", "250 2.0.0 taken");
        if (!end.matches("[45].*")) {
            accepted.add(message.toString());
        }
        return say(line, end);
    }

    private void upgrade(Socket line) throws IOException {
        if (tls == null) {
            return;
        }
        SSLSocket secret = (SSLSocket) tls.getSocketFactory().createSocket(line, null, false);
        secret.setUseClientMode(false);
        converse(secret, false);
    }

    private static boolean say(Socket line, String reply) throws IOException {
        if (reply.equals(HANG_UP)) {
            return false;
        }
        if (reply.equals(SILENCE)) {
            line.getInputStream().transferTo(OutputStream.nullOutputStream());
            return false;
        }
        line.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
        return true;
    }

    /**
     * Nobody is listened to when this returns: a virtual thread that waits in {@code accept} takes
     * whoever comes until it has run, closed or not.
     */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            listening.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        endIdle();
    }
}
