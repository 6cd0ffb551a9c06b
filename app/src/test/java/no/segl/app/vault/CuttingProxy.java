package no.segl.app.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and cuts each connection after so many bytes of answers. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final int bytes;
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int target, int bytes) throws IOException {
        this.target = target;
        this.bytes = bytes;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pipe(client, server, Integer.MAX_VALUE));
                Thread.ofVirtual().start(() -> pipe(server, client, bytes));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pipe(Socket from, Socket to, int limit) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 << 10];
            int left = limit;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, Math.min(read, left));
                left -= Math.min(read, left);
                if (left == 0) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException e) {
            // the other direction closed both
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
