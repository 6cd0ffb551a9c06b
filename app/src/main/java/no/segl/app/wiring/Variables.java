package no.segl.app.wiring;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code SEGL_*} variables, each read in the form it must have. What is wrong is gathered, for all
 * of it to be said at once.
 */
final class Variables {

    private static final String PREFIX = "SEGL_";

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> asked = new TreeSet<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Something else that is wrong. */
    void fault(String fault) {
        faults.add(fault);
    }

    /** All that is wrong. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /**
     * Refuses what nobody has asked for.
     *
     * @param others variables that are for the launcher
     */
    void refuseUnknown(Set<String> others) {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !asked.contains(name) && !others.contains(name)) {
                faults.add(name + " is not a setting of Segl; remove it or mend its spelling");
            }
        }
    }

    /**
     * Settings that mean something only together with another. They are known, but to set them
     * without it is a fault: most likely it is the other that is missing or misspelt.
     */
    void onlyWith(String other, boolean isSet, List<String> names) {
        for (String name : names) {
            if (text(name).isPresent() && !isSet) {
                faults.add(
                        "%1$s%2$s does nothing without %1$s%3$s; set that too, or remove it"
                                .formatted(PREFIX, name, other));
            }
        }
    }

    Optional<String> text(String name) {
        asked.add(PREFIX + name);
        return Optional.ofNullable(environment.get(PREFIX + name)).filter(v -> !v.isBlank());
    }

    String required(String name) {
        return text(name)
                .orElseGet(() -> {
                    faults.add(PREFIX + name + " is missing; set it");
                    return "";
                });
    }

    String secret(String name) {
        Optional<String> file = text(name + "_FILE");
        if (file.isEmpty()) {
            return text(name)
                    .orElseGet(() -> {
                        faults.add(
                                "%1$s is missing; set it, or %1$s_FILE to a file that holds it"
                                        .formatted(PREFIX + name));
                        return "";
                    });
        }
        if (text(name).isPresent()) {
            faults.add("%1$s and %1$s_FILE are both set; remove one".formatted(PREFIX + name));
        }
        String secret = "";
        try {
            secret = Files.readString(Path.of(file.get()), StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            // Said below, as for a file with nothing in it.
        }
        if (secret.isEmpty()) {
            faults.add(
                    PREFIX
                            + name
                            + "_FILE names a file that is empty or cannot be read;"
                            + " put the secret there, where Segl may read it");
        }
        return secret;
    }

    int number(String name, int otherwise, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        faults.add(PREFIX + name + " must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    Optional<URI> uri(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get().replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        faults.add(PREFIX + name + " must be a web address, such as https://segl.example.no");
        return Optional.empty();
    }
}
