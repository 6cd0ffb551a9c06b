package no.segl.core.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the words of a question.
 *
 * @param key what stands before a colon, in lower case; empty if there is none
 * @param text what was written, without quotes
 * @param isQuoted whether it stood in quotes: then it is what it is, and no word of the language
 */
record Word(String key, String text, boolean isQuoted) {

    private static final String QUOTES = "\"«»“”";

    /** In lower case, without the comma that may follow it. */
    String plain() {
        return value().toLowerCase(Locale.ROOT);
    }

    /** As it was written, without the comma that may follow it. */
    String value() {
        return !isQuoted && text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether it is one of {@code words}. */
    boolean isOf(java.util.Set<String> words) {
        return !isQuoted && key.isEmpty() && words.contains(plain());
    }

    /** Whether it can be part of a name that is written without quotes. */
    boolean isName() {
        return !isQuoted && key.isEmpty() && text.codePoints().anyMatch(Character::isLetter);
    }

    /** All of them, in order. */
    static List<Word> of(String question) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < question.length()) {
            char c = question.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
            } else if (isComparison(c)) {
                int end =
                        at + 1 < question.length() && question.charAt(at + 1) == '='
                                ? at + 2
                                : at + 1;
                words.add(new Word("", question.substring(at, end), false));
                at = end;
            } else {
                at = word(question, at, words);
            }
        }
        return words;
    }

    /** Reads one from {@code at}; gives where it ends. */
    private static int word(String question, int at, List<Word> words) {
        int from = at;
        String key = "";
        while (from < question.length()) {
            int end = from;
            while (end < question.length()
                    && (goesOn(question.charAt(end))
                            || (question.charAt(end) == ':' && !key.isEmpty()))) {
                end++;
            }
            boolean colon = key.isEmpty() && end < question.length() && question.charAt(end) == ':';
            if (colon && end > from) {
                key = question.substring(from, end).toLowerCase(Locale.ROOT);
                from = end + 1;
            } else if (end == from && end < question.length() && isQuote(question.charAt(end))) {
                int close = end + 1;
                while (close < question.length() && !isQuote(question.charAt(close))) {
                    close++;
                }
                words.add(new Word(key, question.substring(end + 1, close), true));
                return Math.min(close + 1, question.length());
            } else {
                // A colon with nothing before it, or a second one, is part of the word.
                int next = colon ? end + 1 : end;
                words.add(new Word(key, question.substring(from, next), false));
                return next;
            }
        }
        words.add(new Word(key, "", false));
        return from;
    }

    private static boolean goesOn(char c) {
        return c != ':'
                && !isQuote(c)
                && !isComparison(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isComparison(char c) {
        return c == '>' || c == '<' || c == '≥' || c == '≤';
    }
}
