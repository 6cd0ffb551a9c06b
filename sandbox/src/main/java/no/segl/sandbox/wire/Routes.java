package no.segl.sandbox.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Which part of a neighbour answers what. A fixed path goes before one with a variable. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> parts, Function<Call, Answer> answers) {

        long fixed() {
            return parts.stream().filter(part -> !part.startsWith("{")).count();
        }

        Optional<Map<String, String>> variables(List<String> path) {
            if (path.size() != parts.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equalsIgnoreCase(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    /** A request, and what stands in its path. */
    public record Call(Request request, Map<String, String> variables) {

        /** What stands at that place of the path. */
        public String at(String variable) {
            return Objects.requireNonNull(variables.get(variable), variable);
        }
    }

    /**
     * Adds one.
     *
     * @param path such as {@code /letters/{id}}
     */
    public Routes add(String method, String path, Function<Call, Answer> answers) {
        routes.add(new Route(method, parts(path), answers));
        return this;
    }

    /** A slash at the end does not matter: a real client sends one. */
    private static List<String> parts(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(plain.split("/", -1));
    }

    /** What answers, or empty if nothing of that path is here. */
    public Optional<Answer> answer(Request request) {
        List<String> path = parts(request.path());
        Optional<Route> best = Optional.empty();
        boolean there = false;
        for (Route route : routes) {
            if (route.variables(path).isEmpty()) {
                continue;
            }
            there = true;
            boolean asked = route.method().equals(request.method().toUpperCase(Locale.ROOT));
            if (asked && best.filter(b -> b.fixed() >= route.fixed()).isEmpty()) {
                best = Optional.of(route);
            }
        }
        if (best.isEmpty()) {
            return there ? Optional.of(Answer.empty(405)) : Optional.empty();
        }
        return best.map(route ->
                route.answers().apply(new Call(request, route.variables(path).orElseThrow())));
    }
}
