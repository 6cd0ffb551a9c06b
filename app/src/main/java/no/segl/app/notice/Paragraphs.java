package no.segl.app.notice;

/** Plain text of lines that any mail program shows whole. */
final class Paragraphs {

    /** Source: RFC 3676, 4.2: lines of 78 signs or less, so that there is room to quote them. */
    static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();

    /** A paragraph with an empty line before it. */
    Paragraphs add(String paragraph) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        fill("", "", paragraph);
        return this;
    }

    /** A paragraph that begins with {@code mark}, and goes on beneath what follows it. */
    Paragraphs item(String mark, String paragraph) {
        fill(mark, " ".repeat(mark.length()), paragraph);
        return this;
    }

    /** A line that is not broken, right beneath what is there. */
    Paragraphs line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Paragraphs gap() {
        text.append('\n');
        return this;
    }

    private void fill(String first, String next, String paragraph) {
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : paragraph.split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(next);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
