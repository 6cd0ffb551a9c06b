package no.segl.core.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.segl.core.id.Digest;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;

/** What a letter's documents must be like. */
public final class DocumentRules {

    /** The largest document, in bytes: 2 GiB. */
    public static final long LARGEST = 2L << 30;

    /** The most documents in one letter. */
    public static final int MOST = 100;

    /** The longest file name, in characters (code points). */
    public static final int NAME = 200;

    /** How many bytes from the start of a document {@link #faultsOfContent} wants to see. */
    public static final int HEAD = 8;

    /**
     * How many bytes one dispatch may hold, counted once for each recipient: each letter is sealed
     * under a key of its own.
     */
    public static final long MOST_TOGETHER = 64L << 30;

    private DocumentRules() {}

    /** A name and a type that may be sent, or what is wrong with them. */
    public sealed interface Named {
        record Sound(String name, MediaType type) implements Named {}

        record Faulty(List<Violation> violations) implements Named {}
    }

    /**
     * Checks the name and the declared type of a document, before any of it is read.
     *
     * @param pointer where it stands in the request
     */
    public static Named name(String pointer, @Nullable String name, @Nullable String declared) {
        if (name == null || name.isBlank()) {
            return new Named.Faulty(List.of(new Violation(pointer + "/name", Rule.REQUIRED)));
        }
        String tidy = Texts.tidy(name);
        List<Violation> violations = new ArrayList<>();
        if (tidy.codePointCount(0, tidy.length()) > NAME) {
            violations.add(new Violation(pointer + "/name", Rule.TOO_LONG, NAME));
        }
        Texts.faultOfFileName(tidy)
                .ifPresent(rule -> violations.add(new Violation(pointer + "/name", rule)));
        Optional<MediaType> type = MediaType.ofName(tidy);
        if (type.isEmpty()) {
            violations.add(new Violation(pointer + "/name", Rule.FILE_TYPE_NOT_ALLOWED));
        } else if (!type.get().agreesWith(declared)) {
            violations.add(new Violation(pointer, Rule.FILE_TYPE_DISAGREES));
        }
        return violations.isEmpty() && type.isPresent()
                ? new Named.Sound(tidy, type.get())
                : new Named.Faulty(List.copyOf(violations));
    }

    /**
     * What is wrong with the content of a document that has been read to its end.
     *
     * @param head its first bytes, {@link #HEAD} of them or all there are, each as one character
     *     (ISO 8859-1)
     * @param expected the digest that the sender gave, if any
     */
    public static List<Violation> faultsOfContent(
            String pointer,
            MediaType type,
            String head,
            long size,
            Digest actual,
            Optional<Digest> expected) {
        List<Violation> violations = new ArrayList<>();
        if (size == 0) {
            violations.add(new Violation(pointer, Rule.EMPTY_DOCUMENT));
        } else if (!type.canBeginWith(head)) {
            violations.add(new Violation(pointer, Rule.FILE_CONTENT_DISAGREES));
        }
        if (expected.filter(e -> !e.equals(actual)).isPresent()) {
            violations.add(new Violation(pointer, Rule.CHECKSUM_MISMATCH));
        }
        return violations;
    }

    /** What is wrong with documents of so many bytes together, when each recipient gets all. */
    public static List<Violation> faultsTogether(long bytes, int recipients) {
        return bytes > MOST_TOGETHER / recipients
                ? List.of(new Violation("/documents", Rule.DISPATCH_TOO_LARGE, MOST_TOGETHER))
                : List.of();
    }

    /** What is wrong with sealing those documents: it takes a name to seal them for. */
    public static List<Violation> faultsOfSeals(List<Boolean> sealed, @Nullable String caseWorker) {
        if (caseWorker != null && !caseWorker.isBlank()) {
            return List.of();
        }
        return IntStream.range(0, sealed.size())
                .filter(sealed::get)
                .mapToObj(i ->
                        new Violation(
                                "/documents/" + i + "/sealed", Rule.SEALED_WITHOUT_CASE_WORKER))
                .toList();
    }
}
