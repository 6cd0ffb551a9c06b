package no.segl.core.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.segl.core.letter.Violation.Rule;

/** What short texts from outside may look like: titles, references, file names. */
final class Texts {

    private static final String NOT_IN_FILE_NAMES = "<>:\"/\\|?*";
    private static final Set<String> WINDOWS_DEVICES =
            Set.of(
                    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6",
                    "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7",
                    "LPT8", "LPT9", "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³");

    private Texts() {}

    /** The text as it is kept: composed (NFC), without space at its ends. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /**
     * Whether {@code text} has characters that are not seen as what they are: control characters,
     * line breaks, lone surrogates, and the invisible ones that turn or hide text.
     */
    static boolean hasUnseen(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        switch (Character.getType(c)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.PRIVATE_USE,
                                    Character.UNASSIGNED,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR ->
                                    true;
                            default -> false;
                        });
    }

    /** What is wrong with {@code name}, tidied, as a file's name; empty if nothing is. */
    static Optional<Rule> faultOfFileName(String name) {
        String stem = name.split("\\.", 2)[0].strip().toUpperCase(Locale.ROOT);
        boolean bad =
                hasUnseen(name)
                        || name.chars().anyMatch(c -> NOT_IN_FILE_NAMES.indexOf(c) >= 0)
                        || name.startsWith(".")
                        || name.endsWith(".")
                        || stem.isEmpty()
                        || WINDOWS_DEVICES.contains(stem);
        return bad ? Optional.of(Rule.FILE_NAME_NOT_ALLOWED) : Optional.empty();
    }
}
