package no.segl.proof.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import tools.jackson.databind.json.JsonMapper;

/** A case system that sends letters through the API. */
final class Sender implements AutoCloseable {

    private static final String BOUNDARY = "segl-bench-4c1f";
    private static final Pattern LETTER = Pattern.compile("\"letters\":\\[\\{\"id\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI home;
    private final KeptToken token;
    private final byte[] head;

    /** Sends from the machine's organisation to one recipient. */
    Sender(URI home, Issuer issuer, World.Machine machine, String recipient) {
        this.home = home;
        this.token = new KeptToken(issuer, machine);
        byte[] json =
                new JsonMapper()
                        .writeValueAsBytes(
                                Map.of(
                                        "sender",
                                        machine.organisation().value(),
                                        "recipients",
                                        List.of(recipient),
                                        "category",
                                        "CHILD_WELFARE",
                                        "title",
                                        "Brev"));
        this.head =
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"dispatch\"\r\n\r\n"
                                + new String(json, StandardCharsets.UTF_8)
                                + "\r\n--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"f\";"
                                + " filename=\"brev.pdf\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sends a letter with one document.
     *
     * @return the letter's id
     */
    String send(byte[] document) throws IOException, InterruptedException {
        byte[] tail = tail();
        byte[] body = new byte[head.length + document.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(document, 0, body, head.length, document.length);
        System.arraycopy(tail, 0, body, head.length + document.length, tail.length);
        return post(BodyPublishers.ofByteArray(body));
    }

    /** As {@link #send(byte[])}, with a document that is never whole in memory. */
    String send(Supplier<InputStream> document) throws IOException, InterruptedException {
        return post(
                BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(
                                Collections.enumeration(
                                        List.of(
                                                new ByteArrayInputStream(head),
                                                document.get(),
                                                new ByteArrayInputStream(tail()))))));
    }

    private static byte[] tail() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private String post(BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(home.resolve("/api/v1/dispatches"))
                                .header("Authorization", "Bearer " + token.get())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
        Matcher letter = LETTER.matcher(answer.body());
        if (answer.statusCode() != 201 || !letter.find()) {
            throw new IOException("not taken: " + answer.statusCode() + " " + answer.body());
        }
        return letter.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
