package no.segl.proof.tidy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every relative link in Markdown leads to a file of the house, and its #anchor to a heading. */
final class MarkdownLinks implements Rule {

    private static final Pattern LINK =
            Pattern.compile(
                    "]\\(<?([^)<>\\s]+)|^\\s{0,3}\\[[^\\]^]+]:\\s*<?([^<>\\s]+)|(?:href|src)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}\\s+(.*?)\\s*#*\\s*$");
    private static final Pattern NAMED = Pattern.compile("<a\\s+(?:id|name)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*:|//).*");

    @Override
    public Stream<Finding> look(HouseFile file, House house) {
        if (!file.isMarkdown()) {
            return Stream.of();
        }
        List<String> lines = prose(file, "");
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i ->
                        links(lines.get(i))
                                .flatMap(link -> wrong(link, file, house).stream())
                                .map(what -> file.finding(i + 1, what)));
    }

    private static Stream<String> links(String line) {
        return LINK.matcher(line)
                .results()
                .flatMap(m -> IntStream.rangeClosed(1, 3).mapToObj(m::group).filter(g -> g != null))
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    private static Optional<String> wrong(String link, HouseFile from, House house) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        String target = path.isEmpty() ? from.path() : resolve(from.folder(), path);
        Optional<HouseFile> file = house.file(target);
        if (file.isEmpty()) {
            return house.hasFolder(target)
                    ? Optional.empty()
                    : Optional.of("link to " + link + ": no such file");
        }
        boolean found =
                anchor.isEmpty()
                        || !file.get().isMarkdown()
                        || anchors(file.get()).contains(anchor);
        return found ? Optional.empty() : Optional.of("link to " + link + ": no such heading");
    }

    private static String resolve(String folder, String link) {
        List<String> parts = new ArrayList<>();
        String whole = link.startsWith("/") ? link : folder + "/" + link;
        for (String part : whole.replace("%20", " ").split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.isEmpty()) {
                        return "outside the house";
                    }
                    parts.removeLast();
                }
                default -> parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The anchors that GitHub makes of the headings, and those named by hand. */
    static Set<String> anchors(HouseFile file) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : prose(file, "$1")) {
            NAMED.matcher(line).results().forEach(m -> anchors.add(m.group(1)));
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String slug = slug(heading.group(1));
                int before = seen.merge(slug, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? slug : slug + "-" + before);
            }
        }
        return anchors;
    }

    private static String slug(String heading) {
        return heading.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
    }

    /** The lines, emptied where they are code; {@code inline} says what becomes of `code`. */
    private static List<String> prose(HouseFile file, String inline) {
        List<String> prose = new ArrayList<>();
        String fence = "";
        for (String line : file.lines()) {
            String start = line.strip();
            String mark = start.startsWith("```") ? "```" : start.startsWith("~~~") ? "~~~" : "";
            boolean code = !fence.isEmpty() || !mark.isEmpty();
            if (fence.isEmpty()) {
                fence = mark;
            } else if (mark.equals(fence)) {
                fence = "";
            }
            prose.add(code ? "" : line.replaceAll("`([^`]*)`", inline));
        }
        return prose;
    }
}
