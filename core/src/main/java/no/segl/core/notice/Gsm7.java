package no.segl.core.notice;

import java.text.Normalizer;
import java.util.Map;

/**
 * The signs of a plain text message, of which 160 go in one. Source: 3GPP TS 23.038, 6.2.1 (the
 * default alphabet, and its extension table, whose signs count as two).
 */
public final class Gsm7 {

    /** How many septets there are in one message. */
    public static final int ONE_MESSAGE = 160;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "^{}\\[~]|€";

    /** Letters of Sámi and Kven names, and print signs, that come apart into no known letter. */
    private static final Map<Character, String> NEAR =
            Map.ofEntries(
                    Map.entry('đ', "d"),
                    Map.entry('Đ', "D"),
                    Map.entry('ŋ', "n"),
                    Map.entry('Ŋ', "N"),
                    Map.entry('ŧ', "t"),
                    Map.entry('Ŧ', "T"),
                    Map.entry('«', "\""),
                    Map.entry('»', "\""),
                    Map.entry('“', "\""),
                    Map.entry('”', "\""),
                    Map.entry('‘', "'"),
                    Map.entry('’', "'"),
                    Map.entry('–', "-"),
                    Map.entry('—', "-"),
                    Map.entry('…', "..."),
                    Map.entry('\u00a0', " "));

    private Gsm7() {}

    /** How many septets {@code text} takes, or -1 if it has a sign that is not in the alphabet. */
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (BASIC.indexOf(text.charAt(i)) >= 0) {
                length++;
            } else if (EXTENDED.indexOf(text.charAt(i)) >= 0) {
                length += 2;
            } else {
                return -1;
            }
        }
        return length;
    }

    /** Whether it goes as one message. */
    public static boolean isOneMessage(String text) {
        int length = length(text);
        return length >= 0 && length <= ONE_MESSAGE;
    }

    /** {@code text} with each sign outside the alphabet made into the nearest one in it, or '?'. */
    public static String near(String text) {
        StringBuilder near = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> near.append(near(point)));
        return near.toString();
    }

    private static String near(int point) {
        String sign = Character.toString(point);
        if (length(sign) > 0) {
            return sign;
        }
        String known = sign.length() == 1 ? NEAR.get(sign.charAt(0)) : null;
        if (known != null) {
            return known;
        }
        String bare = Normalizer.normalize(sign, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && length(bare) > 0 ? bare : "?";
    }
}
