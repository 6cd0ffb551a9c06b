package no.segl.app.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the documents say of each paragraph, and where the code cites it.
 *
 * @param index the text of the folder's README.md
 * @param paragraphs the text of each paragraph's file, by id (its name without {@code .md})
 * @param citations the places that cite each id, as {@code path:line}
 */
record LawBook(
        String index,
        SortedMap<String, String> paragraphs,
        SortedMap<String, SortedSet<String>> citations) {

    private static final Pattern CITATION = Pattern.compile("\\blaw: ([a-z0-9-]+)");
    private static final Pattern CITED = Pattern.compile("(?m)^- Cited from code: (yes|no)$");
    private static final Pattern AS_OF = Pattern.compile("(?m)^- As of: 20\\d\\d-\\d\\d-\\d\\d$");
    private static final Pattern SOURCE = Pattern.compile("(?m)^- Source: <https://\\S+>$");
    private static final Pattern MARK = Pattern.compile("\\*\\*\\[([^\\]]*)\\]\\*\\*");
    private static final Set<String> MARKS = Set.of("quoted", "second-hand", "known", "uncertain");
    private static final Set<String> TEXT =
            Set.of("java", "sql", "properties", "jte", "html", "yaml", "yml", "json", "csv", "js");

    /**
     * Reads the folder of law and every text file under the given source folders.
     *
     * @throws UncheckedIOException if a folder or file cannot be read as UTF-8
     */
    static LawBook read(Path root, Path law, List<Path> sources) {
        var paragraphs = new TreeMap<String, String>();
        for (Path file : files(law, name -> name.endsWith(".md") && !name.equals("README.md"))) {
            paragraphs.put(file.getFileName().toString().replaceFirst("\\.md$", ""), textOf(file));
        }
        var citations = new TreeMap<String, SortedSet<String>>();
        for (Path source : sources) {
            for (Path file : files(source, LawBook::isText)) {
                collect(root.relativize(file).toString(), textOf(file), citations);
            }
        }
        return new LawBook(textOf(law.resolve("README.md")), paragraphs, citations);
    }

    /**
     * Everything in which documents and code disagree, in words that say what to do; empty if well.
     */
    List<String> faults() {
        var faults = new ArrayList<String>();
        citations.forEach((id, places) -> {
            if (!paragraphs.containsKey(id)) {
                faults.add("no docs/law/" + id + ".md, cited at " + places);
            }
        });
        paragraphs.forEach((id, text) -> faultsOf(id, text, faults));
        return faults;
    }

    private void faultsOf(String id, String text, List<String> faults) {
        String file = "docs/law/" + id + ".md";
        var cited = CITED.matcher(text);
        if (!cited.find()) {
            faults.add(file + " has no line '- Cited from code: yes' or 'no'");
        } else if (cited.group(1).equals("yes") && !citations.containsKey(id)) {
            faults.add(file + " says it is cited, and nothing cites it: say no, or cite it");
        } else if (cited.group(1).equals("no") && citations.containsKey(id)) {
            faults.add(file + " says it is not cited: say yes, for " + citations.get(id));
        }
        if (!AS_OF.matcher(text).find()) {
            faults.add(file + " has no line '- As of: ' with a date");
        }
        if (!SOURCE.matcher(text).find()) {
            faults.add(file + " has no line '- Source: ' with an address in <>");
        }
        Set<String> marks =
                MARK.matcher(text)
                        .results()
                        .map(mark -> mark.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (marks.isEmpty() || !MARKS.containsAll(marks)) {
            faults.add(file + " has evidence marks " + marks + ", expected some of " + MARKS);
        }
        if (!index.contains("(" + id + ".md)")) {
            faults.add("docs/law/README.md does not list " + id);
        }
    }

    private static void collect(
            String path, String text, SortedMap<String, SortedSet<String>> citations) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String place = path + ":" + (i + 1);
            CITATION.matcher(lines.get(i))
                    .results()
                    .forEach(citation ->
                            citations
                                    .computeIfAbsent(citation.group(1), _ -> new TreeSet<>())
                                    .add(place));
        }
    }

    private static boolean isText(String name) {
        return TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<Path> files(Path folder, Predicate<String> name) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
