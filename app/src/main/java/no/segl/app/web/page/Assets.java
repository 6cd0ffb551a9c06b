package no.segl.app.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the browser fetches styles, scripts and pictures. Each file is named by its content, so a
 * browser may keep it for ever.
 */
public final class Assets {

    private static final String MANIFEST = "/static/assets/assets.json";

    private final Map<String, String> byName;

    private Assets(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The assets that the build put on the class path.
     *
     * @throws IllegalStateException if the build made none
     */
    public static Assets ofClassPath() {
        try (var stream = Assets.class.getResourceAsStream(MANIFEST)) {
            if (stream == null) {
                throw new IllegalStateException("no " + MANIFEST + ": build the front end first");
            }
            return new Assets(JsonMapper.shared().readValue(stream, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The address of an asset, such as {@code /assets/segl-0123456789.css} for {@code segl.css}.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public String url(String name) {
        String file = byName.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + file;
    }
}
