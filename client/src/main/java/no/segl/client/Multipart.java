package no.segl.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A body of metadata and files, which are read from the disk as they are sent. */
final class Multipart {

    private final String boundary = "segl-" + UUID.randomUUID();
    private final List<BodyPublisher> pieces = new ArrayList<>();

    Multipart(byte[] json, List<Dispatch.Place> places) {
        add("dispatch", "application/json", BodyPublishers.ofByteArray(json));
        for (Dispatch.Place place : places) {
            if (place.file() != null) {
                try {
                    add(
                            place.name(),
                            "application/octet-stream",
                            BodyPublishers.ofFile(place.file()));
                } catch (FileNotFoundException e) {
                    throw new UncheckedIOException("a document is not there", e);
                }
            }
        }
        pieces.add(text("--" + boundary + "--\r\n"));
    }

    private void add(String name, String type, BodyPublisher content) {
        String fileName = name.equals("dispatch") ? "" : "; filename=\"" + name + "\"";
        pieces.add(
                text(
                        "--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\""
                                + name
                                + "\""
                                + fileName
                                + "\r\nContent-Type: "
                                + type
                                + "\r\n\r\n"));
        pieces.add(content);
        pieces.add(text("\r\n"));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    }
}
