package no.segl.app.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import no.segl.app.connect.webhook.Webhook.Message;
import no.segl.app.connect.webhook.Webhook.Result;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who gives an address has Segl ask what is not on the open internet. */
@SuppressWarnings("NullAway.Init")
class HttpWebhookTest {

    private static final Signer SIGNER = new Signer((_, _) -> new byte[32]);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    /** Every name leads to this machine. */
    private record Here() implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {
                InetAddress.ofLiteral("93.184.215.14"), InetAddress.getLoopbackAddress()
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Message to(String address) {
        return new Message(new UUID(1, 1), URI.create(address), "id", "application/json", "{}");
    }

    private Result send(boolean inside, String host) throws Exception {
        String address = "http://" + host + ":" + server.getAddress().getPort() + "/";
        try (HttpWebhook way =
                new HttpWebhook(SIGNER, new Here(), inside, SSLContext.getDefault())) {
            return way.send(to(address), Instant.EPOCH);
        }
    }

    @Test
    void whatANameLeadsToIsLookedAtBeforeAnybodyConnects() throws Exception {
        assertThat(send(false, "sak.example"))
                .isEqualTo(new Result(Result.Kind.UNREACHED, "not-open"));
        assertThat(send(false, "127.0.0.1"))
                .as("also where it is written out")
                .isEqualTo(new Result(Result.Kind.UNREACHED, "not-open"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void whereTheInsideIsOpenItIsReached() throws Exception {
        try (HttpWebhook way = new HttpWebhook(SIGNER, true, SSLContext.getDefault())) {
            String here = "http://localhost:" + server.getAddress().getPort() + "/";
            assertThat(way.send(to(here), Instant.EPOCH).kind()).isEqualTo(Result.Kind.TAKEN);
            server.stop(0);
            assertThat(way.send(to(here), Instant.EPOCH).kind()).isEqualTo(Result.Kind.UNREACHED);
        }
        assertThat(asked).hasValue(1);
    }

    /** An answer that does not end would hold up all others. */
    @Test
    void nothingButTheStatusIsRead() throws Exception {
        server.createContext(
                "/endless",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] some = new byte[8192];
                    try (var out = exchange.getResponseBody()) {
                        while (asked.incrementAndGet() < 1_000_000) {
                            out.write(some);
                        }
                    }
                });
        try (HttpWebhook way = new HttpWebhook(SIGNER, true, SSLContext.getDefault())) {
            String here = "http://localhost:" + server.getAddress().getPort() + "/endless";
            assertThat(way.send(to(here), Instant.EPOCH).kind()).isEqualTo(Result.Kind.TAKEN);
        }
        assertThat(asked.get()).isLessThan(1_000_000);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        try (HttpWebhook way = new HttpWebhook(SIGNER, true, SSLContext.getDefault())) {
            String here = "https://localhost:" + server.getAddress().getPort() + "/";
            assertThat(way.send(to(here), Instant.EPOCH).kind()).isEqualTo(Result.Kind.UNREACHED);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2002:7f00:1::",
                "2001::1",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1",
                "2001:db8::1"
            })
    void whatIsNotOnTheOpenInternetIsKnown(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(Target.parse("https://" + host + "/x", false)).isEmpty();
        assertThat(Target.parse("https://" + host + "/x", true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "2a00:1450:400f:80c::200e", "172.32.0.1", "11.0.0.1"})
    void whatIsOnItIsKnown(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sak.example/", "https://user:word@sak.example/", "https:///x",
                        "ftp://x.no/",
                "https://sak.example/#x", "https://localhost/", "https://a.localhost/",
                        "sak.example",
                "https://sak.example/ x", "https://sak.example:0/", "https://søk.example/", ""
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Target.parse(text, false)).isEmpty();
    }

    @Test
    void anAddressIsKeptAsItIs() {
        assertThat(Target.parse("https://sak.example:8443/segl?a=b", false))
                .map(t -> t.address() + " " + t.host())
                .contains("https://sak.example:8443/segl?a=b sak.example");
    }
}
