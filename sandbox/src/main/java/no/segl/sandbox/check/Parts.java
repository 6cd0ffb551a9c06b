package no.segl.sandbox.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** Bodies in parts, with the boundary {@code b}. */
final class Parts {

    /** The fields of a message with one file, which the last two describe. */
    static final List<String> MESSAGE =
            List.of(
                    "recipients[0]=" + Seed.POLICE,
                    "correspondence.resourceId=" + Resources.MUNICIPAL,
                    "correspondence.sendersReference=1",
                    "correspondence.isConfidential=true",
                    "correspondence.content.messageTitle=Et brev",
                    "correspondence.content.messageBody=Hei.",
                    "correspondence.content.attachments[0].fileName=brev.pdf",
                    "correspondence.content.attachments[0].sendersReference=1");

    private Parts() {}

    /** Fields, each as {@code name=value}, and then a file. */
    static byte[] form(List<String> fields, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            int at = field.indexOf('=');
            part(
                    out,
                    field.substring(0, at),
                    field.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        }
        return end(out, file);
    }

    /** A letter for SvarUT, and then its file. */
    static byte[] letter(JsonNode letter, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, "forsendelse", Json.bytes(letter));
        return end(out, file);
    }

    private static byte[] end(ByteArrayOutputStream out, byte[] file) {
        part(out, "fil\"; filename=\"brev.pdf", file);
        out.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String name, byte[] body) {
        out.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
