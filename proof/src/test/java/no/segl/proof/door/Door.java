package no.segl.proof.door;

import java.util.Map;
import java.util.Optional;

/**
 * A way in, as an example of a route, and what each caller is answered there.
 *
 * @param method {@code ANY} if the route takes every method
 * @param pattern the route as the server knows it
 * @param path what is asked for; names in angle brackets stand for what {@link Town} has
 * @param sent what is sent: the kind of it, then what stands in it
 */
record Door(
        String method,
        String pattern,
        String path,
        Optional<String> sent,
        Map<Caller, Answer> answers) {

    Door {
        answers = Map.copyOf(answers);
    }

    /** The route: its method and its pattern. */
    String route() {
        return method + " " + pattern;
    }

    @Override
    public String toString() {
        return method + " " + path + sent.map(s -> " with " + s).orElse("");
    }
}
