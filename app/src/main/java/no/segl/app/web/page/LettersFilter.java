package no.segl.app.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Which letters are asked for, and how they are shown.
 *
 * @param path the list's address
 * @param view how they are shown
 * @param typed the question as it was typed
 * @param understood what of it was understood, in words; empty if every letter is asked for
 * @param faults what was not understood, in sentences that say what to write
 */
public record LettersFilter(
        String path, View view, String typed, List<String> understood, List<String> faults) {

    /** How letters are shown. */
    public enum View {
        LETTERS(""),
        /** By who is at the other end: one call for many letters. */
        PARTIES("parter");

        private final String word;

        View(String word) {
            this.word = word;
        }

        /** The word in addresses. */
        public String word() {
            return word;
        }

        /** The one with that word, or else the first. */
        public static View of(String word) {
            return Arrays.stream(values())
                    .filter(v -> v.word.equals(word))
                    .findFirst()
                    .orElse(LETTERS);
        }
    }

    /** The address of what is shown now. */
    public String here() {
        return address(path, view, typed);
    }

    /** The address of the same letters, shown otherwise. */
    public String at(View other) {
        return address(path, other, typed);
    }

    /** The address of the letters that a question is about, in the list at {@code path}. */
    public static String letters(String path, String question) {
        return address(path, View.LETTERS, question);
    }

    /** The address of another question. */
    public String asking(String question) {
        return address(path, view, question);
    }

    /** The address of the part of the list after {@code cursor}. */
    public String after(String cursor) {
        return here() + (here().contains("?") ? "&" : "?") + "etter=" + cursor;
    }

    /** What is asked for, in words that end no sentence. */
    public String described(Texts texts) {
        return understood.isEmpty() ? texts.get("asked.all") : String.join(", ", understood);
    }

    /** The address of the same letters as a file. */
    public String file(String name) {
        return address(path + "/" + name, View.LETTERS, typed);
    }

    /** The address of a list that answers {@code question}. */
    private static String address(String path, View view, String question) {
        String address = path;
        if (!view.word.isEmpty()) {
            address += "?vis=" + view.word;
        }
        return question.isEmpty()
                ? address
                : address
                        + (view.word.isEmpty() ? "?" : "&")
                        + "sporsmal="
                        + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }
}
