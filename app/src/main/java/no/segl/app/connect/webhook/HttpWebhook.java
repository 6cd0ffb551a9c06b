package no.segl.app.connect.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends by HTTP. Names are resolved here, and what a name leads to is looked at before anybody
 * connects to it: to just those addresses the connection is then made.
 */
public final class HttpWebhook implements Webhook, AutoCloseable {

    private static final Timeout TIMEOUT = Timeout.ofSeconds(15);

    /** How long it may take in all, however slowly something goes on coming. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;

    private final CloseableHttpClient client;
    private final Signer signer;
    private final ScheduledExecutorService deadline =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("webhook-deadline").factory());

    /**
     * Makes one.
     *
     * @param inside whether addresses that are not on the open internet will do
     * @param tls whom to trust
     */
    public HttpWebhook(Signer signer, boolean inside, SSLContext tls) {
        this(signer, SystemDefaultDnsResolver.INSTANCE, inside, tls);
    }

    HttpWebhook(Signer signer, DnsResolver names, boolean inside, SSLContext tls) {
        this.signer = signer;
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new OpenOnly(names, inside))
                                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(TIMEOUT)
                                                        .setSocketTimeout(TIMEOUT)
                                                        // So that a name is looked up each time.
                                                        .setTimeToLive(1, TimeUnit.SECONDS)
                                                        .build())
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setResponseTimeout(TIMEOUT)
                                        .setConnectionRequestTimeout(TIMEOUT)
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Segl")
                        .build();
    }

    /** A name leads to a machine that is not on the open internet. */
    private static final class NotOpen extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    /** Resolves names; fails if any address that one leads to is not open. */
    private record OpenOnly(DnsResolver names, boolean inside) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = names.resolve(host);
            for (InetAddress address : all) {
                if (!inside && !PublicAddress.is(address)) {
                    throw new NotOpen();
                }
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }

    @Override
    public Result send(Message message, Instant now) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        HttpPost post = new HttpPost(message.address());
        post.setEntity(new ByteArrayEntity(body, ContentType.parse(message.type())));
        post.setHeader("webhook-id", message.id());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                signer.signature(message.webhook(), message.id(), now.getEpochSecond(), body));
        AtomicInteger status = new AtomicInteger();
        Future<?> end = deadline.schedule(post::cancel, LONGEST.toSeconds(), TimeUnit.SECONDS);
        try {
            client.execute(
                    post,
                    answer -> {
                        status.set(answer.getCode());
                        // What else it says is not read, however long it goes on.
                        post.cancel();
                        return status;
                    });
            return result(status.get());
        } catch (IOException e) {
            return status.get() > 0
                    ? result(status.get())
                    : new Result(Result.Kind.UNREACHED, post.isCancelled() ? "timeout" : code(e));
        } finally {
            end.cancel(false);
        }
    }

    private static String code(IOException fault) {
        return switch (fault) {
            case NotOpen _ -> "not-open";
            case UnknownHostException _ -> "no-such-host";
            case SSLException _ -> "not-trusted";
            case SocketTimeoutException _ -> "timeout";
            default -> "no-answer";
        };
    }

    private static Result result(int status) {
        if (status / 100 == 2) {
            return new Result(Result.Kind.TAKEN, "taken");
        }
        boolean later = status / 100 == 5 || status == TOO_MANY || status == TOO_SLOW;
        return new Result(later ? Result.Kind.UNREACHED : Result.Kind.REFUSED, "status-" + status);
    }

    @Override
    public void close() {
        deadline.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }
}
