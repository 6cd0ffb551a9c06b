package no.segl.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import no.segl.app.wiring.DataFolder;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A short run on data of its own, so that the JVM can note which classes a start needs. */
@Command(
        name = "train",
        description = "Runs briefly on a folder of its own, for the JVM's cache of classes.",
        hidden = true)
public final class Train implements Callable<Integer> {

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/health",
                    "/problem",
                    "/api/v1/categories",
                    "/api/v1/letters",
                    "/innboks");

    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private @Nullable Path data;

    public Train(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, DataFolder.Taken {
        var settings =
                (SettingsReader.Result.Sound)
                        SettingsReader.read(
                                Map.of("SEGL_PORT", "0", "SEGL_DATA", String.valueOf(data)));
        try (Server server = Server.start(settings.settings(), clock);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                URI uri = URI.create("http://localhost:" + server.port() + path);
                int status =
                        client.send(
                                        HttpRequest.newBuilder(uri).build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode();
                if (status >= 500) {
                    throw new IOException(path + " answered " + status);
                }
            }
        }
        return 0;
    }
}
