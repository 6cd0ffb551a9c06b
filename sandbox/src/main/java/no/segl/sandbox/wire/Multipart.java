package no.segl.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body in parts (multipart/form-data, RFC 7578). */
public final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";]*)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private Multipart() {}

    /** A part. Its type may be anything or missing; real clients differ. */
    public static final class Part {
        private final String name;
        private final Optional<String> fileName;
        private final byte[] body;

        Part(String name, Optional<String> fileName, byte[] body) {
            this.name = name;
            this.fileName = fileName;
            this.body = body;
        }

        public String name() {
            return name;
        }

        public Optional<String> fileName() {
            return fileName;
        }

        public byte[] body() {
            return body.clone();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The parts of a request, in order; empty if it has none. */
    public static List<Part> parts(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            return List.of();
        }
        byte[] body = request.body();
        byte[] mark = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int from = find(body, mark, 0);
        while (from >= 0) {
            int next = find(body, mark, from + mark.length);
            if (next < 0) {
                break;
            }
            part(Arrays.copyOfRange(body, from + mark.length, next)).ifPresent(parts::add);
            from = next;
        }
        return parts;
    }

    private static Optional<Part> part(byte[] between) {
        int end = find(between, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), 0);
        if (end < 0) {
            return Optional.empty();
        }
        String headers = new String(between, 0, end, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE_NAME.matcher(headers);
        int last = Math.max(end + 4, between.length - 2);
        return Optional.of(
                new Part(
                        name.find() ? name.group(1) : "",
                        file.find() ? Optional.of(file.group(1)) : Optional.empty(),
                        Arrays.copyOfRange(between, end + 4, last)));
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            int j = 0;
            while (j < what.length && in[i + j] == what[j]) {
                j++;
            }
            if (j == what.length) {
                return i;
            }
        }
        return -1;
    }
}
