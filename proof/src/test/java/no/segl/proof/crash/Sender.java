package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import no.segl.proof.running.Multipart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The police's system: sends, remembers what it was answered, and asks again when it was not. */
final class Sender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;
    private final Supplier<String> token;
    private final Random random;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    Sender(URI home, Supplier<String> token, Random random) {
        this.home = home;
        this.token = token;
        this.random = random;
    }

    /** Something new to send. From now on there must be just one dispatch of it. */
    Order order() {
        return remember(Order.of("crash-" + orders.size(), random));
    }

    /** Something new to send, whose one document is uploaded before. */
    Order order(byte[] document) {
        return remember(new Order("crash-" + orders.size(), List.of(document)));
    }

    private synchronized Order remember(Order order) {
        orders.put(order.key(), order);
        return order;
    }

    /** All that was ever to be sent. */
    synchronized List<Order> orders() {
        return new ArrayList<>(orders.values());
    }

    /** Sends, for the first time or again, and holds the answer to an earlier one. */
    void send(Order order) throws IOException, InterruptedException {
        send(order, Multipart.TYPE, order.body());
    }

    /** As {@link #send(Order)}, with the document of a finished upload. */
    void send(Order order, String upload) throws IOException, InterruptedException {
        String documents = ", \"documents\": [{\"upload\": \"" + upload + "\"}]";
        byte[] json = order.json(documents).getBytes(StandardCharsets.UTF_8);
        send(order, "application/json", json);
    }

    private void send(Order order, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                request(
                        "POST",
                        "/api/v1/dispatches",
                        body,
                        "Content-Type",
                        type,
                        "Idempotency-Key",
                        order.key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String told = told(JSON.readTree(answer.body()));
        synchronized (this) {
            String before = answers.putIfAbsent(order.key(), told);
            if (before != null) {
                assertThat(told).as("what was answered before").isEqualTo(before);
            }
        }
    }

    /** The ids and documents of an answer: what does not change when a letter is opened. */
    private static String told(JsonNode answer) {
        StringBuilder told = new StringBuilder(answer.path("id").asString(""));
        for (JsonNode letter : answer.path("letters")) {
            told.append('\n').append(letter.path("id").asString(""));
            told.append(' ').append(letter.path("recipient").asString(""));
            told.append(' ').append(letter.path("documents"));
        }
        return told.toString();
    }

    /** The letter of {@code order} to {@code recipient}, once it has been answered. */
    synchronized String letter(Order order, String recipient) {
        return answers.getOrDefault(order.key(), "")
                .lines()
                .filter(line -> line.contains(" " + recipient + " "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    void withdraw(String letter) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                request(
                        "POST",
                        "/api/v1/letters/" + letter + "/withdrawal",
                        "{\"reason\":\"SENT_TWICE\"}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Begins an upload; where it is. */
    String beginUpload(int length) throws IOException, InterruptedException {
        String name =
                Base64.getEncoder().encodeToString("stort.pdf".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                request(
                        "POST",
                        "/api/v1/uploads",
                        new byte[0],
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(length),
                        "Upload-Metadata",
                        "filename " + name);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Uploads what is left of {@code document}, but for the {@code last} bytes of it. */
    void upload(String at, byte[] document, int last) throws IOException, InterruptedException {
        HttpResponse<String> asked = request("HEAD", at, new byte[0], "Tus-Resumable", "1.0.0");
        assertThat(asked.statusCode()).isEqualTo(200);
        int offset = Integer.parseInt(asked.headers().firstValue("Upload-Offset").orElseThrow());
        if (offset >= document.length - last) {
            return;
        }
        HttpResponse<String> answer =
                request(
                        "PATCH",
                        at,
                        java.util.Arrays.copyOfRange(document, offset, document.length - last),
                        "Tus-Resumable",
                        "1.0.0",
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        Integer.toString(offset));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> request(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Authorization", "Bearer " + token.get())
                        .headers(headers)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
