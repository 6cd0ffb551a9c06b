package no.segl.sandbox.svarut;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** What SvarUT finds in a document. */
final class Documents {

    private static final int START = 5;

    private Documents() {}

    /** A PDF that does not begin as one cannot be made a letter of; that is found afterwards. */
    static Letter.Document read(JsonNode about, byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
        boolean pdf = about.path("mimeType").asString("").equals("application/pdf");
        return new Letter.Document(
                about, bytes.length, sha256(bytes), !pdf || start.startsWith("%PDF"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
