package no.segl.sandbox.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import no.segl.sandbox.wire.Trouble;

/** Troubles in words: {@code 503}, {@code tooMany=30}, {@code late=PT5S}, {@code lostAnswer}. */
public final class TroubleWords {

    private TroubleWords() {}

    /**
     * The trouble that a word stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message lists all
     */
    public static Trouble read(String word) {
        int at = word.indexOf('=');
        String name = at < 0 ? word : word.substring(0, at);
        String value = at < 0 ? "" : word.substring(at + 1);
        try {
            return switch (name) {
                case "tooMany" ->
                        new Trouble.TooMany(value.isEmpty() ? 30 : Integer.parseInt(value));
                case "brokenJson" -> new Trouble.BrokenJson();
                case "otherJson" -> new Trouble.OtherJson();
                case "cutShort" -> new Trouble.CutShort();
                case "brokenOff" -> new Trouble.BrokenOff();
                case "lostCall" -> new Trouble.LostCall();
                case "lostAnswer" -> new Trouble.LostAnswer();
                case "twice" -> new Trouble.Twice();
                case "late" ->
                        new Trouble.Late(
                                value.isEmpty() ? Duration.ofSeconds(10) : Duration.parse(value));
                default -> status(name);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw unknown(word);
        }
    }

    private static Trouble status(String name) {
        if (!name.matches("[3-5][0-9]{2}")) {
            throw unknown(name);
        }
        return new Trouble.Status(Integer.parseInt(name));
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException(
                word
                        + " is no trouble. There are: a status such as 503, tooMany=SECONDS,"
                        + " late=PT10S, brokenJson, otherJson, cutShort, brokenOff, lostCall,"
                        + " lostAnswer and twice");
    }
}
