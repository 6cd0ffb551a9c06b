package no.segl.core.ledger;

/**
 * What a text in an entry may be: well-formed Unicode without the character U+0000.
 *
 * <p>Half a surrogate pair has no UTF-8 form (Java would hash a question mark in its place, so two
 * texts would share a hash), and PostgreSQL keeps no U+0000.
 */
final class Texts {

    private static final int MAX_KEY_LENGTH = 64;

    private Texts() {}

    /**
     * How many bytes the text takes in UTF-8.
     *
     * @throws IllegalArgumentException if it is not well formed; the message never repeats it
     */
    static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c == 0) {
                    throw new IllegalArgumentException("a text holds the character U+0000");
                }
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                    throw new IllegalArgumentException("a text holds half a character");
                }
                bytes += 4;
            }
        }
        return bytes;
    }

    /**
     * Checks the name of a value: 1 to 64 ASCII letters, digits, dots, hyphens and underscores, so
     * that every language sorts names alike.
     *
     * @throws IllegalArgumentException if it is none
     */
    static int keyLength(String key) {
        boolean plain = !key.isEmpty() && key.length() <= MAX_KEY_LENGTH;
        for (int i = 0; plain && i < key.length(); i++) {
            char c = key.charAt(i);
            plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '.'
                            || c == '-'
                            || c == '_';
        }
        if (!plain) {
            throw new IllegalArgumentException("not the name of a value");
        }
        return key.length();
    }
}
