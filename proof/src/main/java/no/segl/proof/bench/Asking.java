package no.segl.proof.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine that asks the API, and keeps its token for a while. */
final class Asking implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger asked = new AtomicInteger();
    private final URI home;
    private final KeptToken token;

    Asking(URI home, Issuer issuer, World.Machine machine) {
        this.home = home;
        this.token = new KeptToken(issuer, machine);
    }

    /**
     * What a question is answered with.
     *
     * @throws IOException if it is not answered with 200
     */
    JsonNode get(String path) throws IOException, InterruptedException {
        asked.incrementAndGet();
        var answer =
                client.send(
                        HttpRequest.newBuilder(home.resolve(path))
                                .header("Authorization", "Bearer " + token.get())
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** How many times it has asked. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
