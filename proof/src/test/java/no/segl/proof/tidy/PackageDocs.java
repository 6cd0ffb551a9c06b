package no.segl.proof.tidy;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every package says in 3 to 10 sentences what it is and what it refuses to know. */
final class PackageDocs {

    static final int FEWEST = 3;
    static final int MOST = 10;

    private static final String INFO = "package-info.java";

    /** The end of a sentence; the dots of "e.g." and "i.e." end none. */
    private static final Pattern END = Pattern.compile("(?<!\\b[A-Za-z])[.!?](?=[\\s)»\"]|$)");

    static final Rule PRESENT =
            (file, house) ->
                    file.isJava() && isFirstOfItsFolder(file, house) && !hasInfo(file, house)
                            ? Stream.of(file.finding(1, "its package has no " + INFO))
                            : Stream.of();

    static final Rule TELLING =
            (file, house) -> {
                if (!file.name().equals(INFO)) {
                    return Stream.of();
                }
                int sentences = sentences(file.syntax().doc());
                return sentences < FEWEST || sentences > MOST
                        ? Stream.of(
                                file.finding(
                                        1,
                                        "%d sentences; %d to %d: what it is, and what it refuses to know"
                                                .formatted(sentences, FEWEST, MOST)))
                        : Stream.of();
            };

    static final Rule NULL_MARKED =
            (file, house) ->
                    file.name().equals(INFO)
                                    && file.syntax().mentions().stream()
                                            .noneMatch(mention ->
                                                    mention.name().endsWith("NullMarked"))
                            ? Stream.of(file.finding(1, "not @NullMarked"))
                            : Stream.of();

    private PackageDocs() {}

    static int sentences(String doc) {
        String prose =
                doc.replaceAll("(?s)(^|\\n)\\s*@(see|since|author).*", "")
                        .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
                        .replaceAll("</?\\w+[^>]*>", " ");
        return (int) END.matcher(prose.strip()).results().count();
    }

    private static boolean isFirstOfItsFolder(HouseFile file, House house) {
        return !file.name().equals("module-info.java")
                && house.files().stream()
                        .filter(other -> other.isJava() && other.folder().equals(file.folder()))
                        .filter(other -> !other.name().equals("module-info.java"))
                        .findFirst()
                        .filter(first -> first == file)
                        .isPresent();
    }

    /** A test package may rely on the one that its module's main code has for the same name. */
    private static boolean hasInfo(HouseFile file, House house) {
        return Stream.of(file.folder(), file.folder().replace("/src/test/", "/src/main/"))
                .anyMatch(folder -> house.file(folder + "/" + INFO).isPresent());
    }
}
