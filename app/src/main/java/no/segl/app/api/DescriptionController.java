package no.segl.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import no.segl.core.id.Digest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API's description, for whoever writes against it: OpenAPI 3.1, written by hand in {@code
 * api/openapi.yaml}, and held to the code by tests.
 */
@RestController
public final class DescriptionController {

    /** Where it stands on the class path. */
    public static final String RESOURCE = "/api/openapi.yaml";

    private static final Duration KEPT = Duration.ofHours(1);

    private final byte[] description;
    private final String mark;

    public DescriptionController() {
        this.description = read();
        this.mark = '"' + Digest.of(description).hex().substring(0, 32) + '"';
    }

    @GetMapping("/api/v1/openapi.yaml")
    ResponseEntity<byte[]> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .eTag(mark)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(description);
    }

    private static byte[] read() {
        try (InputStream in = DescriptionController.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(in, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the product cannot be read", e);
        }
    }
}
