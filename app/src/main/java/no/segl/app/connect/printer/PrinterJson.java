package no.segl.app.connect.printer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import no.segl.core.print.Manifest;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receipt.Fault;
import no.segl.core.print.Receipt.Read;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manifests and receipts as JSON, in UTF-8. */
public final class PrinterJson {

    /** The largest receipt, in bytes. */
    public static final int LARGEST_RECEIPT = 16 << 10;

    private static final JsonMapper JSON = new JsonMapper();

    private PrinterJson() {}

    public static byte[] manifest(Manifest manifest) {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest.members()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The receipt in {@code bytes}, or why they are none. */
    public static Read receipt(byte[] bytes) {
        if (bytes.length > LARGEST_RECEIPT) {
            return new Read.Refused(Fault.TOO_LARGE);
        }
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (!tree.isObject()) {
                return new Read.Refused(Fault.NOT_JSON);
            }
            Map<String, String> members = new HashMap<>();
            for (Map.Entry<String, JsonNode> member : tree.properties()) {
                if (member.getValue().isValueNode()) {
                    members.put(member.getKey(), member.getValue().asString());
                }
            }
            return Receipt.read(members);
        } catch (JacksonException e) {
            return new Read.Refused(Fault.NOT_JSON);
        }
    }
}
