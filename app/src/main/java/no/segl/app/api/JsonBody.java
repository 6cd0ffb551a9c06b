package no.segl.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON from outside, strictly: one object, in UTF-8 (RFC 8259 § 8.1), no name twice, within
 * limits of depth and length. What two readers could read in two ways is not read at all.
 */
final class JsonBody {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(10_000)
                                                    .maxNumberLength(50)
                                                    .maxNameLength(200)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonBody() {}

    /**
     * The bytes of {@code in}, to its end.
     *
     * @throws ApiProblem {@code too-large} if there are more than {@code most}
     */
    static byte[] bytes(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new ApiProblem(Problem.TOO_LARGE);
        }
        return bytes;
    }

    /**
     * The object in {@code bytes}.
     *
     * @throws ApiProblem {@code unreadable-body} if they are not one JSON object
     */
    static JsonNode object(byte[] bytes) {
        try {
            // Jackson's own reading of bytes takes UTF-16 and overlong forms as well.
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
            throw new ApiProblem(Problem.UNREADABLE_BODY);
        } catch (JacksonException | CharacterCodingException e) {
            throw new ApiProblem(Problem.UNREADABLE_BODY);
        }
    }
}
