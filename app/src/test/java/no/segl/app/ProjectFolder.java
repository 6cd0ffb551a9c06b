package no.segl.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the project lies, for tests that read its documents and sources. */
public final class ProjectFolder {

    private ProjectFolder() {}

    /**
     * The folder that holds the documents, at or above the one the tests run in.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path path() {
        for (@Nullable Path here = Path.of("").toAbsolutePath();
                here != null;
                here = here.getParent()) {
            if (Files.isDirectory(here.resolve("docs/adr"))) {
                return here;
            }
        }
        throw new IllegalStateException("run the tests from within the project");
    }
}
