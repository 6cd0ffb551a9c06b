package no.segl.app.connect.ping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingTest {

    @Test
    void saysWhetherItWasAnswered() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().toString();
                    asked.add(exchange.getRequestMethod() + " " + path);
                    exchange.sendResponseHeaders(path.equals("/well") ? 200 : 404, -1);
                    exchange.close();
                });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try (Ping well = new Ping(URI.create(base + "/well"));
                Ping gone = new Ping(URI.create(base + "/gone"))) {
            assertThat(well.tell()).isTrue();
            assertThat(gone.tell()).isFalse();
            assertThat(asked).containsExactly("GET /well", "GET /gone");
            server.stop(0);
            assertThat(well.tell()).as("nobody is there").isFalse();
        }
    }
}
