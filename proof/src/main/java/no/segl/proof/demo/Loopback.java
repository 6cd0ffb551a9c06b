package no.segl.proof.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Servers of the demo that only this machine can reach. */
final class Loopback {

    private Loopback() {}

    /**
     * One on 127.0.0.1.
     *
     * @param port 0 for a free one
     * @throws java.net.BindException if the port is taken
     */
    static HttpServer server(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    }

    /** Whether it was asked under its own name: a page elsewhere may have pointed another here. */
    static boolean isOurs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        int port = exchange.getLocalAddress().getPort();
        return ("localhost:" + port).equals(host) || ("127.0.0.1:" + port).equals(host);
    }
}
